import DiscreteEvents
import Parameters
import Statistics

/// How well partners play their part. Without partners in the scenario there is nothing to read.
struct PartnershipMeasure: Measure {
  static let subject = Series.Subject.improvement
  private let isOn: Bool
  private var scores = Flat<Partner, Double>()
  /// Partners in each state, over time.
  private var levels = Array(repeating: TimeWeightedLevel(), count: Engagement.allCases.count)

  init(_ tables: ModelTables) { isOn = tables.partnership.isOn }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    guard case .engagementSet(let partner, let state, let before) = fact else { return }
    scores[partner] = state.score
    levels[state.index].change(by: 1, at: time.days)
    if let before { levels[before.index].change(by: -1, at: time.days) }
  }

  mutating func report(_ r: inout Report) {
    r.hasReadings = isOn
    let partners = Double(Partner.allCases.count)
    r.stock(
      Series.engagement, .share, scores.sum / partners,
      "1 for a strong partner, 0.5 for an adequate one, 0 for a weak one: for each partner, and the average over them.",
      .more)
    r.parts(Series.engagement, scores)
    for state in Engagement.allCases {
      r.line(
        "partner_time_share", .share, .rate, of: "state=\(state.rawValue)", r.area(levels[state.index]),
        over: r.month.days * partners, "Share of the partners' time in each state of engagement.")
    }
    for state in levels.indices { r.forget(&levels[state]) }
  }
}
