import DiscreteEvents

/// The position at the start, drawn from published counts.
extension Service {
  mutating func open() {
    drawCouncilYear()
    openInfluences()
    openPartnership()
    openInspections()
    openFostering()
    openPosts()
    openChildren()
    openMarket()
    openReturns()
    openPlan()
    takeCensus()
    scoreboard.endOpening(stageCounts: state.stageCounts, counts: stateCount())
    scheduleMonthEnd()
    paySupplement()
    beginMonthOfReferrals()
    for way in DirectEntry.allCases { scheduleDirectEntry(way) }
    scheduleRollingStarter()
    openResponses()
    for (number, day) in tables.parameters.demand.replay.arrivalDays.enumerated() {
      schedule(.replayedReferral, number, at: SimulatedTime(days: day))
    }
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
        let reserve = tables.parameters.postsInReserve(team, role)
        for (number, fte) in (dealt + Array(repeating: 1, count: reserve)).enumerated() {
          let isFunded = number < dealt.count
          let joins = isFunded || role != .practiceManager ? number : number - dealt.count
          let index = posts.append(
            Post(
              team: team, role: role, pod: UInt16(joins % parameters.pods), fte: fte,
              leaf: takesCases ? leaf : -1, norm: teams[team].norm,
              leavingElasticity: tables.caseloadElasticity))
          if takesCases { leaf += 1 }
          posts[index].number = EntityKey.post(team: team, role: role, number: number)
          posts[index].isFunded = isFunded
          posts[index].isAbove = number >= dealt.count + added
          if isFunded { utter(.postOpened(placing(index))) }
          openDesk(for: index)
        }
      }
      teams.setPosts(team, first..<posts.count)
    }
    appointManagers()
    fillPosts()
    openSupportedYears()
    openAbsences()
    openAgency()
    openStaffing()
    scheduleCohort(0)
    openLevers()
  }

  /// Says for each post which practice manager's post leads its pod.
  private mutating func appointManagers() {
    for index in 0..<posts.count where posts[index].role != .practiceManager {
      for other in 0..<posts.count
      where posts[other].role == .practiceManager && posts[other].team == posts[index].team
        && posts[other].pod == posts[index].pod
      {
        posts[index].manager = Int32(other)
        break
      }
    }
  }

  /// Vacancies are spread evenly over each team's posts of a role; the rest are filled by people with tenure.
  private mutating func fillPosts() {
    var index = 0
    for team in Team.allCases {
      let parameters = tables.parameters.workforce.teams[team]
      for role in Role.allCases {
        let total = parameters.posts[role]
        let vacant = parameters.vacantAtStart[role]
        for number in 0..<total {
          let isVacant = (number + 1) * vacant / total > number * vacant / total
          if isVacant { openVacancy(index + number) } else { fillAtStart(index + number) }
        }
        index += total + tables.parameters.postsInReserve(team, role)
      }
    }
  }

  private mutating func fillAtStart(_ index: Int) {
    let key = EntityKey.worker(post: Int(posts[index].number), occupant: 0)
    let stream = streams.stream(.openingWorker, entity: key)
    let tenure = tables.parameters.workforce.tenureAtStart
    var years = 0.0
    if tenure.sum > 0 {
      let band = Shares<TenureBand>(tenure.elements).pick(stream)
      years = band.from + stream.uniform() * (band.until - band.from)
    }
    let person = newWorker(
      post: index, occupant: 0, joined: now.adding(days: -years * 365.25), passedScreen: years > 0)
    let worker = workers.append(person)
    takeUp(worker, atStart: true)
    beginPay(worker, atStart: true)
  }

  // MARK: Children

  private mutating func openChildren() {
    let opening = tables.parameters.opening
    var number = 0
    for stage in Stage.open {
      let ages = Shares<AgeBand>(
        (stage == .lookedAfter ? opening.lookedAfterAges : opening.otherAges).elements)
      for _ in 0..<opening.children[stage] {
        openChild(number, in: stage, ages: ages.sums.values)
        number += 1
      }
    }
  }

  /// A child who is in a stage at the start. How long the stage has lasted and will last is drawn from the
  /// stationary law: a length-biased length, and a uniform part of it gone, as far as the child's age allows.
  private mutating func openChild(_ number: Int, in stage: Stage, ages: UnsafeBufferPointer<Double>) {
    let key = EntityKey.opening(number)
    let child = newChild(key: key, ages: ages, purpose: .openingChild)
    if stage == .careLeaver { makeAdult(child) }
    let band = children[child].band(at: now)
    let ageDays = children[child].age(at: now) * 365.25
    let stream = streams.stream(.openingChild, entity: key)
    var length = 0.0
    var gone = 0.0
    for _ in 0..<64 {
      length = tables.lengths[stage].sampleLengthBiased(stream) * tables.ageRatios[stage][band]
      gone = length * stream.uniform()
      if gone <= ageDays { break }
      gone = ageDays * stream.uniform()
    }
    let began = now.adding(days: -gone)
    children[child].referred = began
    children[child].strategy = began
    children[child].isPastFirstWorker = false
    enter(child, stage, openedAt: began, remainingDays: length - gone)
  }

  /// Care leavers at the start are between 18 and the age at which support ends.
  private mutating func makeAdult(_ child: Int) {
    let key = children[child].key
    let span = tables.parameters.care.leaverUntil - 18
    let years = 18 + streams.stream(.openingChild, entity: key, occurrence: 3).uniform() * span
    children[child].birthDay = Int32((now.days - years * 365.25).rounded(.down))
    children[child].eighteenth = tables.calendar.birthday(18, bornOn: children[child].birthDay)
  }

  /// Children closed before the start who will be referred again: each closure of the past years comes back with
  /// its share and interval, and those whose interval is not over yet are still to come.
  private mutating func openReturns() {
    let opening = tables.parameters.opening
    let perDay = opening.closuresPerYear / 365.25
    let share = averageReturnShare()
    guard perDay > 0, share > 0 else { return }
    let mean = perDay * share * tables.returnInterval.mean
    let ages = Shares<AgeBand>(opening.otherAges.elements)
    let first = 1_000_000
    let expected = streams.stream(.openingChild, entity: EntityKey.opening(first)).poisson(mean: mean)
    for number in 0..<expected {
      let key = EntityKey.opening(first + 1 + number)
      let child = newChild(key: key, ages: ages.sums.values, purpose: .openingChild)
      let stream = streams.stream(.openingChild, entity: key)
      // The interval under way at the start is length-biased; what is left of it is a uniform part.
      let length = tables.returnInterval.sampleLengthBiased(stream)
      let left = length * stream.uniform()
      children[child].stage = .closed
      children[child].referred = now.adding(days: -(length - left) - opening.referralToClosureDays)
      children[child].closures = 1
      state.stageCounts[.closed] += 1
      let time = now.adding(days: left)
      if time < children[child].eighteenth {
        children[child].returnTicket = schedule(.rereferral, child, at: time)
      }
    }
  }

  /// Return share of an average closure, by the expected flow out of each stage.
  private mutating func averageReturnShare() -> Double {
    let entries = tables.parameters.expectedEntriesPerYear()
    var closures = 0.0
    var returns = 0.0
    for stage in Stage.open {
      let row = tables.parameters.pathway.stages[stage]
      let closing = Exit.allCases.reduce(0.0) { $0 + ($1.next == .closed ? row.exits[$1] : 0) }
      closures += entries[stage.index] * closing
      returns += entries[stage.index] * closing * row.returnShare
    }
    return closures > 0 ? returns / closures : 0
  }
}
