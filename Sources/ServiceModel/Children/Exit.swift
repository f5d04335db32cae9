/// Why a child leaves a stage; each cause leads to one next stage.
public enum Exit: UInt8, ParameterKey {
  case noFurtherAction
  case stepDown
  case earlyHelp
  case assessment
  case section47
  case conference
  case childInNeed
  case protectionPlan
  case care
  case returnedHome
  case specialGuardianship
  case adoption
  case residenceOrder
  case independence
  case turned18
  case otherEnd

  /// The traits of each exit: where it leads, and the influence that multiplies its weight against the others.
  private var row: (next: Stage, tilt: Influence?) {
    switch self {
    case .noFurtherAction, .stepDown, .specialGuardianship, .adoption, .residenceOrder, .otherEnd:
      (.closed, nil)
    case .earlyHelp: (.earlyHelp, .earlyHelpUptake)
    case .assessment: (.assessment, nil)
    case .section47: (.section47, .protection)
    case .conference: (.initialConference, .protection)
    case .childInNeed, .returnedHome: (.childInNeed, nil)
    case .protectionPlan: (.childProtectionPlan, .protection)
    case .care: (.lookedAfter, .careEntry)
    case .independence, .turned18: (.careLeaver, nil)
    }
  }

  /// Where the cause leads.
  public var next: Stage { row.next }

  var tilt: Influence? { row.tilt }

  /// The influence that multiplies the hazard of leaving care by this exit, for those already there too.
  var hazard: Influence? {
    switch self {
    case .returnedHome: .reunification
    case .specialGuardianship: .permanence
    default: nil
    }
  }
}
