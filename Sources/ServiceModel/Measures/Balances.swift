import DiscreteEvents

/// One balance over a replication: opening + in - out = closing, held at every month end.
public struct BalanceResult: Sendable {
  public let balance: String
  public let unit: String
  public var opening: Double
  public var entered: Double
  public var left: Double
  public var closing: Double
  public var largestResidual: Double
  /// Residual up to which the balance holds.
  public let tolerance: Double
}

/// Holds the flows, as facts tell them, against the stocks, as the state counts them.
struct Balances {
  /// Children by stage, then staff, then pounds, which are charged at each year's end.
  private var accounts: [BalanceResult]
  private var entered: Flat<Stage, Int> = .init()
  private var left: Flat<Stage, Int> = .init()
  private var staff = StaffFlows()

  init(_ tables: ModelTables) {
    func account(_ name: String, _ unit: String, tolerance: Double = 0) -> BalanceResult {
      BalanceResult(
        balance: name, unit: unit, opening: 0, entered: 0, left: 0, closing: 0, largestResidual: 0,
        tolerance: tolerance)
    }
    accounts = Stage.allCases.map { account("children: \($0.spoken)", "children") }
    accounts.append(account("workers in post", "people"))
    accounts.append(account("posts vacant", "posts"))
    accounts.append(account("agency staff at work", "people"))
    accounts.append(account("children waiting for a signature", "children"))
    accounts.append(account("people of cohorts waiting for a post", "people"))
    accounts.append(account("costs with a child: by line against by child", "£", tolerance: 1))
    accounts.append(account("costs of staff: by line against by post", "£", tolerance: 1))
  }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .stageEntered(_, let stage, _): entered[stage] += 1
    case .stageLeft(_, let stage, _, _, _, _): left[stage] += 1
    default: staff.hear(fact)
    }
  }

  /// Takes the opening position, which the state counts.
  mutating func start(stageCounts: Flat<Stage, Int>, staff count: StaffCount) {
    for stage in Stage.allCases { accounts[stage.index].opening = Double(stageCounts[stage]) }
    accounts[10].opening = Double(count.filled)
    accounts[11].opening = Double(count.vacant)
    accounts[12].opening = Double(count.agency)
    accounts[13].opening = Double(count.unsigned)
    accounts[14].opening = Double(count.cohortWaiting)
    entered = .init()
    left = .init()
    staff = StaffFlows()
  }

  mutating func close(stageCounts: Flat<Stage, Int>, staff count: StaffCount, money: MoneyMeasure) {
    for stage in Stage.allCases {
      settle(stage.index, Double(entered[stage]), Double(left[stage]), closing: Double(stageCounts[stage]))
    }
    settle(10, staff.started, staff.left, closing: Double(count.filled))
    settle(11, staff.left + staff.postsOpened, staff.started, closing: Double(count.vacant))
    settle(12, staff.agencyStarted, staff.agencyEnded, closing: Double(count.agency))
    settle(13, staff.signOffsAsked, staff.signOffsOver, closing: Double(count.unsigned))
    settle(14, staff.cohortJoined, staff.cohortEnded, closing: Double(count.cohortWaiting))
    if money.isCharged {
      settle(15, money.linesOfChildren, money.chargedToChildren, closing: 0)
      settle(16, money.linesOfPosts, money.chargedToPosts, closing: 0)
    }
    #if DEBUG
      for account in accounts where account.largestResidual > account.tolerance {
        preconditionFailure("The balance '\(account.balance)' is out by \(account.largestResidual).")
      }
    #endif
  }

  private mutating func settle(_ index: Int, _ entered: Double, _ left: Double, closing: Double) {
    accounts[index].entered = entered
    accounts[index].left = left
    accounts[index].closing = closing
    let residual = abs(accounts[index].opening + entered - left - closing)
    accounts[index].largestResidual = max(accounts[index].largestResidual, residual)
  }

  var results: [BalanceResult] { accounts }
}
