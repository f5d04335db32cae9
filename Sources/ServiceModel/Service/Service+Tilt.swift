import DiscreteEvents

/// What policies and events make of the way out of a stage, for those already in it too.
extension Service {
  /// Whether a stage that has run its length ends now. Which way it leads is decided by the weights of the exits as they
  /// stand now, not as they stood when the child came, from the same number.
  mutating func isEnd(_ child: Int) -> Bool {
    switch children[child].stage {
    case .lookedAfter: return leavesCare(child)
    case .careLeaver: return true
    default:
      if state.exitsWereTilted { tiltExit(child) }
      return true
    }
  }

  private mutating func tiltExit(_ child: Int) {
    let stage = children[child].stage
    let visit = max(1, UInt32(children[child].visits[stage.index])) - 1
    let key = decisionKey(child, stage, visit: visit)
    let stream = streams.stream(
      .stage, entity: key, occurrence: UInt32(stage.rawValue) << 8 | visit)
    let band = children[child].band(at: max(children[child].enteredStage, .zero))
    let exit = tiltedExit(tables.exits[stage][band].sums.values, stream.uniform())
    children[child].exit = tables.partnersTouchStages ? touchedExit(child, stage, exit, visit: visit) : exit
  }

  /// What partners, as they are now, make of a way out.
  private mutating func touchedExit(_ child: Int, _ stage: Stage, _ exit: Exit, visit: UInt32) -> Exit {
    let levels = state.partnership
    let mayNeedNothing = stage == .frontDoor && exit == .assessment && levels.noAction > 0
    let mayRefuse = exit == .earlyHelp && levels.takeUp < 1
    guard mayNeedNothing || mayRefuse else { return exit }
    let drawn = streams.stream(
      .partnership, entity: children[child].key, occurrence: UInt32(stage.rawValue) << 8 | visit
    ).uniform()
    if mayNeedNothing, drawn < levels.noAction { return .noFurtherAction }
    return mayRefuse && drawn >= levels.takeUp ? .stepDown : exit
  }

  /// The rate of emergencies is so many times what it was: what is left of each wait shrinks in proportion, which for
  /// an exponential is exact. A wait that had no end, at a rate of nothing, is drawn anew.
  mutating func hastenEmergencies(from before: Double) {
    let after = influences[.careEntry]
    for child in 0..<children.count {
      let stage = children[child].stage
      guard let mean = tables.rows[stage].meanDaysToEmergency else { continue }
      var days = Double.infinity
      if before > 0, after > 0 {
        days = children[child].emergencyAt.days(since: now) * before / after
      } else if before == 0 {
        let stream = streams.stream(
          .hastened, entity: children[child].key,
          occurrence: UInt32(stage.rawValue) << 8 | UInt32(children[child].visits[stage.index]))
        let load = overload(tables.overload.escalationElasticity, tables.rows[stage].team)
        days = stream.exponential(mean: mean) / load / after
      }
      children[child].emergencyAt = now.adding(days: days)
      scheduleStageEnd(child)
    }
  }
}
