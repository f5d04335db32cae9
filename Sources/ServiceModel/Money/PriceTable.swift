import DiscreteEvents

/// What a unit of activity costs in each financial year, and what a stretch of it costs over several.
struct PriceTable: Sendable {
  /// Pounds a day in each financial year, by budget line.
  private let daily: [[Double]]
  /// General price level of each financial year, 1 in the first.
  let deflator: [Double]
  private let awards: [Double]
  private let yearStarts: [Double]
  let budget: [[Double?]]

  init(_ tables: ModelTables) {
    let money = tables.parameters.money
    let agency = tables.parameters.agency
    let years = tables.calendar.yearLabels.indices
    deflator = years.map { MoneyParameters.index(money.generalInflation, year: $0) }
    awards = years.map { MoneyParameters.index(money.payAwards, year: $0) }
    yearStarts = tables.calendar.yearStarts.map(\.days)
    let deflator = self.deflator
    let awards = self.awards
    daily = BudgetLine.allCases.map { line in
      years.map { year in
        if let role = Role.allCases.first(where: { BudgetLine(role: $0) == line }) {
          return money.salary[role] * (1 + money.onCostShare) * awards[year] / 365.25
        }
        if let placement = Placement.allCases.first(where: { BudgetLine(placement: $0) == line }) {
          let rise = 1 + money.placementInflation[placement]
          return money.placementPerWeek[placement] / 7 * (0..<year).reduce(1.0) { level, _ in level * rise }
        }
        if line == .agency {
          return Self.agencyUnit(agency) / 7 * MoneyParameters.index(agency.priceRise, year: year)
        }
        let perWeek: Double =
          switch line {
          case .careOverheads: money.careOverheadPerWeek
          case .allowances: money.allowancePerWeek
          case .careLeavers: money.careLeaverPerWeek
          case .familySupport: money.familySupportPerWeek
          case .earlyHelp: money.earlyHelpPerWeek
          default: 0
          }
        return perWeek / 7 * deflator[year]
      }
    }
    budget = BudgetLine.allCases.map { line in
      years.map { money.budget[line] > 0 ? money.budget[line] * deflator[$0] : nil }
    }
  }

  /// Weekly price of the unit in which agency staff are counted: one social worker's, or the dearest role's where
  /// that is not set.
  private static func agencyUnit(_ agency: AgencyParameters) -> Double {
    agency.perWeek[.socialWorker] > 0 ? agency.perWeek[.socialWorker] : agency.perWeek.elements.max() ?? 0
  }

  /// Price of each role over the unit.
  static func agencyWeights(_ agency: AgencyParameters) -> Keyed<Role, Double> {
    var weights = Keyed<Role, Double>(repeating: 0)
    let unit = agencyUnit(agency)
    for role in Role.allCases where unit > 0 { weights[role] = agency.perWeek[role] / unit }
    return weights
  }

  /// Pounds for one unit of the line for one day in that year.
  func perDay(_ line: BudgetLine, year: Int) -> Double { daily[line.index][year] }

  /// Pounds for one unit of the line from one day to a later one; nothing is charged before the start.
  func cost(_ line: BudgetLine, from: Double, to: Double) -> Double {
    let begin = max(0, from)
    guard to > begin else { return 0 }
    var total = 0.0
    for year in yearStarts.indices {
      let yearEnd = year + 1 < yearStarts.count ? yearStarts[year + 1] : .infinity
      let days = min(to, yearEnd) - max(begin, yearStarts[year])
      if days > 0 { total += days * daily[line.index][year] }
    }
    return total
  }
}
