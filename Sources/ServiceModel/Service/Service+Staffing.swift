/// How the state of a team and of its pods moves its workers' hazard of leaving.
extension Service {
  /// Somebody came to or left a post, or is away or back: what that does to the team and to the pods.
  mutating func staffingChanged(_ index: Int) {
    guard state.isStaffed else { return }
    if tables.teamMatters, countStaff(index) { refreshTeam(posts[index].team) }
    guard tables.leadMatters else { return }
    let isCounted = countPerson(index)
    if isCounted || posts[index].role == .practiceManager { refreshLeads() }
  }

  /// The opening is complete: all effects of the staff as they are.
  mutating func openStaffing() {
    state.isStaffed = true
    if tables.teamMatters {
      for index in 0..<posts.count { _ = countStaff(index) }
      for team in Team.allCases { refreshTeam(team) }
    }
    guard tables.leadMatters else { return }
    for index in 0..<posts.count where posts[index].role == .practiceManager {
      managerPosts.append(Int32(index))
    }
    recountPeople()
    refreshLeads()
  }

  // MARK: The team

  private mutating func refreshTeam(_ team: Team) {
    let stress = stress(of: team)
    guard stress != state.teams[team].stress else { return }
    state.teams[team].clock = clock(of: team)
    state.teams[team].clockSettled = now
    state.teams[team].stress = stress
    if stress > state.teams[team].bound { resetLeaveChecks(of: team) }
  }

  /// The team's clock of stress: what is integrated over it needs no word when the stress changes.
  @inline(__always)
  mutating func clock(of team: Team) -> Double {
    state.teams[team].clock
      + state.teams[team].stress * Double(now.seconds(since: state.teams[team].clockSettled))
  }

  /// What unfilled posts and long absence in the team do to the hazard of everyone in it.
  private mutating func stress(of team: Team) -> Double {
    let staff = state.teams[team].staff
    let leaving = tables.parameters.leaving
    let vacancy = staff.posted > 0 ? Double(staff.unfilled) / Double(staff.posted) : leaving.unfilledNorm
    let absence = staff.there > 0 ? Double(staff.away) / Double(staff.there) : leaving.absenceNorm
    return exponential(
      leaving.unfilledEffect * (vacancy - leaving.unfilledNorm)
        + leaving.absenceEffect * (absence - leaving.absenceNorm))
  }

  /// Brings the team's count of its staff up to what the post now adds to it, and says whether that is something else.
  private mutating func countStaff(_ index: Int) -> Bool {
    var staff = StaffOfPosts()
    if posts[index].role.holdsCases, posts[index].isFunded {
      let fte = Int64((posts[index].fte * 1e6).rounded())
      staff.posted = fte
      let worker = Int(posts[index].worker)
      if worker >= 0 {
        staff.there = fte
        if workers[worker].isAway, tables.absences[workers[worker].absenceKind].isCovered {
          staff.away = fte
        }
      } else if posts[index].cover < 0 {
        staff.unfilled = fte
      }
    }
    guard staff != posts[index].staff else { return false }
    state.teams[posts[index].team].staff += staff - posts[index].staff
    posts[index].staff = staff
    return true
  }

  // MARK: The pod

  /// Brings the count of the pod's people up to whether somebody is in the post, and says whether that has changed.
  private mutating func countPerson(_ index: Int) -> Bool {
    guard posts[index].role != .practiceManager, let pod = desk(of: index) else { return false }
    let isThere = posts[index].worker >= 0 || posts[index].cover >= 0
    guard isThere != posts[index].isCounted else { return false }
    posts[index].isCounted = isThere
    desks[pod].people += isThere ? 1 : -1
    return true
  }

  /// Counts the people of every pod afresh: at the start, and when posts go to another manager.
  mutating func recountPeople() {
    for pod in 0..<desks.count { desks[pod].people = 0 }
    for index in 0..<posts.count {
      posts[index].isCounted = false
      _ = countPerson(index)
    }
  }

  /// Takes up what each practice manager's post now does to the hazard of those whom it leads.
  private mutating func refreshLeads() {
    if tables.parameters.leaving.spanElasticity != 0 { desks.countLed() }
    for place in 0..<managerPosts.count {
      let index = Int(managerPosts[place])
      let effect = leadEffect(index)
      guard effect != posts[index].leadEffect else { continue }
      posts[index].leadEffect = effect
      for other in teams.posts(of: posts[index].team)
      where posts[other].manager == Int32(index) && posts[other].worker >= 0 {
        refreshHazard(Int(posts[other].worker))
      }
    }
  }

  private mutating func leadEffect(_ index: Int) -> Double {
    let leaving = tables.parameters.leaving
    var effect = 1.0
    if posts[index].worker < 0 { effect *= leaving.managerVacantRatio }
    if posts[index].isNewManager { effect *= leaving.managerNewRatio }
    if leaving.spanElasticity != 0, posts[index].desk >= 0 {
      let lead = Int(desks[Int(posts[index].desk)].lead)
      let led = lead >= 0 ? desks[lead].led : 0
      if led != posts[index].led {
        posts[index].led = led
        posts[index].spanEffect = power(max(1, Double(led) / leaving.spanNorm), leaving.spanElasticity)
      }
      effect *= posts[index].spanEffect
    }
    return effect
  }

  /// A practice manager starts: for a time the pod has a new one.
  mutating func managerStarts(_ index: Int) {
    let leaving = tables.parameters.leaving
    guard posts[index].role == .practiceManager, leaving.managerNewRatio != 1 else { return }
    posts[index].isNewManager = true
    posts[index].settleTicket = schedule(.managerSettles, index, at: now.adding(days: leaving.managerNewDays))
  }

  /// The manager who holds the post at the start began so many days ago, and is perhaps still new.
  mutating func continueSettling(_ index: Int, days: Double) {
    let left = tables.parameters.leaving.managerNewDays - days
    guard posts[index].role == .practiceManager, tables.parameters.leaving.managerNewRatio != 1, left > 0
    else { return }
    posts[index].isNewManager = true
    posts[index].settleTicket = schedule(.managerSettles, index, at: now.adding(days: left))
  }

  mutating func managerSettles(_ index: Int) {
    posts[index].isNewManager = false
    posts[index].settleTicket = .none
    staffingChanged(index)
  }
}
