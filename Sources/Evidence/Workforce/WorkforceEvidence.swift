public import Reports

/// What the workforce pages are made from.
public enum WorkforceEvidence {
  /// The monthly rows of the result that are of the workforce.
  public static func months(_ result: FinishedResult) throws(EvidenceFailure) -> [StoredMonth] {
    do {
      return try ResultReader.months(result.folder, of: Set(WorkforcePages.measures))
    } catch {
      throw EvidenceFailure(error)
    }
  }
}
