import DiscreteEvents

/// Inspections that follow one another as the service stands.
extension Service {
  /// Draws when the inspection after that judgement comes.
  mutating func scheduleLaterInspection(after judgement: Judgement) {
    guard let later = tables.laterInspections else { return }
    let number = state.laterInspections
    let stream = streams.stream(.inspection, entity: LaterInspections.intervalKey(number))
    let time = now.adding(days: later.interval(after: judgement, stream))
    schedule(.inspection, LaterInspections.place(number, isFading: false), at: time)
  }

  /// A later inspection is published, or the last one's effects fade by a step.
  mutating func laterInspection(_ place: Int) {
    guard let later = tables.laterInspections else { return }
    if place & 1 == 0 {
      let judgement = drawJudgement(LaterInspections.judgementKey(state.laterInspections))
      state.laterInspections += 1
      state.laterJudgement = judgement
      state.laterJudgedAt = now
      publish(judgement)
      scheduleLaterInspection(after: judgement)
    } else if place != LaterInspections.place(state.laterInspections, isFading: true) {
      // A newer judgement has taken its place.
      return
    }
    guard state.month < tables.calendar.months else { return }
    let monthEnd = tables.calendar.monthEnds[state.month]
    let effects = tables.parameters.inspection.effects(of: state.laterJudgement)
    let begin = state.laterJudgedAt.days
    let ramp = Ramp(
      shape: .pulse, from: begin, until: .infinity, riseDays: 0, halfLifeDays: effects?.halfLifeDays ?? 1)
    let height = now < monthEnd ? ramp.meanHeight(from: now.days, to: monthEnd.days) : 1
    var fades = false
    for (influence, ratio) in (effects ?? JudgementEffects()).effects {
      setInfluence(influence, from: later.source, to: 1 + (ratio - 1) * height)
      fades = fades || ratio != 1
    }
    if fades, monthEnd < tables.calendar.end {
      schedule(
        .inspection, LaterInspections.place(state.laterInspections, isFading: true), at: monthEnd)
    }
  }
}
