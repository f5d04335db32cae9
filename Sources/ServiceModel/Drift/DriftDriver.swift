/// What drifts from year to year, beyond chance in each single event.
public enum DriftDriver: UInt8, ParameterKey {
  /// The rate at which families are referred.
  case referrals
  /// The chance that a stage ends in care, and the rate of emergencies, by the child's age.
  case careEntryUnder16, careEntry16plus
  /// The hazard of leaving care by any way but the eighteenth birthday, by the child's age.
  case careExitUnder16, careExit16plus
  /// The chance that a stage leads on towards a child protection plan, and the hazard at which plans end.
  case planStarts, planEnds
  /// The chance that a stage leads to help under section 17, and the hazard at which that help ends.
  case needStarts, needEnds
  /// Every worker's hazard of leaving.
  case leaving
  /// The mean number of applicants in a round of recruitment.
  case applicants
  /// The odds that an agency is asked to cover a post that falls empty.
  case agency
  /// The number of established posts other than practice managers'.
  case establishment
  /// The price of every placement.
  case placementPrices
}

/// Two drivers whose surprises of a year may be correlated.
public enum DriftPair: UInt8, ParameterKey {
  case careEntryUnder16WithCareEntry16plus
  case careEntryUnder16WithCareExitUnder16
  case planStartsWithPlanEnds
  case needStartsWithNeedEnds
  case leavingWithApplicants
  case leavingWithAgency
  case applicantsWithAgency

  /// The two, in their order.
  public var drivers: (DriftDriver, DriftDriver) {
    switch self {
    case .careEntryUnder16WithCareEntry16plus: (.careEntryUnder16, .careEntry16plus)
    case .careEntryUnder16WithCareExitUnder16: (.careEntryUnder16, .careExitUnder16)
    case .planStartsWithPlanEnds: (.planStarts, .planEnds)
    case .needStartsWithNeedEnds: (.needStarts, .needEnds)
    case .leavingWithApplicants: (.leaving, .applicants)
    case .leavingWithAgency: (.leaving, .agency)
    case .applicantsWithAgency: (.applicants, .agency)
    }
  }
}
