import DiscreteEvents

/// Work that progresses on its worker's clock, exactly.
///
/// Each worker has a clock of work time that runs at full speed up to the reference load of what the worker can carry, and
/// slower beyond it; full speed is 1, less what annual leave and training take. A stage that needs so much work ends when the clock has advanced by that much since it began, so the clock's
/// reading at the end is known when the stage starts, whatever happens to the load later. One event is pending for each
/// worker, never later than the next completion: when the worker slows down it comes too early, finds nothing done and
/// is set again; only when the worker speeds up is it moved at once.
extension Service {
  /// Begins a stage's work on its worker's clock.
  mutating func startOnPace(_ child: Int) {
    let worker = Int(children[child].worker)
    settlePace(worker)
    let workEnd = workers[worker].work + Double(children[child].remaining)
    caseloads.setWorkEnd(workers[worker].cases, Int(children[child].caseSlot), workEnd)
    children[child].isPaced = true
    children[child].endsAt = .never
    let first = Int(workers[worker].firstDue)
    if first >= 0, workEnd < self.workEnd(first, worker) {
      workers[worker].firstDue = Int32(child)
    }
    scheduleStageEnd(child)
    scheduleCompletion(worker, of: child)
  }

  /// Reading of the worker's clock at which the child's stage is done.
  @inline(__always)
  private mutating func workEnd(_ child: Int, _ worker: Int) -> Double {
    caseloads[workers[worker].cases, Int(children[child].caseSlot)].workEnd
  }

  /// Takes a child off its worker's clock and keeps the work that is left.
  mutating func stopPace(_ child: Int, _ worker: Int) {
    guard children[child].isPaced else { return }
    settlePace(worker)
    children[child].remaining = Int64(max(0, workEnd(child, worker) - workers[worker].work).rounded())
    endPace(child)
  }

  /// The child's stage no longer runs on its worker's clock.
  mutating func endPace(_ child: Int) {
    guard children[child].isPaced else { return }
    children[child].isPaced = false
    let worker = Int(children[child].worker)
    caseloads.setWorkEnd(workers[worker].cases, Int(children[child].caseSlot), .infinity)
    if workers[worker].firstDue == Int32(child) { workers[worker].firstDue = -1 }
  }

  /// Brings the worker's clock up to now.
  private mutating func settlePace(_ worker: Int) {
    workers[worker].work += workers[worker].pace * Double(now.seconds(since: workers[worker].paceSettled))
    workers[worker].paceSettled = now
  }

  /// Takes up the speed that the load now allows.
  mutating func refreshPace(_ worker: Int) {
    guard tables.isPaced else { return }
    let pace = speed(worker)
    guard pace != workers[worker].pace else { return }
    settlePace(worker)
    let isFaster = pace > workers[worker].pace
    workers[worker].pace = pace
    if isFaster, let child = firstToComplete(worker) { scheduleCompletion(worker, of: child) }
  }

  private mutating func speed(_ worker: Int) -> Double {
    if workers[worker].isAway { return 0 }
    let index = Int(workers[worker].post)
    let capacity = posts[index].referenceLoad * workers[worker].room
    let hours = state.teams[posts[index].team].hours
    if Double(workers[worker].load) <= capacity { return tables.availability * hours }
    if capacity != workers[worker].paceCapacity {
      workers[worker].paceCapacity = capacity
      workers[worker].paceCapacityPower = power(capacity, tables.paceElasticity)
    }
    return tables.availability * workers[worker].paceCapacityPower * tables.slowing(workers[worker].load)
      * hours
  }

  private mutating func firstToComplete(_ worker: Int) -> Int? {
    if workers[worker].firstDue >= 0 { return Int(workers[worker].firstDue) }
    guard let place = caseloads.firstDue(in: workers[worker].cases) else { return nil }
    let child = caseloads[workers[worker].cases, place].child
    workers[worker].firstDue = child
    return Int(child)
  }

  /// Sets the pending event to the child's completion, if it would come later than that.
  private mutating func scheduleCompletion(_ worker: Int, of child: Int) {
    let pace = workers[worker].pace
    guard pace > 0 else { return }
    let seconds = (max(0, workEnd(child, worker) - workers[worker].work) / pace).rounded(.up)
    guard seconds < 1e15 else { return }
    let time = SimulatedTime(seconds: now.seconds + Int64(seconds))
    guard workers[worker].paceTicket == .none || time < workers[worker].paceDue else { return }
    workers[worker].paceTicket = schedule(.workCompleted, worker, at: time)
    workers[worker].paceDue = time
  }

  mutating func workCompleted(_ worker: Int) {
    settlePace(worker)
    workers[worker].paceTicket = .none
    // The clock of events counts whole seconds: what is due within the next one is due now.
    if let child = firstToComplete(worker), workEnd(child, worker) <= workers[worker].work + 0.5 {
      stageIsDone(child)
    }
    if !workers[worker].isGone, let child = firstToComplete(worker) { scheduleCompletion(worker, of: child) }
  }
}
