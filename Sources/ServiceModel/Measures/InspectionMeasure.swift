import DiscreteEvents
import Parameters
import Statistics

/// Judgements, and how long a notice to improve is in force.
struct InspectionMeasure: Measure {
  static let subject = Series.Subject.improvement
  private static let daysInMonth = 365.25 / 12

  private var inForce = TimeWeightedLevel()
  private var inspections = 0.0
  private var adverse = 0.0
  private var inadequate = 0.0
  /// Days after the start on which the first notice was issued and lifted.
  private var issued: Double?
  private var lifted: Double?

  init(_ tables: ModelTables) {}

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .noticeChanged(let isInForce):
      inForce.set(isInForce ? 1 : 0, at: time.days)
      if isInForce { issued = issued ?? time.days } else { lifted = lifted ?? time.days }
    case .inspected(let judgement):
      inspections += 1
      if judgement == .inadequate { inadequate += 1 }
      if judgement == .inadequate || judgement == .requiresImprovement { adverse += 1 }
    default: break
    }
  }

  mutating func report(_ r: inout Report) {
    r.stock(
      Series.noticeInForce, .share, inForce.level,
      "1 while a notice to improve is in force; its mean is the share of replications in which it is.", .less)
    r.flow(
      "notice_months", .months, r.area(inForce) / Self.daysInMonth,
      "Months of 30.4 days under a notice to improve.", .less)
    r.forget(&inForce)
    let end = r.month.end.days
    r.stock(
      Series.firstNoticeMonths, .months,
      issued.map { ((lifted ?? end) - $0) / Self.daysInMonth } ?? .nan,
      "Months that the first notice to improve has lasted so far; when it is lifted, its length. Empty before any.",
      .less)
    r.stock(
      Series.firstNoticeLifted, .share, issued == nil ? .nan : lifted == nil ? 0 : 1,
      "1 once the first notice to improve has been lifted; its mean is the share of replications in which it has.",
      .more)
    r.flow("inspections", "judgements", &inspections, "Judgements of inspections published.")
    r.flow(
      "adverse_judgements", "judgements", &adverse, "Judgements of inadequate or requires improvement.")
    r.flow("inadequate_judgements", "judgements", &inadequate, "Judgements of inadequate.", .less)
  }
}
