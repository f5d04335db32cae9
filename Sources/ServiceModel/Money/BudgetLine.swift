import Parameters

/// The budget headings to which every pound belongs.
public enum BudgetLine: UInt8, ParameterKey {
  case socialWorkers
  case seniorPractitioners
  case practiceManagers
  case withoutCases
  case marketSupplements
  case agency
  case absenceCover
  case recruitment
  case induction
  case retention
  case programmes
  case kinship
  case inHouseFostering
  case agencyFostering
  case residential
  case withParents
  case forAdoption
  case supported
  case secure
  case residentialSchool
  case otherPlacements
  case careOverheads
  case allowances
  case legal
  case careLeavers
  case unaccompaniedGrant
  case familySupport
  case earlyHelp

  /// The heading as a finance officer reads it.
  public var title: String {
    switch self {
    case .socialWorkers: "Social workers"
    case .seniorPractitioners: "Senior practitioners"
    case .practiceManagers: "Practice managers"
    case .withoutCases: "Registered social workers without cases"
    case .marketSupplements: "Market supplements"
    case .agency: "Agency staff in vacant posts"
    case .absenceCover: "Agency cover of absence"
    case .recruitment: "Recruitment"
    case .induction: "Induction and training of starters"
    case .retention: "Retention payments"
    case .programmes: "Programmes, policies and the improvement plan"
    case .kinship: "Placements with family and friends"
    case .inHouseFostering: "In-house fostering"
    case .agencyFostering: "Independent fostering agencies"
    case .residential: "Children's homes"
    case .withParents: "Placed with parents"
    case .forAdoption: "Placed for adoption"
    case .supported: "Supported and semi-independent living"
    case .secure: "Secure accommodation"
    case .residentialSchool: "Residential schools"
    case .otherPlacements: "Other placements"
    case .careOverheads: "Other services for children looked after"
    case .allowances: "Guardianship and adoption allowances"
    case .legal: "Court fees and legal costs"
    case .careLeavers: "Care leavers"
    case .unaccompaniedGrant: "Grant for unaccompanied children (income)"
    case .familySupport: "Support to families of children in need"
    case .earlyHelp: "Early help"
    }
  }

  /// What the activity of the line is counted in; empty where the money is for events.
  public var activityUnit: String {
    switch self {
    case .socialWorkers, .seniorPractitioners, .practiceManagers, .withoutCases, .marketSupplements, .agency,
      .absenceCover:
      "FTE-years"
    case .recruitment: "rounds"
    case .induction: "starters"
    case .retention: "payments"
    case .programmes: "payments"
    case .legal: "proceedings"
    default: "child-weeks"
    }
  }

  /// True where every pound belongs to a post.
  var belongsToPosts: Bool { activityUnit == "FTE-years" }

  /// True where every pound belongs to a child.
  var belongsToChildren: Bool {
    switch self {
    case .kinship, .inHouseFostering, .agencyFostering, .residential, .withParents, .forAdoption, .supported,
      .secure, .residentialSchool, .otherPlacements, .careOverheads, .allowances, .legal, .careLeavers,
      .unaccompaniedGrant, .familySupport, .earlyHelp:
      true
    default: false
    }
  }

  /// True for what the council spends on children looked after (its section 251 return's heading), before any grant.
  public var isForChildrenLookedAfter: Bool {
    switch self {
    case .kinship, .inHouseFostering, .agencyFostering, .residential, .withParents, .forAdoption, .supported,
      .secure, .residentialSchool, .otherPlacements, .careOverheads, .allowances, .careLeavers:
      true
    default: false
    }
  }

  /// The line of the services that a child in that stage gets; nil where there are none.
  init?(stage: Stage) {
    switch stage {
    case .earlyHelp: self = .earlyHelp
    case .childInNeed, .childProtectionPlan: self = .familySupport
    case .lookedAfter: self = .careOverheads
    case .careLeaver: self = .careLeavers
    default: return nil
    }
  }

  init(role: Role) {
    switch role {
    case .socialWorker: self = .socialWorkers
    case .seniorPractitioner: self = .seniorPractitioners
    case .practiceManager: self = .practiceManagers
    case .withoutCases: self = .withoutCases
    }
  }

  public init(placement: Placement) {
    switch placement {
    case .kinship: self = .kinship
    case .inHouseFostering: self = .inHouseFostering
    case .agencyFostering: self = .agencyFostering
    case .residential: self = .residential
    case .withParents: self = .withParents
    case .forAdoption: self = .forAdoption
    case .supported: self = .supported
    case .secure: self = .secure
    case .residentialSchool: self = .residentialSchool
    case .other: self = .otherPlacements
    }
  }
}
