import Dates
import DiscreteEvents
import Testing

@testable import ServiceModel

@Suite("Many posts")
struct ManyPostsTests {
  private func service(managers: Int) -> ServiceParameters {
    var service = SignService.team
    for team in Team.allCases where service.workforce.teams[team].posts[.practiceManager] > 0 {
      service.workforce.teams[team].pods = min(500, managers)
      service.workforce.teams[team].posts[.practiceManager] = managers
    }
    service.leaving.spanElasticity = 0.5
    service.leaving.managerVacantRatio = 1.5
    service.recruitment.overspendFreeze = 0.05
    return service
  }

  @Test("A service of 20,000 practice managers is simulated in seconds", .timeLimit(.minutes(1)))
  func managers() {
    var service = service(managers: 20_000)
    service.run.ends = CivilDate(2015, 6, 30)
    let outcome = SmallService.outcomes(service)[0]
    for balance in outcome.balances {
      #expect(balance.largestResidual <= balance.tolerance, "\(balance.balance)")
    }
  }

  @Test("Who leads a pod, whom a desk leads and who is idle agree with a plain scan", arguments: [3, 17])
  func leaders(managers: Int) {
    var service = service(managers: managers)
    service.workforce.teams[.assessment].posts[.practiceManager] = 5
    service.workforce.teams[.assessment].posts[.socialWorker] = 9
    service.leaving.perYear = Keyed(repeating: 1.5)
    service.managers.supervisionHours = 2
    for response in Response.allCases { ResponseTests.standing(&service, response) }
    for replication in 0..<4 {
      var model = Service(ModelTables(service))
      _ = model.run(replication: replication)
      let count = model.desks.count
      var led = Array(repeating: 0, count: count)
      for pod in 0..<count {
        let lead = plainLeader(of: pod, model.desks)
        #expect(Int(model.desks[pod].lead) == lead ?? -1)
        if let lead { led[lead] += Int(model.desks[pod].people) }
        let isFree = model.desks[pod].isThere && model.desks[pod].task < 0
        #expect(!isFree || model.desks.isFree(pod))
      }
      for desk in 0..<count { #expect(Int(model.desks[desk].led) == led[desk]) }
      var people = Array(repeating: 0, count: count)
      for index in 0..<model.posts.count where model.posts[index].isCounted {
        let manager = Int(model.posts[index].manager)
        if manager >= 0 { people[Int(model.posts[manager].desk)] += 1 }
      }
      for pod in 0..<count { #expect(Int(model.desks[pod].people) == people[pod]) }
      for index in 0..<model.posts.count {
        let isVacant = model.posts[index].worker < 0 && model.posts[index].isFunded
        #expect(model.vacancies.contains(index) == isVacant)
      }
    }
  }

  /// The manager of the pod, else the next in the team, else the next of all.
  private func plainLeader(of pod: Int, _ desks: borrowing Desks) -> Int? {
    if desks[pod].isThere { return pod }
    var elsewhere: Int?
    for step in 1..<max(1, desks.count) {
      let other = (pod + step) % desks.count
      guard desks[other].isThere else { continue }
      if desks[other].team == desks[pod].team { return other }
      elsewhere = elsewhere ?? other
    }
    return elsewhere
  }

  @Test("Managers who join one pod after another share its posts, and none is left with nobody to lead")
  func joiners() {
    var service = SignService.team
    let team = Team.protection
    service.workforce.teams[team].pods = 1
    service.workforce.teams[team].posts[.socialWorker] = 12
    service.workforce.teams[team].posts[.practiceManager] = 1
    service.levers.extraPosts.team = team
    service.levers.extraPosts.posts[.practiceManager] = 3
    service.levers.extraPosts.dates.from = service.run.starts.adding(days: 30)
    var model = Service(ModelTables(service))
    _ = model.run(replication: 0)
    var led: [Int] = []
    for index in 0..<model.posts.count where model.posts[index].role == .practiceManager {
      if model.posts[index].team == team { led.append(Int(model.posts[index].postsLed)) }
    }
    #expect(led.count == 4 && led.allSatisfy { $0 >= 3 }, "\(led)")
  }
}
