/// What each child costs, charged child by child, apart from the accounts by line that it is held against.
struct ChildLedger {
  /// What a child can cost at one time, one of each.
  enum Purpose: Int {
    case placement, stage, allowance, grant

    static var count: Int { Self.grant.rawValue + 1 }
  }

  private struct Account: BitwiseCopyable {
    /// -1 where the child is no longer known.
    var child: Int32
    /// Charges that are open.
    var open: Int16 = 0
    var isFollowed = false
  }

  /// Place of the account of the child at each place in the model, -1 for none.
  private var places: [Int32] = []
  private var accounts: [Account] = []
  /// The charges of each account, one for each purpose.
  private var charges: [Charge?] = []
  private var free: [Int32] = []
  /// Pounds charged to children so far.
  private(set) var charged = 0.0
  /// The child whose spending is told, -1 for none, and that spending this year by line.
  private var followed = -1
  private(set) var spending: [Double] = []

  /// Place of an account's charge: those of one account are neighbours, the placement's first.
  @inline(__always)
  private static func slot(_ purpose: Purpose, _ account: Int) -> Int {
    account * Purpose.count + purpose.rawValue
  }

  /// Follows the child at that place from now on; nil when the place is given to somebody else.
  mutating func follow(_ child: Int?) {
    followed = child ?? -1
    if spending.isEmpty { spending = Array(repeating: 0, count: BudgetLine.allCases.count) }
  }

  mutating func forgetSpending() {
    for line in spending.indices { spending[line] = 0 }
  }

  /// Forgets what was charged, not what is open.
  mutating func start() {
    charged = 0
    forgetSpending()
  }

  /// Begins to charge a child.
  ///
  /// - Parameter outlives: whether the charge goes on when the child is no longer known: it then has an account to
  ///   itself. A child of -1 is not known from the start.
  /// - Returns: the place of the account.
  @discardableResult
  mutating func begin(_ charge: Charge, for purpose: Purpose, child: Int, outlives: Bool = false) -> Int {
    let place = account(of: outlives ? -1 : child)
    accounts[place].isFollowed = child >= 0 && child == followed
    let slot = Self.slot(purpose, place)
    if charges[slot] == nil { accounts[place].open += 1 }
    charges[slot] = charge
    return place
  }

  /// The child's open charge for a purpose.
  func open(_ purpose: Purpose, child: Int) -> Charge? {
    guard child < places.count, places[child] >= 0 else { return nil }
    return charges[Self.slot(purpose, Int(places[child]))]
  }

  /// Charges what has come due up to that reading of the line's clock, and ends the charge.
  mutating func end(_ purpose: Purpose, child: Int, reading: Double) {
    guard child < places.count, places[child] >= 0 else { return }
    end(purpose, place: Int(places[child]), reading: reading)
  }

  mutating func end(_ purpose: Purpose, place: Int, reading: Double) {
    let slot = Self.slot(purpose, place)
    guard var charge = charges[slot] else { return }
    post(charge.charge(to: reading), to: charge.line, isFollowed: accounts[place].isFollowed)
    charges[slot] = nil
    accounts[place].open -= 1
    guard accounts[place].open == 0 else { return }
    if accounts[place].child >= 0 { places[Int(accounts[place].child)] = -1 }
    free.append(Int32(place))
  }

  /// Charges a single event.
  mutating func post(_ pounds: Double, to line: BudgetLine, child: Int) {
    post(pounds, to: line, isFollowed: child == followed)
  }

  private mutating func post(_ pounds: Double, to line: BudgetLine, isFollowed: Bool) {
    charged += pounds
    if isFollowed { spending[line.index] += pounds }
  }

  /// Charges everything that is open up to the lines' readings.
  mutating func chargeAll(_ lines: Flat<BudgetLine, LineAccount>) {
    for place in accounts.indices where accounts[place].open > 0 {
      for slot in Self.slot(.placement, place)..<Self.slot(.placement, place + 1) {
        guard var charge = charges[slot] else { continue }
        post(
          charge.charge(to: lines[charge.line].reading), to: charge.line,
          isFollowed: accounts[place].isFollowed)
        charges[slot] = charge
      }
    }
  }

  private mutating func account(of child: Int) -> Int {
    if child >= 0 {
      while places.count <= child { places.append(-1) }
      if places[child] >= 0 { return Int(places[child]) }
    }
    let place: Int
    if let last = free.popLast() {
      place = Int(last)
      accounts[place].child = Int32(child)
    } else {
      place = accounts.count
      accounts.append(Account(child: Int32(child)))
      for _ in 0..<Purpose.count { charges.append(nil) }
    }
    if child >= 0 { places[child] = Int32(place) }
    return place
  }
}
