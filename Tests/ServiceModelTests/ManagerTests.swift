import DiscreteEvents
import Statistics
import Testing

@testable import ServiceModel

@Suite("Practice managers' work")
struct ManagerTests {
  /// One pod whose manager works so many hours a week; workers stay for good.
  private func pod(workers: Int, hoursPerWeek: Double = 37, months: Int = 24) -> ServiceParameters {
    var service = SmallService.empty(months: months)
    service.workforce.teams[.assessment].posts[.socialWorker] = workers
    service.workforce.teams[.assessment].posts[.practiceManager] = 1
    service.managers.hoursPerWeek = hoursPerWeek
    return service
  }

  /// The same with assessments that are signed off.
  private func signedOff(hours: Double, managers: Int = 1, pods: Int = 1) -> ServiceParameters {
    var service = pod(workers: 30, hoursPerWeek: 168)
    service.demand.referralsPerYear = 365.25 * 2
    service.demand.entry[.frontDoor] = 0
    service.demand.entry[.assessment] = 1
    service.pathway.endsAt18 = false
    service.pathway.stages[.assessment].heldBy = .assessment
    service.pathway.stages[.assessment].duration = DurationParameters(.exponential, mean: 3)
    service.pathway.stages[.assessment].signOffHours = hours
    service.managers.signOffCv = 1
    service.workforce.teams[.assessment].pods = pods
    service.workforce.teams[.assessment].posts[.practiceManager] = managers
    return service
  }

  private func total(_ service: ServiceParameters, _ measure: String, _ breakdown: String = "") -> Double {
    let tables = ModelTables(service)
    let values = SmallService.readings(Replicator.once(tables), tables, measure, breakdown)
    return values.reduce(0, +)
  }

  private func mean(_ service: ServiceParameters, _ measure: String) -> Double {
    total(service, measure) / Double(ModelTables(service).calendar.months)
  }

  private func bits(_ service: ServiceParameters) -> [UInt64] {
    Replicator.once(ModelTables(service)).readings.numerators.map(\.bitPattern)
  }

  @Test("A manager with less time than supervision needs holds as much of it as the time allows")
  func supervisionHeld() {
    // 60 supervisions of 1.5 hours a week against 37 hours: the manager is always busy and holds 37 of each 90 hours.
    var service = pod(workers: 60)
    service.managers.supervisionHours = 1.5
    service.managers.supervisionEveryDays = [7]
    service.managers.supervisionUntilDays = []
    #expect(abs(mean(service, "supervision_held_rate") - 37.0 / 90) < 0.01)
    #expect(abs(mean(service, "manager_utilisation") - 1) < 0.01)
    // With 20 workers there is time for all: 30 of 37 hours.
    service.workforce.teams[.assessment].posts[.socialWorker] = 20
    #expect(mean(service, "supervision_held_rate") == 1)
    #expect(abs(mean(service, "manager_utilisation") - 30.0 / 37) < 0.02)
  }

  @Test("Intervals of supervision lengthen with time with the council")
  func supervisionIntervals() {
    let managers = ManagerParameters()
    #expect(
      [0, 41, 42, 200, 230, 4000].map { managers.supervisionInterval(afterDays: $0) }
        == [7, 7, 14, 14, 30.4375, 30.4375])
  }

  @Test("Interviews lengthen the round by the manager's time")
  func interviews() {
    var service = pod(workers: 1, months: 120)
    service.leaving.perYear = Keyed(repeating: 4)
    service.leaving.roleRatio[.practiceManager] = 0
    service.recruitment.steps[.advert] = DurationParameters(.constant, mean: 20)
    service.managers.interviewHours = 37
    let tables = ModelTables(service)
    let days = SmallService.readings(Replicator.once(tables), tables, "time_to_hire_p50_days")
      .filter { !$0.isNaN }
    #expect(days.count > 3 && days.allSatisfy { abs($0 - 27) < 0.001 })
  }

  @Test("A vacant pod's signatures are given by a neighbour, and nothing is lost")
  func cover() {
    var two = signedOff(hours: 4, managers: 2, pods: 2)
    two.workforce.teams[.assessment].vacantAtStart[.practiceManager] = 1
    two.recruitment.perPost = false
    var one = two
    one.workforce.teams[.assessment].vacantAtStart[.practiceManager] = 0
    let tables = ModelTables(two)
    let outcome = Replicator.once(tables)
    for balance in outcome.balances { #expect(balance.largestResidual <= balance.tolerance) }
    let referred = SmallService.readings(outcome, tables, "referrals").reduce(0, +)
    let signed = SmallService.readings(outcome, tables, "signoffs").reduce(0, +)
    #expect(signed > 0.97 * referred && signed <= referred)
    #expect(mean(two, "signoff_wait_mean_days") > mean(one, "signoff_wait_mean_days"))
  }

  @Test("Without any manager signatures wait until one starts")
  func nobody() {
    var service = signedOff(hours: 1)
    service.workforce.teams[.assessment].vacantAtStart[.practiceManager] = 1
    service.recruitment.steps[.checks] = DurationParameters(.constant, mean: 300)
    let tables = ModelTables(service)
    let signed = SmallService.readings(Replicator.once(tables), tables, "signoffs")
    let begins = signed.firstIndex { $0 > 0 } ?? 0
    #expect(begins > 0 && signed.prefix(begins).allSatisfy { $0 == 0 })
    #expect(signed[begins...].reduce(0, +) > 0)
  }

  @Test("Improvement takes only what time is left: everything else stays as it was, bit for bit")
  func improvementYields() {
    let tables = ModelTables(signedOff(hours: 4))
    func readings(improvementHours: Double) -> [UInt64] {
      var model = Service(tables)
      model.reset(replication: 1)
      model.open()
      if improvementHours > 0 { model.lay(.improvement, of: 0, for: -1, hours: improvementHours, serial: 1) }
      model.proceed()
      return model.scoreboard.takeReadings().numerators.map(\.bitPattern)
    }
    #expect(readings(improvementHours: 1e6) == readings(improvementHours: 0))
    #expect(readings(improvementHours: 100) == readings(improvementHours: 0))
  }

  @Test("Hours and spreads without anything to sign or to supervise change no bit")
  func off() {
    var idle = signedOff(hours: 0)
    let plain = bits(idle)
    idle.managers.hoursPerWeek = 3
    idle.managers.signOffCv = 2
    idle.managers.supervisionEveryDays = [3]
    idle.managers.supervisionUntilDays = []
    idle.leaving.spanNorm = 2
    idle.leaving.managerNewDays = 10
    idle.leaving.unfilledNorm = 0.2
    idle.leaving.absenceNorm = 0.2
    idle.leaving.supervisionMissedRatio = 3
    #expect(bits(idle) == plain)
  }

  @Test("Emergencies and birthdays take a child from under the signature, and the balance holds")
  func withdrawn() {
    var service = signedOff(hours: 60)
    service.pathway.stages[.assessment].emergencyEntryPerYear = 6
    let outcome = Replicator.once(ModelTables(service))
    for balance in outcome.balances { #expect(balance.largestResidual <= balance.tolerance) }
    let waiting = outcome.balances.first { $0.balance == "children waiting for a signature" }
    #expect((waiting?.left ?? 0) > 100)
  }
}
