import DiscreteEvents

/// Children of one team whom workers of another hold.
extension Service {
  /// Other teams take the team's children from now on, or no longer; those whom they hold stay with them.
  mutating func setBorrowing(_ team: Team, _ borrows: Bool) {
    state.teams[team].borrows = borrows
    state.anyBorrows = false
    for place in 0..<Team.allCases.count where state.teams[Team.at(place)].borrows { state.anyBorrows = true }
    if borrows { serve(team) }
  }

  /// The least loaded worker of another team who may take a child of this one: in a team without a list of its own.
  mutating func lender(for stage: Stage, _ team: Team) -> Int? {
    guard state.anyBorrows, state.teams[team].borrows else { return nil }
    let lending = tables.parameters.responses.lending
    guard state.teams[team].lentOut < lending.mostChildren else { return nil }
    let weight = Double(tables.rows[stage].weight)
    var lender: Int?
    var least = Double.infinity
    for place in 0..<Team.allCases.count {
      let other = Team.at(place)
      guard other != team, teams.waiting(other) == 0,
        let leaf = teams.least(other, experienced: tables.rows[stage].needsExperience)
      else { continue }
      let index = teams.firstPost(other) + leaf
      guard posts[index].role.holdsCases else { continue }
      let worker = Int(posts[index].holder)
      let full = posts[index].fullLoad * workers[worker].room
      let cap = teams[other].cap * posts[index].fte * workers[worker].room * 100
      let load = Double(workers[worker].load)
      guard load + weight <= min(lending.upToLoad * full, cap) + 0.5, load / full < least else { continue }
      (lender, least) = (worker, load / full)
    }
    return lender
  }

  /// Teams that borrow may have children whom the team's workers can now take.
  mutating func serveOthers(than team: Team) {
    for place in 0..<Team.allCases.count {
      let other = Team.at(place)
      if other != team, state.teams[other].borrows, teams.waiting(other) > 0 { serveOwn(other) }
    }
  }

  /// Remembers whose worker holds a child who has just been allocated, where it is another team's.
  mutating func noteLoan(_ child: Int, _ worker: Int, of team: Team) {
    let other = posts[Int(workers[worker].post)].team
    guard other != team else { return }
    children[child].lentOf = Int8(team.index)
    children[child].lentBy = Int8(other.index)
    state.teams[team].lentOut += 1
    utter(.caseLent(child: child, of: team, to: other, begins: true))
  }

  /// Another team's worker no longer holds the child for its team.
  mutating func endLoan(_ child: Int) {
    let team = Team.at(Int(children[child].lentOf))
    let other = Team.at(Int(children[child].lentBy))
    children[child].lentOf = -1
    children[child].lentBy = -1
    state.teams[team].lentOut -= 1
    utter(.caseLent(child: child, of: team, to: other, begins: false))
  }

  /// Whether the child's worker holds it for a team: as one of its own, or as one who helps out.
  mutating func isTheirs(_ child: Int, _ worker: Int, _ team: Team) -> Bool {
    if posts[Int(workers[worker].post)].team == team {
      if children[child].lentBy >= 0 { endLoan(child) }
      return true
    }
    return children[child].lentBy >= 0 && Team.at(Int(children[child].lentOf)) == team
  }
}
