import DiscreteEvents

/// How practice managers' work is done: one piece after another, at the desk of the manager who leads the pod.
///
/// The most urgent kind comes first, and within a kind the first come. What is in hand is finished before something
/// else begins, except improvement, which everything interrupts. While a pod has no manager its work lies on a
/// neighbour's desk; when there is no neighbour, it waits.
extension Service {
  mutating func openDesk(for index: Int) {
    guard tables.managersMatter, posts[index].role == .practiceManager else { return }
    let hours = tables.parameters.managers.hoursPerWeek * tables.availability
    let perSecond = hours * posts[index].fte / (7 * 86_400)
    posts[index].desk = Int32(
      desks.append(Desk(post: Int32(index), team: posts[index].team, hoursPerSecond: perSecond)))
  }

  /// The desk of the pod to which a post belongs, or nil where no practice manager's post leads it.
  mutating func desk(of index: Int) -> Int? {
    let desk = posts[index].manager >= 0 ? posts[Int(posts[index].manager)].desk : posts[index].desk
    return desk >= 0 ? Int(desk) : nil
  }

  /// Puts a piece of work on the desk of the manager who leads the pod.
  ///
  /// - Parameter serial: what the one for whom it is meant remembers until it is done (`Desks.newSerial`).
  /// - Returns: whether it is begun at once.
  @discardableResult
  mutating func lay(_ kind: DeskTask.Kind, of pod: Int, for entity: Int, hours: Double, serial: UInt32)
    -> Bool
  {
    let task = desks.keep(
      DeskTask(kind: kind, entity: Int32(entity), serial: serial, pod: Int32(pod), hours: hours, asked: now))
    let own = desks.place(of: pod)
    let desk = kind == .signOff && state.signOffIsPooled ? freeDesk(own) : own
    desks.append(task, to: desk)
    let inHand = desks[desk].task
    if inHand >= 0, kind != .improvement, desks.task(inHand).kind == .improvement { interrupt(desk) }
    work(at: desk)
    return desks[desk].task == task
  }

  /// Begins the next piece of work, if somebody is there with nothing in hand.
  mutating func work(at desk: Int) {
    guard desks[desk].isThere, desks[desk].task < 0 else { return }
    while let place = nextTask(at: desk) {
      let task = desks.task(place)
      guard isWanted(task) else {
        desks.discard(place)
        continue
      }
      desks[desk].rate = rate(of: task, at: desk)
      if state.teams[desks[desk].team].managersCarry {
        desks[desk].rate *= tables.parameters.responses.managersCarry.deskShare
      }
      if desks[Int(task.pod)].team != desks[desk].team, task.kind == .signOff {
        desks[desk].rate /= elsewhereRatio
      }
      let seconds = max(0, (task.hours / desks[desk].rate).rounded(.up))
      desks.setTask(place, at: desk)
      desks[desk].ends =
        seconds < 1e15 ? SimulatedTime(seconds: now.seconds + Int64(seconds)) : SimulatedTime.never
      desks[desk].ticket = schedule(.deskTaskEnds, desk, at: desks[desk].ends)
      utter(.managerBusy(true, kind: task.kind))
      // What has begun is no longer waited for, and so no longer missed.
      if task.kind == .supervision { workers[Int(task.entity)].supervision = 0 }
      return
    }
  }

  private mutating func nextTask(at desk: Int) -> Int32? {
    if state.signOffIsPooled { desks.bringFirstSignOff(to: desk) }
    return desks.takeFirst(desk)
  }

  /// Whether the one for whom the work is meant still waits for it.
  mutating func isWanted(_ task: DeskTask) -> Bool {
    let entity = Int(task.entity)
    switch task.kind {
    case .signOff: return children[entity].signOff == task.serial
    case .interview: return posts[entity].interview == task.serial
    case .supervision: return workers[entity].supervision == task.serial && !workers[entity].isGone
    case .improvement: return !setsAside(task)
    }
  }

