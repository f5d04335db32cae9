import DiscreteEvents

/// One balance over a replication: opening + in - out = closing, held at every month end.
public struct BalanceResult: Sendable {
  public let balance: String
  public let unit: String
  public let opening: Double
  public let entered: Double
  public let left: Double
  public let closing: Double
  public let largestResidual: Double
  /// Residual up to which the balance holds.
  public let tolerance: Double
}

/// What is balanced beside the children of each stage.
enum Account: UInt8, ParameterKey {
  case inPost, vacant, agency
  /// Children whose stage waits for a signature.
  case unsigned
  /// People of cohorts who wait for a post.
  case cohorts
  /// Pounds, which are charged at each year's end.
  case costsOfChildren, costsOfStaff

  /// What each balance is called, its unit, and up to what it may be out.
  var row: (name: String, unit: String, tolerance: Double) {
    switch self {
    case .inPost: ("workers in post", "people", 0)
    case .vacant: ("posts vacant", "posts", 0)
    case .agency: ("agency staff at work", "people", 0)
    case .unsigned: ("children waiting for a signature", "children", 0)
    case .cohorts: ("people of cohorts waiting for a post", "people", 0)
    case .costsOfChildren: ("costs with a child: by line against by child", "£", 1)
    case .costsOfStaff: ("costs of staff: by line against by post", "£", 1)
    }
  }

  var isMoney: Bool { self == .costsOfChildren || self == .costsOfStaff }
}

/// The accounts as the state counts them at one moment; those of money have nothing left to count.
typealias StateCount = Flat<Account, Int>

/// Holds the flows, as facts tell them, against the stocks, as the state counts them.
struct Balances {
  private struct Flows: BitwiseCopyable {
    var opening = 0.0
    var entered = 0.0
    var left = 0.0
    var closing = 0.0
    var largestResidual = 0.0

    init(opening: Int = 0) { self.opening = Double(opening) }

    mutating func settle(_ count: Int) {
      closing = Double(count)
      largestResidual = max(largestResidual, abs(opening + entered - left - closing))
    }

    func result(_ balance: String, _ unit: String, tolerance: Double) -> BalanceResult {
      BalanceResult(
        balance: balance, unit: unit, opening: opening, entered: entered, left: left, closing: closing,
        largestResidual: largestResidual, tolerance: tolerance)
    }
  }

  private var children = Flat<Stage, Flows>(repeating: Flows())
  private var others = Flat<Account, Flows>(repeating: Flows())

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .stageEntered(_, let stage, _): children[stage].entered += 1
    case .stageLeft(_, let stage, _, _, _, _): children[stage].left += 1
    case .workerStarted:
      others[.inPost].entered += 1
      others[.vacant].left += 1
    case .workerLeft:
      others[.inPost].left += 1
      others[.vacant].entered += 1
    case .postOpened: others[.vacant].entered += 1
    case .postClosed: others[.vacant].left += 1
    case .agencyStarted: others[.agency].entered += 1
    case .agencyEnded: others[.agency].left += 1
    case .signOffAsked: others[.unsigned].entered += 1
    case .signOffGiven, .signOffWithdrawn: others[.unsigned].left += 1
    case .cohortWaits(true): others[.cohorts].entered += 1
    case .cohortWaits(false): others[.cohorts].left += 1
    default: break
    }
  }

  /// Takes the opening position, which the state counts.
  mutating func start(stageCounts: Flat<Stage, Int>, counts: StateCount) {
    for stage in Stage.allCases { children[stage] = Flows(opening: stageCounts[stage]) }
    for account in Account.allCases { others[account] = Flows(opening: counts[account]) }
  }

  mutating func close(stageCounts: Flat<Stage, Int>, counts: StateCount, money: MoneyMeasure) {
    for stage in Stage.allCases { children[stage].settle(stageCounts[stage]) }
    others[.costsOfChildren].entered = money.linesOfChildren
    others[.costsOfChildren].left = money.chargedToChildren
    others[.costsOfStaff].entered = money.linesOfPosts
    others[.costsOfStaff].left = money.chargedToPosts
    for account in Account.allCases where !account.isMoney || money.isCharged {
      others[account].settle(counts[account])
    }
    #if DEBUG
      for account in results where account.largestResidual > account.tolerance {
        preconditionFailure("The balance '\(account.balance)' is out by \(account.largestResidual).")
      }
    #endif
  }

  var results: [BalanceResult] {
    Stage.allCases.map { children[$0].result("children: \($0.spoken)", "children", tolerance: 0) }
      + Account.allCases.map { others[$0].result($0.row.name, $0.row.unit, tolerance: $0.row.tolerance) }
  }
}
