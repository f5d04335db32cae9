import Foundation
import TestSupport
import Testing

@Suite("Pages of comparisons, sweeps and worth", .timeLimit(.minutes(3)))
struct FolderReportTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(SmallService.text)
    try place.write("scenario: Stay\nleaving: { perYear: { under2Years: 0.1 } }\n", as: "stay.yaml")
  }

  private func run(_ words: String...) throws -> Workplace.Outcome { try place.finish(place.start(words)) }

  private func rows(_ file: String) throws -> [[String: String]] {
    let lines = try place.text(file).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  /// Draws a folder twice, the same; then with a changed table, which is refused by name.
  private func expectPage(
    _ name: String, of folder: String, changing table: String, _ from: String, _ to: String
  ) throws {
    let drawn = try run("report", folder + "/")
    #expect(drawn.code == 0 && drawn.out.isEmpty && drawn.err == "wrote \(folder)/\(name)\n", "\(drawn.err)")
    let page = try place.bytes("\(folder)/\(name)")
    #expect(try run("report", folder, "--out", "elsewhere", "-q").code == 0)
    #expect(try place.bytes("elsewhere/\(name)") == page)
    #expect(try run("report", folder, "--xlsx").code == 64)
    let before = try place.text("\(folder)/\(table)")
    #expect(before.contains(from))
    try place.write(before.replacing(from, with: to, maxReplacements: 1), as: "\(folder)/\(table)")
    let refused = try run("report", folder)
    #expect(
      refused.code == 65 && refused.err.contains(table) && refused.err.contains("changed"), "\(refused.err)")
    try place.write(before, as: "\(folder)/\(table)")
    try place.write("mine", as: "\(folder)/\(name)")
    #expect(try run("report", folder).code == 73)
    #expect(try run("report", folder, "--force", "-q").code == 0)
    #expect(try place.bytes("\(folder)/\(name)") == page)
  }

  @Test("A comparison keeps what its page is drawn of, the same on any number of cores")
  func compared() throws {
    let words = ["compare", "service.yaml", "stay.yaml", "--reps", "12", "-q"]
    #expect(try place.finish(place.start(words + ["--out", "c"])).code == 0)
    #expect(try place.finish(place.start(words + ["--out", "d", "--jobs", "1"])).code == 0)
    for name in ["comparison_series.csv", "comparison_money.csv", "changed_inputs.csv"] {
      #expect(try place.bytes("c/\(name)") == place.bytes("d/\(name)"), "\(name)")
    }
    let inputs = try rows("c/changed_inputs.csv")
    #expect(inputs.map { $0["path"] } == ["leaving.perYear.under2Years"])
    #expect(inputs.first?["base_value"] == "0.5" && inputs.first?["value"] == "0.1")
    // What the page says of money is what the comparison says of it, and its parts make up the whole.
    let money = try rows("c/comparison_money.csv")
    let cost = try #require(try rows("c/comparison.csv").first { $0["output"] == "cost_gbp" })
    func sum(_ level: String, _ year: String, _ column: String) -> Double {
      money.filter { $0["level"] == level && $0["fy"] == year }.reduce(0) {
        $0 + (Double($1[column] ?? "") ?? .nan)
      }
    }
    for (column, other) in [("difference", "difference"), ("ci_lo", "ci_lo"), ("base_mean", "base_mean")] {
      let told = try #require(Double(cost[other] ?? ""))
      #expect(abs(sum("net", "all", column) - told) <= 1e-6 * max(1, abs(told)), "\(column)")
    }
    for level in ["heading", "line"] {
      #expect(abs(sum(level, "all", "difference") - sum("net", "all", "difference")) < 0.01, "\(level)")
    }
    // The fans have every month of both designs, and the last is the output at the end.
    let series = try rows("c/comparison_series.csv").filter { $0["measure"] == "children_looked_after" }
    #expect(series.filter { $0["scenario"] == "service" }.count == 12 && series.count == 24)
    let end = try #require(try rows("c/comparison.csv").first { $0["output"] == "children_looked_after" })
    let last = try #require(series.last { $0["scenario"] == "stay" })
    #expect(abs((Double(last["mean"] ?? "") ?? 0) - (Double(end["mean"] ?? "") ?? 1)) < 1e-9)
    try expectPage("compare.html", of: "c", changing: "comparison_money.csv", "stay,net", "stay,line")
    let page = try place.text("c/compare.html")
    #expect(page.contains("Small service: what Stay changes") && page.contains("leaving.perYear.under2Years"))
    // A page of an earlier comparison does not stay beside a new one.
    #expect(try place.finish(place.start(words + ["--out", "c", "--force"])).code == 0)
    #expect(!place.names(in: "c").contains("compare.html"))
  }

  @Test("A lever's worth")
  func worth() throws {
    #expect(try run("worth", "service.yaml", "stay.yaml", "--reps", "12", "--out", "w", "-q").code == 0)
    try expectPage("worth.html", of: "w", changing: "worth.csv", "stay,net", "stay,line")
    let page = try place.text("w/worth.html")
    #expect(page.contains("is Stay worth it?") && page.contains("leaving.perYear.under2Years"))
  }

  @Test(
    "A sweep: its page is of its merged points, whatever the number of parts; an unmerged one says what to do"
  )
  func swept() throws {
    #expect(try place.finish(place.start(SmallSweep.words("s"))).code == 0)
    try expectPage("sweep.html", of: "s", changing: "design.csv", ",400,", ",401,")
    let page = try place.text("s/sweep.html")
    #expect(page.contains("<figure id=\"heat-0\"") && page.contains("told apart from it in the same futures"))
    for part in 1...2 {
      #expect(try place.finish(place.start(SmallSweep.words("cut", "--shard", "\(part)/2"))).code == 0)
    }
    let unmerged = try run("report", "cut")
    #expect(unmerged.code == 65 && unmerged.err.contains("caseload merge cut"), "\(unmerged.err)")
    #expect(try run("merge", "cut", "-q").code == 0)
    #expect(try run("report", "cut", "-q").code == 0)
    let other = try place.text("cut/sweep.html")
    // Only the commands and the folder differ.
    func drawings(_ page: String) -> [String] {
      page.matches(of: #/<svg[\s\S]*?<\/svg>/#).map { String($0.output) }
    }
    #expect(!drawings(page).isEmpty && drawings(other) == drawings(page))
    #expect(try run("report", "s", "--objective", "children_looked_after", "-q").code == 0)
    #expect(try place.text("s/sweep.html").contains("The least children looked after is"))
    let wrong = try run("report", "s", "--objective", "childrn_looked_after")
    #expect(wrong.code == 64 && wrong.err.contains("children_looked_after"))
  }

  @Test("A folder of another kind says what it is")
  func others() throws {
    let words = [
      "goal", "service.yaml", "--vary", "demand.referralsPerYear=300:1500", "--hold", "referrals <= 900",
      "--reps", "4",
      "--tolerance", "400", "-q", "--out", "g",
    ]
    #expect(try place.finish(place.start(words)).code == 0)
    let refused = try run("report", "g")
    #expect(refused.code == 65)
    #expect(refused.err.contains("it holds what `caseload goal` wrote"), "\(refused.err)")
    #expect(try run("report", "service.yaml").code == 65)
    #expect(try run("report", "nowhere").code == 66)
    #expect(try run("report", "g", "--objective", "cost_gbp").code == 64)
  }
}
