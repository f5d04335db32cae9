import Dates
import Statistics
import Testing

@testable import ServiceModel

@Suite("Step-down from children's homes")
struct StepDownTests {
  /// Children who stay in care, all of them in children's homes, and do not move by themselves.
  private func homes(_ children: Int = 300, months: Int = 24, perChildYear: Double = 0.8) -> ServiceParameters
  {
    var service = SmallService.empty(months: months)
    service.pathway.endsAt18 = false
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.constant, mean: 36_525)
    service.opening.children[.lookedAfter] = children
    service.opening.lookedAfterAges = SmallService.teenagers
    service.opening.placements.shares = Keyed(repeating: 0)
    service.opening.placements.shares[.residential] = 1
    service.levers.stepDown.perChildYear = perChildYear
    service.levers.stepDown.dates.from = service.run.starts
    return service
  }

  private func children(
    _ outcome: ReplicationOutcome, _ tables: ModelTables, in placement: String, month: Int = 23
  ) -> Double {
    SmallService.readings(outcome, tables, "children_looked_after", "placement=\(placement)")[month]
  }

  /// A shape, its last day, whether the children also move between homes, and the days at full height that it adds up to in two
  /// years.
  static let shapes: [(RampShape, CivilDate?, Bool, Double)] = [
    (.step, nil, false, 730.5), (.step, nil, true, 730.5), (.step, CivilDate(2016, 3, 31), false, 366),
    // Half of the rise, and what follows it.
    (.linear, nil, false, 365 / 2 + 365.5),
    // Two thirds of the rise, and what follows it.
    (.frontLoaded, nil, true, 365 * 2 / 3 + 365.5),
    // 365 / ln 2 x (1 - 2^(-730.5 / 365)).
    (.pulse, nil, false, 395.06),
  ]

  @Test("As many stay in homes as the integrated rate says, whatever the shape", arguments: shapes)
  func staying(shape: RampShape, until: CivilDate?, isMoving: Bool, days: Double) {
    var service = homes()
    service.levers.stepDown.dates.shape = shape
    if let until { service.levers.stepDown.dates.until = until }
    if isMoving {
      service.placements.movesPerYear[.residential] = 1.5
      service.placements.sameTypeShare = 1
    }
    let tables = ModelTables(service)
    var stay = Tally()
    for outcome in SmallService.outcomes(service, 0..<15) {
      let all = SmallService.readings(outcome, tables, "children_looked_after")[23]
      stay.add(children(outcome, tables, in: "residential") / all)
      for balance in outcome.balances { #expect(balance.largestResidual <= balance.tolerance) }
    }
    let wanted = exponential(-0.8 * days / 365.25)
    #expect(abs(stay.mean - wanted) < 3.29 * stay.standardError, "\(stay.mean), not \(wanted)")
    #expect(stay.standardError < 0.04 * wanted)
  }

  @Test("They go where the shares say, and to agencies where no in-house place is left")
  func destinations() {
    var service = homes(600, perChildYear: 50)
    service.levers.stepDown.kinshipShare = 0.2
    service.levers.stepDown.inHouseShare = 0.5
    let tables = ModelTables(service)
    let outcome = SmallService.outcomes(service)[0]
    // All of the 600 have moved in the first year; three standard errors of a share of 600 are at most 0.061.
    let all = SmallService.readings(outcome, tables, "children_looked_after")[23]
    #expect(children(outcome, tables, in: "residential") == 0)
    #expect(abs(children(outcome, tables, in: "kinship") / all - 0.2) < 0.05)
    #expect(abs(children(outcome, tables, in: "in_house_fostering") / all - 0.5) < 0.061)
    service.fostering.places = 10
    let limited = ModelTables(service)
    let full = SmallService.outcomes(service)[0]
    #expect(children(full, limited, in: "in_house_fostering", month: 2) == 10)
    #expect(SmallService.readings(full, limited, "foster_places_missed").reduce(0, +) > 200)
  }

  @Test("Each move costs what it says, from the first day on, and nothing moves before it or after the last")
  func cost() {
    var service = homes()
    service.levers.stepDown.poundsEach = 1_500
    service.levers.stepDown.dates.from = CivilDate(2015, 10, 1)
    service.levers.stepDown.dates.until = CivilDate(2016, 9, 30)
    let tables = ModelTables(service)
    let outcome = SmallService.outcomes(service)[0]
    let moves = SmallService.readings(outcome, tables, "placement_moves")
    let spent = SmallService.readings(outcome, tables, "cost_gbp", "line=programmes")
    #expect(moves.reduce(0, +) > 100)
    for (count, pounds) in zip(moves, spent) { #expect(pounds == 1_500 * count) }
    #expect(moves.prefix(5).allSatisfy { $0 == 0 } && moves.suffix(5).allSatisfy { $0 == 0 })
  }

  @Test("A higher rate leaves fewer in homes, child by child")
  func monotone() {
    let left = [0.0, 0.4, 0.8, 1.6].map { rate -> [Double] in
      let service = homes(perChildYear: rate)
      let tables = ModelTables(service)
      return SmallService.outcomes(service, 0..<5).map { children($0, tables, in: "residential") }
    }
    for (lower, higher) in zip(left, left.dropFirst()) {
      #expect(zip(lower, higher).allSatisfy { $0 > $1 })
    }
  }

  @Test("Shares of more than the whole are refused")
  func mistakes() {
    var service = homes()
    service.levers.stepDown.kinshipShare = 0.6
    service.levers.stepDown.inHouseShare = 0.6
    let found = service.contradictions().filter { $0.code == "shares-above-one" }
    #expect(found.count == 1 && found[0].severity == .error && found[0].message.contains("1.2"))
    #expect(found[0].paths.first == "levers.stepDown.inHouseShare")
    service.levers.stepDown.inHouseShare = 0.4
    #expect(!service.contradictions().contains { $0.code == "shares-above-one" })
  }
}
