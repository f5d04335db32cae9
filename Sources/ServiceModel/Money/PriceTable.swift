import DiscreteEvents

/// What a day of something costs at the prices of the first financial year, and how prices move from year to year.
struct PriceTable: Sendable {
  /// Pounds a day for one unit, by budget line; 0 where units of the line differ in price.
  private let units: [Double]
  /// Price level of each financial year, 1 in the first, by budget line.
  private let indices: [[Double]]
  /// General price level of each financial year, 1 in the first.
  let deflator: [Double]
  /// Pounds a day for one FTE: a point of the pay scale, the market supplement, an agency worker.
  let point: Keyed<Role, Double>
  let supplement: Keyed<Role, Double>
  let agency: Keyed<Role, Double>
  /// Pounds a day, negative: income.
  let grant: Keyed<GrantKind, Double>
  let budget: [[Double?]]

  init(_ parameters: ServiceParameters, calendar: ModelCalendar) {
    let money = parameters.money
    let rises = parameters.agency.priceRise
    let years = calendar.yearLabels.indices
    let deflator = years.map { MoneyParameters.index(money.generalInflation, year: $0) }
    let onCosts = 1 + money.onCostShare
    self.deflator = deflator
    units = BudgetLine.allCases.map { Self.unit($0, money) }
    indices = BudgetLine.allCases.map { line in
      if Role.allCases.contains(where: { BudgetLine(role: $0) == line }) {
        return years.map { MoneyParameters.index(money.payAwards, year: $0) }
      }
      if let placement = Placement.allCases.first(where: { BudgetLine(placement: $0) == line }) {
        return years.map { MoneyParameters.index([money.placementInflation[placement]], year: $0) }
      }
      switch line {
      case .agency, .absenceCover: return years.map { MoneyParameters.index(rises, year: $0) }
      case .marketSupplements: return years.map { _ in 1 }
      case .unaccompaniedGrant: return years.map { MoneyParameters.index(money.grantRises, year: $0) }
      default: return deflator
      }
    }
    var point = Keyed<Role, Double>(repeating: 0)
    var supplement = Keyed<Role, Double>(repeating: 0)
    var agency = Keyed<Role, Double>(repeating: 0)
    for role in Role.allCases {
      point[role] = money.payScale[role].increment * onCosts / 365.25
      supplement[role] = money.marketSupplement[role] * onCosts / 365.25
      agency[role] = parameters.agency.perWeek[role] / 7
    }
    self.point = point
    self.supplement = supplement
    self.agency = agency
    var grant = Keyed<GrantKind, Double>(repeating: 0)
    for kind in GrantKind.allCases { grant[kind] = -money.grantPerWeek[kind] / 7 }
    self.grant = grant
    budget = BudgetLine.allCases.map { line in
      years.map { money.budget[line] > 0 ? money.budget[line] * deflator[$0] : nil }
    }
  }

  private static func unit(_ line: BudgetLine, _ money: MoneyParameters) -> Double {
    if let role = Role.allCases.first(where: { BudgetLine(role: $0) == line }) {
      return money.salary[role] * (1 + money.onCostShare) / 365.25
    }
    if let placement = Placement.allCases.first(where: { BudgetLine(placement: $0) == line }) {
      return money.placementPerWeek[placement] / 7
    }
    switch line {
    case .careOverheads: return money.careOverheadPerWeek / 7
    case .allowances: return money.allowancePerWeek / 7
    case .careLeavers: return money.careLeaverPerWeek / 7
    case .familySupport: return money.familySupportPerWeek / 7
    case .earlyHelp: return money.earlyHelpPerWeek / 7
    default: return 0
    }
  }

  /// Pounds a day for one unit of the line, at the prices of the first year.
  func unit(_ line: BudgetLine) -> Double { units[line.index] }

  /// Price level of the line in that year over that of the first.
  func index(_ line: BudgetLine, year: Int) -> Double { indices[line.index][year] }

  /// Pounds for one unit of the line for one day in that year.
  func perDay(_ line: BudgetLine, year: Int) -> Double { unit(line) * index(line, year: year) }
}
