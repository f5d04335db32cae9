import DiscreteEvents
import Parameters

/// Whether a notice to improve is in force, and adverse judgements.
struct InspectionMeasure: Measure {
  static let subject = Series.Subject.improvement
  private var isInForce = false
  private var adverse = 0.0

  init(_ tables: ModelTables) {}

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .noticeChanged(let inForce): isInForce = inForce
    case .inspected(let judgement):
      if judgement == .inadequate || judgement == .requiresImprovement { adverse += 1 }
    default: break
    }
  }

  mutating func report(_ r: inout Report) {
    r.stock(
      "notice_in_force", .share, isInForce ? 1 : 0,
      "1 while a notice to improve is in force; its mean is the share of replications in which it is.", .less)
    r.flow(
      "adverse_judgements", "judgements", &adverse, "Judgements of inadequate or requires improvement.")
  }
}
