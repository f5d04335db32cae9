import DiscreteEvents

/// From when statutory time limits count.
extension Service {
  /// Sets the clock of a child who enters a stage; the child's stage is still the one before.
  ///
  /// An assessment counts from the referral; one of a child whose case is open already counts from its own beginning. A
  /// conference counts from the strategy discussion that opened the enquiry before it, or from its own beginning where
  /// there was none.
  mutating func setClock(_ child: Int, to stage: Stage) {
    switch stage {
    case .assessment:
      let before = children[child].stage
      children[child].isReassessment = before != .frontDoor && before != .earlyHelp && before != .closed
    case .section47: children[child].strategy = now
    case .initialConference: if children[child].stage != .section47 { children[child].strategy = now }
    default: break
    }
  }

  /// When the statutory clock of the child's stage began.
  mutating func clockBegan(_ child: Int, _ stage: Stage) -> SimulatedTime {
    switch stage {
    case .frontDoor: children[child].referred
    case .assessment: children[child].isReassessment ? children[child].enteredStage : children[child].referred
    case .section47, .initialConference: children[child].strategy
    default: children[child].enteredStage
    }
  }

  /// A child who has no open case is referred: for the first time, or again within twelve months of the last time.
  ///
  /// The Department counts every request for services for a child whose case is not open: a step-up from early help, a
  /// return to care of a closed child, and the arrival of a child who is looked after at once.
  mutating func countReferral(_ child: Int) {
    let last = children[child].referred
    utter(.referred(child: child, again: last != .never && now.days(since: last) <= 365.25))
    children[child].referred = now
  }
}
