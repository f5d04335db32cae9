/// What each post costs, charged post by post, apart from the accounts by line that it is held against.
struct PostLedger {
  /// What a post can cost at one time, one of each.
  enum Purpose: Int {
    case salary, supplement, cover

    static var count: Int { Self.cover.rawValue + 1 }
  }

  /// Those of one post are neighbours.
  private var charges: [Charge?]
  /// Pounds charged to posts so far.
  private(set) var charged = 0.0

  init(posts: Int) { charges = Array(repeating: nil, count: Self.slot(.salary, posts)) }

  @inline(__always)
  private static func slot(_ purpose: Purpose, _ post: Int) -> Int {
    post * Purpose.count + purpose.rawValue
  }

  /// Forgets what was charged, not what is open.
  mutating func start() { charged = 0 }

  func open(_ purpose: Purpose, post: Int) -> Charge? { charges[Self.slot(purpose, post)] }

  mutating func begin(_ charge: Charge, for purpose: Purpose, post: Int) {
    charges[Self.slot(purpose, post)] = charge
  }

  /// Charges what has come due up to that reading of the line's clock.
  mutating func charge(_ purpose: Purpose, post: Int, reading: Double) {
    let place = Self.slot(purpose, post)
    guard var charge = charges[place] else { return }
    charged += charge.charge(to: reading)
    charges[place] = charge
  }

  /// Charges what is paid at once.
  mutating func spend(_ pounds: Double) { charged += pounds }

  mutating func changeRate(_ purpose: Purpose, post: Int, by rate: Double) {
    charges[Self.slot(purpose, post)]?.rate += rate
  }

  mutating func end(_ purpose: Purpose, post: Int, reading: Double) {
    charge(purpose, post: post, reading: reading)
    charges[Self.slot(purpose, post)] = nil
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
