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
    for index in 0..<posts.count {
      if posts[index].role == .practiceManager { leadMayChange(index) } else { _ = countPerson(index) }
    }
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
    addPeople(isThere ? 1 : -1, to: pod)
    return true
  }

  private mutating func addPeople(_ number: Int32, to pod: Int) {
    desks.addPeople(number, to: pod)
    spanMayChange(ofPodsLedFrom: Int(desks[pod].lead))
  }

  /// Gives a post to another practice manager's post, and whoever is in it to that manager's pod.
  mutating func appoint(_ manager: Int, over index: Int) {
    let isCounted = posts[index].isCounted
    if isCounted, let pod = desk(of: index) { addPeople(-1, to: pod) }
    if posts[index].manager >= 0 { posts[Int(posts[index].manager)].postsLed -= 1 }
    posts[index].manager = Int32(manager)
    posts[manager].postsLed += 1
    if isCounted, let pod = desk(of: index) { addPeople(1, to: pod) }
  }

  /// What a practice manager's post does to the hazard of its pod may have changed; it is taken up when the staffing is.
  mutating func leadMayChange(_ index: Int) {
    if tables.leadMatters, state.isStaffed { leadsToRefresh.set(index, true) }
  }

  /// The people whom the manager at a desk leads are more or fewer than before.
  mutating func spanMayChange(ofPodsLedFrom desk: Int) {
    guard desk >= 0, tables.parameters.leaving.spanElasticity != 0, state.isStaffed else { return }
    for pod in desks.podsThatMayLook(to: desk) where Int(desks[pod].lead) == desk {
      leadMayChange(Int(desks[pod].post))
    }
  }

  /// Takes up what practice managers' posts now do to the hazard of those whom they lead, in the order of the posts.
  private mutating func refreshLeads() {
    var next = 0
    while let index = leadsToRefresh.first(from: next) {
      next = index + 1
      leadsToRefresh.set(index, false)
      let effect = leadEffect(index)
      guard effect != posts[index].leadEffect else { continue }
      posts[index].leadEffect = effect
      guard posts[index].postsLed > 0 else { continue }
      var other = Int(posts[index].firstInPod)
      while other >= 0 {
        if posts[other].manager == Int32(index), posts[other].worker >= 0 {
          refreshHazard(Int(posts[other].worker))
        }
        other = Int(posts[other].nextInPod)
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
    setNewManager(index, true)
    posts[index].settleTicket = schedule(.managerSettles, index, at: now.adding(days: leaving.managerNewDays))
  }

  /// The manager who holds the post at the start began so many days ago, and is perhaps still new.
  mutating func continueSettling(_ index: Int, days: Double) {
    let left = tables.parameters.leaving.managerNewDays - days
    guard posts[index].role == .practiceManager, tables.parameters.leaving.managerNewRatio != 1, left > 0
    else { return }
    setNewManager(index, true)
    posts[index].settleTicket = schedule(.managerSettles, index, at: now.adding(days: left))
  }

  mutating func managerSettles(_ index: Int) {
    setNewManager(index, false)
    posts[index].settleTicket = .none
    staffingChanged(index)
  }

  mutating func setNewManager(_ index: Int, _ isNew: Bool) {
    posts[index].isNewManager = isNew
    if posts[index].role == .practiceManager { leadMayChange(index) }
  }
}
