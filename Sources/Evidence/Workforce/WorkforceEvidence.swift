import Results

/// What the workforce pages are made from.
package enum WorkforceEvidence {
  /// The monthly rows of the result that are of the workforce.
  package static func months(_ result: FinishedResult) throws(EvidenceFailure) -> [StoredMonth] {
    do {
      return try ResultReader.months(result.folder, of: Set(WorkforcePages.measures))
    } catch {
      throw EvidenceFailure(error)
    }
  }
}
