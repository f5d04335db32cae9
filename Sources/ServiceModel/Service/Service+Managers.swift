import DiscreteEvents

/// What practice managers do for children, workers and posts.
extension Service {
  // MARK: Sign-off

  /// A stage has come to its own end: it is over once the pod's manager has signed it off, where that is asked.
  mutating func stageIsDone(_ child: Int) {
    guard isEnd(child) else { return }
    let hours = tables.rows[children[child].stage].signOffHours
    guard hours > 0, children[child].worker >= 0,
      let pod = desk(of: Int(workers[Int(children[child].worker)].post))
    else {
      leave(child, by: wayOut(child))
      return
    }
    let stage = children[child].stage
    let visit = UInt32(children[child].visits[stage.index])
    let stream = streams.stream(
      .signOff, entity: children[child].key, occurrence: UInt32(stage.rawValue) << 8 | visit)
    endPace(child)
    children[child].endsAt = .never
    utter(.signOffAsked(child: child))
    let held = tables.rows[stage].team
    let drawn = stream.gammaMeanCV(mean: hours, cv: tables.parameters.managers.signOffCv)
    // The number is needed before the work is laid down: an idle manager takes it up at once.
    scheduleStageEnd(child)
    children[child].signOff = desks.newSerial()
    let isBegun = lay(
      .signOff, of: pod, for: child, hours: drawn, serial: children[child].signOff)
    guard state.signOffIsPooled, !isBegun, let held else { return }
    changeWeight(child, Int(children[child].worker), to: weight(of: child))
    serve(held)
  }

  mutating func signedOff(_ child: Int, asked: SimulatedTime) {
    children[child].signOff = 0
    utter(.signOffGiven(child: child, waitedDays: now.days(since: asked)))
    leave(child, by: wayOut(child))
  }

  /// A child leaves by an emergency or a birthday while the signature was awaited.
  mutating func withdrawSignOff(_ child: Int) {
    guard children[child].signOff != 0 else { return }
    children[child].signOff = 0
    utter(.signOffWithdrawn(child: child))
  }

  // MARK: Supervision

  /// Sets the first supervision: an interval after the start, or part of one for those who are there already.
  mutating func beginSupervision(_ worker: Int, atStart: Bool) {
    guard tables.parameters.managers.supervisionHours > 0 else { return }
    guard desk(of: Int(workers[worker].post)) != nil else { return }
    var days = supervisionInterval(worker)
    if atStart { days *= streams.stream(.supervision, entity: workers[worker].key).uniform() }
    schedule(.supervisionDue, worker, at: now.adding(days: days))
  }

  private mutating func supervisionInterval(_ worker: Int) -> Double {
    tables.parameters.managers.supervisionInterval(afterDays: now.days(since: workers[worker].joined))
  }

  /// A supervision is due. The last one is missed if the manager has not come to it by now.
  mutating func supervisionDue(_ worker: Int) {
    guard !workers[worker].isGone else { return }
    let index = Int(workers[worker].post)
    guard posts[index].role != .practiceManager, let pod = desk(of: index) else { return }
    schedule(.supervisionDue, worker, at: now.adding(days: supervisionInterval(worker)))
    if workers[worker].supervision != 0 {
      workers[worker].supervision = 0
      utter(.supervisionEnded(worker: worker, held: false))
      supervisionMattered(worker, missed: true)
    }
    guard !workers[worker].isAway else { return }
    let serial = desks.newSerial()
    workers[worker].supervision = serial
    lay(
      .supervision, of: pod, for: worker, hours: tables.parameters.managers.supervisionHours, serial: serial)
  }

  /// The manager breaks a supervision off: it waits to be resumed, or is missed when the next is already due.
  mutating func supervisionPutOff(_ worker: Int, serial: UInt32) {
    if workers[worker].supervision == 0 {
      workers[worker].supervision = serial
    } else {
      utter(.supervisionEnded(worker: worker, held: false))
      supervisionMattered(worker, missed: true)
    }
  }

  mutating func supervised(_ worker: Int) {
    guard !workers[worker].isGone else { return }
    utter(.supervisionEnded(worker: worker, held: true))
    supervisionMattered(worker, missed: false)
  }

  private mutating func supervisionMattered(_ worker: Int, missed: Bool) {
    guard workers[worker].isUnsupervised != missed else { return }
    workers[worker].isUnsupervised = missed
    if tables.parameters.leaving.supervisionMissedRatio != 1 { refreshHazard(worker) }
  }

  // MARK: Interviews

  /// A round reaches its interviews, which take the pod's practice manager's time.
  mutating func askForInterviews(_ index: Int) {
    let hours = tables.parameters.managers.interviewHours
    guard hours > 0, let pod = desk(of: index) else { return }
    let serial = desks.newSerial()
    posts[index].interview = serial
    posts[index].selectionIsOver = false
    lay(.interview, of: pod, for: index, hours: hours, serial: serial)
  }

  /// Whether the round still waits for its interviews when everything else of the selection is done.
  mutating func waitsForInterviews(_ index: Int) -> Bool {
    guard posts[index].interview != 0 else { return false }
    posts[index].selectionIsOver = true
    return true
  }

  mutating func interviewed(_ index: Int) {
    posts[index].interview = 0
    if posts[index].selectionIsOver {
      posts[index].selectionIsOver = false
      stepEnds(index)
    }
  }
}
