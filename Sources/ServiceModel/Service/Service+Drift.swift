import DiscreteEvents

/// How drift from year to year reaches the service: at the beginning of each month, at the mean of the month.
extension Service {
  /// Takes up what every driver is multiplied by in the month that begins.
  mutating func moveDrift() {
    guard tables.drift.isOn else { return }
    moveChoices()
    moveStaffDrift()
  }

  /// Which way children go at the end of a stage, and the rate of emergencies.
  private mutating func moveChoices() {
    var levels = DriftedChoices()
    levels.careUnder16 = drift[.careEntryUnder16, state.month]
    levels.care16plus = drift[.careEntry16plus, state.month]
    levels.plans = drift[.planStarts, state.month]
    levels.needs = drift[.needStarts, state.month]
    guard levels != state.driftedChoices else { return }
    state.driftedChoices = levels
    state.choicesDrift = levels != DriftedChoices()
    state.exitsChangedAt = now
    raiseEmergencyCeiling()
  }

  private mutating func moveStaffDrift() {
    if tables.drift.drives[.agency] { state.agencyOdds = drift[.agency, state.month] }
    guard let source = tables.drift.source else { return }
    if tables.drift.drives[.applicants] {
      setInfluence(.applicants, from: source, to: drift[.applicants, state.month])
    }
    guard leavingDrifts else { return }
    // The drift takes the place of a multiplier for each year that has nothing to do with the year before.
    if state.councilYear != 1 {
      state.councilYear = 1
      refreshEveryHazard()
    }
    setInfluence(.leavingHazard, from: source, to: drift[.leaving, state.month])
  }

  /// Whether the drift of leaving has taken the place of the council-year.
  var leavingDrifts: Bool {
    mutating get { tables.drift.drives[.leaving] && state.month >= tables.drift.firstMonth[.leaving] }
  }

  // MARK: Choices

  /// What the chance of an exit is multiplied by, at the end of a stage that began at that age.
  @inline(__always)
  private mutating func choiceLevel(_ exit: Exit, of stage: Stage, _ band: AgeBand) -> Double {
    switch exit {
    case .care: state.driftedChoices.care(band)
    case .section47, .conference, .protectionPlan:
      stage.isBeforeProtection ? state.driftedChoices.plans : 1
    case .childInNeed: stage.isBeforeProtection || stage.isInEnquiry ? state.driftedChoices.needs : 1
    default: 1
    }
  }

  /// An exit drawn from one number, where the chance of some exits is multiplied: theirs by the multiplier, and the
  /// others' so that all add up to 1. Where the multiplied would add up to more than 1, they share it in proportion.
  ///
  /// - Parameters:
  ///   - sums: running sums of the shares before influences tilt them.
  ///   - drawn: uniform from 0 to 1.
  mutating func driftedExit(
    _ stage: Stage, _ band: AgeBand, _ sums: UnsafeBufferPointer<Double>, _ drawn: Double
  ) -> Exit {
    var (all, moved, movedTo) = (0.0, 0.0, 0.0)
    for exit in Exit.allCases {
      let weight = weight(of: exit, sums)
      all += weight
      let level = choiceLevel(exit, of: stage, band)
      if level != 1 {
        moved += weight
        movedTo += weight * level
      }
    }
    guard all > 0 else { return .stepDown }
    let others = all - moved
    let left = others > 1e-12 * all ? max(0, all - movedTo) / others : 0
    var place = drawn * (movedTo + others * left)
    var last = Exit.stepDown
    for exit in Exit.allCases {
      let level = choiceLevel(exit, of: stage, band)
      let weight = weight(of: exit, sums) * (level != 1 ? level : left)
      guard weight > 0 else { continue }
      last = exit
      if place < weight { break }
      place -= weight
    }
    return last
  }
}

/// What the chances of some ways at the end of a stage are multiplied by.
struct DriftedChoices: BitwiseCopyable, Equatable {
  var careUnder16 = 1.0
  var care16plus = 1.0
  var plans = 1.0
  var needs = 1.0

  @inline(__always)
  func care(_ band: AgeBand) -> Double { band == .age16plus ? care16plus : careUnder16 }
}

extension Stage {
  /// Whether its ways out may drift: those of care and after have lengths and ways of their own.
  var leadsOn: Bool { isBeforeProtection || isInEnquiry || self == .childProtectionPlan }

  /// Before enquiries, plans and care: what leads on from here towards protection is the beginning of it.
  fileprivate var isBeforeProtection: Bool {
    switch self {
    case .frontDoor, .earlyHelp, .assessment, .childInNeed: true
    default: false
    }
  }

  fileprivate var isInEnquiry: Bool { self == .section47 || self == .initialConference }
}
