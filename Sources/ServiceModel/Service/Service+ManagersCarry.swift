/// Practice managers who hold children of their team.
extension Service {
  /// The team's managers take children from now on, or no more; those whom they hold stay with them.
  mutating func setCarrying(_ team: Team, _ carry: Bool) {
    state.teams[team].managersCarry = carry
    for index in teams.posts(of: team) where posts[index].role == .practiceManager { showPost(index) }
    serve(team)
  }

  /// Weighted cases up to which the holder of a post may be given children, hundredths.
  @inline(__always)
  mutating func room(_ index: Int, _ worker: Int, _ team: Team) -> Double {
    if posts[index].role.holdsCases {
      return teams[team].cap * state.teams[team].hours * posts[index].fte * workers[worker].room * 100
    }
    return tables.parameters.responses.managersCarry.mostCases * posts[index].fte * 100
  }

  /// How loaded a manager is among the team's workers: more than those at the norm, and closed where the manager
  /// carries none or has no room for one more.
  mutating func loadOfManager(_ index: Int, _ worker: Int) -> Double {
    let team = posts[index].team
    guard state.teams[team].managersCarry else { return .infinity }
    let load = Double(workers[worker].load)
    let room = room(index, worker, team)
    return load + 100 <= room + 0.5 ? 1 + load / room : .infinity
  }
}
