import DiscreteEvents

/// Where children and workers meet.
extension Service {
  private mutating func line(_ child: Int, _ stage: Stage) -> Int {
    UnallocatedList.line(
      priority: tables.rows[stage].priority, hadWorker: children[child].isPastFirstWorker)
  }

  /// Gives the child to the least loaded worker of the team, or puts it on the unallocated list.
  mutating func seekWorker(_ child: Int, _ team: Team, isNew: Bool) {
    let stage = children[child].stage
    if isNew, children[child].workerSoFar == .here { children[child].workerSoFar = .elsewhere }
    children[child].waitingSince = now
    let line = line(child, stage)
    if let worker = workerAtOnce(for: child, stage, team, line: line) {
      assign(child, to: worker, team, fromList: false)
      return
    }
    let limit = teams[team].waitingLimit
    if limit >= 0, isNew, teams.waiting(team) >= limit {
      refuse(child, team)
      return
    }
    children[child].isOnList = true
    teams.append(
      child, line: line, needsExperience: tables.rows[stage].needsExperience, to: team, in: &children)
    utter(.joinedList(child: child, team: team))
    if tables.rows[stage].waitsForWorker {
      children[child].endsAt = .never
      scheduleStageEnd(child)
    } else if isNew {
      startClock(child)
    }
  }

  /// A referral that finds the list full is turned away.
  private mutating func refuse(_ child: Int, _ team: Team) {
    let stage = children[child].stage
    utter(.refused(child: child, team: team))
    state.stageCounts[stage] -= 1
    utter(
      .stageLeft(
        child: child, stage: stage, exit: .noFurtherAction, days: 0, workingDays: 0, completed: false))
    if stage == .lookedAfter { endCare(child, by: .otherEnd) }
    children[child].workerSoFar = .none
    enter(child, .closed)
    children[child].waitEnd = .givesUp
    planUnservedReturn(child, from: stage)
    forget(child)
  }

  /// The worker who takes a child that has just come: nobody, while others come before it. Those who come before and
  /// need an experienced worker leave the newly qualified to it.
  private mutating func workerAtOnce(for child: Int, _ stage: Stage, _ team: Team, line: Int) -> Int? {
    guard teams.waiting(team) > 0 else { return ownWorker(for: child, stage, team) }
    if teams.someoneIsAhead(of: line, team, needsExperience: false) { return nil }
    guard teams.someoneIsAhead(of: line, team, needsExperience: true) else {
      return ownWorker(for: child, stage, team)
    }
    return tables.rows[stage].needsExperience ? nil : newlyQualifiedWithRoom(for: stage, team)
  }

  /// The worker of a sibling where siblings share one, else the least loaded of the team, if there is room, else one of
  /// another team that lends.
  private mutating func ownWorker(for child: Int, _ stage: Stage, _ team: Team) -> Int? {
    workerOfSibling(child, team) ?? workerWithRoom(for: stage, team) ?? lender(for: stage, team)
  }

  /// The least loaded worker of the team, if there is room for a child of that stage.
  private mutating func workerWithRoom(for stage: Stage, _ team: Team) -> Int? {
    guard let leaf = teams.least(team, experienced: tables.rows[stage].needsExperience) else {
      return nil
    }
    return worker(at: leaf, team, withRoomFor: stage)
  }

  /// The least loaded of those who may not hold every child, if there is room for a child of that stage.
  private mutating func newlyQualifiedWithRoom(for stage: Stage, _ team: Team) -> Int? {
    guard let leaf = teams.leastNewlyQualified(team) else { return nil }
    return worker(at: leaf, team, withRoomFor: stage)
  }

  @inline(__always)
  private mutating func worker(at leaf: Int, _ team: Team, withRoomFor stage: Stage) -> Int? {
    let index = teams.firstPost(team) + leaf
    let worker = Int(posts[index].holder)
    let room = room(index, worker, team) + 0.5
    return Double(workers[worker].load + tables.rows[stage].weight) <= room ? worker : nil
  }

  private mutating func assign(_ child: Int, to worker: Int, _ team: Team, fromList: Bool) {
    let change = children[child].workerSoFar == .here
    let isTransfer = children[child].workerSoFar == .elsewhere
    children[child].workerSoFar = .here
    link(child, to: worker)
    children[child].weight = weight(of: child)
    addLoad(worker, children[child].weight)
    if state.anyBorrows { noteLoan(child, worker, of: team) }
    utter(
      .allocated(
        child: child, worker: worker, team: team, waitedDays: now.days(since: children[child].waitingSince),
        fromList: fromList, change: change))
    if isTransfer { utter(.transferred(child: child, worker: worker, team: team)) }
    if tables.rows[children[child].stage].waitsForWorker {
      if change { children[child].remaining += tables.changeSetback }
      if isTransfer { children[child].remaining += tables.transferSetback }
      startClock(child)
    } else if children[child].endsAt == .never {
      startClock(child)
    }
  }

  /// Allocates from the list while somebody has room.
  mutating func serve(_ team: Team) {
    serveOwn(team)
    if state.anyBorrows { serveOthers(than: team) }
  }

  mutating func serveOwn(_ team: Team) {
    while teams.waiting(team) > 0, let (child, worker) = nextToAllocate(team) {
      leaveList(child, children[child].stage, team)
      assign(child, to: worker, team, fromList: true)
    }
  }

