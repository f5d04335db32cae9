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

  /// Where the cause leads.
  public var next: Stage {
    switch self {
    case .noFurtherAction, .specialGuardianship, .adoption, .residenceOrder, .otherEnd: .closed
    case .stepDown: .closed
    case .earlyHelp: .earlyHelp
    case .assessment: .assessment
    case .section47: .section47
    case .conference: .initialConference
    case .childInNeed, .returnedHome: .childInNeed
    case .protectionPlan: .childProtectionPlan
    case .care: .lookedAfter
    case .independence, .turned18: .careLeaver
    }
  }
}
