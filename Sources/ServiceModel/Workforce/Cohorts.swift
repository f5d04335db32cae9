/// Those of a cohort who wait for a vacancy, first come first served.
struct Cohorts: ~Copyable {
  struct Waiter: BitwiseCopyable {
    let role: Role
    let route: CohortRoute
    var isWaiting = true
  }

  private var waiters = Store<Waiter>(reserving: 16)
  private var head = 0
  private(set) var waiting = 0

  mutating func removeAll() {
    waiters.removeAll()
    head = 0
    waiting = 0
  }

  /// Lets one more wait and returns the place.
  mutating func append(_ role: Role, _ route: CohortRoute) -> Int {
    waiting += 1
    return waiters.append(Waiter(role: role, route: route))
  }

  /// The first who waits for a post of that role, or nil.
  mutating func takeFirst(_ role: Role) -> CohortRoute? {
    for place in head..<waiters.count where waiters[place].isWaiting && waiters[place].role == role {
      return take(place)
    }
    return nil
  }

  /// Takes one out of the line, unless that happened before.
  mutating func take(_ place: Int) -> CohortRoute? {
    guard waiters[place].isWaiting else { return nil }
    waiters[place].isWaiting = false
    waiting -= 1
    while head < waiters.count, !waiters[head].isWaiting { head += 1 }
    return waiters[place].route
  }
}
