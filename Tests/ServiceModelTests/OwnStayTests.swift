import DiscreteEvents
import Statistics
import Testing

@testable import ServiceModel

@Suite("Stays in care of those who came without a referral")
struct OwnStayTests {
  /// Children of one entry and nobody else; all others would return home from care.
  private func service(_ way: DirectEntry, perYear: Double = 400, months: Int = 60) -> ServiceParameters {
    var service = SmallService.empty(months: months)
    service.demand.direct[way].perYear = perYear
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.constant, mean: 20)
    service.pathway.stages[.lookedAfter].exits = Keyed(repeating: 0)
    service.pathway.stages[.lookedAfter].exits[.returnedHome] = 1
    return service
  }

  private func ended(_ outcome: ReplicationOutcome, _ tables: ModelTables, by exit: Exit, from month: Int = 0)
    -> Double
  {
    SmallService.readings(outcome, tables, "cla_ceased_by_reason", "reason=\(exit.label)")[month...].reduce(
      0, +)
  }

  @Test("Unaccompanied children stay to 18 or leave by the shares asked for, after the lengths asked for")
  func unaccompanied() {
    var service = service(.unaccompanied)
    service.demand.direct[.unaccompanied].stay.to18Share = 0.7
    service.demand.direct[.unaccompanied].stay.duration = DurationParameters(.exponential, mean: 100)
    service.demand.direct[.unaccompanied].stay.exits[.otherEnd] = 0.6
    service.demand.direct[.unaccompanied].stay.exits[.independence] = 0.4
    let tables = ModelTables(service)
    var inCare = Tally()
    var adults = Tally()
    var independent = Tally()
    for outcome in SmallService.outcomes(service, 0..<12) {
      let average = SmallService.readings(outcome, tables, "children_looked_after_average")
      inCare.add(average[24...].reduce(0, +) / 36)
      let all = SmallService.readings(outcome, tables, "cla_ceased")[24...].reduce(0, +)
      adults.add(ended(outcome, tables, by: .turned18, from: 24) / all)
      independent.add(ended(outcome, tables, by: .independence, from: 24) / all)
      for exit in [Exit.returnedHome, .specialGuardianship, .adoption] {
        #expect(ended(outcome, tables, by: exit) == 0)
      }
      #expect(SmallService.readings(outcome, tables, "cin_plans_started").reduce(0, +) == 0)
      // Each arrival is a referral, and nobody is referred again.
      #expect(
        SmallService.readings(outcome, tables, "referrals").reduce(0, +)
          == SmallService.readings(outcome, tables, "cla_started").reduce(0, +))
    }
    // Ages are even from 16 to 18: an exponential stay of 100 days outlasts what is left with the chance
    // (100 / 730.5) (1 - exp(-7.305)).
    let outlasts = 100 / 730.5 * (1 - exponential(-7.305))
    let mean = 0.7 * 365.25 + 0.3 * 100 * (1 - outlasts)
    let wanted = 0.7 + 0.3 * outlasts
    #expect(abs(inCare.mean - 400 / 365.25 * mean) < 3.29 * inCare.standardError, "\(inCare.mean)")
    #expect(abs(adults.mean - wanted) < 3.29 * adults.standardError, "\(adults.mean), not \(wanted)")
    #expect(abs(independent.mean - 0.4 * (1 - wanted)) < 3.29 * independent.standardError)
    #expect(inCare.standardError < 0.02 * inCare.mean && adults.standardError < 0.01)
  }

  @Test("A scenario that says nothing keeps unaccompanied children in care, and ends remands within months")
  func defaults() {
    let alone = service(.unaccompanied)
    let tables = ModelTables(alone)
    let outcome = SmallService.outcomes(alone)[0]
    let all = SmallService.readings(outcome, tables, "cla_ceased").reduce(0, +)
    #expect(
      ended(outcome, tables, by: .turned18) > 0.8 * all && ended(outcome, tables, by: .returnedHome) == 0)
    #expect(SmallService.readings(outcome, tables, "care_leavers")[59] > 500)
    let remand = service(.remand)
    let other = ModelTables(remand)
    let short = SmallService.outcomes(remand)[0]
    let ends = SmallService.readings(short, other, "cla_ceased").reduce(0, +)
    // Nine in ten leave before their birthday, half of these for home; four standard errors of a share of about 2,000.
    #expect(abs(ended(short, other, by: .returnedHome) / ends - 0.47) < 0.045)
    #expect(SmallService.readings(short, other, "children_looked_after")[59] < 130)
    let transfer = service(.transfersIn)
    let third = ModelTables(transfer)
    let like = SmallService.outcomes(transfer)[0]
    #expect(
      ended(like, third, by: .returnedHome) > 0.9
        * SmallService.readings(like, third, "cla_ceased").reduce(0, +))
  }

  @Test("A remand lasts as long as its law says: arrivals times the mean are in care")
  func remand() {
    var service = service(.remand, months: 48)
    service.pathway.endsAt18 = false
    service.demand.direct[.remand].stay.duration = DurationParameters(.gamma, mean: 120, cv: 0.5)
    service.demand.direct[.remand].stay.exits[.returnedHome] = 0
    service.demand.direct[.remand].stay.exits[.otherEnd] = 1
    let tables = ModelTables(service)
    var inCare = Tally()
    for outcome in SmallService.outcomes(service, 0..<12) {
      let average = SmallService.readings(outcome, tables, "children_looked_after_average")
      inCare.add(average[12...].reduce(0, +) / 36)
    }
    #expect(abs(inCare.mean - 400 / 365.25 * 120) < 3.29 * inCare.standardError, "\(inCare.mean)")
    #expect(inCare.standardError < 0.02 * inCare.mean)
  }

  @Test("A stay that leads nowhere is refused, and a family of an unaccompanied child is pointed out")
  func mistakes() {
    var service = ServiceParameters()
    #expect(!service.contradictions().contains { $0.paths.contains { $0.contains("stay") } })
    service.demand.direct[.unaccompanied].stay.exits[.otherEnd] = 0.5
    service.demand.direct[.unaccompanied].stay.exits[.adoption] = 0.5
    service.demand.direct[.remand].stay.exits[.care] = 0.5
    service.demand.direct[.transfersIn].stay.law = .own
    let found = service.contradictions()
    #expect(found.contains { $0.code == "family-of-unaccompanied" && $0.severity == .warning })
    #expect(found.contains { $0.code == "own-exit" && $0.paths == ["demand.remand.stay.exits.care"] })
    #expect(found.contains { $0.code == "sum-not-one" && $0.paths == ["demand.remand.stay.exits"] })
  }
}
