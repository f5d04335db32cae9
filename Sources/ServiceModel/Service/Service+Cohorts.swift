import DiscreteEvents

/// People who join together on given dates, regardless of who leaves.
extension Service {
  mutating func scheduleCohort(_ number: Int) {
    guard number < tables.cohortDates.count else { return }
    schedule(.cohortArrives, number, at: SimulatedTime(days: Double(tables.cohortDates[number].day)))
  }

  /// A cohort comes: each takes the post that has been vacant longest, or waits for one.
  mutating func cohortArrives(_ number: Int) {
    let route = tables.cohortDates[number].route
    let cohort = tables.parameters.cohorts[route]
    utter(
      .cohortArrived(route: route, people: cohort.people, pounds: cohort.poundsEach * Double(cohort.people)))
    let role: Role = cohort.role == .socialWorker ? .socialWorker : .seniorPractitioner
    for _ in 0..<cohort.people {
      if let index = longestVacant(role) {
        abandonSearch(index)
        start(route, in: index)
      } else if cohort.waitDays > 0 {
        let place = cohorts.append(role, route)
        utter(.cohortWaits(true))
        schedule(.cohortGivesUp, place, at: now.adding(days: cohort.waitDays))
      } else {
        utter(.cohortTurnedAway(route: route))
      }
    }
    scheduleCohort(number + 1)
  }

  mutating func cohortGivesUp(_ place: Int) {
    guard let route = cohorts.take(place) else { return }
    utter(.cohortWaits(false))
    utter(.cohortTurnedAway(route: route))
  }

  /// A post has just fallen vacant: whether one who waits takes it up.
  mutating func startFromCohort(in index: Int) -> Bool {
    guard cohorts.waiting > 0, let route = cohorts.takeFirst(posts[index].role) else { return false }
    utter(.cohortWaits(false))
    abandonSearch(index)
    start(route, in: index)
    return true
  }

  private mutating func start(_ route: CohortRoute, in index: Int) {
    utter(.cohortStarted(route: route))
    startWorker(in: index, isNewlyQualified: tables.parameters.cohorts[route].areNewlyQualified)
  }

  /// The vacant post of a role that has been so for longest; not one for which somebody has accepted already.
  private mutating func longestVacant(_ role: Role) -> Int? {
    var found: Int?
    var next = 0
    while let index = vacancies.first(from: next) {
      next = index + 1
      guard posts[index].role == role else { continue }
      if posts[index].isRunning, posts[index].step == .checks { continue }
      if let best = found, posts[best].vacantSince <= posts[index].vacantSince { continue }
      found = index
    }
    return found
  }
}
