import DiscreteEvents

/// Every pound: by budget line and month, nominal and in the first year's prices, with the activity it bought.
///
/// A line's activity (full-time equivalents, children) is a level over time; its cost is the integral of the level
/// times the price of the financial year. Events such as a recruitment round cost at once. Each placement is also
/// costed by itself when it ends, so that the sum over children can be held against the sum over lines.
struct MoneyMeasure: Measure {
  private let total, byLine, lookedAfter, real, realTotal, activity: Int
  private let prices: PriceTable
  private let money: MoneyParameters
  private let yearOfMonth: [Int]
  /// Part of a social worker's salary that a newly qualified one is not paid.
  private let newlyQualifiedDiscount: Double
  private let agencyWeights: Keyed<Role, Double>
  private var level: [Double]
  private var integral: [Double]
  /// The integral with each moment weighted by the line's influence on price, which is 1 when nothing is on.
  private var priced: [Double]
  private var influence: [Double]
  private var lastChange: [Double]
  private var lumps: [Double]
  private var lumpCounts: [Double]
  /// Ends of the allowances being paid, days.
  private var allowanceEnds: [Double] = []
  private var month = 0

  /// Pounds of placements so far by lines, by finished placements, and by those of the latest census.
  private(set) var placementsByLine = 0.0
  private(set) var placementsFinished = 0.0
  private(set) var placementsOpen = 0.0

  init(_ tables: ModelTables, _ catalogue: inout SeriesCatalogue) {
    prices = PriceTable(tables)
    money = tables.parameters.money
    yearOfMonth = tables.calendar.yearOfMonth
    newlyQualifiedDiscount = 1 - tables.parameters.newlyQualified.salaryRatio
    agencyWeights = PriceTable.agencyWeights(tables.parameters.agency)
    total = catalogue.declare("cost_gbp", "£", .flow)
    byLine = catalogue.declare("cost_gbp", for: BudgetLine.self, as: "line", "£", .flow)
    lookedAfter = catalogue.declare("cost_gbp", of: "line=children_looked_after", "£", .flow)
    realTotal = catalogue.declare("cost_real_gbp", "£ of the first year", .flow)
    real = catalogue.declare("cost_real_gbp", for: BudgetLine.self, as: "line", "£ of the first year", .flow)
    activity = catalogue.series.count
    for line in BudgetLine.allCases {
      _ = catalogue.declare("activity", of: "line=\(line.label)", line.activityUnit, .flow)
    }
    let count = BudgetLine.allCases.count
    level = Array(repeating: 0, count: count)
    integral = Array(repeating: 0, count: count)
    priced = Array(repeating: 0, count: count)
    influence = Array(repeating: 1, count: count)
    lastChange = Array(repeating: 0, count: count)
    lumps = Array(repeating: 0, count: count)
    lumpCounts = Array(repeating: 0, count: count)
    let opening = tables.parameters.opening.allowances
    // Allowances paid at the start run out evenly over the years of childhood that are left.
    allowanceEnds = (0..<opening).map { Double($0 + 1) / Double(opening + 1) * 14 * 365.25 }
    level[BudgetLine.allowances.index] = Double(opening)
  }

