import DiscreteEvents
import Parameters

/// How the improvement plan gets on. Without a plan in the scenario there is nothing to read.
struct PlanMeasure: Measure {
  static let subject = Series.Subject.improvement
  private let actions: [PlannedAction]
  /// Days late of each action that has been delivered, by its slot.
  private var late: [Double?] = Array(repeating: nil, count: ActionSlot.allCases.count)

  private var failed = 0.0

  init(_ tables: ModelTables) { actions = tables.plan.actions }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .actionDelivered(let action, let days): late[action.index] = days
    case .actionFailed: failed += 1
    default: break
    }
  }

  mutating func report(_ r: inout Report) {
    r.hasReadings = !actions.isEmpty
    let plan = progress(at: r.month.end)
    r.stock(
      Series.actionsDelivered, .count, plan.council + plan.board,
      "Actions of the plan delivered so far; also the council's and the board's.", .more)
    r.part(Series.actionsDelivered, of: "owner=council", plan.council)
    r.part(Series.actionsDelivered, of: "owner=board", plan.board)
    r.stock("actions_due", .count, plan.due, "Actions of the plan due to be delivered by now.")
    r.ratio(
      Series.actionsOnTime, .share, plan.onTime, over: plan.due,
      "Share of actions due by now that were delivered on time.", .more)
    r.ratio(
      "plan_slippage_days", .days, plan.daysLate, over: plan.due,
      "Mean days by which actions due by now are late; those not yet delivered count up to now, early ones as 0."
    )
    r.flow(
      "actions_failed", .count, &failed,
      "Actions of the plan that proved not to have worked when their work was done, and are done again.",
      .less
    )
    r.stock(
      "plan_complete", .share, plan.council + plan.board == Double(actions.count) ? 1 : 0,
      "1 once every action is delivered, otherwise 0; its mean over replications is the probability of that.")
  }

  private func progress(at now: SimulatedTime) -> Progress {
    var progress = Progress()
    for action in actions {
      let late = late[action.slot.index]
      if late != nil { if action.slot.isCouncils { progress.council += 1 } else { progress.board += 1 } }
      guard action.due <= now else { continue }
      progress.due += 1
      if let late, late <= 0 { progress.onTime += 1 }
      progress.daysLate += max(0, late ?? now.days(since: action.due))
    }
    return progress
  }

  /// Actions delivered by the council's and by the board's; those due, those of them on time, and their days late.
  private struct Progress {
    var council = 0.0
    var board = 0.0
    var due = 0.0
    var onTime = 0.0
    var daysLate = 0.0
  }
}
