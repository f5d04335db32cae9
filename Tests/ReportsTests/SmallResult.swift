import Dates
import Foundation
import Notation
import Parameters
import Testing

@testable import Reports
@testable import Results

/// A result small enough to be written out by hand.
enum SmallResult {
  static func manifest() -> Manifest {
    var m = Manifest()
    m.scenario = "Tiny town"
    m.question = "Does it add up?"
    m.command = ["caseload", "run", "tiny.yaml"]
    m.scenarioFiles = [
      Manifest.SourceFile(name: "tiny.yaml", sha256: "ab12", text: "scenario: \"Tiny town\"\n")
    ]
    m.scenarioHash = "0123456789abcdef0123456789abcdef"
    m.seed = 20_151_124
    m.generator = "philox"
    m.modelVersion = "0.1.0"
    m.startDate = "2015-04-01"
    m.endDate = "2016-03-31"
    m.dataAsOf = "2015-03-31"
    m.replicationsWanted = 4
    m.replicationsDone = 4
    m.jobs = 2
    m.events = 1_234_567
    m.wallSeconds = 1.25
    m.eventsPerSecond = 987_653.6
    m.checksHold = true
    return m
  }

  /// An estimate of four replications, its quantiles spread evenly about the mean.
  static func estimate(_ mean: Double, spread: Double, n: Int = 4) -> Estimate {
    Estimate(
      n: n, mean: mean, standardDeviation: spread, standardError: spread / Double(n).squareRoot(),
      interval: (mean - spread)...(mean + spread), p05: mean - 2 * spread, p10: mean - 1.5 * spread,
      p25: mean - spread, p50: mean, p75: mean + spread, p90: mean + 1.5 * spread, p95: mean + 2 * spread)
  }

  static let nothing = Estimate(
    n: 0, mean: .nan, standardDeviation: .nan, standardError: .nan, interval: 0...0, p05: .nan, p10: .nan,
    p25: .nan, p50: .nan, p75: .nan, p90: .nan, p95: .nan)

  /// Two series over two month ends, one year, one budget line, two parameters, two balances, two published figures.
  static func make() -> ResultSet {
    var result = ResultSet(manifest: manifest())
    result.series = [
      Series(
        measure: "children_looked_after", unit: .children, gathering: .stock,
        definition: "Children looked after.", .less.headline(1, "Children looked after").fan),
      Series(
        measure: "vacancy_rate_fte", breakdown: "role=social_worker", unit: .share, gathering: .stockRate,
        subject: .staff, definition: "Vacancies over posts.",
        .less.workforceYear.indicator(5).headline(7, "Vacancy rate").fan),
    ]
    result.months = [
      MonthEnd(date: CivilDate(2015, 4, 30), financialYear: "2015-16"),
      MonthEnd(date: CivilDate(2015, 5, 31), financialYear: "2015-16"),
    ]
    result.monthly = [
      [estimate(358, spread: 2), estimate(360.5, spread: 4)], [estimate(0.17, spread: 0.01), nothing],
    ]
    result.opening = [estimate(357, spread: 0), estimate(0.172, spread: 0)]
    result.years = [
      YearRow(
        series: 0, financialYear: "2015-16", workforceYear: nil, estimate: estimate(386.25, spread: 8)),
      YearRow(series: 1, financialYear: "", workforceYear: 2015, estimate: estimate(0.16, spread: 0.01)),
    ]
    result.finance = [
      FinanceRow(
        financialYear: "2015-16", lineCode: "children_looked_after", line: "Placements, all",
        priceBasis: "nominal",
        estimate: estimate(23_773_871, spread: 100_000.5), p80: 23_900_000.12,
        expectedShortfall95: 24_000_000,
        budget: 23_000_000, probabilityOverBudget: 1, activity: 20_000, activityUnit: "child-weeks")
    ]
    result.parameters = [
      ParameterRow(
        path: "demand.referralsPerYear", value: "3096", unit: "per year", kind: "fact", defaultValue: "3000",
        range: "0...100000", source: "DfE, \"children in need\"", uncertain: "2900...3300",
        meaning: "Referrals in a year, at the start", from: "tiny.yaml:3"),
      ParameterRow(
        path: "run.seed", value: "20151124", unit: "-", kind: "fact", defaultValue: "1", range: "",
        source: "",
        uncertain: "", meaning: "Seed", from: "--set"),
    ]
    result.checks = [
      CheckRow(
        balance: "children", unit: "children", opening: 1428, entered: 400, left: 300, closing: 1528,
        largestResidual: 0, tolerance: 0, monthsChecked: 48),
      CheckRow(
        balance: "money", unit: "£", opening: 0, entered: 95_095_484.25, left: 95_095_484.25, closing: 0,
        largestResidual: 1e-9, tolerance: 0.005, monthsChecked: 48),
    ]
    result.observed = [
      ObservedFigure(
        measure: "children_looked_after", breakdown: "", date: CivilDate(2015, 3, 31), value: 357,
        unit: "children", release: "Children looked after, 2015 (DfE)", note: "Revised to 358"),
      ObservedFigure(
        measure: "children_looked_after", breakdown: "", date: CivilDate(2016, 3, 31), value: 400,
        unit: "children", release: "Children looked after, 2016 (DfE)"),
      ObservedFigure(
        measure: "referrals", breakdown: "", date: CivilDate(2016, 3, 31), value: 3749, unit: "referrals",
        release: "Children in need, 2016 (DfE)"),
    ]
    result.warnings = ["One number has no source."]
    return result
  }
}

/// A folder for one test, removed with it.
final class Scratch {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("reports-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes the small result, or one like it, into a folder of that name and returns its path.
  func write(_ name: String, force: Bool = false, change: (inout ResultSet) -> Void = { _ in }) throws
    -> String
  {
    var result = SmallResult.make()
    change(&result)
    let folder = try OutputFolder(path + "/" + name, force: force)
    try ResultWriter.write(result, to: folder)
    try folder.commit()
    return path + "/" + name
  }

  /// Puts a table in the place of one, and binds it: as if the program itself had written it so.
  func replace(_ name: String, _ text: String, in folder: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    let path = URL(fileURLWithPath: folder + "/manifest.json")
    let json = try JSONDecoder().decode(JSONValue.self, from: Data(contentsOf: path))
    guard case .object(let members) = json else { return }
    var sums = try #require(json["files"].flatMap([FileSum].init(json:)))
    sums = sums.map { $0.name == name ? FileSum(name: name, of: Array(text.utf8)) : $0 }
    let kept = members.filter { $0.name != "files" && $0.name != "seal" }
    try Data(SealedJSON.sealed(JSONValue.object(kept + [.init("files", sums.json)]).text)).write(to: path)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)), as: UTF8.self)
  }

  func names(_ folder: String = "") -> [String] { FilePlace.entries(of: path + "/" + folder) }
}
