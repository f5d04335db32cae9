public import Reports

/// The risks of an earlier result.
public enum RiskHistory {
  public static func read(_ folder: String) throws(EvidenceFailure) -> [EarlierRisk] {
    do {
      return try EarlierRisk.read(folder)
    } catch {
      throw EvidenceFailure(error)
    }
  }
}
