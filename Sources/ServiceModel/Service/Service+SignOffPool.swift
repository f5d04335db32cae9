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
  mutating func freeDesk(_ own: Int) -> Int { desks.isFree(own) ? own : desks.nextFree(after: own) ?? own }

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
