import DiscreteEvents

/// The position at the start. What is published is as published; the rest is drawn from the steady state.
extension Service {
  /// - Parameter isOver: asked now and then whether nobody wants the replication any longer; once true, always true.
  /// - Returns: false where that is so: the position is then not complete.
  @discardableResult
  mutating func open(unless isOver: () -> Bool = { false }) -> Bool {
    drawCouncilYear()
    openInfluences()
    moveDrift()
    openPartnership()
    openInspections()
    openFostering()
    openPosts()
    guard openChildren(unless: isOver) else { return false }
    state.isOpen = true
    openNotices()
    openMarket()
    guard openReturns(unless: isOver) else { return false }
    guard openReturnsToCare(unless: isOver) else { return false }
    openPlan()
    takeCensus()
    scoreboard.endOpening(stageCounts: state.stageCounts, counts: stateCount())
    scheduleMonthEnd()
    paySupplement()
    beginMonthOfReferrals()
    for way in DirectEntry.allCases { scheduleDirectEntry(way) }
    scheduleRollingStarter()
    openResponses()
    moveEstablishment()
    for (number, day) in tables.parameters.demand.replay.arrivalDays.enumerated() {
      schedule(.replayedReferral, number, at: SimulatedTime(days: day))
    }
    return true
  }

  // MARK: Posts

  private mutating func openPosts() {
    for team in Team.allCases {
      let parameters = tables.parameters.workforce.teams[team]
      let first = posts.count
      var leaf: Int32 = 0
      for role in Role.allCases {
        let added = tables.parameters.levers.extraPosts.added(to: team, role)
        let dealt = tables.fteOfPosts.deal(parameters.posts[role])
        let takesCases =
          role.holdsCases || tables.parameters.responses.managersCarry.opens(role, of: parameters)
        let drifting = tables.parameters.postsForDrift(team, role)
        let reserve = tables.parameters.postsInReserve(team, role)
        let standing = tables.parameters.agency.standing(in: team, role)
        for (number, fte) in (dealt + Array(repeating: 1, count: reserve)).enumerated() {
          let isFunded = number < dealt.count
          let isExtra = number >= dealt.count + drifting
          let joins = isFunded || role != .practiceManager ? number : number - dealt.count
          let index = posts.append(
            Post(
              team: team, role: role, pod: UInt16(joins % parameters.pods), fte: fte,
              leaf: takesCases ? leaf : -1, norm: teams[team].norm,
              reference: tables.referenceRatios[team], leavingElasticity: tables.caseloadElasticity))
          if takesCases { leaf += 1 }
          posts[index].number = EntityKey.post(team: team, role: role, number: number)
          posts[index].isFunded = isFunded
          posts[index].isAbove = number >= dealt.count + drifting + added
          posts[index].isStanding = number >= dealt.count + reserve - standing
          posts[index].isExtra = isExtra && !posts[index].isAbove
          if isFunded { utter(.postOpened(placing(index))) }
          vacancies.set(index, isFunded)
          openDesk(for: index)
        }
      }
      teams.setPosts(team, first..<posts.count)
    }
    appointManagers()
    fillPosts()
    openMentors()
    openAbsences()
    openAgency()
    openStandingAgency()
    openStaffing()
    scheduleCohort(0)
    openLevers()
  }

  /// Says for each post which practice manager's post leads its pod: the first of the pod.
  private mutating func appointManagers() {
    for team in Team.allCases {
      let pods = tables.parameters.workforce.teams[team].pods
      var managers = Array(repeating: Int32(-1), count: pods)
      var firsts = managers
      for index in teams.posts(of: team).reversed() {
        let pod = Int(posts[index].pod)
        if posts[index].role == .practiceManager {
          managers[pod] = Int32(index)
        } else {
          posts[index].nextInPod = firsts[pod]
          firsts[pod] = Int32(index)
        }
      }
      for index in teams.posts(of: team) {
        let pod = Int(posts[index].pod)
        posts[index].firstInPod = firsts[pod]
        guard posts[index].role != .practiceManager, managers[pod] >= 0 else { continue }
        appoint(Int(managers[pod]), over: index)
      }
    }
  }
}
