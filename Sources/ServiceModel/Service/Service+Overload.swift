/// What a team's load does to its children.
///
/// Effects of load are counted from the team's reference load, which is that of the opening position unless the scenario
/// says otherwise: lengths, rates and hazards are published or fitted at the loads of their time, so that no effect of
/// load may move them before the load itself has moved.
extension Service {
  /// The team's load over the reference load of those at work; 1 for a stage that no team holds, and during the opening.
  private mutating func loadRatio(_ team: Team?) -> Double {
    guard let team, state.isOpen else { return 1 }
    let capacity = state.teams[team].capacity * tables.referenceRatios[team]
    let ratio = capacity > 0 ? state.teams[team].load / capacity : 2
    return min(max(ratio, Self.leastLoadRatio), Self.mostLoadRatio)
  }

  /// Loads beyond this times the capacity have no further effect.
  static var mostLoadRatio: Double { 4 }

  /// The factor by which a rate or a length changes with the team's load; exactly 1 when the effect is off.
  mutating func overload(_ elasticity: Double, _ team: Team?) -> Double {
    elasticity == 0 ? 1 : power(loadRatio(team), elasticity)
  }

  /// The load of all teams over the reference load of those at work.
  mutating func loadRatioOfAll() -> Double {
    guard state.isOpen else { return 1 }
    var load = 0.0
    var capacity = 0.0
    for team in Team.allCases {
      load += state.teams[team].load
      capacity += state.teams[team].capacity * tables.referenceRatios[team]
    }
    return capacity > 0 ? min(max(load / capacity, Self.leastLoadRatio), Self.mostLoadRatio) : 1
  }

  /// Keeps the team's capacity when somebody comes, goes or carries more; a post without cases adds nothing.
  mutating func countCapacity(_ index: Int, _ holder: Int32) {
    let isAtWork = holder >= 0 && posts[index].role.holdsCases
    let capacity = isAtWork ? posts[index].fullLoad * workers[Int(holder)].room : 0
    guard capacity != posts[index].capacity else { return }
    state.teams[posts[index].team].changeCapacity(from: posts[index].capacity, to: capacity)
    posts[index].capacity = capacity
  }

  /// Below a quarter of the reference load, less load has no further effect.
  static var leastLoadRatio: Double { 0.25 }
}
