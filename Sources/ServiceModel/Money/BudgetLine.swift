import Parameters

/// The budget headings to which every pound belongs.
public enum BudgetLine: UInt8, ParameterKey, BitwiseCopyable {
  case socialWorkers
  case seniorPractitioners
  case practiceManagers
  case withoutCases
  case agency
  case recruitment
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
  case familySupport
  case earlyHelp

  public var name: String { "\(self)" }

  /// The heading as a finance officer reads it.
  public var title: String {
    switch self {
    case .socialWorkers: "Social workers"
    case .seniorPractitioners: "Senior practitioners"
    case .practiceManagers: "Practice managers"
    case .withoutCases: "Registered social workers without cases"
    case .agency: "Agency staff"
    case .recruitment: "Recruitment"
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
    case .familySupport: "Support to families of children in need"
    case .earlyHelp: "Early help"
    }
  }

  /// What the activity of the line is counted in; empty where the money is for events.
  public var activityUnit: String {
    switch self {
    case .socialWorkers, .seniorPractitioners, .practiceManagers, .withoutCases, .agency: "FTE-years"
    case .recruitment: "rounds"
    case .legal: "proceedings"
    default: "child-weeks"
    }
  }

  /// True for what the council spends on children looked after (its section 251 return's heading).
  public var isForChildrenLookedAfter: Bool {
    switch self {
    case .kinship, .inHouseFostering, .agencyFostering, .residential, .withParents, .forAdoption, .supported,
      .secure, .residentialSchool, .otherPlacements, .careOverheads, .allowances, .careLeavers:
      true
    default: false
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

  init(placement: Placement) {
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
