import Parameters
import ServiceModel

/// Children who come to the country alone: how many come in a year, how long they stay, and how many are there at the start.
extension CouncilScenario {
  /// Those who come in a year.
  struct Arrivals {
    /// Children who come in a year.
    let perYear: Double
    /// Of these, those who are looked after as in the base until they leave care.
    let staying: Double
    /// Shares of them by age.
    let ages: [Double]
    /// What the second and third number rest on, where many go on to other councils.
    let source: Source?

    /// Of these, those whom another council takes on within weeks.
    var passedOn: Double { perYear - staying }
  }

  /// Children who come in a year: those who keep their number at the council; and where far more are looked after from 16 on
  /// than elsewhere, those who land there and whom other councils take on, at 10 and over as many as come beyond England's rate.
  var arrivals: Arrivals {
    let turnover = CouncilAssumption.unaccompaniedTurnover.value
    let there = figures.stock("children_looked_after/uasc", year)?.value ?? 0
    let ages = base.demand.direct[.unaccompanied].ages
    let kept = Arrivals(perYear: turnover * there, staying: turnover * there, ages: ages, source: nil)
    let older = ages[AgeBand.age16plus.index]
    guard there >= Self.fewAlone, older > 0, let (entries, england, source) = entries(at: .age16plus) else {
      return kept
    }
    let usual = england * population
    let beyond = (entries - CouncilAssumption.usualEntriesFrom16.value * usual) / older
    guard beyond > Self.clearly * kept.perYear else { return kept }
    // Of those who come elsewhere some came alone as well; those who did not are as many as elsewhere.
    let alone = turnover * englandsAlone * population
    let counts = AgeBand.allCases.map { band -> Double in
      guard band == .age10to15 || band == .age16plus, let (entries, england, _) = self.entries(at: band)
      else {
        return 0
      }
      let others = max(england * population - alone * ages[band.index], 0)
      return max(entries - others, 0)
    }
    let landed = counts.reduce(0, +)
    let weeks = CouncilAssumption.daysBeforePassedOn.value / Self.daysInYear
    // Those at a day are those who stay, each for 1 / turnover years, and those who have not yet been passed on.
    let staying = min(max(there - landed * weeks, 0) / (1 / turnover - weeks), landed)
    return Arrivals(
      perYear: landed, staying: staying, ages: counts.map { $0 / landed }, source: source)
  }

  /// Children of an age who begin to be looked after in a year, those in England for each child, and the source.
  private func entries(at band: AgeBand) -> (council: Double, england: Double, source: Source)? {
    let name = "cla_started/age=\(Self.column(band))"
    guard let own = figures.stock(name, year),
      let england = figures.ratioOfAll(name, over: "population_0_17", year)
    else { return nil }
    return (own.value, england, own.source)
  }

  /// Unaccompanied children looked after in England, for each child; 0 where that is not known.
  private var englandsAlone: Double {
    func number(_ name: String) -> Double? {
      NationalMeasure.named(name).flatMap { measure in
        [year, year - 1].lazy.compactMap { figures.table.figure(measure, "ENG", $0).value }.first
      }
    }
    guard let alone = number("children_looked_after/uasc"), let children = number("population_0_17") else {
      return 0
    }
    return alone / max(children, 1)
  }

  /// Children who begin to be looked after in a year, as they are expected; where many land who came alone, as many as in
  /// the newest year: what other councils' years tell does not hold there.
  var expectedEntries: Told? {
    if arrivals.source != nil, let newest = figures.stock("cla_started", year) { return newest }
    return expected("cla_started", [.careEntryUnder16, .careEntry16plus])
  }

  /// Fewer unaccompanied children than these tell nothing of those who pass through.
  private static let fewAlone = 30.0
  /// By what factor those who land must be more than those who keep their number, to be told from chance.
  private static let clearly = 1.25
  private static let daysInYear = 365.25

  /// Children looked after who came alone, and care leavers who did. Of these no number is published: they are those who
  /// have turned 18 since support began for the oldest, from the numbers looked after year by year.
  var unaccompaniedAtStart: (lookedAfter: Double, leavers: Double) {
    func alone(_ year: Int) -> Double { figures.stock("children_looked_after/uasc", year)?.value ?? 0 }
    func rounded(_ name: String) -> Double { (figures.stock(name, year)?.value ?? 0).rounded() }
    let turned18 = supportedShares.enumerated().reduce(0.0) { $0 + $1.element * alone(year - $1.offset) }
    let share =
      CouncilAssumption.unaccompaniedTurnover.value * base.demand.direct[.unaccompanied].stay.to18Share
    return (
      min(alone(year).rounded(), rounded("children_looked_after")),
      min((share * turned18).rounded(), supportedLeavers(rounded("care_leavers_19_to_21")).rounded())
    )
  }

  /// How these children stay: as in the base, and those who are passed on for weeks.
  var unaccompaniedStay: StayParameters {
    var stay = base.demand.direct[.unaccompanied].stay
    let arrivals = arrivals
    guard arrivals.source != nil, arrivals.perYear > 0 else { return stay }
    let leaving = arrivals.staying * (1 - stay.to18Share)
    stay.to18Share *= arrivals.staying / arrivals.perYear
    stay.duration.mean =
      (leaving * stay.duration.mean + arrivals.passedOn * CouncilAssumption.daysBeforePassedOn.value)
      / max(leaving + arrivals.passedOn, 1e-9)
    return stay
  }

  /// Of those who cease before they turn 18, the ones who came alone or on remand: they do not go home to come back.
  var endsOfDirect: Double {
    arrivals.perYear * (1 - unaccompaniedStay.to18Share) + remandsPerYear
  }

  mutating func addArrivals() {
    let arrivals = arrivals
    let turnover = Self.rounded(CouncilAssumption.unaccompaniedTurnover.value)
    guard let source = arrivals.source else {
      add(
        "demand.unaccompanied.perYear", arrivals.perYear,
        .assumption("\(turnover) a year for each unaccompanied child looked after at 31 March"))
      return add("demand.unaccompanied.from", .date(start), .modelChoice)
    }
    let words = Source.derived(
      "those who come at 10 or over beyond as many as come in England other than alone for each child, most of whom other councils take on within weeks: \(source.reference)"
    )
    add("demand.unaccompanied.perYear", arrivals.perYear, words)
    add("demand.unaccompanied.from", .date(start), .modelChoice)
    add("demand.unaccompanied.ages", .numbers(arrivals.ages.map { ($0 * 10_000).rounded() / 10_000 }), words)
    let stay = unaccompaniedStay
    add("demand.unaccompanied.stay.to18Share", stay.to18Share, words)
    add("demand.unaccompanied.stay.duration.mean", stay.duration.mean, words)
  }

  /// Those of the children at the start who came to the country alone.
  mutating func addUnaccompanied() {
    let alone = unaccompaniedAtStart
    guard alone.lookedAfter > 0 || alone.leavers > 0 else { return }
    let source = figures.stock("children_looked_after/uasc", year)?.source.reference ?? ""
    add("opening.unaccompanied", whole: alone.lookedAfter, .derived(source))
    add(
      "opening.unaccompaniedLeavers", whole: alone.leavers,
      .assumption("those who have turned 18 since, at the same turnover and stay: \(source)"))
  }
}
