import Statistics
import Testing

@testable import ServiceModel

@Suite("Early help and the wait for a place in it")
struct EarlyHelpTests {
  /// A small town of the shipped scenario's shape: places for a few more children than there are in early help.
  private func town(places: Int) -> ServiceParameters {
    var service = SignService.children
    service.run.seed = 11
    service.pathway.stages[.frontDoor].exits = Keyed(repeating: 0)
    service.pathway.stages[.frontDoor].exits[.assessment] = 1
    service.pathway.stages[.assessment].exits[.earlyHelp] = 0.25
    service.pathway.stages[.assessment].exits[.stepDown] = 0.25
    service.pathway.stages[.assessment].returnShare = 0.43
    service.pathway.stages[.earlyHelp].duration = DurationParameters(.gamma, mean: 150, cv: 0.7)
    service.pathway.stages[.earlyHelp].exits[.stepDown] = 0.86
    service.pathway.stages[.earlyHelp].exits[.assessment] = 0.14
    service.pathway.stages[.earlyHelp].returnShare = 0.25
    service.pathway.stages[.earlyHelp].places = places
    service.pathway.stages[.earlyHelp].waiting.stepUpPerYear = 0.35
    service.pathway.stages[.earlyHelp].waiting.referralPerYear = 0.75
    service.pathway.stages[.earlyHelp].waiting.givingUpPerYear = 4
    service.pathway.stages[.earlyHelp].waiting.returnShare = 0.26
    service.pathway.earlyHelpReturnRatio = 0.8
    service.pathway.returnInterval = DurationParameters(.lognormal, mean: 130, cv: 1.3)
    service.pathway.unservedReturnInterval = DurationParameters(.lognormal, mean: 130, cv: 1.3)
    service.money.earlyHelpPerWeek = 45
    service.opening.children[.earlyHelp] = 80
    return service
  }

  private func total(
    _ outcome: ReplicationOutcome, _ tables: ModelTables, _ series: String, _ part: String = ""
  )
    -> Double
  { SmallService.readings(outcome, tables, series, part).reduce(0, +) }

  /// Differences between two numbers of places in a measure summed over the run.
  private func differences(_ few: Int, _ many: Int, _ series: String, _ part: String = "") -> Tally {
    let (one, other) = (town(places: few), town(places: many))
    let (first, second) = (ModelTables(one), ModelTables(other))
    var tally = Tally()
    for (low, high) in zip(SmallService.outcomes(one, 0..<24), SmallService.outcomes(other, 0..<24)) {
      for balance in low.balances { #expect(balance.largestResidual <= balance.tolerance) }
      tally.add(total(low, first, series, part) - total(high, second, series, part))
    }
    return tally
  }

  @Test(
    "Fewer places mean more referrals, assessments and care, and less spent on early help",
    arguments: [(70, 140), (0, 70), (0, 140)])
  func sign(few: Int, many: Int) {
    for series in ["referrals", "stage_started stage=assessment"] {
      let words = series.split(separator: " ").map(String.init)
      let more = differences(few, many, words[0], words.count > 1 ? words[1] : "")
      #expect(more.mean > 3 * more.standardError, "\(series): \(more.mean) ± \(more.standardError)")
    }
    let care = differences(few, many, "cla_started")
    // Care follows at some distance: less than nothing would be the wrong sign.
    #expect(
      care.mean > (few == 0 ? 2 : -2) * care.standardError, "care: \(care.mean) ± \(care.standardError)")
    let spent = differences(few, many, "cost_gbp", "line=early_help")
    #expect(spent.mean < -3 * spent.standardError, "spent: \(spent.mean) ± \(spent.standardError)")
  }

  @Test("Places that nobody needs change no bit")
  func enough() {
    let few = Replicator.once(ModelTables(town(places: 5_000))).readings
    let many = Replicator.once(ModelTables(town(places: 10_000))).readings
    #expect(few.numerators.map(\.bitPattern) == many.numerators.map(\.bitPattern))
  }

  @Test("Without a place nobody is helped, and early help costs nothing")
  func none() {
    let tables = ModelTables(town(places: 0))
    let outcome = Replicator.once(tables)
    let children = SmallService.readings(outcome, tables, "early_help_children")
    #expect(children == SmallService.readings(outcome, tables, "early_help_waiting"))
    #expect((children.min() ?? 0) > 5)
    #expect(total(outcome, tables, "cost_gbp", "line=early_help") == 0)
    #expect(total(outcome, tables, "early_help_unserved") > 200)
  }

