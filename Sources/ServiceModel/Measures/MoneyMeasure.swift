import DiscreteEvents
import Parameters

/// Every pound: by budget line and month, nominal and in the first year's prices, with the activity it bought.
///
/// What is paid by the day is an account with a level and a rate; events such as a recruitment round cost at once.
/// Every post and every child is charged by itself too, so that these sums can be held against the sums by line.
struct MoneyMeasure: Measure {
  static let subject = Series.Subject.money
  private let prices: PriceTable
  private let money: MoneyParameters
  private let yearOfMonth: [Int]
  /// Part of a social worker's salary that a newly qualified one is not paid.
  private let newlyQualifiedDiscount: Double
  private var lines = Flat<BudgetLine, LineAccount>(repeating: LineAccount())
  /// What the market and what policies and events make of each line's prices.
  private var market = Flat<BudgetLine, Double>(repeating: 1)
  private var influence = Flat<BudgetLine, Double>(repeating: 1)
  private var posts: PostLedger
  private(set) var children = ChildLedger()
  /// Allowances being paid: the day each ends, and the place of its account.
  private var allowances: [(ends: Double, account: Int)] = []
  private var month = 0
  /// What has been spent and what was budgeted in the financial year so far.
  private var toDate: YearToDate

  /// Pounds so far on the lines that belong to children and to posts, and whether all were charged with the month.
  private(set) var linesOfChildren = 0.0
  private(set) var linesOfPosts = 0.0
  private(set) var isCharged = false

  init(_ tables: ModelTables) {
    prices = tables.prices
    money = tables.parameters.money
    yearOfMonth = tables.calendar.yearOfMonth
    newlyQualifiedDiscount = 1 - tables.parameters.newlyQualified.salaryRatio
    posts = PostLedger(posts: tables.postCount)
    toDate = YearToDate(prices.budget, tables.calendar)
    let openingAllowances = tables.parameters.opening.allowances
    // Allowances paid at the start run out evenly over the years of childhood that are left.
    for number in 0..<openingAllowances {
      startAllowance(-1, until: Double(number + 1) / Double(openingAllowances + 1) * 14 * 365.25, at: 0)
    }
  }

