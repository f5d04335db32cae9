import DiscreteEvents

/// What a day of something costs at the prices of the first financial year, and how prices move from year to year.
struct PriceTable: Sendable {
  /// Pounds a day for one unit, 0 where units of the line differ in price.
  private let units: Keyed<BudgetLine, Double>
  /// Price level of each financial year, 1 in the first.
  private let indices: Keyed<BudgetLine, [Double]>
  /// General price level of each financial year, 1 in the first.
  let deflator: [Double]
  /// Level of pay of each financial year, 1 in the first, and what a pound of pay costs with on-costs.
  private let awards: [Double]
  private let onCosts: Double
  /// Pounds a day for one FTE: a point of the pay scale, the market supplement, an agency worker.
  let point: Keyed<Role, Double>
  let supplement: Keyed<Role, Double>
  let agency: Keyed<Role, Double>
  /// Pounds a day, negative: income.
  let grant: Keyed<GrantKind, Double>
  /// Pounds of each financial year; nil where none is set.
  let budget: Keyed<BudgetLine, [Double?]>

  init(_ parameters: ServiceParameters, calendar: ModelCalendar) {
    let money = parameters.money
    let rises = parameters.agency.priceRise
    let years = calendar.yearLabels.indices
    let deflator = years.map { MoneyParameters.index(money.generalInflation, year: $0) }
    let onCosts = 1 + money.onCostShare
    self.deflator = deflator
    self.onCosts = onCosts
    awards = years.map { MoneyParameters.index(money.payAwards, year: $0) }
    func index(_ rises: [Double]) -> [Double] { years.map { MoneyParameters.index(rises, year: $0) } }
    var units = Keyed<BudgetLine, Double>(repeating: 0)
    var indices = Keyed<BudgetLine, [Double]>(repeating: deflator)
    for role in Role.allCases {
      units[BudgetLine(role: role)] = money.salary[role] * onCosts / 365.25
      indices[BudgetLine(role: role)] = awards
    }
    for placement in Placement.allCases {
      units[BudgetLine(placement: placement)] = money.placementPerWeek[placement] / 7
      indices[BudgetLine(placement: placement)] = index([money.placementInflation[placement]])
    }
    units[.careOverheads] = money.careOverheadPerWeek / 7
    units[.allowances] = money.allowancePerWeek / 7
    units[.careLeavers] = money.careLeaverPerWeek / 7
    units[.familySupport] = money.familySupportPerWeek / 7
    units[.earlyHelp] = money.earlyHelpPerWeek / 7
    indices[.agency] = index(rises)
    indices[.absenceCover] = index(rises)
    indices[.marketSupplements] = years.map { _ in 1 }
    indices[.unaccompaniedGrant] = index(money.grantRises)
    self.units = units
    self.indices = indices
    point = Keyed { money.payScale[$0].increment * onCosts / 365.25 }
    supplement = Keyed { money.marketSupplement[$0] * onCosts / 365.25 }
    agency = Keyed { parameters.agency.perWeek[$0] / 7 }
    grant = Keyed { -money.grantPerWeek[$0] / 7 }
    budget = Keyed { line in
      let budget = money.budget[line]
      return years.map { budget.isSet ? budget.pounds * deflator[$0] : nil }
    }
  }

  /// What a pound paid at once on a line costs in that year: pay as it stands after awards, with on-costs; all else at
  /// general prices.
  func single(_ line: BudgetLine, year: Int) -> Double {
    line.isPay ? onCosts * awards[year] : deflator[year]
  }

  /// Pounds a day for one unit of the line, at the prices of the first year.
  func unit(_ line: BudgetLine) -> Double { units[line] }

  /// Price level of the line in that year relative to the first.
  func index(_ line: BudgetLine, year: Int) -> Double { indices[line][year] }

  /// Pounds for one unit of the line for one day in that year.
  func perDay(_ line: BudgetLine, year: Int) -> Double { unit(line) * index(line, year: year) }
}
