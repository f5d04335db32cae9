import DiscreteEvents

/// Posts that a drifting establishment adds and takes away.
///
/// As each month begins every team has as many posts of each role as the multiplier makes of those at the start, by
/// Webster's method over all teams and roles: so they come and go over the year, as the multiplier does, and none is closed in
/// one team to be opened in another. Posts that are added
/// are filled like any others. Of those that go, vacant ones go at once; nobody is dismissed, and the others go when they fall
/// vacant. Practice managers' posts stay as they are, and so do the pods that they lead.
extension Service {
  /// Adds or takes away posts as this month begins.
  mutating func moveEstablishment() {
    let table = tables.drift
    let month = state.month - table.firstMonth[.establishment]
    guard table.drives[.establishment], month >= 0 else { return }
    let start = tables.driftingPosts
    let wanted = Int((Double(start.reduce(0, +)) * drift.beginning(.establishment, month)).rounded())
    guard wanted != Int(state.postsWantedInAll) else { return }
    state.postsWantedInAll = Int32(wanted)
    let parts = Apportionment.scaled(start, to: wanted)
    for team in Team.allCases {
      for role in Role.allCases where role.drifts {
        let part = parts[team.index * Role.allCases.count + role.index]
        state.postsWanted[team][role] = Int32(part)
        bring(team, role, to: part)
      }
    }
  }

  private mutating func bring(_ team: Team, _ role: Role, to wanted: Int) {
    var missing = wanted - established(team, role)
    guard missing != 0 else { return }
    for index in teams.posts(of: team) where missing > 0 {
      guard posts[index].role == role, !posts[index].isFunded, isOfEstablishment(index) else { continue }
      establish(index, beside: false)
      missing -= 1
    }
    for index in teams.posts(of: team).reversed() where missing < 0 {
      guard posts[index].role == role, mayClose(index), !posts[index].hireIsReady else { continue }
      close(index)
      missing += 1
    }
  }

  /// Whether the post is one of those that drift adds and takes away: not of a lever, not above establishment.
  private mutating func isOfEstablishment(_ index: Int) -> Bool {
    !posts[index].isExtra && !posts[index].isAbove
  }

  private mutating func established(_ team: Team, _ role: Role) -> Int {
    var count = 0
    for index in teams.posts(of: team)
    where posts[index].role == role && posts[index].isFunded && isOfEstablishment(index) { count += 1 }
    return count
  }

  /// Whether a post can be closed as it is: established, vacant, and not one to lead a pod.
  private mutating func mayClose(_ index: Int) -> Bool {
    posts[index].isFunded && posts[index].worker < 0 && posts[index].role.drifts && isOfEstablishment(index)
  }

  /// Closes a post that has just fallen vacant, if its team has more of its role than it is to have.
  mutating func closesVacated(_ index: Int) -> Bool {
    guard state.postsWantedInAll >= 0, mayClose(index) else { return false }
    let (team, role) = (posts[index].team, posts[index].role)
    guard established(team, role) > Int(state.postsWanted[team][role]) else { return false }
    close(index)
    return true
  }

  /// The post is no longer established: nobody is sought for it, and no agency.
  private mutating func close(_ index: Int) {
    abandonSearch(index)
    callOffAgency(index)
    if posts[index].cover >= 0 { endAgency(Int(posts[index].cover), converted: false) }
    posts[index].isFunded = false
    vacancies.set(index, false)
    state.budgetOfPosts = .nan
    utter(.postClosed(placing(index)))
    staffingChanged(index)
  }
}

extension Role {
  /// Whether drift adds posts of the role and takes them away.
  var drifts: Bool { self != .practiceManager }
}
