import Foundation
import Results
import TestSupport
import Testing

/// A small service over three years, with evidence of every kind, and its report: what the tests look at.
enum ReportedService {
  static let scenario =
    SmallService.with("replications: 3", "replications: 20")
    .replacing("ends: 2016-03-31", with: "ends: 2018-03-31")
    .replacing("hold together?", with: "hold together over three years?")

  static let observed = """
    measure,breakdown,date,value,unit,status,release,note
    children_looked_after,,2016-03-31,66,children,ok,"Children looked after, 2016",
    children_looked_after,,2017-03-31,71,children,ok,"Children looked after, 2017",
    vacancy_rate_fte,,2016-09-30,0.15,share,ok,"Workforce, 2016",

    """

  private static func risk(
    _ id: String, _ state: RiskRow.State, _ breaches: Int, band: Int, impact: Int, _ rating: String
  ) -> RiskRow {
    let titles = [
      "R1": "Workers cannot be recruited and kept", "R2": "Partners do not act",
      "R3": "More children than the service can hold",
    ]
    var row = RiskRow.blank
    (row.id, row.title, row.state) = (id, titles[id] ?? "", state)
    row.likelihood = Likelihood(breaches, of: 200)
    row.likelihoodOfCell = row.likelihood
    (row.likelihoodBand, row.impactBand) = (band, impact)
    row.likelihoodLabel = ["unlikely", "possible", "likely", "very likely"][band - 1]
    row.impactLabel = ["minor", "moderate", "major", "severe"][impact - 1]
    (row.rating, row.confidence) = (rating, "medium")
    row.event = id == "R1" ? "vacancy_rate_fte > 20% for 3 months" : "children_looked_after > 90"
    return row
  }

  private static let risks = [
    risk("R1", .gross, 190, band: 4, impact: 4, "red"), risk("R1", .net, 120, band: 3, impact: 3, "red"),
    risk("R1", .target, 10, band: 1, impact: 2, "green"), risk("R2", .gross, 100, band: 3, impact: 3, "red"),
    risk("R2", .net, 60, band: 2, impact: 2, "amber"), risk("R3", .net, 0, band: 1, impact: 4, "amber"),
  ]

  private static let thresholds = [
    RiskThreshold(risk: "R1", measure: "vacancy_rate_fte", breakdown: "", value: 0.2),
    RiskThreshold(risk: "R2", measure: "children_looked_after", breakdown: "", value: 90),
    RiskThreshold(risk: "R3", measure: "children_looked_after", breakdown: "", value: 90),
  ]

  private static let parts = [
    ("volume_entries", "residential", 310_000.0), ("volume_length_of_stay", "residential", 120_000),
    ("volume_entries", "all", 310_000), ("volume_length_of_stay", "all", 120_000), ("mix", "all", -45_000),
    ("price", "all", 80_000), ("total", "all", 465_000),
  ].map { driver, placement, pounds in
    var row = GrowthPartRow.blank
    (row.year, row.driver, row.placement, row.part.mean) = ("2015-16", driver, placement, pounds)
    return row
  }

  private static let growth = ["nominal", "real 2015-16"].flatMap { basis in
    [("2015-16", -20_000.0, 150_000.0, 260_000.0), ("2016-17", 90_000, 410_000, 640_000)].map {
      var row = GrowthRow.blank
      (row.year, row.basis) = ($0, basis)
      (row.growth.p10, row.growth.p50, row.growth.p90, row.growth.mean) = ($1, $2, $3, $2)
      return row
    }
  }

  private static let drivers = [
    ("population", 150_000.0), ("referral rate", 240_000), ("thresholds", -60_000),
  ].map { driver, pounds in
    var row = GrowthDriverRow.blank
    (row.driver, row.part.mean) = (driver, pounds)
    return row
  }

  private static let retention = [
    ("social_worker", 0.5, 0.9, 0.84, 0.95, 120), ("social_worker", 1, 0.78, 0.7, 0.85, 100),
    ("social_worker", 2, 0.55, 0.46, 0.64, 70), ("social_worker", 3, 0.42, 0.33, 0.52, 30),
    ("practice_manager", 1, 0.95, 0.85, 0.99, 20), ("practice_manager", 2, 0.84, 0.7, 0.93, 17),
  ].map { role, years, share, lower, upper, atRisk in
    var row = RetentionRow.blank
    (row.role, row.years, row.atRisk) = (role, years, atRisk)
    (row.survival, row.lower, row.upper) = (share, lower, upper)
    return row
  }

  private static let register = "register: Small\n" + SmallService.risk

  /// The folder of the result with its pages, made once for all tests.
  static let made = Result { try make() }

  private static func make() throws -> Place {
    let place = try Place()
    try place.write(scenario, as: "service.yaml")
    try place.write(observed, as: "observed.csv")
    func caseload(_ words: String...) throws {
      let outcome = try Tools.run(Tools.command, words, in: place.path)
      try #require(outcome.code == 0, "\(outcome.err)")
    }
    try caseload("run", "service.yaml", "--observed", "observed.csv", "--out", "result", "-q")
    let manifest = Manifest()
    let files = [
      RiskRow.table.file(risks, manifest), RiskThreshold.table.file(thresholds, manifest),
      GrowthPartRow.table.file(parts, manifest), GrowthRow.table.file(growth, manifest),
      GrowthDriverRow.table.file(drivers, manifest), RetentionRow.table.file(retention, manifest),
    ]
    let result = place.path + "/result"
    try EvidenceManifest.write(files, to: result, of: ResultReader.digest(of: result))
    try caseload("report", "result", "--xlsx", "-q")
    try caseload("stress", "result", "-q")
    try caseload("qa", "result", "-q")
    try place.write(register, as: "risks.yaml")
    try caseload("run", "service.yaml", "--raw", "--out", "rated", "-q")
    let profile = Tools.project.appendingPathComponent("Scenarios/profiles/generic-5x5.yaml").path
    try caseload("risk", "rated", "--register", "risks.yaml", "--profile", profile, "-q")
    let page = try place.text("rated/risk_page_R1.html")
    try place.write(page, as: "result/risk_page_R1.html")
    return place
  }
}
