import Dates
import DiscreteEvents
import Testing

@testable import ServiceModel

@Suite("Influences")
struct InfluenceTests {
  /// Two hundred posts that are left and filled again, with short absences and some agency.
  private func staff(months: Int = 36) -> ServiceParameters {
    var service = SmallService.empty(months: months)
    service.workforce.teams[.assessment].posts[.socialWorker] = 200
    service.leaving.perYear = Keyed(repeating: 0.25)
    service.recruitment.steps[.advert] = DurationParameters(.exponential, mean: 60)
    return service
  }

  private func ramp(
    _ shape: RampShape, from: Double, until: Double = .infinity, rise: Double = 0, halfLife: Double = 90
  ) -> Ramp { Ramp(shape: shape, from: from, until: until, riseDays: rise, halfLifeDays: halfLife) }

  private func bits(_ tables: ModelTables, _ replication: Int = 1) -> [UInt64] {
    var replicator = Replicator(tables)
    return replicator.run(replication).readings.numerators.map(\.bitPattern)
  }

  private func dated(
    _ influence: Influence, _ ratio: Double, _ ramp: Ramp, on service: ServiceParameters
  ) -> ModelTables {
    var dated = DatedInfluences()
    let source = dated.newSource()
    dated.add(influence, from: source, ratio: ratio, ramp, ModelTables(service).calendar)
    return ModelTables(service, dated: dated)
  }

  @Test("An influence is the product of its sources, and exactly 1 when all are off again")
  func products() {
    var influences = Influences(sources: 3)
    #expect(influences.set(.applicants, from: 0, to: 0.3) == true)
    #expect(influences.set(.applicants, from: 2, to: 0.7) == true)
    #expect(influences.set(.applicants, from: 2, to: 0.7) == false)
    #expect(influences[.applicants] == 0.3 * 0.7)
    #expect(influences[.leavingHazard] == 1)
    #expect(influences.set(.applicants, from: 0, to: 1) == true)
    #expect(influences.set(.applicants, from: 2, to: 1) == true)
    #expect(influences[.applicants] == 1)
  }

  @Test("Each shape has the area under its curve, month by month", arguments: RampShape.allCases)
  func areas(_ shape: RampShape) {
    let shaped = ramp(shape, from: 20, until: 300, rise: 200, halfLife: 60)
    func height(_ day: Double) -> Double {
      switch shape {
      case .step: 1
      case .linear: min(1, (day - 20) / 200)
      case .frontLoaded: 1 - power(1 - min(1, (day - 20) / 200), 2)
      case .pulse: power(0.5, (day - 20) / 60)
      }
    }
    let calendar = ModelTables(SmallService.empty(months: 24)).calendar
    let steps = shaped.steps(calendar)
    #expect(steps.first?.time == SimulatedTime(days: 20) && steps.last?.time == SimulatedTime(days: 300))
    #expect(steps.last?.height == 0)
    for (step, next) in zip(steps, steps.dropFirst()) {
      let (begin, end) = (step.time.days, next.time.days)
      let midpoints = (0..<1000).map { begin + (Double($0) + 0.5) / 1000 * (end - begin) }
      let mean = midpoints.reduce(0) { $0 + height($1) } / 1000
      #expect(abs(step.height - mean) < 1e-5)
    }
  }

