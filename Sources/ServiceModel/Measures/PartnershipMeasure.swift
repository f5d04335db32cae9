import DiscreteEvents
import Statistics

/// How well partners play their part. Without partners in the scenario there is nothing to read.
struct PartnershipMeasure: Measure {
  private let isOn: Bool
  private let engagement, byPartner, shares: Int
  private var states: [Engagement?] = Array(repeating: nil, count: Partner.allCases.count)
  /// Partners in each state, over time.
  private var levels = Array(repeating: TimeWeightedLevel(), count: Engagement.allCases.count)

  init(_ tables: ModelTables, _ catalogue: inout SeriesCatalogue) {
    isOn = tables.partnership.isOn
    engagement = catalogue.declare("partner_engagement", "share", .stock)
    byPartner = catalogue.declare("partner_engagement", for: Partner.self, as: "partner", "share", .stock)
    shares = catalogue.series.count
    for state in Engagement.allCases {
      _ = catalogue.declare("partner_time_share", of: "state=\(state.rawValue)", "share", .rate)
    }
  }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    guard case .engagementSet(let partner, let state, let before) = fact else { return }
    states[partner.index] = state
    levels[state.index].change(by: 1, at: time.days)
    if let before { levels[before.index].change(by: -1, at: time.days) }
  }

  mutating func start() {
    for state in levels.indices { levels[state].reset(at: levels[state].lastTime) }
  }

  mutating func close(_ month: Month, into readings: inout Readings) {
    guard isOn else { return }
    var sum = 0.0
    for partner in Partner.allCases {
      let score = states[partner.index]?.score ?? 0
      sum += score
      readings.set(byPartner + partner.index, month.index, score)
    }
    readings.set(engagement, month.index, sum / Double(Partner.allCases.count))
    for state in levels.indices {
      let partnerDays = month.days * Double(Partner.allCases.count)
      readings.set(shares + state, month.index, levels[state].integral(to: month.end.days), over: partnerDays)
      levels[state].reset(at: month.end)
    }
  }
}
