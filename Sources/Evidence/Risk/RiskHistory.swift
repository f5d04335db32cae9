import Results

/// The risks of an earlier result.
package enum RiskHistory {
  package static func read(_ folder: String) throws(EvidenceFailure) -> [EarlierRisk] {
    do {
      return try EarlierRisk.read(folder)
    } catch {
      throw EvidenceFailure(error)
    }
  }
}
