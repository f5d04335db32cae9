import DiscreteEvents

/// One inspection laid on the calendar.
struct InspectionDate: Sendable {
  let judgement: Judgement
  /// Days after the start.
  let day: Double
  /// Its source of influence.
  let source: Int
  let inadequateSteps: [(time: SimulatedTime, height: Double)]
  let requiresImprovementSteps: [(time: SimulatedTime, height: Double)]

  init(
    _ slot: InspectionParameters, _ all: InspectionsParameters, _ calendar: ModelCalendar,
    into dated: inout DatedInfluences
  ) {
    judgement = slot.judgement
    let day = Double(slot.date.dayNumber - calendar.start.dayNumber)
    self.day = day
    source = slot.judgement == .none ? -1 : dated.newSource()
    func steps(_ effects: JudgementEffects) -> [(time: SimulatedTime, height: Double)] {
      Ramp(shape: .pulse, from: day, until: .infinity, riseDays: 0, halfLifeDays: effects.halfLifeDays)
        .steps(calendar)
    }
    inadequateSteps = steps(all.inadequate)
    requiresImprovementSteps = steps(all.requiresImprovement)
  }
}
