import DiscreteEvents
import Statistics
import Testing

@testable import ServiceModel

@Suite("Placed for adoption")
struct AdoptionTests {
  /// Infants who come into care, two in five of whom are adopted.
  private func infants(placedFor days: Double = 150, months: Int = 72) -> ServiceParameters {
    var service = SmallService.empty(months: months)
    service.pathway.endsAt18 = false
    service.demand.referralsPerYear = 300
    service.demand.entry[.frontDoor] = 0
    service.demand.entry[.lookedAfter] = 1
    service.demand.ages = Keyed(repeating: 0)
    service.demand.ages[.under1] = 1
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.exponential, mean: 200)
    service.pathway.stages[.lookedAfter].exits = Keyed(repeating: 0)
    service.pathway.stages[.lookedAfter].exits[.adoption] = 0.4
    service.pathway.stages[.lookedAfter].exits[.otherEnd] = 0.6
    service.care.orderShare = 0.7
    service.care.proceedings = DurationParameters(.constant, mean: 180)
    service.care.adoptionPlacement = DurationParameters(.gamma, mean: days, cv: days > 0 ? 0.5 : 0)
    service.money.perProceedings = 1
    return service
  }

  @Test("As many are placed for adoption as Little's law says, and as many are in proceedings as asked for")
  func steadyState() {
    let service = infants()
    let tables = ModelTables(service)
    var placed = Tally()
    var proceedings = Tally()
    for outcome in SmallService.outcomes(service, 0..<12) {
      let stock = SmallService.readings(outcome, tables, "children_looked_after", "placement=for_adoption")
      placed.add(stock[48...].reduce(0, +) / 24)
      let started = SmallService.readings(outcome, tables, "cla_started").reduce(0, +)
      proceedings.add(SmallService.readings(outcome, tables, "cost_gbp", "line=legal").reduce(0, +) / started)
      for balance in outcome.balances { #expect(balance.largestResidual <= balance.tolerance) }
    }
    let wanted = 300 * 0.4 * 150 / 365.25
    #expect(abs(placed.mean - wanted) < 3.29 * placed.standardError, "\(placed.mean), not \(wanted)")
    #expect(abs(proceedings.mean - 0.7) < 3.29 * proceedings.standardError, "\(proceedings.mean)")
    #expect(placed.standardError < 0.03 * wanted && proceedings.standardError < 0.01)
  }

  @Test("Nobody is placed for adoption before the order, and all who are adopted were placed")
  func order() {
    var model = Service(ModelTables(infants(months: 24)))
    model.forgetsNobody = true
    _ = model.run(replication: 0)
    var adopted = 0
    for child in 0..<model.children.count {
      let person = model.children[child]
      if person.placement == .forAdoption {
        #expect(person.exit == .adoption && person.placed.days(since: person.careStarted) >= 180)
        #expect(person.moves == 1)
      }
      if person.stage == .closed, person.exit == .adoption {
        adopted += 1
        #expect(person.placement == .forAdoption)
      }
    }
    #expect(adopted > 50)
  }

  @Test("Without a time before the adoption nobody is placed for it")
  func off() {
    let service = infants(placedFor: 0)
    let tables = ModelTables(service)
    let outcome = SmallService.outcomes(service)[0]
    let stock = SmallService.readings(outcome, tables, "children_looked_after", "placement=for_adoption")
    #expect(stock.allSatisfy { $0 == 0 })
  }

  @Test("A child who is placed for adoption at the start has a part of the time before it")
  func opening() {
    var service = SmallService.empty(months: 6)
    service.pathway.endsAt18 = false
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.constant, mean: 36_525)
    service.opening.children[.lookedAfter] = 600
    service.opening.lookedAfterAges = SmallService.teenagers
    service.opening.placements.shares = Keyed(repeating: 0)
    service.opening.placements.shares[.forAdoption] = 1
    service.care.adoptionPlacement = DurationParameters(.constant, mean: 150)
    let tables = ModelTables(service)
    let outcome = SmallService.outcomes(service)[0]
    let ended = SmallService.readings(outcome, tables, "cla_ceased_by_reason", "reason=adoption")
    // Spread evenly over 150 days: 30.4 of these in each of the first four months. Four standard errors of a share.
    for month in 0..<4 {
      #expect(abs(ended[month] / 600 - 30.4375 / 150) < 4 * (0.2 * 0.8 / 600.0).squareRoot())
    }
    #expect(ended.reduce(0, +) == 600)
  }

  @Test("A placement for adoption on the first day is pointed out")
  func first() {
    var service = infants()
    #expect(!service.contradictions().contains { $0.code == "adoption-first" })
    service.placements.mix[.under1].shares[.forAdoption] = 0.1
    #expect(service.contradictions().contains { $0.code == "adoption-first" && $0.severity == .warning })
    service.placements.chosenBy = .need
    service.placements.need[.standard].order[.forAdoption] = 1
    #expect(
      service.contradictions().first { $0.code == "adoption-first" }?.paths.first?.contains("need") == true)
  }
}
