import DiscreteEvents

/// How the improvement plan gets on. Without a plan in the scenario there is nothing to read.
struct PlanMeasure: Measure {
  private let delivered, byCouncil, byBoard, planned, onTimeRate, slippage, complete: Int
  private let actions: [PlannedAction]
  /// Days late of each action that has been delivered, by its slot.
  private var late: [Double?] = Array(repeating: nil, count: ActionSlot.allCases.count)

  init(_ tables: ModelTables, _ catalogue: inout SeriesCatalogue) {
    actions = tables.plan.actions
    delivered = catalogue.declare("actions_delivered", "count", .stock)
    byCouncil = catalogue.declare("actions_delivered", of: "owner=council", "count", .stock)
    byBoard = catalogue.declare("actions_delivered", of: "owner=board", "count", .stock)
    planned = catalogue.declare("actions_due", "count", .stock)
    onTimeRate = catalogue.declare("actions_on_time_rate", "share", .stockRate)
    slippage = catalogue.declare("plan_slippage_days", "days", .stockRate)
    complete = catalogue.declare("plan_complete", "share", .stock)
  }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    if case .actionDelivered(let action, let days) = fact { late[action.index] = days }
  }

  mutating func start() {}

  mutating func close(_ month: Month, into readings: inout Readings) {
    guard !actions.isEmpty else { return }
    var council = 0.0
    var board = 0.0
    var due = 0.0
    var onTime = 0.0
    var days = 0.0
    for action in actions {
      let late = late[action.slot.index]
      if late != nil { if action.slot.isCouncils { council += 1 } else { board += 1 } }
      guard action.due <= month.end else { continue }
      due += 1
      if let late, late <= 0 { onTime += 1 }
      days += max(0, late ?? month.end.days(since: action.due))
    }
    readings.set(delivered, month.index, council + board)
    readings.set(byCouncil, month.index, council)
    readings.set(byBoard, month.index, board)
    readings.set(planned, month.index, due)
    readings.set(onTimeRate, month.index, onTime, over: due)
    readings.set(slippage, month.index, days, over: due)
    readings.set(complete, month.index, council + board == Double(actions.count) ? 1 : 0)
  }
}
