import Foundation
import Testing

@Suite("Pages in a real browser", .serialized, .enabled(if: Tools.browser != nil, Tools.hint))
struct PageTests {
  private let folder: String

  init() throws { folder = try ReportedService.made.get().path + "/result" }

  static let pages = ["report.html", "board.html", "risk_page_R1.html", "stress.html", "qa.html"]

  @Test("They open without a complaint and ask for nothing but themselves", arguments: pages)
  func quiet(name: String) throws {
    let browser = try Browser()
    // A page that does ask for something is found out.
    let asking = "<!DOCTYPE html><title>asks</title><img src=\"http://127.0.0.1:9/picture.png\" alt=\"\">"
    try browser.place.write(asking, as: "asking.html")
    _ = try browser.open(browser.place.path + "/asking.html")
    #expect(try browser.requests().contains("http://127.0.0.1:9/picture.png"))
    let seen = try browser.open(folder + "/" + name)
    #expect(!seen.talk.contains("CONSOLE"), "\(seen.talk)")
    #expect(try browser.requests().filter { !$0.hasPrefix("file:///") }.isEmpty)
  }

  @Test(
    "Every figure is drawn, whole, legible, and told to those who do not see it", arguments: [1400, 800, 390])
  func figures(width: Int) throws {
    let ids = try FigureLook.check(folder + "/report.html", width: width)
    #expect(ids.count >= 11)
    for kind in [
      "risk-matrix", "growth-bridge", "growth-drivers", "survival", "cost-exceedance", "above-level",
      "growth-by-year",
    ] { #expect(ids.contains(kind), "\(kind) is missing") }
  }

  @Test(
    "No screen has a page wider than itself or words under 12 px; on a phone the first column stays",
    arguments: pages, [1400, 800, 390])
  func widths(name: String, width: Int) throws {
    let found = try Browser().probe(folder + "/" + name, [Browser.figures], width: width)
    let (page, window) = (found["page"] as? Int ?? 9_999, found["window"] as? Int ?? 0)
    #expect(window == width && page <= window, "\(name): \(page) in \(window)")
    #expect((found["small"] as? [String]) == [], "\(name) at \(width)")
    let sticky = (found["sticky"] as? [String]) ?? []
    if width == 390 { #expect(sticky.isEmpty || sticky == ["sticky"], "\(name)") }
  }

  @Test("By night the page is dark", arguments: pages)
  func dark(name: String) throws {
    let day = try Browser().probe(folder + "/" + name, [Browser.figures])
    #expect(day["paper"] as? String == "rgb(255, 255, 255)")
    let night = try Browser().probe(folder + "/" + name, [Browser.figures], isNight: true)
    #expect(night["paper"] as? String == "rgb(20, 24, 27)")
  }

  @Test(
    "The keyboard reaches every link, summary and table, and each shows that it has the focus",
    arguments: pages)
  func keyboard(name: String) throws {
    let found = try Browser().probe(folder + "/" + name, [Browser.focus])
    #expect((found["stops"] as? Int ?? 0) > 0 && found["first"] as? String == "skip")
    #expect((found["dark"] as? [String]) == [], "\(name)")
  }

  @Test(
    "Axe finds nothing against accessibility, by day and by night",
    .enabled(if: Tools.axe != nil, "axe-core is not there: .ci/setup-tests fetches it"), arguments: pages)
  func accessible(name: String) throws {
    for isNight in [false, true] {
      #expect(
        try Accessibility.violations(folder + "/" + name, isNight: isNight) == [],
        "\(name), night: \(isNight)")
    }
  }

  @Test(
    "On paper no figure is cut, and the board paper is one side",
    .enabled(if: Tools.pdfText != nil, Tools.hint))
  func printed() throws {
    #expect(try PrintedReport.figures(folder + "/report.html") >= 11)
    #expect(try Browser().print(folder + "/board.html").count == 1)
  }
}
