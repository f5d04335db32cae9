import Notation
import Parameters
import Results

/// The three risks of the improvement plan, in one sentence each.
struct RiskLines {
  private let result: ResultSet
  private let lastYear: String?

  init(_ result: ResultSet) {
    self.result = result
    lastYear = Horizon.financialYears(of: result).last
  }

  func lines(_ width: Int, _ style: TextStyle) -> [String] {
    guard lastYear != nil else { return [] }
    return [style.heading("Risks")] + sentences.flatMap { Prose.wrap($0, width: width) }
  }

  /// One sentence for each risk.
  var sentences: [String] {
    lastYear == nil ? [] : [workforce, partnership, demand].compactMap { $0 }
  }

  private var workforce: String? {
    let parts = [
      phrase(Series.vacancyRate, ["role=social_worker", ""], "vacancy rate"),
      phrase(Series.leavers, ["role=social_worker", ""], "leavers, FTE"),
    ].compactMap { $0 }
    return sentence("Recruitment and retention", parts)
  }

  private var partnership: String {
    let parts = [
      phrase(Series.engagement, [""], "engagement of partners"),
      phrase(Series.actionsDelivered, [""], "actions of the plan delivered"),
      phrase(Series.actionsOnTime, [""], "of those due, on time"),
    ].compactMap { $0 }
    return sentence("Partnership", parts)
      ?? "Partnership: the scenario has no partners, so nothing here speaks for or against it."
  }

  private var demand: String? {
    let parts = [
      phrase(Series.lookedAfter, [""], "children looked after"),
      phrase(Series.unallocated, [""], "children without a worker"),
    ].compactMap { $0 }
    return sentence("Demand", parts)
  }

  private func sentence(_ risk: String, _ parts: [String]) -> String? {
    guard !parts.isEmpty, let lastYear else { return nil }
    return "\(risk), \(lastYear): \(parts.joined(separator: "; "))."
  }

  /// `vacancy rate 17.2% (12.0% to 21.3%), 15.0% at the start`; nil where the measure is missing.
  private func phrase(_ measure: String, _ breakdowns: [String], _ name: String) -> String? {
    guard let lastYear,
      let place = breakdowns.lazy.compactMap({ result.series.place(of: measure, $0) }).first,
      let estimate = Horizon.reading(of: place, in: lastYear, of: result), estimate.n > 0
    else { return nil }
    let format = result.series[place].unit.form
    var text = "\(result.series[place].whole(name)) \(format.median(of: estimate))"
    if place < result.opening.count, let start = result.opening[place], start.n > 0 {
      text += ", \(format.text(start.p50)) at the start"
    }
    return text
  }
}
