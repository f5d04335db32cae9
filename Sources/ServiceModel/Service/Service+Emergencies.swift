import DiscreteEvents

/// Children who enter care in an emergency, at a rate that moves with the load of their team and with influences.
///
/// By thinning, which is exact whatever the rate does meanwhile: candidates come to each child at a ceiling rate, and a
/// candidate is an emergency with the chance that the rate now has of the ceiling.
extension Service {
  /// What multiplies the rate of emergencies of a child in a stage now.
  private mutating func emergencyFactor(_ child: Int, _ stage: Stage) -> Double {
    let age = children[child].year(at: now)
    let level = state.choicesDrift ? state.driftedChoices.care(age.band) : 1
    return overload(tables.overload.escalationElasticity, tables.rows[stage].team) * influences[.careEntry]
      * level * tables.careRatios[age]
  }

  /// A candidate has come: an emergency, or a wait for the next candidate.
  mutating func emergencyMayStrike(_ child: Int) {
    let stage = children[child].stage
    let factor = emergencyFactor(child, stage)
    let ceiling = state.emergencyCeiling
    if factor >= ceiling {
      leave(child, by: .care, completed: false)
      return
    }
    // Named by its second, so that designs with the same candidates thin them by the same numbers.
    let stream = streams.stream(
      .emergency, entity: children[child].key, occurrence: UInt32(truncatingIfNeeded: now.seconds))
    if stream.uniform() * ceiling < factor {
      leave(child, by: .care, completed: false)
      return
    }
    let mean = tables.rows[stage].meanDaysToEmergency ?? .infinity
    children[child].emergencyAt = now.adding(days: stream.exponential(mean: mean) / ceiling)
    scheduleStageEnd(child)
  }

  /// Makes sure that the ceiling is above all that the rate may be multiplied by. It doubles where it is not: what is
  /// left until each pending candidate halves, which is exact for an exponential.
  mutating func raiseEmergencyCeiling() {
    let levels = state.driftedChoices
    let most =
      tables.mostEscalation * influences[.careEntry] * max(levels.careUnder16, levels.care16plus)
    while state.emergencyCeiling < most * (1 - 1e-12) {
      state.emergencyCeiling *= 2
      for child in 0..<children.count where children[child].emergencyAt != .never { hastenEmergency(child) }
    }
  }

  private mutating func hastenEmergency(_ child: Int) {
    guard tables.rows[children[child].stage].meanDaysToEmergency != nil,
      children[child].emergencyAt > now
    else { return }
    let left = children[child].emergencyAt.seconds(since: now)
    children[child].emergencyAt = SimulatedTime(seconds: now.seconds + (left + 1) / 2)
    scheduleStageEnd(child)
  }
}
