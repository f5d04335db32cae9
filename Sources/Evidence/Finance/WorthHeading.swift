import ServiceModel

/// The headings under which the whole cost of the service falls, for asking what an overlay is worth.
enum WorthHeading: String, CaseIterable {
  case ownCost = "own_cost"
  case staff, agency, recruitment, placements
  case otherCare = "other_care"
  case families, legal, grant

  var title: String {
    switch self {
    case .ownCost: "Programmes, payments and supplements"
    case .staff: "Staff in post"
    case .agency: "Agency staff and cover of absence"
    case .recruitment: "Recruitment and induction"
    case .placements: "Placements"
    case .otherCare: "Other services for children in and after care"
    case .families: "Early help and support to families"
    case .legal: "Court fees and legal costs"
    case .grant: "Grant for unaccompanied children (income)"
    }
  }

  /// The heading of a budget line.
  init(_ line: BudgetLine) {
    self =
      switch line {
      case .programmes, .retention, .marketSupplements: .ownCost
      case .socialWorkers, .seniorPractitioners, .practiceManagers, .withoutCases: .staff
      case .agency, .absenceCover: .agency
      case .recruitment, .induction: .recruitment
      case .kinship, .inHouseFostering, .agencyFostering, .residential, .withParents, .forAdoption,
        .supported,
        .secure, .residentialSchool, .otherPlacements:
        .placements
      case .careOverheads, .allowances, .careLeavers: .otherCare
      case .familySupport, .earlyHelp: .families
      case .legal: .legal
      case .unaccompaniedGrant: .grant
      }
  }

  var lines: [BudgetLine] { BudgetLine.allCases.filter { WorthHeading($0) == self } }
}
