import DiscreteEvents

/// Referrals, and the share that come again within twelve months.
struct DemandMeasure: Measure {
  private let referrals, rereferralRate, refused: Int
  private var count = 0.0
  private var again = 0.0
  private var turnedAway = 0.0

  init(_ tables: ModelTables, _ catalogue: inout SeriesCatalogue) {
    referrals = catalogue.declare("referrals", "children", .flow)
    rereferralRate = catalogue.declare("rereferral_rate", "share", .rate)
    refused = catalogue.declare("referrals_refused", "children", .flow)
  }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .referred(_, let isAgain):
      count += 1
      if isAgain { again += 1 }
    case .refused: turnedAway += 1
    default: break
    }
  }

  mutating func start() {
    count = 0
    again = 0
    turnedAway = 0
  }

  mutating func close(_ month: Month, into readings: inout Readings) {
    readings.set(referrals, month.index, count)
    readings.set(rereferralRate, month.index, again, over: count)
    readings.set(refused, month.index, turnedAway)
    start()
  }
}
