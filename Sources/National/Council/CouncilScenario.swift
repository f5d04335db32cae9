import Dates
import Foundation
import Parameters
import ScenarioFiles
import ServiceModel

/// A council's own values over a base without a council: worked out from its published figures, each with its source.
package struct CouncilScenario {
  let figures: CouncilFigures
  let base: ServiceParameters
  /// How things drift from year to year; nil for no drift.
  let prior: PriorEstimate?
  /// Where the council stands in each thing that drifts; nil for no drift.
  let state: CouncilState?
  /// The logarithm of what children looked after are expected to grow by in the first years, as other councils' years say;
  /// nil for no drift, or where too little is known.
  let careGrowth: Double?
  /// The year to whose 31 March the opening position is that of.
  package let year: Int
  /// The newest year of the table.
  package var newestYear: Int { figures.table.years.upperBound }
  private(set) var entries: [OverlayWriter.Entry] = []
  /// The columns of the table that were not published for the council, and stand in by its region and size.
  package var missing: [String] {
    var names: [String] = []
    for entry in entries {
      guard case .derived(let words) = entry.source,
        let found = words.firstMatch(of: /median [^;]*: ([a-z0-9_\/=]+)/)
      else { continue }
      let name = String(found.output.1)
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// - Parameters:
  ///   - base: the scenario on which the new one stands, resolved.
  ///   - asOf: nothing published after this day is used; nil uses the newest of everything.
  ///   - priors: how things drift from year to year; nil for no drift.
  ///   - fold: the part of the councils that it belongs to, whose figures the drift does not rest on.
  /// - Throws: `NationalFailure` where the council has no position to start from.
  package init(
    _ table: NationalTable, _ council: ListedCouncil, asOf: CivilDate?, base: ServiceParameters,
    priors: PriorsFile? = nil, fold: Int? = nil
  ) throws {
    figures = CouncilFigures(table, council, asOf: asOf)
    self.base = base
    prior = priors?.newest(upTo: Self.knownYear(asOf, table), fold: fold)
    guard Self.isService(base) else {
      throw NationalFailure(
        "--based-on", "no-service",
        "That scenario is no whole service: it lacks children, workers or a pathway for a council's own to stand on.",
        help: "stand on Scenarios/england.yaml, or on a scenario that does")
    }
    guard let lookedAfter = NationalMeasure.named("children_looked_after"),
      let need = NationalMeasure.named("children_in_need"),
      let year = figures.newest(lookedAfter, upTo: figures.newest(need))
    else {
      throw NationalFailure(
        council.name, "no-position",
        "Children looked after and in need of \(council.name) had not been published by "
          + "\(asOf?.description ?? "the end of the table").",
        help: "children in need are there from 2013: give a later --as-of")
    }
    self.year = year
    state = prior.map {
      CouncilState(table, council.code, $0, known: Self.knownYear(asOf, table), position: year)
    }
    careGrowth = prior.flatMap { _ in Self.careGrowth(table, council.code, year, fold) }
    let flows = try self.flows()
    addRun()
    addDemand(flows)
    addPathway(flows)
    addOpening(flows)
    addWorkforce(flows)
    addInspections()
    addMoney()
    if let prior { addDrift(prior) }
  }

  /// Whether the base has what a council's own values are worked out from.
  private static func isService(_ base: ServiceParameters) -> Bool {
    let posts = Team.allCases.map { base.workforce.teams[$0].posts }
    let roles: [Role] = [.socialWorker, .practiceManager]
    let stages: [Stage] = [.assessment, .childInNeed, .childProtectionPlan, .lookedAfter]
    return roles.allSatisfy { role in posts.contains { $0[role] > 0 } }
      && stages.allSatisfy { base.opening.children[$0] > 0 && base.pathway.stages[$0].heldBy != nil }
      && base.workforce.fteShares.reduce(0, +) > 0
  }

  private static func careGrowth(
    _ table: NationalTable, _ code: String, _ year: Int, _ fold: Int?
  ) -> Double? {
    guard
      let now = NationalMeasure.named("children_looked_after").flatMap({ table.figure($0, code, year).value })
    else { return nil }
    let panel = Panel(table, including: code)
    return Anchor(panel, origin: year, fold: fold ?? -1)?.law(code, CareBalance.years).map {
      $0.middle - log(now)
    }
  }

  /// The newest year whose figures had all been published by the end of the March after it.
  static func knownYear(_ asOf: CivilDate?, _ table: NationalTable) -> Int {
    guard let asOf else { return table.years.upperBound }
    let (year, month, day) = asOf.civil
    return month > 3 || (month == 3 && day == 31) ? year - 1 : year - 2
  }

  /// The first day of the run.
  var start: CivilDate { CivilDate(year, 4, 1) }

  mutating func add(_ path: String, _ value: Value, _ source: Source) {
    entries.append(OverlayWriter.Entry(path: path, value: value, source: source))
  }

  mutating func add(_ path: String, _ number: Double, _ source: Source) {
    add(path, .number(Self.rounded(number)), source)
  }

  mutating func add(_ path: String, _ told: Told) { add(path, told.value, told.source) }

  /// A number, uncertain by as much as its level is: where it drifts, as its own years tell under the law of the drift; else
  /// as the level of a measure, or of its ratio to another, has changed from three years to the next three.
  mutating func add(
    _ path: String, _ number: Double, _ source: Source, as name: String, over other: String? = nil
  ) {
    let value = Self.rounded(number)
    let driver = DriftPrior.Driver(measure: name, over: other)
    let spread =
      driver.flatMap { state?[$0]?.sd }
      ?? driver.flatMap { prior?.drivers[$0]?.law.errorOfMean(years: CouncilFigures.span) }
      ?? LevelSpread.of(name, over: other, in: figures.table) { figures.newest($0.period) }
    guard value > 0, let spread, spread > 0 else { return add(path, number, source) }
    entries.append(
      OverlayWriter.Entry(
        path: path, value: .number(value), source: source,
        uncertain: .lognormal(mean: value, standardDeviation: Self.rounded(value * spread))))
  }

  mutating func add(_ path: String, whole number: Double, _ source: Source) {
    add(path, .whole(Int(min(max(number.isNaN ? 0 : number, 0), Self.mostWhole).rounded())), source)
  }

  /// No count of a council is larger.
  private static let mostWhole = 1e7

  /// Five significant digits: no more is known.
  static func rounded(_ number: Double) -> Double {
    guard number != 0, number.isFinite else { return 0 }
    var scale = 1.0
    while abs(number) * scale < 10_000 { scale *= 10 }
    while abs(number) * scale >= 100_000 { scale /= 10 }
    return (number * scale).rounded() / scale
  }

  /// A number that must be there: its own, or what stands in for it.
  func needed(_ told: Told?, _ name: String) throws -> Told {
    guard let told else {
      throw NationalFailure(
        figures.council.name, "no-figure",
        "\(name) is published neither for \(figures.council.name) nor for enough other councils by then.",
        help: "give a later --as-of, or another table with --national")
    }
    return told
  }

  /// Years after the opening that a run covers.
  private static let horizon = 10

  private mutating func addRun() {
    let position = Source.published("the newest position published: 31 March \(year)")
    add("run.starts", .date(start), position)
    add("run.ends", .date(CivilDate(year + Self.horizon, 3, 31)), .modelChoice)
    add("run.dataAsOf", .date(newestDay), .published("the day that the newest figure used is about"))
  }

  /// The day that the newest figure used is about.
  private var newestDay: CivilDate {
    max(CivilDate(year, 3, 31), CivilDate(figures.newest(.september), 9, 30))
  }
}