  private var year: Int { yearOfMonth.isEmpty ? 0 : yearOfMonth[min(month, yearOfMonth.count - 1)] }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .stageEntered(let child, let stage, _):
      if let line = BudgetLine(stage: stage) {
        begin(line, for: .stage, child: child, rate: prices.unit(line), at: time.days)
      }
    case .stageLeft(let child, let stage, _, _, _, _):
      if BudgetLine(stage: stage) != nil { end(.stage, child: child, at: time.days) }
      if stage == .careLeaver { end(.grant, child: child, at: time.days) }
    case .placeAwaited(let child, let stage):
      if BudgetLine(stage: stage) != nil { end(.stage, child: child, at: time.days) }
    case .placeTaken(let child, let stage, _):
      if let line = BudgetLine(stage: stage) {
        begin(line, for: .stage, child: child, rate: prices.unit(line), at: time.days)
      }
    case .placed(let child, let placement, _):
      let line = BudgetLine(placement: placement)
      begin(line, for: .placement, child: child, rate: prices.unit(line), at: time.days)
    case .priceOfPlacement(let child, let placement, let ratio):
      end(.placement, child: child, at: time.days)
      let line = BudgetLine(placement: placement)
      begin(line, for: .placement, child: child, rate: prices.unit(line) * ratio, at: time.days)
    case .placementEnded(let child, _, _): end(.placement, child: child, at: time.days)
    case .careEnded(let child, _, _, _): end(.grant, child: child, at: time.days)
    case .grantStarted(let child, let kind):
      end(.grant, child: child, at: time.days)
      begin(.unaccompaniedGrant, for: .grant, child: child, rate: prices.grant[kind], at: time.days)
    case .allowanceStarted(let child, let until): startAllowance(child, until: until.days, at: time.days)
    case .proceedingsStarted(let child):
      children.post(spend(.legal, money.perProceedings, events: 1), to: .legal, child: child)
    case .roundStarted: spend(.recruitment, money.perRound, events: 1)
    case .cohortArrived(_, _, let pounds): spend(.recruitment, pounds, events: 0)
    case .hired: spend(.recruitment, money.perHire, events: 0)
    case .spent(let line, let pounds, let events): spend(line, pounds, events: events)
    case .spentOnPost(_, let line, let pounds): posts.spend(spend(line, pounds, events: 1))
    case .priceMoved(let line, let ratio):
      market[line] = ratio
      refreshPrice(of: line, at: time.days)
    case .influenceChanged(let changed, let ratio): take(changed, ratio, at: time.days)
    default: hearOfStaff(fact, at: time.days)
    }
  }

  private mutating func hearOfStaff(_ fact: Fact, at day: Double) {
    switch fact {
    case .workerStarted(_, let placing, let atStart):
      startPay(placing, at: day)
      if !atStart { spend(.induction, money.perStarter, events: 1) }
    case .workerLeft(_, let placing, _, _): endPay(placing.post, at: day)
    case .workerPromoted(_, let from, let to):
      endPay(from.post, at: day)
      startPay(to, at: day)
    case .payPointChanged(_, let placing, let points):
      changePay(placing.post, by: prices.point[placing.role] * placing.fte * Double(points), at: day)
    case .supportedYearBegan(_, let placing): changePay(placing.post, by: -discount(placing), at: day)
    case .supportedYearEnded(_, let placing): changePay(placing.post, by: discount(placing), at: day)
    case .agencyStarted(_, let placing):
      // What the assignment was made for, to its end.
      let line = posts.open(.salary, post: placing.post) == nil ? BudgetLine.agency : .absenceCover
      begin(line, for: .cover, placing, rate: prices.agency[placing.role], at: day)
    case .agencyEnded(_, let placing, _): end(.cover, post: placing.post, at: day)
    default: break
    }
  }

  // MARK: Prices

  private mutating func take(_ changed: Influence, _ ratio: Double, at day: Double) {
    let touched: [BudgetLine] =
      switch changed {
      case .agencyPrice: [.agency, .absenceCover]
      case .placementPrice: BudgetLine.allCases.filter(\.isPurchased)
      default: []
      }
    for line in touched {
      influence[line] = ratio
      refreshPrice(of: line, at: day)
    }
  }

  private mutating func refreshPrice(of line: BudgetLine, at day: Double) {
    let index = prices.index(line, year: year) * market[line] * influence[line]
    lines[line].setIndex(index, at: day)
  }

  // MARK: Events

  /// Spends pounds of the first year's prices today; where the line is pay, before on-costs.
  ///
  /// - Returns: the cost in the money of the day.
  @discardableResult
  private mutating func spend(_ line: BudgetLine, _ pounds: Double, events: Double) -> Double {
    let today = pounds * prices.single(line, year: year)
    lines[line].spend(today, events: events)
    return today
  }

  // MARK: Children

  @discardableResult
  private mutating func begin(
    _ line: BudgetLine, for purpose: ChildLedger.Purpose, child: Int, rate: Double, at day: Double,
    outlives: Bool = false
  ) -> Int {
    lines[line].change(units: 1, rate: rate, at: day)
    let charge = Charge(line: line, units: 1, rate: rate, chargedTo: lines[line].reading)
    return children.begin(charge, for: purpose, child: child, outlives: outlives)
  }

  private mutating func end(_ purpose: ChildLedger.Purpose, child: Int, at day: Double) {
    guard let charge = children.open(purpose, child: child) else { return }
    let line = charge.line
    lines[line].change(units: -charge.units, rate: -charge.rate, at: day)
    children.end(purpose, child: child, reading: lines[line].reading)
  }

  private mutating func startAllowance(_ child: Int, until: Double, at day: Double) {
    guard until > day else { return }
    let rate = prices.unit(.allowances)
    let account = begin(.allowances, for: .allowance, child: child, rate: rate, at: day, outlives: true)
    allowances.append((until, account))
  }

  /// Ends each allowance on its day: the days since then are taken back, and the level falls.
  private mutating func endAllowances(at day: Double) {
    let line = BudgetLine.allowances
    lines[line].settle(at: day)
    var kept = 0
    for entry in allowances {
      if entry.ends > day {
        allowances[kept] = entry
        kept += 1
        continue
      }
      let reading = lines[line].reading(on: entry.ends)
      lines[line].end(units: 1, rate: prices.unit(.allowances), on: entry.ends)
      children.end(.allowance, place: entry.account, reading: reading)
    }
    allowances.removeLast(allowances.count - kept)
  }

  // MARK: Posts

  private mutating func startPay(_ placing: Placing, at day: Double) {
    let line = BudgetLine(role: placing.role)
    begin(line, for: .salary, placing, rate: prices.unit(line), at: day)
    let supplement = prices.supplement[placing.role]
    if supplement > 0 { begin(.marketSupplements, for: .supplement, placing, rate: supplement, at: day) }
  }

  private mutating func endPay(_ post: Int, at day: Double) {
    end(.salary, post: post, at: day)
    end(.supplement, post: post, at: day)
  }

  /// What a newly qualified worker is paid less, pounds a day.
  private func discount(_ placing: Placing) -> Double {
    prices.unit(.socialWorkers) * placing.fte * newlyQualifiedDiscount
  }

  private mutating func changePay(_ post: Int, by rate: Double, at day: Double) {
    guard let charge = posts.open(.salary, post: post) else { return }
    let line = charge.line
    lines[line].change(units: 0, rate: rate, at: day)
    posts.charge(.salary, post: post, reading: lines[line].reading)
    posts.changeRate(.salary, post: post, by: rate)
  }

  /// - Parameter rate: pounds a day for one FTE.
  private mutating func begin(
    _ line: BudgetLine, for purpose: PostLedger.Purpose, _ placing: Placing, rate: Double, at day: Double
  ) {
    let rate = rate * placing.fte
    lines[line].change(units: placing.fte, rate: rate, at: day)
    let charge = Charge(line: line, units: placing.fte, rate: rate, chargedTo: lines[line].reading)
    posts.begin(charge, for: purpose, post: placing.post)
  }

  private mutating func end(_ purpose: PostLedger.Purpose, post: Int, at day: Double) {
    guard let charge = posts.open(purpose, post: post) else { return }
    let line = charge.line
    lines[line].change(units: -charge.units, rate: -charge.rate, at: day)
    posts.end(purpose, post: post, reading: lines[line].reading)
  }

  // MARK: Months

  mutating func settle(_ month: Month) {
    endAllowances(at: month.end.days)
    for line in BudgetLine.allCases {
      lines[line].settle(at: month.end.days)
      toDate.spend(lines[line].cost, on: line)
      if line.belongsToChildren { linesOfChildren += lines[line].cost }
      if line.belongsToPosts { linesOfPosts += lines[line].cost }
    }
  }

  mutating func report(_ r: inout Report) {
    let deflator = prices.deflator[r.month.financialYear]
    var sum = 0.0
    var lookedAfter = 0.0
    for line in BudgetLine.allCases {
      sum += lines[line].cost
      if line.isForChildrenLookedAfter { lookedAfter += lines[line].cost }
    }
    r.flow(
      Series.cost, .pounds, sum,
      "Cost in nominal terms: in all, by line, and for children looked after "
        + "(`line=children_looked_after`, before the grant for unaccompanied children). Grant income is "
        + "negative.",
      .less.headline(12, "Cost in the year").fan)
    r.parts(Series.cost, by: BudgetLine.self) { (lines[$0].cost, over: 1) }
    r.part(Series.cost, of: "line=children_looked_after", lookedAfter)
    r.flow(
      Series.realCost, "£ of the first year", sum / deflator,
      "Cost at the prices of the first financial year: in all and by line.", .less)
    r.parts(Series.realCost, by: BudgetLine.self) { (lines[$0].cost / deflator, over: 1) }
    for line in BudgetLine.allCases {
      r.line(
        Series.activity, Unit(line.activityUnit), .flow, of: line.breakdown, activity(of: line),
        "What each line's money bought: FTE-years, child-weeks, rounds, starters, payments or proceedings.")
    }
    reportToDate(&r)
  }

  private mutating func reportToDate(_ r: inout Report) {
    r.stock(
      "cost_to_date_gbp", .pounds, toDate.spent.sum,
      "Cost in nominal terms in the financial year so far, from April or from the start of the run.", .less)
    r.hasReadings = toDate.hasBudget
    let (month, year) = (r.month.index, r.month.financialYear)
    r.stock(
      "budget_to_date_gbp", .pounds, toDate.budget(month, year),
      "Budget of the headings that have one, for the financial year so far: the same for each day of the year; "
        + "empty where no budget is set.")
    r.stock(
      "over_budget_to_date_gbp", .pounds, toDate.overspend(month, year),
      "Cost so far less budget so far, of the headings that have a budget; negative where less was spent; "
        + "also by line.",
      .less)
    r.parts("over_budget_to_date_gbp", by: BudgetLine.self) {
      (toDate.overspend($0, month, year), over: 1)
    }
    r.hasReadings = true
  }

  mutating func begin(after closed: Month) {
    for line in BudgetLine.allCases { lines[line].startMonth() }
    guard !closed.isOpening else {
      children.start()
      posts.start()
      (linesOfChildren, linesOfPosts) = (0, 0)
      return
    }
    if closed.endsYear { toDate.startYear() }
    isCharged = closed.endsYear
    if isCharged {
      children.chargeAll(lines)
      posts.chargeAll(lines)
    }
    month = closed.index + 1
    if year != closed.financialYear {
      for line in BudgetLine.allCases { refreshPrice(of: line, at: closed.end.days) }
    }
  }

  private func activity(of line: BudgetLine) -> Double {
    switch line.activityUnit {
    case "FTE-years": lines[line].unitDays / 365.25
    case "child-weeks": lines[line].unitDays / 7
    default: lines[line].events
    }
  }

  /// Pounds charged to children and to posts so far.
  var chargedToChildren: Double { children.charged }
  var chargedToPosts: Double { posts.charged }

  // MARK: One child's spending

  mutating func follow(_ child: Int?) { children.follow(child) }

  /// What the followed child has cost since it was last told, by line; empty when nothing.
  mutating func takeSpending() -> [(line: BudgetLine, pounds: Double)] {
    guard !children.spending.isEmpty else { return [] }
    let spent = BudgetLine.allCases.map { (line: $0, pounds: children.spending[$0.index]) }
    children.forgetSpending()
    return spent.filter { abs($0.pounds) >= 0.5 }
  }
}
