/// What the state says of itself at a month end.
extension Service {
  /// Utters what can only be seen by looking at everyone.
  mutating func takeCensus() {
    for index in 0..<posts.count {
      if posts[index].worker >= 0 { utterCensus(of: Int(posts[index].worker), in: index) }
      if posts[index].cover >= 0 { utterCensus(of: Int(posts[index].cover), in: index) }
    }
    for slot in 0..<inCare.count {
      let child = Int(inCare[slot])
      utter(
        .childAtCensus(
          child: child, band: children[child].band(at: now), placement: children[child].placement,
          need: children[child].need))
    }
    for team in Team.allCases where teams.waiting(team) > 0 {
      for line in 0..<UnallocatedList.lines {
        tellWaiting(from: teams.head(team, line: line, needsExperience: true), team)
        tellWaiting(from: teams.head(team, line: line, needsExperience: false), team)
      }
    }
  }

  /// Utters the children of one line of a team's list.
  private mutating func tellWaiting(from first: Int, _ team: Team) {
    var child = first
    while child >= 0 {
      utter(
        .waitingAtCensus(
          child: child, team: team, days: now.days(since: children[child].waitingSince),
          isFirst: !children[child].isPastFirstWorker))
      child = Int(children[child].next)
    }
  }

  private mutating func utterCensus(of person: Int, in index: Int) {
    let joined = workers[person].joined
    let isAgency = workers[person].isAgency
    if posts[index].role.holdsCases {
      utter(
        .workerAtCensus(
          placing(index), cases: Int(workers[person].cases.count), load: Double(workers[person].load) / 100,
          norm: posts[index].fullLoad / 100, joined: joined, isAgency: isAgency))
    } else if !isAgency {
      utter(.workerWithoutCasesAtCensus(placing(index), joined: joined))
    }
  }

  /// What the state counts, to be held against the flows.
  mutating func stateCount() -> StateCount {
    var count = StateCount()
    for index in 0..<posts.count {
      if posts[index].worker >= 0 {
        count[.inPost] += 1
      } else if posts[index].isFunded {
        count[.vacant] += 1
      }
      if posts[index].cover >= 0 { count[.agency] += 1 }
    }
    if tables.managersMatter {
      for child in 0..<children.count where children[child].signOff != 0 { count[.unsigned] += 1 }
    }
    count[.cohorts] = cohorts.waiting
    return count
  }
}
