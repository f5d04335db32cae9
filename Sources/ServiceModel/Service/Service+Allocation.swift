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
    if isNew { children[child].isPastFirstWorker = false }
    children[child].waitingSince = now
    let line = line(child, stage)
    if !teams.someoneIsAhead(of: line, team),
      let worker = workerWithRoom(for: stage, team) ?? lender(for: stage, team)
    {
      assign(child, to: worker, team, fromList: false)
      return
    }
    let limit = teams[team].waitingLimit
    if limit >= 0, isNew, teams.waiting(team) >= limit {
      refuse(child, team)
      return
    }
    children[child].isOnList = true
    teams.append(child, line: line, to: team, in: &children)
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
    enter(child, .closed)
    forget(child)
  }

  /// The least loaded worker of the team, if there is room for a child of that stage.
  private mutating func workerWithRoom(for stage: Stage, _ team: Team) -> Int? {
    guard let leaf = teams.least(team, experienced: tables.rows[stage].needsExperience) else {
      return nil
    }
    let index = teams.firstPost(team) + leaf
    let worker = Int(posts[index].holder)
    let room = room(index, worker, team) + 0.5
    return Double(workers[worker].load + tables.rows[stage].weight) <= room ? worker : nil
  }

  private mutating func assign(_ child: Int, to worker: Int, _ team: Team, fromList: Bool) {
    let change = children[child].isPastFirstWorker
    children[child].isPastFirstWorker = true
    link(child, to: worker)
    children[child].weight = weight(of: child)
    addLoad(worker, children[child].weight)
    if state.anyBorrows { noteLoan(child, worker, of: team) }
    utter(
      .allocated(
        child: child, worker: worker, team: team, waitedDays: now.days(since: children[child].waitingSince),
        fromList: fromList, change: change))
    if tables.rows[children[child].stage].waitsForWorker {
      if change { children[child].remaining += tables.changeSetback }
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
    while let child = teams.firstWaiting(team),
      let worker = workerWithRoom(for: children[child].stage, team)
        ?? lender(for: children[child].stage, team)
    {
      leaveList(child, children[child].stage, team)
      assign(child, to: worker, team, fromList: true)
    }
  }

  mutating func leaveList(_ child: Int, _ stage: Stage, _ team: Team) {
    children[child].isOnList = false
    teams.remove(child, line: line(child, stage), from: team, in: &children)
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
        ? Double(workers[person].load) / (posts[index].fullLoad * workers[person].ramp)
        : loadOfManager(index, person),
      isExperienced: !workers[person].isNewlyQualified)
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
