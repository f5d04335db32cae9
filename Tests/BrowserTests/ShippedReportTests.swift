import Foundation
import Testing

/// The report of the shipped scenario, whose names are longer than any made-up service's, in few futures.
enum ShippedReport {
  static let made = Result { try make() }

  private static func make() throws -> Place {
    let place = try Place()
    let scenarios = Tools.project.appendingPathComponent("Scenarios")
    let scenario = scenarios.appendingPathComponent("cheshire-east-2015.yaml").path
    let register = scenarios.appendingPathComponent("risks/improvement-plan.yaml").path
    for words in [
      ["run", scenario, "--reps", "8", "--twins", "0", "--raw", "-q", "--out", "result"],
      ["finance", "result", "-q"], ["hr", "result", "-q"], ["risk", "result", "--register", register, "-q"],
      ["report", "result", "-q"],
    ] {
      let outcome = try Tools.run(Tools.command, words, in: place.path)
      try #require(outcome.code == 0, "\(words[0]): \(outcome.err)")
    }
    return place
  }
}

@Suite(
  "The shipped scenario's report in a real browser", .serialized,
  .enabled(if: Tools.browser != nil, Tools.hint))
struct ShippedReportTests {
  private let folder: String

  init() throws { folder = try ShippedReport.made.get().path + "/result" }

  @Test("Every figure is drawn, whole and legible", arguments: [1400, 800, 390])
  func figures(width: Int) throws {
    let ids = try FigureLook.check(folder + "/report.html", width: width)
    #expect(ids.contains("cost-bridge") && ids.contains("risk-matrix") && ids.count > 10)
  }

  @Test("It is small enough to be sent, and leads to the page of each risk, which leads back")
  func sizes() throws {
    let report = try String(contentsOfFile: folder + "/report.html", encoding: .utf8)
    #expect(report.utf8.count < 1_500_000, "\(report.utf8.count)")
    for risk in ["R1", "R2", "R3"] {
      #expect(report.contains("href=\"risk_page_\(risk).html\""))
      let page = try String(contentsOfFile: folder + "/risk_page_\(risk).html", encoding: .utf8)
      #expect(page.contains("href=\"report.html\""))
    }
  }

  @Test(
    "Axe finds nothing against it, by day and by night",
    .enabled(if: Tools.axe != nil, "axe-core is not there: .ci/setup-tests fetches it"),
    arguments: ["report.html", "board.html", "risk_page_R1.html"])
  func accessible(name: String) throws {
    for isNight in [false, true] {
      #expect(try Accessibility.violations(folder + "/" + name, isNight: isNight) == [], "\(name)")
    }
  }

  @Test(
    "On paper no figure is cut, and the board paper is one side",
    .enabled(if: Tools.pdfText != nil, Tools.hint))
  func printed() throws {
    #expect(try PrintedReport.figures(folder + "/report.html") > 10)
    #expect(try Browser().print(folder + "/board.html").count == 1)
  }
}
