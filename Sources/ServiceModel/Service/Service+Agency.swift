import DiscreteEvents

/// Agency staff in the place of those who are not there.
extension Service {
  /// Whether the post has nobody who can work in it.
  private mutating func isEmpty(_ index: Int) -> Bool {
    let permanent = posts[index].worker
    guard permanent >= 0 else { return posts[index].isFunded }
    let person = workers[Int(permanent)]
    return person.isAway && tables.absences[person.absenceKind].isCovered
  }

  mutating func agencyStream(_ index: Int, draw: UInt32) -> RandomStream {
    streams.stream(
      .agency, entity: posts[index].number, occurrence: (posts[index].covers & 0xFFFFFF) << 4 | draw)
  }

  /// A post has fallen empty: decides whether an agency is asked, and when.
  mutating func considerAgency(_ index: Int) {
    let agency = tables.parameters.agency
    let share = agency.coverShare[posts[index].role]
    guard share > 0, posts[index].cover < 0, posts[index].coverTicket == .none, isEmpty(index) else { return }
    posts[index].covers += 1
    posts[index].agencyConsidered = now
    var chance = min(1, share * influences[.agencyDemand])
    if state.agencyOdds != 1 { chance = chance * state.agencyOdds / (1 - chance + chance * state.agencyOdds) }
    guard agencyStream(index, draw: 0).bernoulli(chance) else { return }
    posts[index].coverTicket = schedule(.agencyAsked, index, at: now.adding(days: agency.afterDays))
  }

  /// An assignment is over and the post is still empty: the next one follows without a new decision.
  private mutating func askAgain(_ index: Int) {
    guard posts[index].cover < 0, posts[index].coverTicket == .none, isEmpty(index) else { return }
    posts[index].covers += 1
    posts[index].coverTicket = schedule(.agencyAsked, index, at: now)
  }

  mutating func askAgency(_ index: Int) {
    posts[index].coverTicket = .none
    guard posts[index].cover < 0, isEmpty(index) else { return }
    let fte = posts[index].fte
    guard state.agencyFte.value + fte <= agencyRoom() else {
      agencyQueue.append(index)
      return
    }
    state.agencyFte += fte
    let days = tables.agencyFill.sample(agencyStream(index, draw: 1))
    posts[index].coverTicket = schedule(.agencyArrives, index, at: now.adding(days: days))
    posts[index].coverIsComing = posts[index].coverTicket != .none
    if !posts[index].coverIsComing { state.agencyFte -= fte }
  }

  mutating func agencyArrives(_ index: Int) {
    posts[index].coverTicket = .none
    posts[index].coverIsComing = false
    guard posts[index].cover < 0, isEmpty(index) else {
      agencyGone(posts[index].fte)
      return
    }
    startAgency(index, assignmentDays: tables.agencyAssignment.sample(agencyStream(index, draw: 2)))
  }

  /// Nobody is needed any more: what was asked for is called off, and its room under the cap is free again.
  mutating func callOffAgency(_ index: Int) {
    posts[index].coverTicket = .none
    guard posts[index].coverIsComing else { return }
    posts[index].coverIsComing = false
    agencyGone(posts[index].fte)
  }

  mutating func startAgency(_ index: Int, assignmentDays: Double) {
    let worker = placeAgency(index)
    schedule(.assignmentEnds, worker, at: now.adding(days: assignmentDays))
    if posts[index].role.holdsCases { serve(posts[index].team) }
  }

  /// Somebody from an agency begins in the post today, and is ready to take children.
  mutating func placeAgency(_ index: Int) -> Int {
    let key = EntityKey.agency(post: Int(posts[index].number), cover: Int(posts[index].covers))
    var person = Worker(
      key: key, post: Int32(index), joined: now, now: now, threshold: .infinity, frailty: 0,
      reason: .dismissedOrOther, isAgency: true)
    person.ramp = tables.parameters.agency.capacity
    let worker = workers.append(person)
    posts[index].cover = Int32(worker)
    utter(.agencyStarted(worker: worker, placing(index)))
    showPost(index)
    staffingChanged(index)
    beginSupervision(worker, atStart: false)
    return worker
  }

