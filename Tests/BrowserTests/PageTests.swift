import Foundation
import Testing

@Suite("Pages in a real browser", .serialized, .enabled(if: Tools.browser != nil, Tools.hint))
struct PageTests {
  private let folder: String

  init() throws { folder = try ReportedService.made.get().path + "/result" }

  static let pages = ["report.html", "board.html", "stress.html", "qa.html"]

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

  @Test("Every figure is drawn, whole, legible, and told to those who do not see it")
  func figures() throws {
    let found = try Browser().probe(folder + "/report.html", [Browser.figures])
    let figures = try #require(found["figures"] as? [[String: Any]])
    #expect(figures.count >= 11)
    for kind in [
      "risk-matrix", "growth-bridge", "growth-drivers", "survival", "cost-exceedance", "above-level",
      "growth-by-year",
    ] {
      #expect(figures.contains { $0["id"] as? String == kind }, "\(kind) is missing")
    }
    for figure in figures {
      let id = figure["id"] as? String ?? "?"
      #expect((figure["width"] as? Double ?? 0) > 500, "\(id)")
      #expect((figure["height"] as? Double ?? 0) > 80, "\(id)")
      let shapes = figure["shapes"] as? Int ?? 0
      #expect(
        shapes > 5 && figure["visible"] as? Int == shapes,
        "\(id): \(figure["visible"] ?? 0) of \(shapes) seen")
      #expect((figure["outside"] as? [String])?.isEmpty == true, "\(id): \(figure["outside"] ?? "")")
      #expect((figure["overlaps"] as? [String])?.isEmpty == true, "\(id): \(figure["overlaps"] ?? "")")
      #expect(figure["title"] as? Bool == true, "\(id)")
      #expect((figure["description"] as? String ?? "").count > 40, "\(id)")
      #expect((figure["heading"] as? String ?? "").hasPrefix("Figure "), "\(id)")
      #expect((figure["table"] as? Int ?? 0) > 0, "\(id)")
    }
  }

  @Test("A narrow screen has no page wider than itself; by night the page is dark", arguments: pages)
  func narrowAndDark(name: String) throws {
    let narrow = try Browser().probe(folder + "/" + name, [Browser.figures], width: 500)
    let (page, window) = (narrow["page"] as? Int ?? 9_999, narrow["window"] as? Int ?? 0)
    #expect(window <= 500 && page <= window, "\(name): \(page) in \(window)")
    #expect(narrow["paper"] as? String == "rgb(255, 255, 255)")
    let night = try Browser().probe(folder + "/" + name, [Browser.figures], isNight: true)
    #expect(night["paper"] as? String == "rgb(20, 24, 27)")
  }

  @Test(
    "Axe finds nothing against accessibility, by day and by night",
    .enabled(if: Tools.axe != nil, "axe-core is not there: .ci/setup-tests fetches it"), arguments: pages)
  func accessible(name: String) throws {
    let axe = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: try #require(Tools.axe))), as: UTF8.self)
    let run = Browser.script(
      """
      document.querySelectorAll('details').forEach(d=>d.open=true);
      const r=await axe.run(document,{resultTypes:['violations']});
      return {passes:r.passes.length,violations:r.violations.map(v=>v.id+': '+v.help+': '
        +v.nodes.slice(0,3).map(n=>n.html.slice(0,160)+' '+(n.failureSummary||'').slice(0,200)).join(' ; '))};
      """)
    for isNight in [false, true] {
      let found = try Browser().probe(folder + "/" + name, [axe, run], isNight: isNight)
      #expect((found["passes"] as? Int ?? 0) > 10)
      #expect((found["violations"] as? [String]) == [], "\(name), night: \(isNight)")
    }
  }

  @Test(
    "On paper no figure is cut, and the board paper is one side",
    .enabled(if: Tools.pdfText != nil, Tools.hint))
  func printed() throws {
    let sheets = try Browser().print(folder + "/report.html")
    let figures = sheets.joined().matches(of: #/Source of figure (\d+):/#).compactMap { Int($0.output.1) }
    #expect(figures.count >= 11 && figures == Array(1...figures.count))
    for number in figures {
      let heading = sheets.firstIndex { $0.contains("Figure \(number). ") }
      let source = sheets.firstIndex { $0.contains("Source of figure \(number):") }
      #expect(heading != nil && heading == source, "figure \(number) begins and ends on different sheets")
    }
    #expect(try Browser().print(folder + "/board.html").count == 1)
  }
}
