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
  /// Children by stage, then posts filled, and pounds, which are charged at each year's end.
  private var accounts: [BalanceResult]
  private var entered: InlineArray<10, Int> = .init(repeating: 0)
  private var left: InlineArray<10, Int> = .init(repeating: 0)
  private var workersStarted = 0
  private var workersLeft = 0

  init(_ tables: ModelTables) {
    func account(_ name: String, _ unit: String, tolerance: Double = 0) -> BalanceResult {
      BalanceResult(
        balance: name, unit: unit, opening: 0, entered: 0, left: 0, closing: 0, largestResidual: 0,
        tolerance: tolerance)
    }
    accounts = Stage.allCases.map { account("children: \($0.spoken)", "children") }
    accounts.append(account("workers in post", "people"))
    accounts.append(account("costs with a child: by line against by child", "£", tolerance: 1))
    accounts.append(account("costs of staff: by line against by post", "£", tolerance: 1))
  }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .stageEntered(_, let stage, _): entered[stage.index] += 1
    case .stageLeft(_, let stage, _, _, _, _): left[stage.index] += 1
    case .workerStarted: workersStarted += 1
    case .workerLeft: workersLeft += 1
    default: break
    }
  }

  /// Takes the opening position, which the state counts.
  mutating func start(stageCounts: InlineArray<10, Int>, postsFilled: Int) {
    for stage in 0..<10 { accounts[stage].opening = Double(stageCounts[stage]) }
    accounts[10].opening = Double(postsFilled)
    entered = .init(repeating: 0)
    left = .init(repeating: 0)
    workersStarted = 0
    workersLeft = 0
  }

  mutating func close(stageCounts: InlineArray<10, Int>, postsFilled: Int, money: MoneyMeasure) {
    for stage in 0..<10 {
      settle(stage, Double(entered[stage]), Double(left[stage]), closing: Double(stageCounts[stage]))
    }
    settle(10, Double(workersStarted), Double(workersLeft), closing: Double(postsFilled))
    if money.isCharged {
      settle(11, money.linesOfChildren, money.chargedToChildren, closing: 0)
      settle(12, money.linesOfPosts, money.chargedToPosts, closing: 0)
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
