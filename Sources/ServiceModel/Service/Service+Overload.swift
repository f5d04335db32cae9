/// What a team's load does to its children.
extension Service {
  /// The team's load over the capacity of those at work, at the norm; 1 for a stage that no team holds.
  private mutating func loadRatio(_ team: Team?) -> Double {
    guard let team else { return 1 }
    let capacity = state.teams[team].capacity
    let ratio = capacity > 0 ? state.teams[team].load / capacity : 2
    return min(max(ratio, Self.leastLoadRatio), Self.mostLoadRatio)
  }

  /// Loads beyond this times the capacity have no further effect.
  static var mostLoadRatio: Double { 4 }

  /// The factor by which a rate or a length changes with the team's load; exactly 1 when the effect is off.
  mutating func overload(_ elasticity: Double, _ team: Team?) -> Double {
    elasticity == 0 ? 1 : power(loadRatio(team), elasticity)
  }

  /// Keeps the team's capacity when somebody comes, goes or carries more.
  mutating func countCapacity(_ index: Int, _ holder: Int32) {
    let capacity = holder >= 0 ? posts[index].fullLoad * workers[Int(holder)].ramp : 0
    guard capacity != posts[index].capacity else { return }
    state.teams[posts[index].team].capacity += capacity - posts[index].capacity
    posts[index].capacity = capacity
  }
}
