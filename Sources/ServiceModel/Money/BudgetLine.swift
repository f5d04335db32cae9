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

  /// What the activity of a line is counted in.
  private enum Activity: String {
    case fteYears = "FTE-years"
    case childWeeks = "child-weeks"
    case proceedings, rounds, starters, payments
  }

  /// The traits of each line: its heading, what its activity is counted in, and whether the council's section 251
  /// return has it among what is spent on children looked after.
  private var row: (title: String, activity: Activity, isForChildrenLookedAfter: Bool) {
    switch self {
    case .socialWorkers: ("Social workers", .fteYears, false)
    case .seniorPractitioners: ("Senior practitioners", .fteYears, false)
    case .practiceManagers: ("Practice managers", .fteYears, false)
    case .withoutCases: ("Registered social workers without cases", .fteYears, false)
    case .marketSupplements: ("Market supplements", .fteYears, false)
    case .agency: ("Agency staff in vacant posts", .fteYears, false)
    case .absenceCover: ("Agency cover of absence", .fteYears, false)
    case .recruitment: ("Recruitment", .rounds, false)
    case .induction: ("Induction and training of starters", .starters, false)
    case .retention: ("Retention payments", .payments, false)
    case .programmes: ("Programmes, policies and the improvement plan", .payments, false)
    case .kinship: ("Placements with family and friends", .childWeeks, true)
    case .inHouseFostering: ("In-house fostering", .childWeeks, true)
    case .agencyFostering: ("Independent fostering agencies", .childWeeks, true)
    case .residential: ("Children's homes", .childWeeks, true)
    case .withParents: ("Placed with parents", .childWeeks, true)
    case .forAdoption: ("Placed for adoption", .childWeeks, true)
    case .supported: ("Supported and semi-independent living", .childWeeks, true)
    case .secure: ("Secure accommodation", .childWeeks, true)
    case .residentialSchool: ("Residential schools", .childWeeks, true)
    case .otherPlacements: ("Other placements", .childWeeks, true)
    case .careOverheads: ("Other services for children looked after", .childWeeks, true)
    case .allowances: ("Guardianship and adoption allowances", .childWeeks, true)
    case .legal: ("Court fees and legal costs", .proceedings, false)
    case .careLeavers: ("Care leavers", .childWeeks, true)
    case .unaccompaniedGrant: ("Grant for unaccompanied children (income)", .childWeeks, false)
    case .familySupport: ("Support to families of children in need", .childWeeks, false)
    case .earlyHelp: ("Early help", .childWeeks, false)
    }
  }

  /// The heading as a finance officer reads it.
  public var title: String { row.title }

  /// What the activity of the line is counted in.
  public var activityUnit: String { row.activity.rawValue }

  /// True for what is paid to the council's own staff: with the employer's on-costs, and rising with pay awards.
  var isPay: Bool {
    switch self {
    case .socialWorkers, .seniorPractitioners, .practiceManagers, .withoutCases, .marketSupplements,
      .retention:
      true
    default: false
    }
  }

  /// True for placements that the council buys, at prices of a market.
  var isPurchased: Bool {
    switch self {
    case .agencyFostering, .residential, .supported, .secure, .residentialSchool: true
    default: false
    }
  }

  /// True where every pound belongs to a post.
  var belongsToPosts: Bool { row.activity == .fteYears }

  /// True where every pound belongs to a child.
  var belongsToChildren: Bool { row.activity == .childWeeks || row.activity == .proceedings }

  /// True for what the council spends on children looked after (its section 251 return's heading), before any grant.
  public var isForChildrenLookedAfter: Bool { row.isForChildrenLookedAfter }

  /// The line of the services that a child in that stage gets; nil where there are none.
  init?(stage: Stage) {
    guard let line = stage.services else { return nil }
    self = line
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
