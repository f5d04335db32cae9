import DiscreteEvents

/// Whether a notice to improve is in force, and adverse judgements.
struct InspectionMeasure: Measure {
  private let inForce, adverse: Int
  private var isInForce = 0.0
  private var adverseJudgements = 0.0

  init(_ tables: ModelTables, _ catalogue: inout SeriesCatalogue) {
    inForce = catalogue.declare("notice_in_force", "share", .stock)
    adverse = catalogue.declare("adverse_judgements", "judgements", .flow)
  }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .noticeChanged(let inForce): isInForce = inForce ? 1 : 0
    case .inspected(let judgement):
      if judgement == .inadequate || judgement == .requiresImprovement { adverseJudgements += 1 }
    default: break
    }
  }

  mutating func start() { adverseJudgements = 0 }

  mutating func close(_ month: Month, into readings: inout Readings) {
    readings.set(inForce, month.index, isInForce)
    readings.set(adverse, month.index, adverseJudgements)
    adverseJudgements = 0
  }
}
