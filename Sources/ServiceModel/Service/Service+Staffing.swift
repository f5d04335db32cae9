/// How the state of a team and of its pods moves its workers' hazard of leaving.
extension Service {
  /// Somebody came to or left a post, or is away or back: what that does to the team and to the pods.
  mutating func staffingChanged(_ index: Int) {
    guard isStaffed else { return }
    if tables.teamMatters { refreshTeam(posts[index].team) }
    guard tables.leadMatters else { return }
    if tables.parameters.leaving.spanElasticity != 0, let pod = desk(of: index) { countPeople(of: pod) }
    refreshLeads()
  }

  /// The opening is complete: all effects of the staff as they are.
  mutating func openStaffing() {
    isStaffed = true
    if tables.teamMatters { for team in Team.allCases { refreshTeam(team) } }
    guard tables.leadMatters else { return }
    for pod in 0..<desks.count { countPeople(of: pod) }
    refreshLeads()
  }

  // MARK: The team

  private mutating func refreshTeam(_ team: Team) {
    let stress = stress(of: team)
    guard stress != teamStress[team.index] else { return }
    teamStress[team.index] = stress
    for index in teams.posts(of: team) where posts[index].worker >= 0 {
      refreshHazard(Int(posts[index].worker))
    }
  }

  /// What unfilled posts and long absence in the team do to the hazard of everyone in it.
  private mutating func stress(of team: Team) -> Double {
    var posted = 0.0
    var unfilled = 0.0
    var there = 0.0
    var away = 0.0
    for index in teams.posts(of: team) where posts[index].role.holdsCases && posts[index].isFunded {
      let post = posts[index]
      posted += post.fte
      if post.worker >= 0 {
        there += post.fte
        let person = workers[Int(post.worker)]
        if person.isAway, tables.parameters.absence.kinds[person.absenceKind.index].isCovered {
          away += post.fte
        }
      } else if post.cover < 0 {
        unfilled += post.fte
      }
    }
    let leaving = tables.parameters.leaving
    let vacancy = posted > 0 ? unfilled / posted : leaving.unfilledNorm
    let absence = there > 0 ? away / there : leaving.absenceNorm
    return exponential(
      leaving.unfilledEffect * (vacancy - leaving.unfilledNorm)
        + leaving.absenceEffect * (absence - leaving.absenceNorm))
  }

  // MARK: The pod

  mutating func countPeople(of pod: Int) {
    let manager = desks[pod].post
    var people: Int32 = 0
    for index in teams.posts(of: desks[pod].team) where posts[index].manager == manager {
      if posts[index].worker >= 0 || posts[index].cover >= 0 { people += 1 }
    }
    desks[pod].people = people
  }

  /// Takes up what each practice manager's post now does to the hazard of those whom it leads.
  private mutating func refreshLeads() {
    for index in 0..<posts.count where posts[index].role == .practiceManager {
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
      let led = Double(peopleLed(by: desks[Int(posts[index].desk)].lead))
      effect *= power(max(1, led / leaving.spanNorm), leaving.spanElasticity)
    }
    return effect
  }

  /// Workers of all pods that one manager leads.
  private mutating func peopleLed(by lead: Int32) -> Int32 {
    guard lead >= 0 else { return 0 }
    var people: Int32 = 0
    for pod in 0..<desks.count where desks[pod].lead == lead { people += desks[pod].people }
    return people
  }

  /// A practice manager starts: for a time the pod has a new one.
  mutating func managerStarts(_ index: Int) {
    let leaving = tables.parameters.leaving
    guard posts[index].role == .practiceManager, leaving.managerNewRatio != 1 else { return }
    posts[index].isNewManager = true
    posts[index].settleTicket = schedule(.managerSettles, index, at: now.adding(days: leaving.managerNewDays))
  }

  mutating func managerSettles(_ index: Int) {
    posts[index].isNewManager = false
    posts[index].settleTicket = .none
    staffingChanged(index)
  }
}