  private var year: Int { yearOfMonth.isEmpty ? 0 : yearOfMonth[min(month, yearOfMonth.count - 1)] }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .workerStarted(_, _, let role, _, let fte, _): change(BudgetLine(role: role), by: fte, at: time)
    case .workerLeft(_, _, let role, _, let fte, _, _): change(BudgetLine(role: role), by: -fte, at: time)
    case .workerPromoted(_, _, let fromRole, let fromFte, _, let role, let fte):
      change(BudgetLine(role: fromRole), by: -fromFte, at: time)
      change(BudgetLine(role: role), by: fte, at: time)
    case .agencyStarted(_, _, let role, _, let fte): change(.agency, by: fte * weight(of: role), at: time)
    case .agencyEnded(_, _, let role, _, let fte, _): change(.agency, by: -fte * weight(of: role), at: time)
    case .supportedYearBegan(_, let fte): change(.socialWorkers, by: -fte * newlyQualifiedDiscount, at: time)
    case .supportedYearEnded(_, let fte): change(.socialWorkers, by: fte * newlyQualifiedDiscount, at: time)
    case .placed(_, let placement, _): change(BudgetLine(placement: placement), by: 1, at: time)
    case .placementEnded(_, let placement, let since):
      let line = BudgetLine(placement: placement)
      change(line, by: -1, at: time)
      placementsFinished += prices.cost(line, from: since.days, to: time.days)
    case .childAtCensus(_, _, let placement, let placed):
      placementsOpen += prices.cost(BudgetLine(placement: placement), from: placed.days, to: time.days)
    case .stageEntered(_, let stage, _): changeStage(stage, by: 1, at: time)
    case .stageLeft(_, let stage, _, _, _, _): changeStage(stage, by: -1, at: time)
    case .roundStarted: spend(.recruitment, money.perRound, events: 1)
    case .cohortArrived(_, _, let pounds): spend(.recruitment, pounds, events: 0)
    case .hired: spend(.recruitment, money.perHire, events: 0)
    case .proceedingsStarted: spend(.legal, money.perProceedings, events: 1)
    case .allowanceStarted(_, let until):
      guard until > time else { break }
      change(.allowances, by: 1, at: time)
      allowanceEnds.append(until.days)
    case .influenceChanged(.agencyPrice, let factor):
      change(.agency, by: 0, at: time)
      influence[BudgetLine.agency.index] = factor
    default: break
    }
  }

  /// Agency staff of all roles on one line: a role counts by its price over that of a social worker.
  private func weight(of role: Role) -> Double { agencyWeights[role] }

  private mutating func changeStage(_ stage: Stage, by amount: Double, at time: SimulatedTime) {
    switch stage {
    case .earlyHelp: change(.earlyHelp, by: amount, at: time)
    case .childInNeed, .childProtectionPlan: change(.familySupport, by: amount, at: time)
    case .lookedAfter: change(.careOverheads, by: amount, at: time)
    case .careLeaver: change(.careLeavers, by: amount, at: time)
    default: break
    }
  }

  private mutating func change(_ line: BudgetLine, by amount: Double, at time: SimulatedTime) {
    let index = line.index
    let area = level[index] * (time.days - lastChange[index])
    integral[index] += area
    priced[index] += area * influence[index]
    lastChange[index] = time.days
    level[index] += amount
  }

  private mutating func spend(_ line: BudgetLine, _ pounds: Double, events: Double) {
    lumps[line.index] += pounds * prices.deflator[year]
    lumpCounts[line.index] += events
  }

  mutating func start() {
    for index in integral.indices {
      integral[index] = 0
      priced[index] = 0
      lumps[index] = 0
      lumpCounts[index] = 0
    }
    placementsFinished = 0
    placementsOpen = 0
  }

  mutating func close(_ closed: Month, into readings: inout Readings) {
    endAllowances(at: closed.end)
    month = closed.index
    var sum = 0.0
    var sumLookedAfter = 0.0
    for line in BudgetLine.allCases {
      change(line, by: 0, at: closed.end)
      let index = line.index
      let running = priced[index] * prices.perDay(line, year: closed.financialYear)
      let cost = running + lumps[index]
      let isPlacement = Placement.allCases.contains { BudgetLine(placement: $0) == line }
      if isPlacement { placementsByLine += running }
      readings.set(byLine + index, closed.index, cost)
      readings.set(real + index, closed.index, cost / prices.deflator[closed.financialYear])
      readings.set(activity + index, closed.index, activityOf(line))
      sum += cost
      if line.isForChildrenLookedAfter { sumLookedAfter += cost }
      integral[index] = 0
      priced[index] = 0
      lumps[index] = 0
      lumpCounts[index] = 0
    }
    readings.set(total, closed.index, sum)
    readings.set(lookedAfter, closed.index, sumLookedAfter)
    readings.set(realTotal, closed.index, sum / prices.deflator[closed.financialYear])
    month = closed.index + 1
  }

  private func activityOf(_ line: BudgetLine) -> Double {
    switch line.activityUnit {
    case "FTE-years": integral[line.index] / 365.25
    case "child-weeks": integral[line.index] / 7
    default: lumpCounts[line.index]
    }
  }

  /// Ends each allowance on its day: the days since then are taken back, and the level falls.
  private mutating func endAllowances(at time: SimulatedTime) {
    change(.allowances, by: 0, at: time)
    var kept = 0
    for place in allowanceEnds.indices {
      let end = allowanceEnds[place]
      if end <= time.days {
        integral[BudgetLine.allowances.index] -= time.days - end
        priced[BudgetLine.allowances.index] -= (time.days - end) * influence[BudgetLine.allowances.index]
        level[BudgetLine.allowances.index] -= 1
      } else {
        allowanceEnds[kept] = end
        kept += 1
      }
    }
    allowanceEnds.removeLast(allowanceEnds.count - kept)
  }

  /// Forgets the open placements of the last census, so that the next one is counted afresh.
  mutating func forgetCensus() { placementsOpen = 0 }
}