  /// The manager puts down what is in hand; what is left of it waits before the others.
  mutating func interrupt(_ desk: Int) {
    let place = desks[desk].task
    guard place >= 0 else { return }
    let left = Double(max(0, desks[desk].ends.seconds - now.seconds)) * desks[desk].rate
    let task = desks.task(place)
    desks.setHours(min(left, task.hours), of: place)
    utter(.managerBusy(false, kind: task.kind))
    if task.kind == .supervision { supervisionPutOff(Int(task.entity), serial: task.serial) }
    desks.setTask(-1, at: desk)
    desks[desk].ticket = .none
    desks.putBack(place, on: desk)
  }

  mutating func deskTaskEnds(_ desk: Int) {
    let place = desks[desk].task
    let task = desks.task(place)
    utter(.managerBusy(false, kind: task.kind))
    desks.setTask(-1, at: desk)
    desks[desk].ticket = .none
    let isWanted = task.kind == .supervision || isWanted(task)
    desks.discard(place)
    if isWanted { finish(task) }
    work(at: desk)
  }

  private mutating func finish(_ task: DeskTask) {
    let entity = Int(task.entity)
    switch task.kind {
    case .signOff: signedOff(entity, asked: task.asked)
    case .interview: interviewed(entity)
    case .supervision: supervised(entity)
    case .improvement:
      utter(.improvementWorkDone(entity))
      if entity >= 0 { deliverAction(entity) }
    }
  }

  // MARK: Who leads

  /// A practice manager's post has somebody at work in it, or no longer has.
  mutating func deskPresenceChanged(_ index: Int, isThere: Bool) {
    let desk = Int(posts[index].desk)
    guard desk >= 0, desks[desk].isThere != isThere else { return }
    desks.setPresence(desk, isThere)
    utter(.managerThere(isThere))
    if !isThere { interrupt(desk) }
    var came = takeUpLeaders(from: desk)
    if !isThere, tables.responses.rules[.signOff].isOn {
      // What the manager was signing for another pod goes back to that pod.
      came += desks.move(from: [desk])
    }
    workWhereItCame(came + [desk])
  }

  /// Says anew who leads the pods that may have looked to a desk, or may look to it now, and moves their work.
  ///
  /// - Returns: the desks to which something came.
  private mutating func takeUpLeaders(from desk: Int) -> [Int] {
    var before: [Int: Int] = [:]
    var leads: [Int] = []
    for pod in desks.podsThatMayLook(to: desk) {
      let lead = Int32(desks.leader(of: pod) ?? -1)
      guard lead != desks[pod].lead else { continue }
      before[pod] = desks.place(of: pod)
      leads += [Int(desks[pod].lead), Int(lead)]
      desks.setLead(of: pod, lead)
      leadMayChange(Int(desks[pod].post))
    }
    for lead in Set(leads).sorted() { spanMayChange(ofPodsLedFrom: lead) }
    return before.isEmpty ? [] : desks.move(from: Set(before.values).sorted(), before: before)
  }

  /// Lets those begin who have nothing in hand and to whom something came; where sign-offs are pooled and some wait,
  /// everybody who has nothing in hand.
  private mutating func workWhereItCame(_ came: [Int]) {
    let waiting = came.sorted()
    var next = 0
    for desk in waiting {
      while let idle = firstWhoMaySign(from: next), idle < desk {
        work(at: idle)
        next = idle + 1
      }
      work(at: desk)
      next = max(next, desk + 1)
    }
    while let idle = firstWhoMaySign(from: next) {
      work(at: idle)
      next = idle + 1
    }
  }

  /// The first desk from that one on with nothing in hand, where sign-offs are pooled and some wait; nil where none is.
  private mutating func firstWhoMaySign(from desk: Int) -> Int? {
    state.signOffIsPooled && desks.signOffsWaiting > 0 ? desks.firstIdle(from: desk) : nil
  }
}
