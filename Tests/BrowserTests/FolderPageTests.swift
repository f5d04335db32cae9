import Foundation
import TestSupport
import Testing

/// Folders of a comparison, a lever and a sweep of the shipped council's shape in small, and of forecasts of the past, with
/// their pages: what the tests look at.
enum ReportedFolders {
  static let made = Result { try make() }

  private static func make() throws -> Place {
    let place = try Place()
    try place.write(ReportedService.scenario, as: "small-service-with-a-long-name.yaml")
    try place.write(
      "scenario: Stay\nleaving: { perYear: { under2Years: 0.1 } }\n",
      as: "keep-new-social-workers-for-longer.yaml")
    func caseload(_ words: String...) throws {
      let outcome = try Tools.run(Tools.command, words, in: place.path)
      try #require(outcome.code == 0, "\(outcome.err)")
    }
    let (base, overlay) = ("small-service-with-a-long-name.yaml", "keep-new-social-workers-for-longer.yaml")
    try caseload("compare", base, overlay, "--out", "compare", "-q")
    try caseload("worth", base, overlay, "--out", "worth", "-q")
    try caseload(
      "sweep", base, "--vary", "demand.referralsPerYear=400:800:50", "--vary",
      "leaving.caseloadElasticity=0,0.2,0.4",
      "--reps", "6", "--out", "sweep", "-q")
    try caseload(
      "sweep", base, "--vary", "demand.referralsPerYear=400:800:100", "--reps", "6", "--out", "line", "-q")
    for folder in ["compare", "worth", "sweep", "line"] { try caseload("report", folder, "-q") }
    let scenarios = Tools.project.appendingPathComponent("Scenarios").path
    try caseload(
      "backtest", "--council", "Rutland", "--origins", "2017,2019", "--reps", "2", "--out", "backtest",
      "--national", scenarios + "/national", "--based-on", scenarios + "/england.yaml", "-q")
    return place
  }
}

@Suite("Pages of folders in a real browser", .serialized, .enabled(if: Tools.browser != nil, Tools.hint))
struct FolderBrowserTests {
  private let folder: String

  init() throws { folder = try ReportedFolders.made.get().path }

  static let pages = [
    "compare/compare.html", "worth/worth.html", "sweep/sweep.html", "line/sweep.html", "backtest/skill.html",
  ]

  @Test("They open without a complaint and ask for nothing but themselves", arguments: pages)
  func quiet(name: String) throws {
    let browser = try Browser()
    let seen = try browser.open(folder + "/" + name)
    #expect(!seen.talk.contains("CONSOLE"), "\(seen.talk)")
    #expect(try browser.requests().filter { !$0.hasPrefix("file:///") }.isEmpty)
  }

  /// The page in a frame of that width: a window has no less than 500 px. The copy may run scripts; the page itself may not.
  private func look(_ name: String, width: Int, isNight: Bool = false) throws -> [String: Any] {
    let text = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)), as: UTF8.self)
    let browser = try Browser()
    try browser.place.write(text, as: "framed.html")
    let frame = """
      <!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy" content="x"></head>\
      <body><iframe id="f" width="\(width)" height="900" style="border:0" src="framed.html"></iframe></body></html>
      """
    try browser.place.write(frame, as: "frame.html")
    let script = Browser.script(
      """
      const f=document.getElementById('f');
      await new Promise(r=>{if(f.contentDocument&&f.contentDocument.readyState==='complete'&&f.contentDocument.body
        &&f.contentDocument.querySelector('figure'))r();else f.onload=r});
      const d=f.contentDocument, w=f.contentWindow;
      const seen=e=>e.getClientRects().length>0;
      const drawn=[...d.querySelectorAll('figure svg')].filter(seen);
      let least=99; const outside=[], overlaps=[];
      for(const svg of drawn){const box=svg.getBoundingClientRect(), scale=box.width/svg.viewBox.baseVal.width;
        const texts=[...svg.querySelectorAll('text')].map(t=>({words:t.textContent,box:t.getBoundingClientRect(),
          size:parseFloat(w.getComputedStyle(t).fontSize)*scale}));
        for(const t of texts){least=Math.min(least,t.size);
          if(t.box.left<box.left-2||t.box.right>box.right+2||t.box.top<box.top-2||t.box.bottom>box.bottom+2)
            outside.push(t.words)}
        texts.forEach((a,i)=>texts.slice(i+1).forEach(b=>{
          const x=Math.min(a.box.right,b.box.right)-Math.max(a.box.left,b.box.left);
          const y=Math.min(a.box.bottom,b.box.bottom)-Math.max(a.box.top,b.box.top);
          if(x>2&&y>4)overlaps.push(a.words+' | '+b.words)}))}
      const words=[...d.querySelectorAll('p,li,td,th,summary,h1,h2,h3,caption')].filter(seen)
        .map(e=>parseFloat(w.getComputedStyle(e).fontSize));
      return {figures:d.querySelectorAll('figure').length,drawn:drawn.length,least,words:Math.min(...words),outside,overlaps,
        page:d.documentElement.scrollWidth,paper:w.getComputedStyle(d.documentElement).backgroundColor,
        clipped:(()=>{d.querySelectorAll('details').forEach(x=>x.open=true);
          return [...d.querySelectorAll('caption:not(.unseen) span')].filter(s=>
            s.getBoundingClientRect().right>s.closest('.scroll').getBoundingClientRect().right+1)
            .map(s=>s.textContent)})()};
      """)
    return try browser.probe(
      browser.place.path + "/frame.html", [script], isNight: isNight, width: max(1000, width + 100),
      sharing: true)
  }

  @Test("Every figure is drawn once, whole and legible, at three widths", arguments: pages, [1400, 800, 390])
  func widths(name: String, width: Int) throws {
    let found = try look(name, width: width)
    let figures = found["figures"] as? Int ?? 0
    #expect(figures > 2 && found["drawn"] as? Int == figures, "\(found)")
    #expect((found["least"] as? Double ?? 0) >= 11.99, "a drawing has words of \(found["least"] ?? "") px")
    #expect((found["words"] as? Double ?? 0) >= 12, "the page has words of \(found["words"] ?? "") px")
    #expect((found["outside"] as? [String])?.isEmpty == true, "\(found["outside"] ?? "")")
    #expect((found["overlaps"] as? [String])?.isEmpty == true, "\(found["overlaps"] ?? "")")
    #expect((found["page"] as? Int ?? 9_999) <= width, "the page is \(found["page"] ?? "") px wide")
    #expect((found["clipped"] as? [String])?.isEmpty == true, "captions are cut: \(found["clipped"] ?? "")")
    #expect(found["paper"] as? String == "rgb(255, 255, 255)")
  }

  @Test(
    "Axe finds nothing against accessibility, by day and by night",
    .enabled(if: Tools.axe != nil, "axe-core is not there: .ci/setup-tests fetches it"), arguments: pages)
  func accessible(name: String) throws {
    for (isNight, width) in [(false, 1000), (true, 1000), (false, 500)] {
      let found = try Accessibility.violations(folder + "/" + name, isNight: isNight, width: width)
      #expect(found == [], "\(name), night: \(isNight), \(width) px")
    }
  }

  @Test(
    "On paper every figure stands on one sheet", .enabled(if: Tools.pdfText != nil, Tools.hint),
    arguments: pages)
  func printed(name: String) throws {
    #expect(try PrintedReport.figures(folder + "/" + name) > 2)
  }
}
