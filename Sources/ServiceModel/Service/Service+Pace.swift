import DiscreteEvents

/// Work that progresses on its worker's clock, exactly.
///
/// Each worker has a clock of work time that runs at speed 1 while the load is within capacity, and slower beyond
/// it. A stage that needs so much work ends when the clock has advanced by that much since it began, so the clock's
/// reading at the end is known when the stage starts, whatever happens to the load later. One event is pending for each
/// worker, never later than the next completion: when the worker slows down it comes too early, finds nothing done and
/// is set again; only when the worker speeds up is it moved at once.
extension Service {
  /// Begins a stage's work on its worker's clock.
  mutating func startOnPace(_ child: Int) {
    let worker = Int(children[child].worker)
    settlePace(worker)
    children[child].workEnd = workers[worker].work + Double(children[child].remaining)
    children[child].isPaced = true
    children[child].endsAt = .never
    let first = Int(workers[worker].firstDue)
    if first >= 0, children[child].workEnd < children[first].workEnd {
      workers[worker].firstDue = Int32(child)
    }
    scheduleStageEnd(child)
    scheduleCompletion(worker, of: child)
  }

  /// Takes a child off its worker's clock and keeps the work that is left.
  mutating func stopPace(_ child: Int, _ worker: Int) {
    guard children[child].isPaced else { return }
    settlePace(worker)
    children[child].remaining = Int64(max(0, children[child].workEnd - workers[worker].work).rounded())
    endPace(child)
  }

  /// The child's stage no longer runs on its worker's clock.
  mutating func endPace(_ child: Int) {
    guard children[child].isPaced else { return }
    children[child].isPaced = false
    let worker = Int(children[child].worker)
    if workers[worker].firstDue == Int32(child) { workers[worker].firstDue = -1 }
  }

  /// Brings the worker's clock up to now.
  private mutating func settlePace(_ worker: Int) {
    workers[worker].work += workers[worker].pace * Double(now.seconds(since: workers[worker].paceSettled))
    workers[worker].paceSettled = now
  }

  /// Takes up the speed that the load now allows.
  mutating func refreshPace(_ worker: Int) {
    guard tables.paceElasticity > 0 else { return }
    let pace = speed(worker)
    guard pace != workers[worker].pace else { return }
    settlePace(worker)
    let isFaster = pace > workers[worker].pace
    workers[worker].pace = pace
    if isFaster, let child = firstToComplete(worker) { scheduleCompletion(worker, of: child) }
  }

  private mutating func speed(_ worker: Int) -> Double {
    let person = workers[worker]
    if person.isAway { return 0 }
    let post = posts[Int(person.post)]
    let capacity = teams[post.team].norm * post.fte * person.ramp * 100
    let load = Double(person.load)
    return load <= capacity ? 1 : power(capacity / load, tables.paceElasticity)
  }

  private mutating func firstToComplete(_ worker: Int) -> Int? {
    if workers[worker].firstDue >= 0 { return Int(workers[worker].firstDue) }
    var first: Int?
    var child = Int(workers[worker].firstCase)
    while child >= 0 {
      if children[child].isPaced, first.map({ children[child].workEnd < children[$0].workEnd }) ?? true {
        first = child
      }
      child = Int(children[child].next)
    }
    workers[worker].firstDue = Int32(first ?? -1)
    return first
  }

  /// Sets the pending event to the child's completion, if it would come later than that.
  private mutating func scheduleCompletion(_ worker: Int, of child: Int) {
    let pace = workers[worker].pace
    guard pace > 0 else { return }
    let seconds = (max(0, children[child].workEnd - workers[worker].work) / pace).rounded(.up)
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
    if let child = firstToComplete(worker), children[child].workEnd <= workers[worker].work + 0.5 {
      stageIsDone(child)
    }
    if !workers[worker].isGone, let child = firstToComplete(worker) { scheduleCompletion(worker, of: child) }
  }
}
