/// What each post costs, charged post by post, apart from the accounts by line that it is held against.
struct PostLedger {
  /// What a post can cost at one time, one of each.
  enum Purpose: Int { case salary, supplement, cover }

  /// `charges[post * 3 + purpose]`.
  private var charges: [Charge?]
  /// Pounds charged to posts so far.
  private(set) var charged = 0.0

  init(posts: Int) { charges = Array(repeating: nil, count: posts * 3) }

  /// Forgets what was charged, not what is open.
  mutating func start() { charged = 0 }

  func open(_ purpose: Purpose, post: Int) -> Charge? { charges[post * 3 + purpose.rawValue] }

  mutating func begin(_ charge: Charge, for purpose: Purpose, post: Int) {
    charges[post * 3 + purpose.rawValue] = charge
  }

  /// Charges what has come due up to that reading of the line's clock.
  mutating func charge(_ purpose: Purpose, post: Int, reading: Double) {
    let place = post * 3 + purpose.rawValue
    guard var charge = charges[place] else { return }
    charged += charge.charge(to: reading)
    charges[place] = charge
  }

  /// Charges what is paid at once.
  mutating func spend(_ pounds: Double) { charged += pounds }

  mutating func changeRate(_ purpose: Purpose, post: Int, by rate: Double) {
    charges[post * 3 + purpose.rawValue]?.rate += rate
  }

  mutating func end(_ purpose: Purpose, post: Int, reading: Double) {
    charge(purpose, post: post, reading: reading)
    charges[post * 3 + purpose.rawValue] = nil
  }

  /// Charges everything that is open up to the lines' readings.
  mutating func chargeAll(_ lines: Flat<BudgetLine, LineAccount>) {
    for place in charges.indices {
      guard var charge = charges[place] else { continue }
      charged += charge.charge(to: lines[charge.line].reading)
      charges[place] = charge
    }
  }
}
