import DiscreteEvents

/// Sign-off by whichever practice manager is free.
extension Service {
  /// Managers who are free take what waits on other desks.
  mutating func poolSignOffs() {
    state.signOffIsPooled = true
    for desk in 0..<desks.count { work(at: desk) }
  }

  /// Where a sign-off is laid while they are pooled: on the own desk if it is free, else on that of a manager who is
  /// free, of the same team first; on the own desk where nobody is.
  mutating func freeDesk(_ own: Int) -> Int {
    if isFree(own) { return own }
    var elsewhere = own
    for step in 1..<max(1, desks.count) {
      let other = (own + step) % desks.count
      guard isFree(other) else { continue }
      if desks[other].team == desks[own].team { return other }
      if elsewhere == own { elsewhere = other }
    }
    return elsewhere
  }

  /// Whether a manager would begin with a sign-off at once.
  private mutating func isFree(_ desk: Int) -> Bool {
    guard desks[desk].isThere else { return false }
    let inHand = desks[desk].task
    return inHand < 0 || desks.task(inHand).kind == .improvement
  }

  /// A manager without a sign-off of their own takes the one that was asked for first elsewhere.
  mutating func takeSignOff(to desk: Int) {
    guard desks.signOffsWaiting > 0, desks[desk].heads[DeskTask.Kind.signOff.index] < 0 else { return }
    var source = -1
    var asked = SimulatedTime.never
    for other in 0..<desks.count {
      let first = desks[other].heads[DeskTask.Kind.signOff.index]
      guard first >= 0, desks.task(first).asked < asked else { continue }
      (source, asked) = (other, desks.task(first).asked)
    }
    if source >= 0 { desks.moveFirstSignOff(from: source, to: desk) }
  }

  /// Factor by which another team's sign-off takes longer.
  var elsewhereRatio: Double { tables.parameters.responses.signOff.elsewhereRatio }

  /// What the child weighs on its worker: less while it only waits for a signature, where management sees to that.
  mutating func weight(of child: Int) -> Int32 {
    let weight = tables.rows[children[child].stage].weight
    guard state.signOffIsPooled, children[child].signOff != 0 else { return weight }
    return Int32((Double(weight) * tables.parameters.responses.signOff.weightWhileWaiting).rounded())
  }

  /// Days for which the sign-off that has waited longest has waited, of a team's desks or of all.
  mutating func oldestSignOff(_ team: Team?) -> Double {
    var oldest = now
    for desk in 0..<desks.count where team == nil || desks[desk].team == team {
      var place = desks[desk].heads[DeskTask.Kind.signOff.index]
      while place >= 0 {
        let task = desks.task(place)
        if isWanted(task) {
          oldest = min(oldest, task.asked)
          break
        }
        place = task.next
      }
    }
    return now.days(since: oldest)
  }
}
