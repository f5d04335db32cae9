import Results

/// What the workforce pages are made from.
package enum WorkforceEvidence {
  /// The monthly rows of the result that are of the workforce, measure by measure in their order.
  package static func months(_ result: FinishedResult) throws(EvidenceFailure) -> [SeriesRow] {
    do {
      let indicators = result.watched.indicators.map { result.watched[$0].measure }.uniqued
      let rows = try Tables.series.read(result.folder)
      return indicators.flatMap { measure in rows.filter { $0.measure == measure } }
    } catch {
      throw EvidenceFailure(error)
    }
  }
}