  @Test("An influence at a ratio of 1 changes no bit, whatever its shape", arguments: Influence.allCases)
  func atOneItIsOff(_ influence: Influence) {
    let service = staff()
    #expect(
      bits(dated(influence, 1, ramp(.linear, from: 40, rise: 100), on: service)) == bits(ModelTables(service))
    )
  }

  @Test("A doubled hazard is a doubled parameter, bit for bit")
  func doubled() {
    var twice = staff()
    twice.leaving.perYear = Keyed(repeating: 0.5)
    let influenced = dated(.leavingHazard, 2, ramp(.step, from: 0), on: staff())
    #expect(bits(influenced) == bits(ModelTables(twice)))
  }

  @Test("Leavers follow the integrated hazard while a ramp is on")
  func leaversUnderARamp() {
    // Everyone is new at the start and nobody is replaced: survival is exp(-0.25 x the integral of the influence).
    var service = staff(months: 24)
    service.recruitment.perPost = false
    let tables = dated(.leavingHazard, 3, ramp(.linear, from: 100, until: 500, rise: 200), on: service)
    var replicator = Replicator(tables)
    let runs = 20
    let left = (0..<runs).map { run in
      SmallService.readings(replicator.run(run), tables, "leavers_fte").reduce(0, +)
    }
    let years = 2 + 2 * (100 + 200) / 365.25
    let expected = 200 * (1 - exponential(-0.25 * years))
    let share = expected / 200
    let error = (200 * share * (1 - share) / Double(runs)).squareRoot()
    #expect(abs(left.reduce(0, +) / Double(runs) - expected) < 4 * error)
  }

  @Test("Pay moves leaving by its elasticity, bit for bit where the power is exact")
  func pay() {
    var paid = staff()
    paid.pay.againstNeighbours = [0.5]
    #expect(bits(ModelTables(paid)) == bits(ModelTables(staff())), "no elasticity, no effect")
    paid.leaving.payElasticity = 1
    var twice = staff()
    twice.leaving.perYear = Keyed(repeating: 0.5)
    #expect(bits(ModelTables(paid)) == bits(ModelTables(twice)))
  }

  @Test("Absence speeds up from its date on, in the proportion said")
  func absence() {
    var service = staff(months: 48)
    service.leaving.perYear = Keyed(repeating: 0)
    service.absence.kinds[.short].perYear = 4
    service.absence.kinds[.short].length = DurationParameters(.constant, mean: 1)
    let tables = dated(.absence, 2, ramp(.step, from: 730.5), on: service)
    var replicator = Replicator(tables)
    var (before, after) = (0.0, 0.0)
    for number in 0..<6 {
      let lost = SmallService.readings(replicator.run(number), tables, "working_days_lost_fte")
      before += lost.prefix(24).reduce(0, +)
      after += lost.suffix(24).reduce(0, +)
    }
    // A cycle is the gap and one day: 365.25 / (91.3 + 1) against 365.25 / (45.7 + 1).
    let expected = (365.25 / 4 + 1) / (365.25 / 8 + 1)
    // About 9,500 spells before and 18,800 after: a standard error of 0.025, of which this allows four.
    #expect(abs(after / before - expected) < 0.1)
  }

  @Test("The price of agency staff follows its influence, and their number does not")
  func agencyPrice() {
    var service = staff()
    service.agency.coverShare = Keyed(repeating: 1)
    service.agency.perWeek = Keyed(repeating: 1500)
    let plain = ModelTables(service)
    let dearer = dated(.agencyPrice, 1.5, ramp(.step, from: 0), on: service)
    func cost(_ tables: ModelTables, _ measure: String) -> Double {
      SmallService.readings(Replicator.once(tables), tables, measure, "line=agency").reduce(0, +)
    }
    #expect(abs(cost(dearer, "cost_gbp") / cost(plain, "cost_gbp") - 1.5) < 1e-9)
    #expect(cost(dearer, "activity") == cost(plain, "activity"))
  }

  @Test("Rounds succeed as the number of applicants says")
  func applicants() {
    var service = staff(months: 120)
    service.leaving.perYear = Keyed(repeating: 1)
    service.recruitment.everyRoundFills = false
    service.recruitment.applicantsPerRound = Keyed(repeating: 4)
    service.recruitment.appointableShare = 0.5
    service.recruitment.acceptanceShare = 0.5
    service.recruitment.regionRatio = 2
    service.recruitment.payElasticity = 2
    service.pay.againstNeighbours = [0.5]
    let tables = dated(.applicants, 0.5, ramp(.step, from: 0), on: service)
    let outcome = Replicator.once(tables)
    let rounds = SmallService.readings(outcome, tables, "recruitment_rounds").reduce(0, +)
    let hires = SmallService.readings(outcome, tables, "hires").reduce(0, +)
    // 4 x 2 x 0.5 squared x 0.5 = 1 applicant; 1 - exp(-1 x 0.25) of the rounds end in a hire.
    let share = 1 - exponential(-0.25)
    #expect(abs(hires / rounds - share) < 4 * (share * (1 - share) / rounds).squareRoot())
  }
}

extension Replicator {
  /// One replication, number 1.
  static func once(_ tables: ModelTables) -> ReplicationOutcome {
    var replicator = Replicator(tables)
    return replicator.run(1)
  }
}
