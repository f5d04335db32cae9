import Foundation
import Testing

@Suite("Forecasts of the past", .timeLimit(.minutes(5)))
struct BacktestTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func backtest(_ folder: String, _ words: String...) throws -> Workplace.Outcome {
    try place.finish(
      place.start(
        ["backtest", "--reps", "2", "--out", place.url(folder).path] + words, in: Workplace.project))
  }

  private func tables(_ folder: String) throws -> [Data] {
    try ["hindcasts.csv", "skill.csv", "ranks.csv"].map { try place.bytes("\(folder)/\($0)") }
  }

  @Test("Parts, cores and what was kept change no byte, and what is kept is not computed again")
  func parts() throws {
    let whole = try backtest("whole", "--council", "Rutland", "--origins", "2016,2017", "--jobs", "2")
    #expect(whole.code == 0, "\(whole.err)")
    #expect(whole.err.contains("2 computed, 0 reused"))
    #expect(whole.out.contains("Children in need") && whole.out.contains("as now"))
    for part in ["1/2", "2/2"] {
      let outcome = try backtest(
        "parts", "--council", "Rutland", "--origins", "2016,2017", "--jobs", "1", "--shard", part)
      #expect(outcome.code == 0 && outcome.err.contains("1 computed"))
    }
    let merged = try backtest("parts", "--council", "Rutland", "--origins", "2016,2017")
    #expect(merged.err.contains("0 computed, 2 reused"))
    #expect(try tables("parts") == tables("whole"))
    let page = try place.text("whole/skill.html")
    #expect(page.contains("How right forecasts of 1 council as of 2016 and 2017 were"))
    #expect(page.contains("caseload backtest"))
    let rows = try place.text("whole/hindcasts.csv").split(separator: "\n")
    #expect(rows.count > 20)
    #expect(
      rows.dropFirst().allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == 18 })
  }

  @Test("An estimate of one year stands beside the others, and one of no year takes nothing away")
  func estimates() throws {
    try FileManager.default.copyItem(
      atPath: Workplace.project.appendingPathComponent("Scenarios/national").path,
      toPath: place.url("national").path)
    let before = try place.bytes("national/priors.csv")
    let refused = try place.run("councils", "--priors", "--as-of", "1900", "--national", "national")
    #expect(refused.code == 64 && refused.err.contains("2010 to 2025"))
    let early = try place.run("councils", "--priors", "--as-of", "2010", "--national", "national")
    #expect(early.code == 65 && early.err.contains("help:"))
    #expect(try place.bytes("national/priors.csv") == before)
    let again = try place.run("councils", "--priors", "--as-of", "2017", "--national", "national")
    #expect(again.code == 0)
    #expect(try place.bytes("national/priors.csv") == before)
  }

  @Test("A table that cannot be is refused before anything is simulated")
  func impossible() throws {
    let shipped = Workplace.project.appendingPathComponent("Scenarios/national").path
    #expect(try place.run("init", "kent.yaml", "--council", "Kent").code == 0)
    for (name, from, to, code) in [
      ("skill.csv", "children_looked_after,1,290,", "children_looked_after,1,290,65,", "skill-row"),
      ("skill.csv", "share_5\n", "share_6\n", "skill-columns"),
      ("priors.csv", "2025,all,leaving,147,2015", "2025,all,leaving,147,-1", "priors-row"),
      ("figures.csv", "886,2025,", "886,2025,1e308", "national-"),
      ("councils.csv", "886,Kent", "887,Kent", "national-twice"),
    ] {
      try? FileManager.default.removeItem(atPath: place.url("national").path)
      try FileManager.default.copyItem(atPath: shipped, toPath: place.url("national").path)
      let text = try place.text("national/\(name)")
      #expect(text.contains(from), "\(name)")
      try place.write(text.replacingOccurrences(of: from, with: to), as: "national/\(name)")
      let outcome = try place.run(
        "run", "kent.yaml", "--reps", "2", "--twins", "0", "--national", "national", "--out", "result")
      #expect(outcome.code == 65 && outcome.err.contains(code), "\(outcome.err)")
      #expect(!outcome.err.contains("simulating"))
    }
  }

  @Test("A council's scenario stands on a whole service")
  func base() throws {
    for base in ["Scenarios/levers/agency-cap.yaml", "Scenarios/verification/stock.yaml"] {
      let outcome = try place.run("init", "kent.yaml", "--council", "Kent", "--based-on", base)
      #expect(outcome.code == 65 && outcome.err.contains("help:"), "\(outcome.err)")
    }
    #expect(place.names().filter { $0.hasSuffix(".yaml") }.isEmpty)
  }

  @Test("Who asks for nobody, for two kinds at once or for years without outcomes is told what to do")
  func mistakes() throws {
    #expect(try backtest("a").code == 64)
    #expect(try backtest("a", "--all", "--council", "Leeds").code == 64)
    #expect(try backtest("a", "--council", "Leeds", "--learn").code == 64)
    #expect(try backtest("a", "--sample", "0").code == 64)
    #expect(try backtest("a", "--all", "--origins", "soon").code == 64)
    let late = try backtest("a", "--council", "Leeds", "--origins", "2030")
    #expect(late.code == 65 && late.err.contains("help:"))
    #expect(!FileManager.default.fileExists(atPath: place.url("a").path))
  }

  @Test("A run of a council is read as a forecast; without the steps it says what was simulated")
  func forecast() throws {
    let file = place.url("rutland-2017.yaml").path
    let made = try place.finish(
      place.start(["init", file, "--council", "Rutland", "--as-of", "2018-03-31"], in: Workplace.project))
    #expect(made.code == 0, "\(made.err)")
    func run(_ folder: String, _ words: String...) throws -> [[String: String]] {
      let outcome = try place.finish(
        place.start(
          ["run", file, "--reps", "8", "--twins", "0", "--out", place.url(folder).path] + words,
          in: Workplace.project))
      #expect(outcome.code == 0, "\(outcome.err)")
      #expect(outcome.out.contains("Forecast, 3 years on"))
      let text = try place.text("\(folder)/forecast.csv").replacing("\"In post, FTE\"", with: "In post")
      let lines = text.split(separator: "\n")
      let names = lines[0].split(separator: ",").map(String.init)
      return lines.dropFirst().map { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return Dictionary(zip(names, cells), uniquingKeysWith: { first, _ in first })
      }
    }
    let plain = try run("plain", "--no-anchor", "--no-widths")
    #expect(plain.count >= 40)
    for row in plain {
      for end in ["p10", "p50", "p90"] {
        let (raw, told) = (Double(row[end] ?? "") ?? .nan, Double(row["told_\(end)"] ?? "") ?? .nan)
        #expect(abs(raw - told) <= 1e-6 * max(1, abs(raw)), "\(row)")
      }
    }
    let told = try run("told")
    #expect(told.map { $0["p50"] } == plain.map { $0["p50"] })
    let after = told.first { $0["measure"] == "children_looked_after" && $0["horizon"] == "3" }
    #expect(after?["date"] == "2020-03-31" && after?["told_p50"] != after?["p50"])
    #expect(try place.bytes("told/years.csv") == place.bytes("plain/years.csv"))
  }
}
