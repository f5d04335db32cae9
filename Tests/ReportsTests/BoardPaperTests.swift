import Dates
import Foundation
import Testing

@testable import Reports
@testable import Results

@Suite("The board paper")
struct BoardPaperTests {
  private let scratch: Scratch
  init() throws { scratch = try Scratch() }

  private static func risk(_ id: String, _ title: String, _ breaches: Int) -> RiskRow {
    var row = RiskRow.blank
    (row.id, row.title, row.owner, row.end) = (id, title, "Director of children's services", "2018-03-31")
    row.likelihood = Likelihood(breaches, of: 200)
    (row.rating, row.direction, row.cost.mean) = ("red", "no earlier result", 54_463)
    return row
  }

  private func evidence(levers: Bool = true) throws -> EvidenceTables {
    let folder = try scratch.write("result", force: true) { $0 = ReportableResult.make() }
    let rows = [
      Self.risk("R1", "Workers cannot be kept", 173), Self.risk("R2", "Partners do not act", 46),
      Self.risk("R3", "More children than the service can hold", 97), Self.risk("R4", "The least likely", 2),
    ]
    try EvidenceManifest.write(
      [RiskRow.table.file(rows, Manifest())], to: folder, of: ResultReader.digest(of: folder))
    var tables = try EvidenceTables(EvidenceManifest.folder(folder, of: ResultReader.digest(of: folder)))
    if levers { tables.levers = try Levers(folder: comparison(), ReportableResult.make().series) }
    return tables
  }

  /// A folder as `compare` writes it: three levers, one of which changes nothing.
  private func comparison() throws -> String {
    func row(_ lever: String, _ output: String, _ unit: String, _ difference: Double, _ better: Int)
      -> ComparisonRow
    {
      ComparisonRow {
        ($0.scenario, $0.base, $0.output, $0.unit) = (lever, "tiny", output, unit)
        ($0.period, $0.n) = (output == "cost_gbp" ? "summed over the run; nominal" : "on 2017-03-31", 40)
        let half = abs(difference) / 2
        ($0.difference, $0.lower, $0.upper) = (difference, difference - half, difference + half)
        ($0.pairsBetter, $0.pairsSame, $0.pairsWorse) = (better, 0, 40 - better)
        $0.verdict = difference == 0 ? .same : difference < 0 ? .better : .worse
      }
    }
    let rows = [
      row("edge-of-care", "children_looked_after", "children", -47.5, 40),
      row("edge-of-care", "cost_gbp", "GBP", -15e6, 38),
      row("pay-supplement", "children_looked_after", "children", 0, 0),
      row("pay-supplement", "cost_gbp", "GBP", 1.5e6, 3),
      row("nothing", "children_looked_after", "children", 0, 0), row("nothing", "cost_gbp", "GBP", 0, 0),
    ]
    let folder = try OutputFolder(scratch.path + "/levers", force: true)
    try folder.write(Tables.comparison, rows, SmallResult.manifest())
    try folder.commit()
    return scratch.path + "/levers"
  }

  private func page(_ evidence: EvidenceTables, _ change: (inout ResultSet) -> Void = { _ in }) -> String {
    var result = ReportableResult.make()
    change(&result)
    return String(decoding: Report(result, evidence: evidence, folder: "x").boardPaper, as: UTF8.self)
  }

  /// The paper's blocks of words, one on a line, without its drawings.
  private func words(_ page: String) -> String {
    page.replacing(#/(?s)<head>.*?<\/head>|<svg.*?<\/svg>/#, with: " ")
      .replacing(#/<\/(p|li|h1|h2|h3|td|th|caption|figcaption)>/#, with: "\n").replacing(
        #/<[^>]+>/#, with: " "
      )
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&").replacing("&lt;", with: "<")
      .replacing("&quot;", with: "\"")
  }

  @Test("It goes from the answer to what is asked")
  func order() throws {
    let text = page(try evidence())
    let order = [
      "The answer", "What could be done", "Three risks", "How far to trust this",
      "What the committee is asked to do",
    ]
    let places = order.compactMap { text.range(of: "\">\($0)</h2>")?.lowerBound }
    #expect(places.count == order.count && places == places.sorted())
    #expect(text.contains("Does it add up?"))
    #expect(text.matches(of: #/<span class="name">/#).count == 3)
    #expect(text.matches(of: #/<figure /#).count == 1)
  }

  @Test(
    "Levers have what they change, what that costs, and how sure it is; without them it says how to get them")
  func levers() throws {
    let text = words(page(try evidence()))
    #expect(text.contains("Edge of care"))
    #expect(
      text.contains(
        "Children looked after, on 31 March 2017: \u{2212}47.5 (95% interval \u{2212}71.3 to \u{2212}23.8)"))
    #expect(text.contains("saves £15.0m (95% interval £7.5m to £22.5m)"))
    #expect(text.contains("cheaper in 38 of 40 simulated futures"))
    #expect(
      text.contains("costs £1.5m more") && text.contains("no difference in any of 40 simulated futures"))
    #expect(words(page(try evidence(levers: false))).contains("No levers were compared for this paper."))
    let failure = #expect(throws: ReadFailure.self) { try Levers(folder: scratch.path + "/result", []) }
    #expect(failure?.description.contains("it holds no levers") == true)
  }

  @Test("The three likeliest risks, each with its chance by a date, its cost and its direction")
  func risks() throws {
    let text = words(page(try evidence()))
    #expect(
      text.contains(
        "R1 Workers cannot be kept: comes in 86.5% of simulated futures by 31 March 2018. It costs £54k (nominal) on "
          + "average. Rated red. Direction: no earlier result."))
    #expect(!text.contains("The least likely"))
  }

  @Test("The chance of passing the budget has its number")
  func budget() throws {
    let text = words(page(try evidence()))
    #expect(
      text.contains("Agency, 2015-16: budget £13.0m, nominal. It is passed in 75.0% of simulated futures."))
    let none = words(page(try evidence()) { $0.finance = [] })
    #expect(none.contains("No budget was given, so the chance of passing it is not known."))
  }

  @Test(
    "Whoever left school at sixteen can read it, and meets no term of a modeller's", arguments: [true, false])
  func plain(hasLevers: Bool) throws {
    let text = words(page(try evidence(levers: hasLevers)))
    let grade = ReadingGrade.of(text)
    #expect(grade <= 10, "grade \(grade)")
    for word in ["replication", "quantile", "seed"] {
      #expect(!text.localizedCaseInsensitiveContains(word), "\(word)")
    }
    #expect(!text.contains("P10") && !text.contains(#/[a-z]+\.[a-z]+/#))
    #expect(!text.contains(#/\b\d{4}-\d{2}-\d{2}\b/#))
    for line in text.split(separator: "\n") where line.contains("£") {
      let isSaid = ["nominal", "real"].contains { line.contains($0) }
      // A cell stands under a heading that says it.
      #expect(isSaid || line.contains("95% interval"), "\(line)")
    }
    #expect(text.contains("Cost, nominal") == hasLevers)
  }

  @Test("The grade tells an easy text from a hard one")
  func grade() {
    #expect(ReadingGrade.of("The cat sat on the mat. It was a warm and soft one.") < 2)
    #expect(
      ReadingGrade.of(
        "Notwithstanding considerable methodological reservations, probabilistic interpretations of organisational "
          + "uncertainty necessitate extraordinarily comprehensive documentation.") > 20)
    #expect(ReadingGrade.syllables("children") == 2 && ReadingGrade.syllables("rate") == 1)
  }
}
