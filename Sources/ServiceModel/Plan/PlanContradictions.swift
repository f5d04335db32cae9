import Parameters

extension PlanParameters {
  /// What does not go together within the plan.
  func contradictions() -> [Contradiction] {
    let planned = ActionSlot.allCases.filter { actions[$0].isPlanned }
    var found = planned.flatMap { contradictions(of: $0) }
    if found.isEmpty { found += circles(planned) }
    return found
  }

  private func contradictions(of slot: ActionSlot) -> [Contradiction] {
    let action = actions[slot]
    let path = "plan.actions.\(slot.name)"
    var found: [Contradiction] = []
    if action.due < action.from {
      found.append(
        Contradiction(
          .error, ["\(path).due", "\(path).from"], code: "ends-before-start",
          "\(slot.spoken) is due on \(action.due), before it begins on \(action.from)"))
    }
    let hours = [action.leastHours, action.likelyHours, action.mostHours]
    if hours != hours.sorted() {
      found.append(
        Contradiction(
          .error, ["\(path).likelyHours", "\(path).leastHours", "\(path).mostHours"], code: "effort",
          "the efforts of \(slot.spoken) are \(hours.map(rounded).joined(separator: ", ")) hours; they must not decrease from least to most"
        ))
    }
    for number in action.after {
      guard let first = Self.slot(number), actions[first].isPlanned else {
        found.append(
          Contradiction(
            .error, ["\(path).after"], code: "unknown-action",
            "\(slot.spoken) waits for number \(rounded(number)), which is not in the plan",
            help: "1 to 17 are the council's actions and 18 to 25 the board's; each must be planned"))
        continue
      }
    }
    if action.effect == .none, action.ratio != 1 {
      found.append(
        Contradiction(
          .warning, ["\(path).effect", "\(path).ratio"], code: "effect-of-nothing",
          "\(slot.spoken) has a ratio of \(rounded(action.ratio)), but changes nothing",
          help: "set effect to what it changes"))
    }
    return found
  }

  static func slot(_ number: Double) -> ActionSlot? {
    ActionSlot.allCases.first { Double($0.number) == number }
  }

  /// Actions that wait for one another in a circle would never begin.
  private func circles(_ planned: [ActionSlot]) -> [Contradiction] {
    var done: Set<ActionSlot> = []
    var grew = true
    while grew {
      grew = false
      for slot in planned where !done.contains(slot) {
        let first = actions[slot].after.compactMap(Self.slot)
        if first.allSatisfy(done.contains) {
          done.insert(slot)
          grew = true
        }
      }
    }
    let stuck = planned.filter { !done.contains($0) }
    guard !stuck.isEmpty else { return [] }
    return [
      Contradiction(
        .error, stuck.map { "plan.actions.\($0.name).after" }, code: "circle",
        "these actions wait for one another and would never begin: \(stuck.map(\.spoken).joined(separator: ", "))"
      )
    ]
  }
}

extension ServiceParameters {
  /// A plan that waits for managers whom the service does not have.
  func planContradictions() -> [Contradiction] {
    let needsManagers = plan.doneBy == .desks || plan.hoursPerManagerWeek >= 0
    guard plan.hasActions, needsManagers else { return [] }
    guard !Team.allCases.contains(where: { workforce.teams[$0].posts[.practiceManager] > 0 }) else {
      return []
    }
    return [
      Contradiction(
        .error, ["plan.doneBy", "plan.hoursPerManagerWeek"], code: "plan-without-managers",
        "the plan is done in practice managers' time, but no team has a practice manager post",
        help: "add posts, or set plan.doneBy to pool and leave plan.hoursPerManagerWeek at -1")
    ]
  }
}
