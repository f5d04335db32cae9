import DiscreteEvents

/// Work that progresses on its worker's clock, exactly.
///
/// Each worker has a clock of work time that runs at speed 1 while the load is within capacity, and slower beyond
/// it. A stage that needs so much work ends when the clock has advanced by that much since it began, so the clock's
/// reading at the end is known when the stage starts, whatever happens to the load later. A change of speed moves
/// one pending event: the worker's next completion.
extension Service {
  /// Begins a stage's work on its worker's clock.
  mutating func startOnPace(_ child: Int) {
    let worker = Int(children[child].worker)
    settlePace(worker)
    children[child].workEnd = workers[worker].work + Double(children[child].remaining)
    children[child].isPaced = true
    children[child].endsAt = .never
    scheduleStageEnd(child)
    scheduleNextCompletion(worker)
  }

  /// Takes a child off its worker's clock and keeps the work that is left.
  mutating func stopPace(_ child: Int, _ worker: Int) {
    guard children[child].isPaced else { return }
    settlePace(worker)
    children[child].remaining = Int64(max(0, children[child].workEnd - workers[worker].work).rounded())
    children[child].isPaced = false
  }

  /// Brings the worker's clock up to now.
  private mutating func settlePace(_ worker: Int) {
    workers[worker].work += workers[worker].pace * Double(now.seconds(since: workers[worker].paceSettled))
    workers[worker].paceSettled = now
  }

  /// Takes up the speed that the load now allows.
  mutating func refreshPace(_ worker: Int) {
    guard tables.paceElasticity > 0 else { return }
    settlePace(worker)
    workers[worker].pace = speed(worker)
    scheduleNextCompletion(worker)
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
    var first: Int?
    var child = Int(workers[worker].firstCase)
    while child >= 0 {
      if children[child].isPaced, first.map({ children[child].workEnd < children[$0].workEnd }) ?? true {
        first = child
      }
      child = Int(children[child].next)
    }
    return first
  }

  private mutating func scheduleNextCompletion(_ worker: Int) {
    workers[worker].paceTicket = .none
    guard let child = firstToComplete(worker), workers[worker].pace > 0 else { return }
    let work = max(0, children[child].workEnd - workers[worker].work)
    let seconds = (work / workers[worker].pace).rounded(.up)
    guard seconds < 1e15 else { return }
    workers[worker].paceTicket = schedule(
      .workCompleted, worker, at: SimulatedTime(seconds: now.seconds + Int64(seconds)))
  }

  mutating func workCompleted(_ worker: Int) {
    settlePace(worker)
    workers[worker].paceTicket = .none
    // The clock of events counts whole seconds: what is due within the next one is due now.
    if let child = firstToComplete(worker), children[child].workEnd <= workers[worker].work + 0.5 {
      leave(child, by: children[child].exit)
      if !workers[worker].isGone { scheduleNextCompletion(worker) }
    } else {
      scheduleNextCompletion(worker)
    }
  }
}
