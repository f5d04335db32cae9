import Experiments
import Results
import Statistics

/// A measure that crosses a threshold some months before the event: chosen on the replications with even numbers, and
/// reported on those with odd ones, which had no part in the choice.
package struct EarlyWarning: Sendable {
  /// How well a threshold told the event ahead.
  package struct Score: Sendable, Equatable {
    /// Replications with the event and a warning at least `lead` months before it.
    var hits = 0
    var events = 0
    /// Replications with a warning and no event.
    var falseAlarms = 0
    var count = 0
    var leads: [Double] = []

    var sensitivity: Double { events > 0 ? Double(hits) / Double(events) : .nan }
    var precision: Double { hits + falseAlarms > 0 ? Double(hits) / Double(hits + falseAlarms) : .nan }
    /// How often the event happened at all.
    var baseRate: Double { count > 0 ? Double(events) / Double(count) : .nan }
    /// Harmonic mean of the two: what the choice is made by.
    var quality: Double {
      hits > 0 ? 2 * sensitivity * precision / (sensitivity + precision) : 0
    }
  }

  package let indicator: String
  package let isAbove: Bool
  package let threshold: Double
  package let lead: Int
  package let trained, tested: Score

  /// Too few replications of either kind to choose from.
  static let fewest = 5

  /// The best warnings of a risk, at most `wanted`, the best first by the half they were chosen on; none where the
  /// event, or its absence, is too rare there.
  package static func best(
    _ assessment: RiskAssessment, _ register: RiskRegister, _ readings: MonthlyReadings, budgets: RiskBudgets,
    wanted: Int = 3
  ) -> [EarlyWarning] {
    let even = readings.replications.indices.filter { readings.replications[$0] % 2 == 0 }
    let odd = readings.replications.indices.filter { readings.replications[$0] % 2 != 0 }
    let events = even.count { assessment.outcomes[$0].breach != nil }
    guard events >= fewest, even.count - events >= fewest, !odd.isEmpty else { return [] }
    var found: [EarlyWarning] = []
    for indicator in register.indicators {
      let paths = readings.replications.indices.map { replication in
        indicator.value.numbers(MonthView(readings, replication, budgets))
      }
      let pooled = even.flatMap { paths[$0][assessment.horizon] }.filter(\.isFinite).sorted()
      guard let low = pooled.first, let high = pooled.last, low < high else { continue }
      var choice: EarlyWarning?
      for step in 1..<20 {
        let threshold = Sample.quantile(sorted: pooled, Double(step) / 20)
        for isAbove in [true, false] {
          func score(_ members: [Int]) -> Score {
            Self.score(members, paths, assessment, threshold, isAbove: isAbove, lead: register.lead)
          }
          let trained = score(even)
          // A warning that comes true no more often than the event happens anyway warns of nothing.
          guard trained.quality > choice?.trained.quality ?? 0, trained.precision > trained.baseRate else {
            continue
          }
          choice = EarlyWarning(
            indicator: indicator.text, isAbove: isAbove, threshold: threshold, lead: register.lead,
            trained: trained, tested: score(odd))
        }
      }
      if let choice { found.append(choice) }
    }
    let ranked = found.enumerated().sorted {
      ($1.element.trained.quality, $0.offset) < ($0.element.trained.quality, $1.offset)
    }
    return ranked.prefix(wanted).map(\.element)
  }

  /// As a row of the table.
  package func row(_ risk: Risk) -> RiskWarningRow {
    var row = RiskWarningRow.blank
    (row.risk, row.indicator, row.direction) = (risk.id, indicator, isAbove ? "above" : "below")
    (row.threshold, row.lead) = (threshold, lead)
    (row.chosenOn, row.heldOut) = (trained.count, tested.count)
    row.told = Likelihood(tested.hits, of: tested.events)
    row.cameTrue = Likelihood(tested.hits, of: tested.hits + tested.falseAlarms)
    row.medianLead = Spread(tested.leads).p50
    (row.sensitivityChosenOn, row.precisionChosenOn) = (trained.sensitivity, trained.precision)
    return row
  }

  static func score(
    _ members: [Int], _ paths: [[Double]], _ assessment: RiskAssessment, _ threshold: Double, isAbove: Bool,
    lead: Int
  ) -> Score {
    var score = Score()
    for replication in members {
      score.count += 1
      let breach = assessment.outcomes[replication].breach
      if breach != nil { score.events += 1 }
      let alarm = assessment.horizon.first { month in
        let value = paths[replication][month]
        return isAbove ? value > threshold : value < threshold
      }
      guard let alarm else { continue }
      if let breach {
        if breach - alarm >= lead {
          score.hits += 1
          score.leads.append(Double(breach - alarm))
        }
      } else {
        score.falseAlarms += 1
      }
    }
    return score
  }
}