  /// The first child on the list and its worker. Where the first needs an experienced worker and none has room, the first
  /// of the others, if one who is newly qualified has: the room of the experienced is kept for those who came before.
  private mutating func nextToAllocate(_ team: Team) -> (child: Int, worker: Int)? {
    let (needing, other) = teams.heads(team)
    if let needing, other.map({ isBefore(needing, $0, team) }) ?? true {
      if let worker = ownWorker(for: needing, children[needing].stage, team) { return (needing, worker) }
      guard let other, let worker = newlyQualifiedWithRoom(for: children[other].stage, team) else {
        return nil
      }
      return (other, worker)
    }
    guard let other, let worker = ownWorker(for: other, children[other].stage, team) else { return nil }
    return (other, worker)
  }

  /// Whether the first child who needs an experienced worker comes before the first of the others.
  private mutating func isBefore(_ needing: Int, _ other: Int, _ team: Team) -> Bool {
    let order = teams.order(team)
    return order != 0 ? order < 0 : children[needing].waitingSince <= children[other].waitingSince
  }

  mutating func leaveList(_ child: Int, _ stage: Stage, _ team: Team) {
    children[child].isOnList = false
    teams.remove(
      child, line: line(child, stage), needsExperience: tables.rows[stage].needsExperience, from: team,
      in: &children)
  }

  /// Takes the child off its worker's caseload, if it has a worker.
  mutating func detach(_ child: Int) {
    guard children[child].worker >= 0 else { return }
    let worker = Int(children[child].worker)
    if children[child].lentBy >= 0 { endLoan(child) }
    stopPace(child, worker)
    unlink(child, from: worker)
    addLoad(worker, -children[child].weight)
    utter(
      .caseReleased(child: child, worker: worker, team: posts[Int(workers[worker].post)].team))
  }

  mutating func changeWeight(_ child: Int, _ worker: Int, to weight: Int32) {
    guard weight != children[child].weight else { return }
    addLoad(worker, weight - children[child].weight)
    children[child].weight = weight
  }

  /// Changes a worker's load, and with it the worker's hazard and place in the order of allocation.
  private mutating func addLoad(_ worker: Int, _ weight: Int32) {
    workers[worker].load += weight
    state.teams[posts[Int(workers[worker].post)].team].load += Double(weight)
    showLoad(worker)
    if tables.isPaced { refreshPace(worker) }
    if tables.caseloadElasticity != 0 { refreshHazardOfLoad(worker) }
  }

  /// Tells the team's trees how loaded the post's holder is, or that nothing may be allocated.
  mutating func showLoad(_ worker: Int) { showPost(Int(workers[worker].post)) }

  /// Finds who can be given cases in a post, and tells the team's trees.
  mutating func showPost(_ index: Int) {
    defer { if tables.hasPlan, posts[index].role == .practiceManager { refreshPlan() } }
    let permanent = posts[index].worker
    var holder: Int32 = -1
    if permanent >= 0, !workers[Int(permanent)].isAway, !workers[Int(permanent)].isLeaving {
      holder = permanent
    } else if posts[index].cover >= 0, !workers[Int(posts[index].cover)].isLeaving {
      holder = posts[index].cover
    }
    countManager(index, holder)
    posts[index].holder = holder
    countCapacity(index, holder)
    if posts[index].desk >= 0 {
      let isThere = permanent >= 0 && !workers[Int(permanent)].isAway || posts[index].cover >= 0
      deskPresenceChanged(index, isThere: isThere)
    }
    guard posts[index].leaf >= 0 else { return }
    let team = posts[index].team
    guard holder >= 0 else {
      teams.set(Int(posts[index].leaf), of: team, load: .infinity, isExperienced: true)
      return
    }
    let person = Int(holder)
    teams.set(
      Int(posts[index].leaf), of: team,
      load: posts[index].role.holdsCases
        ? Double(workers[person].load) / (posts[index].fullLoad * workers[person].room)
        : loadOfManager(index, person),
      isExperienced: !workers[person].isNewlyQualified)
  }

  /// Counts a practice manager who is at work from now on, or no longer.
  private mutating func countManager(_ index: Int, _ holder: Int32) {
    let isThere = holder >= 0
    guard posts[index].role == .practiceManager, isThere != (posts[index].holder >= 0) else { return }
    if isThere {
      state.managersAtWork += posts[index].fte
    } else {
      state.managersAtWork -= posts[index].fte
    }
  }

  /// A leaver's children go to colleagues, or to the head of the list.
  mutating func reallocate(casesOf worker: Int) {
    let team = posts[Int(workers[worker].post)].team
    while workers[worker].cases.count > 0 {
      let last = Int(workers[worker].cases.count) - 1
      let child = Int(caseloads[workers[worker].cases, last].child)
      detach(child)
      let stage = children[child].stage
      if tables.rows[stage].waitsForWorker { keepRemaining(child) }
      // A child whom the worker held for another team goes back to that team.
      seekWorker(child, tables.rows[stage].team ?? team, isNew: false)
    }
  }

  // MARK: A worker's caseload

  private mutating func link(_ child: Int, to worker: Int) {
    children[child].worker = Int32(worker)
    children[child].caseSlot = caseloads.append(child, to: &workers[worker].cases)
  }

  private mutating func unlink(_ child: Int, from worker: Int) {
    let place = children[child].caseSlot
    if let moved = caseloads.remove(at: place, from: &workers[worker].cases) {
      children[Int(moved)].caseSlot = place
    }
    children[child].worker = -1
  }
}