  @Test("Places and patience alone are M/M/c with abandonment")
  func erlangA() {
    var service = SmallService.plans(perYear: 400, duration: DurationParameters(), months: 120)
    service.demand.entry[.childInNeed] = 0
    service.demand.entry[.earlyHelp] = 1
    service.pathway.stages[.earlyHelp].duration = DurationParameters(.exponential, mean: 73.05)
    service.pathway.stages[.earlyHelp].places = 75
    service.pathway.stages[.earlyHelp].waiting.givingUpPerYear = 4
    let (arrivals, help, patience, places) = (400.0, 5.0, 4.0, 75)
    var weights = [1.0]
    for number in 1...400 {
      let served = Double(min(number, places)) * help
      let leaving = Double(max(0, number - places)) * patience
      weights.append(weights[number - 1] * arrivals / (served + leaving))
    }
    let sum = weights.reduce(0, +)
    let meanWaiting = weights.enumerated().reduce(0.0) {
      $0 + Double(max(0, $1.offset - places)) * $1.element / sum
    }
    let lost = meanWaiting * patience / arrivals

    let tables = ModelTables(service)
    var (waiting, shares) = (Tally(), Tally())
    for outcome in SmallService.outcomes(service, 0..<40) {
      let months = SmallService.readings(outcome, tables, "early_help_waiting").suffix(96)
      waiting.add(months.reduce(0, +) / 96)
      let left = SmallService.readings(outcome, tables, "early_help_unserved").suffix(96).reduce(0, +)
      let came = SmallService.readings(outcome, tables, "referrals").suffix(96).reduce(0, +)
      shares.add(left / came)
    }
    #expect(
      abs(waiting.mean - meanWaiting) < 3.29 * waiting.standardError, "\(waiting.mean), not \(meanWaiting)")
    #expect(waiting.standardError < 0.05 * meanWaiting)
    #expect(abs(shares.mean - lost) < 3.29 * shares.standardError, "\(shares.mean), not \(lost)")
    #expect(shares.standardError < 0.05 * lost)
  }

  @Test("A wait ends by each hazard in proportion, and as fast as all of them together")
  func hazards() {
    var service = SmallService.plans(perYear: 2_000, duration: DurationParameters(), months: 24)
    service.demand.entry[.childInNeed] = 0
    service.demand.entry[.earlyHelp] = 1
    service.pathway.stages[.earlyHelp].places = 0
    service.pathway.stages[.earlyHelp].waiting.givingUpPerYear = 6
    service.pathway.stages[.earlyHelp].waiting.stepUpPerYear = 3
    service.pathway.stages[.assessment].duration = DurationParameters(.constant, mean: 10)
    let tables = ModelTables(service)
    let outcome = Replicator.once(tables)
    let left = total(outcome, tables, "early_help_unserved")
    let stepped = total(outcome, tables, "stage_started", "stage=assessment")
    let error = (2.0 / 9 / left).squareRoot()
    #expect(abs(stepped / left - 1.0 / 3) < 4 * error, "\(stepped) of \(left)")
    // Little's law: 2,000 a year for a ninth of a year.
    let waiting = SmallService.readings(outcome, tables, "early_help_waiting").suffix(18)
    let mean = waiting.reduce(0, +) / 18
    #expect(abs(mean - 222.2) < 22, "\(mean)")
  }

  @Test("Who gives up comes back by a share and after an interval of its own, and so does who is turned away")
  func unserved() {
    var service = SmallService.plans(perYear: 1_000, duration: DurationParameters(), months: 24)
    service.demand.entry[.childInNeed] = 0
    service.demand.entry[.earlyHelp] = 1
    service.pathway.stages[.earlyHelp].places = 0
    service.pathway.stages[.earlyHelp].waiting.givingUpPerYear = 300
    service.pathway.stages[.earlyHelp].waiting.returnShare = 0.5
    service.pathway.unservedReturnInterval = DurationParameters(.constant, mean: 20)
    func again(_ service: ServiceParameters) -> (returns: Double, entries: Double) {
      let tables = ModelTables(service)
      let outcome = Replicator.once(tables)
      let entries = total(outcome, tables, "stage_started", "stage=front_door")
      return (entries, total(outcome, tables, "referrals") - entries)
    }
    let givenUp = again(service)
    #expect(abs(givenUp.returns / givenUp.entries - 0.48) < 0.04, "\(givenUp)")
    var full = SmallService.plans(
      perYear: 1_000, duration: DurationParameters(.constant, mean: 36_525), months: 24)
    full.pathway.stages[.childInNeed].heldBy = .protection
    full.pathway.stages[.childInNeed].waiting.returnShare = 0.5
    full.pathway.unservedReturnInterval = DurationParameters(.constant, mean: 20)
    full.workforce.teams[.protection].posts[.socialWorker] = 1
    full.workforce.teams[.protection].caseloadCap = 5
    full.workforce.teams[.protection].waitingLimit = 0
    let turnedAway = again(full)
    #expect(abs(turnedAway.returns / turnedAway.entries - 0.48) < 0.04, "\(turnedAway)")
  }

  @Test("What would make a place worse than none is said")
  func contradictions() {
    var service = town(places: 70)
    func codes() -> [String] { service.contradictions().map(\.code) }
    #expect(!codes().contains("safer-without-place") && !codes().contains("waits-for-ever"))
    service.pathway.stages[.earlyHelp].waiting.returnShare = 0.1
    #expect(codes().filter { $0 == "safer-without-place" }.count == 1)
    service.pathway.stages[.earlyHelp].waiting.stepUpPerYear = 0
    service.pathway.stages[.earlyHelp].waiting.referralPerYear = 0.1
    #expect(codes().filter { $0 == "safer-without-place" }.count == 2)
    service.pathway.stages[.earlyHelp].waiting = WaitingParameters()
    #expect(codes().contains("waits-for-ever"))
    service.pathway.stages[.earlyHelp].places = -1
    #expect(!codes().contains("waits-for-ever"))
  }
}
