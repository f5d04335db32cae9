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

/// The staff as the state counts them at one moment.
struct StaffCount {
  var filled = 0
  var vacant = 0
  /// Agency staff at work.
  var agency = 0
  /// Children whose stage waits for a signature.
  var unsigned = 0
  /// People of cohorts who wait for a post.
  var cohortWaiting = 0
}

/// Holds the flows, as facts tell them, against the stocks, as the state counts them.
struct Balances {
  /// What is balanced beside the children of each stage.
  private enum Account: UInt8, ParameterKey {
    case inPost, vacant, agency, signatures, cohorts
    /// Pounds, which are charged at each year's end.
    case costsOfChildren, costsOfStaff

    var name: String {
      switch self {
      case .inPost: "workers in post"
      case .vacant: "posts vacant"
      case .agency: "agency staff at work"
      case .signatures: "children waiting for a signature"
      case .cohorts: "people of cohorts waiting for a post"
      case .costsOfChildren: "costs with a child: by line against by child"
      case .costsOfStaff: "costs of staff: by line against by post"
      }
    }

    var unit: String {
      switch self {
      case .inPost, .agency, .cohorts: "people"
      case .vacant: "posts"
      case .signatures: "children"
      case .costsOfChildren, .costsOfStaff: "£"
      }
    }

    var tolerance: Double { unit == "£" ? 1 : 0 }
  }

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
    case .agencyStarted: others[.agency].entered += 1
    case .agencyEnded: others[.agency].left += 1
    case .signOffAsked: others[.signatures].entered += 1
    case .signOffGiven, .signOffWithdrawn: others[.signatures].left += 1
    case .cohortWaits(true): others[.cohorts].entered += 1
    case .cohortWaits(false): others[.cohorts].left += 1
    default: break
    }
  }

  /// Takes the opening position, which the state counts.
  mutating func start(stageCounts: Flat<Stage, Int>, staff: StaffCount) {
    for stage in Stage.allCases { children[stage] = Flows(opening: stageCounts[stage]) }
    for account in Account.allCases { others[account] = Flows(opening: count(account, staff)) }
  }

  mutating func close(stageCounts: Flat<Stage, Int>, staff: StaffCount, money: MoneyMeasure) {
    for stage in Stage.allCases { children[stage].settle(stageCounts[stage]) }
    others[.costsOfChildren].entered = money.linesOfChildren
    others[.costsOfChildren].left = money.chargedToChildren
    others[.costsOfStaff].entered = money.linesOfPosts
    others[.costsOfStaff].left = money.chargedToPosts
    for account in Account.allCases where account.unit != "£" || money.isCharged {
      others[account].settle(count(account, staff))
    }
    #if DEBUG
      for account in results where account.largestResidual > account.tolerance {
        preconditionFailure("The balance '\(account.balance)' is out by \(account.largestResidual).")
      }
    #endif
  }

  private func count(_ account: Account, _ staff: StaffCount) -> Int {
    switch account {
    case .inPost: staff.filled
    case .vacant: staff.vacant
    case .agency: staff.agency
    case .signatures: staff.unsigned
    case .cohorts: staff.cohortWaiting
    case .costsOfChildren, .costsOfStaff: 0
    }
  }

  var results: [BalanceResult] {
    Stage.allCases.map { children[$0].result("children: \($0.spoken)", "children", tolerance: 0) }
      + Account.allCases.map { others[$0].result($0.name, $0.unit, tolerance: $0.tolerance) }
  }
}