  /// A leaver who went to an agency comes back through it, at once, into the post that was left.
  mutating func returnsFromAgency(_ worker: Int, to index: Int) -> Bool {
    let share = tables.parameters.agency.leaverReturnShare
    guard share > 0, workers[worker].reason == .movedToAgency, posts[index].cover < 0 else { return false }
    let fte = posts[index].fte
    guard state.agencyFte.value + fte <= agencyRoom() else {
      return false
    }
    posts[index].covers += 1
    guard agencyStream(index, draw: 5).bernoulli(share) else { return false }
    state.agencyFte += fte
    startAgency(index, assignmentDays: tables.agencyAssignment.sample(agencyStream(index, draw: 2)))
    return true
  }

  mutating func assignmentEnds(_ worker: Int) {
    guard !workers[worker].isGone else { return }
    let index = Int(workers[worker].post)
    guard !posts[index].isStanding else { return standingAssignmentEnds(worker) }
    let converts = agencyStream(index, draw: 3).bernoulli(
      min(1, tables.parameters.agency.conversionShare * influences[.conversion]))
    if converts, posts[index].worker < 0 {
      abandonSearch(index)
      posts[index].hireIsReady = false
      startWorker(in: index, converting: worker)
      return
    }
    endAgency(worker, converted: false)
    askAgain(index)
  }

  /// The agency worker's last day: the children go to those at work.
  mutating func endAgency(_ worker: Int, converted: Bool) {
    let index = Int(workers[worker].post)
    workers[worker].isLeaving = true
    posts[index].cover = -1
    showPost(index)
    reallocate(casesOf: worker)
    workers[worker].isGone = true
    caseloads.release(&workers[worker].cases)
    utter(.agencyEnded(worker: worker, placing(index), converted: converted))
    staffingChanged(index)
    if !posts[index].isAbove { agencyGone(posts[index].fte) }
  }

  /// Room under the cap: those who wait are asked for in turn.
  private mutating func agencyGone(_ fte: Double) {
    state.agencyFte -= fte
    askForThoseWhoWait()
  }

  /// Agency FTE that the cap allows.
  private mutating func agencyRoom() -> Double {
    tables.parameters.agency.cap * tables.establishmentFte * influences[.agencyCap] + 1e-9
  }

  /// Asks for those who wait under the cap, in turn, as far as there is room.
  mutating func askForThoseWhoWait() {
    while let next = agencyQueue.first {
      let isNeeded = posts[next].cover < 0 && posts[next].coverTicket == .none && isEmpty(next)
      guard isNeeded else {
        agencyQueue.removeFirst()
        continue
      }
      guard state.agencyFte.value + posts[next].fte <= agencyRoom() else { return }
      agencyQueue.removeFirst()
      askAgency(next)
    }
  }

  /// Agency staff at work at the start, spread evenly over the vacant posts of each role.
  mutating func openAgency() {
    for role in Role.allCases {
      let wanted = tables.parameters.agency.atStart[role]
      var vacant: [Int] = []
      var next = 0
      while let index = vacancies.first(from: next) {
        if posts[index].role == role { vacant.append(index) }
        next = index + 1
      }
      for (number, index) in vacant.enumerated() {
        let isCovered =
          (number + 1) * min(wanted, vacant.count) / vacant.count > number * min(wanted, vacant.count)
          / vacant.count
        guard isCovered else {
          considerAgency(index)
          continue
        }
        posts[index].covers += 1
        state.agencyFte += posts[index].fte
        let stream = agencyStream(index, draw: 4)
        let length = tables.agencyAssignment.sampleLengthBiased(stream)
        startAgency(index, assignmentDays: length * stream.uniform())
      }
    }
  }
}
