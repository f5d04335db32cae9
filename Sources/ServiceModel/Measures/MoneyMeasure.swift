import DiscreteEvents

/// Every pound: by budget line and month, nominal and in the first year's prices, with the activity it bought.
///
/// What is paid by the day is an account with a level and a rate; events such as a recruitment round cost at once.
/// Every post and every child is charged by itself too, so that these sums can be held against the sums by line.
struct MoneyMeasure: Measure {
  private let total, byLine, lookedAfter, real, realTotal, activity: Int
  private let prices: PriceTable
  private let money: MoneyParameters
  private let yearOfMonth: [Int]
  /// Part of a social worker's salary that a newly qualified one is not paid.
  private let newlyQualifiedDiscount: Double
  private var lines: [LineAccount]
  /// What the market and what policies and events make of each line's prices.
  private var market: [Double]
  private var influence: [Double]
  private var posts: PostLedger
  private(set) var children = ChildLedger()
  /// Allowances being paid: the day each ends, and the place of its account.
  private var allowances: [(ends: Double, account: Int)] = []
  private let openingAllowances: Int
  private var month = 0

  /// Pounds so far on the lines that belong to children and to posts, and whether all were charged with the month.
  private(set) var linesOfChildren = 0.0
  private(set) var linesOfPosts = 0.0
  private(set) var isCharged = false

  init(_ tables: ModelTables, _ catalogue: inout SeriesCatalogue) {
    prices = tables.prices
    money = tables.parameters.money
    yearOfMonth = tables.calendar.yearOfMonth
    newlyQualifiedDiscount = 1 - tables.parameters.newlyQualified.salaryRatio
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
    lines = Array(repeating: LineAccount(), count: count)
    market = Array(repeating: 1, count: count)
    influence = Array(repeating: 1, count: count)
    posts = PostLedger(posts: tables.postCount)
    openingAllowances = tables.parameters.opening.allowances
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
    case .placed(let child, let placement, _):
      let line = BudgetLine(placement: placement)
      begin(line, for: .placement, child: child, rate: prices.unit(line), at: time.days)
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
      market[line.index] = ratio
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
      case .placementPrice: [.agencyFostering, .residential, .supported, .secure, .residentialSchool]
      default: []
      }
    for line in touched {
      influence[line.index] = ratio
      refreshPrice(of: line, at: day)
    }
  }

  private mutating func refreshPrice(of line: BudgetLine, at day: Double) {
    let index = prices.index(line, year: year) * market[line.index] * influence[line.index]
    lines[line.index].setIndex(index, at: day)
  }

  // MARK: Events

  /// Spends pounds of the first year's prices today.
  ///
  /// - Returns: the pounds in the money of the day.
  @discardableResult
  private mutating func spend(_ line: BudgetLine, _ pounds: Double, events: Double) -> Double {
    let today = pounds * prices.deflator[year]
    lines[line.index].spend(today, events: events)
    return today
  }

  // MARK: Children

  @discardableResult
  private mutating func begin(
    _ line: BudgetLine, for purpose: ChildLedger.Purpose, child: Int, rate: Double, at day: Double,
    outlives: Bool = false
  ) -> Int {
    lines[line.index].change(units: 1, rate: rate, at: day)
    let charge = Charge(line: line, units: 1, rate: rate, chargedTo: lines[line.index].reading)
    return children.begin(charge, for: purpose, child: child, outlives: outlives)
  }

  private mutating func end(_ purpose: ChildLedger.Purpose, child: Int, at day: Double) {
    guard let charge = children.open(purpose, child: child) else { return }
    let line = charge.line.index
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
    let line = BudgetLine.allowances.index
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
    let line = charge.line.index
    lines[line].change(units: 0, rate: rate, at: day)
    posts.charge(.salary, post: post, reading: lines[line].reading)
    posts.changeRate(.salary, post: post, by: rate)
  }

  /// - Parameter rate: pounds a day for one FTE.
  private mutating func begin(
    _ line: BudgetLine, for purpose: PostLedger.Purpose, _ placing: Placing, rate: Double, at day: Double
  ) {
    let rate = rate * placing.fte
    lines[line.index].change(units: placing.fte, rate: rate, at: day)
    let charge = Charge(line: line, units: placing.fte, rate: rate, chargedTo: lines[line.index].reading)
    posts.begin(charge, for: purpose, post: placing.post)
  }

  private mutating func end(_ purpose: PostLedger.Purpose, post: Int, at day: Double) {
    guard let charge = posts.open(purpose, post: post) else { return }
    let line = charge.line.index
    lines[line].change(units: -charge.units, rate: -charge.rate, at: day)
    posts.end(purpose, post: post, reading: lines[line].reading)
  }

  // MARK: Months

  mutating func start() {
    for line in lines.indices { lines[line].startMonth() }
    children.start()
    posts.start()
    linesOfChildren = 0
    linesOfPosts = 0
  }

  mutating func close(_ closed: Month, into readings: inout Readings) {
    endAllowances(at: closed.end.days)
    month = closed.index
    let deflator = prices.deflator[closed.financialYear]
    var sum = 0.0
    var sumLookedAfter = 0.0
    for line in BudgetLine.allCases {
      lines[line.index].settle(at: closed.end.days)
      let account = lines[line.index]
      readings.set(byLine + line.index, closed.index, account.cost)
      readings.set(real + line.index, closed.index, account.cost / deflator)
      readings.set(activity + line.index, closed.index, activityOf(line, account))
      sum += account.cost
      if line.isForChildrenLookedAfter { sumLookedAfter += account.cost }
      if line.belongsToChildren { linesOfChildren += account.cost }
      if line.belongsToPosts { linesOfPosts += account.cost }
      lines[line.index].startMonth()
    }
    readings.set(total, closed.index, sum)
    readings.set(lookedAfter, closed.index, sumLookedAfter)
    readings.set(realTotal, closed.index, sum / deflator)
    isCharged = closed.endsYear
    if closed.endsYear {
      children.chargeAll(lines)
      posts.chargeAll(lines)
    }
    month = closed.index + 1
    if year != closed.financialYear {
      for line in BudgetLine.allCases { refreshPrice(of: line, at: closed.end.days) }
    }
  }

  private func activityOf(_ line: BudgetLine, _ account: LineAccount) -> Double {
    switch line.activityUnit {
    case "FTE-years": account.unitDays / 365.25
    case "child-weeks": account.unitDays / 7
    default: account.events
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
