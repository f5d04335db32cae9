import Foundation
import TestSupport
import Testing

@Suite("Comparing, choosing, and finding how much is enough", .timeLimit(.minutes(3)))
struct ExperimentTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(SmallService.text)
    try place.write("scenario: Stay\nleaving: { perYear: { under2Years: 0.1 } }\n", as: "stay.yaml")
    try place.write("scenario: Same\nleaving: { perYear: { under2Years: 0.5 } }\n", as: "same.yaml")
  }

  private func rows(_ file: String) throws -> [[String: String]] {
    let lines = try place.text(file).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  @Test("An overlay is compared with the base on the same people")
  func compare() throws {
    let words = [
      "compare", "service.yaml", "stay.yaml", "same.yaml", "stay.yaml+same.yaml", "--reps", "40", "-q",
    ]
    let outcome = try place.finish(place.start(words + ["--out", "c"]))
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(outcome.out.contains("One pair was worth this many independent replications"))
    let rows = try rows("c/comparison.csv")
    #expect(rows.count == 3 * 12)
    let stay = try #require(rows.first { $0["scenario"] == "stay" && $0["output"] == "inpost_fte@average" })
    #expect(stay["verdict"] == "better")
    #expect(Double(stay["variance_reduction"] ?? "").map { $0 > 1 } == true)
    // An overlay that changes nothing equals the base to the bit: no difference, and none that matters.
    for row in rows where row["scenario"] == "same" || row["scenario"] == "stay+same" {
      if row["base_mean"] != "" {
        #expect(row["difference"] == "0" && row["verdict"] == "same", "\(row)")
      }
    }
    let again = try place.finish(place.start(words + ["--out", "d", "--jobs", "1"]))
    #expect(again.code == 0)
    #expect(try place.bytes("c/comparison.csv") == place.bytes("d/comparison.csv"))
    #expect(try place.finish(place.start(words + ["--out", "c"])).code == 73)
    #expect(try place.finish(place.start(words + ["--out", "c", "--force"])).code == 0)
  }

  @Test(
    "What cannot be compared is told",
    arguments: [
      (["other.yaml"], Int32(66), "other.yaml"), (["seed.yaml"], 65, "cannot be paired"),
      (["wrong.yaml"], 65, "laeving"),
      (["stay.yaml", "--delta", "5"], 64, "write 2%"),
      (["stay.yaml", "--delta", "cots_gbp=5"], 64, "not one of the outputs"),
      (["stay.yaml", "--output", "cots_gbp"], 64, "did you mean 'cost_gbp'"),
      (["stay.yaml", "--reps", "1"], 64, "at least 2"),
      ([], 64, "overlays"),
    ])
  func compareMistakes(words: [String], code: Int32, told: String) throws {
    try place.write("scenario: Seed\nrun: { seed: 12 }\n", as: "seed.yaml")
    try place.write("scenario: Wrong\nlaeving: { perYear: { under2Years: 0.5 } }\n", as: "wrong.yaml")
    let outcome = try place.finish(place.start(["compare", "service.yaml", "--out", "c"] + words))
    #expect(outcome.code == code, "\(outcome.err)")
    #expect(outcome.err.contains(told), "\(outcome.err)")
    #expect(!place.names().contains("c"))
  }

  @Test(
    "The cheapest design is chosen, by both methods and the same way each time", arguments: ["kn", "ocba"])
  func select(method: String) throws {
    let limit = method == "kn" ? ["--delta", "20000"] : ["--budget", "200"]
    let words =
      [
        "select", "service.yaml", "--vary", "money.salary.socialWorker=30000:50000:5000", "--objective",
        "cost_gbp", "--method", method, "-q",
      ] + limit
    let outcome = try place.finish(place.start(words + ["--out", "s"]))
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(outcome.out.contains("money.salary.socialWorker=30000 has the least cost_gbp"))
    let rows = try rows("s/selection.csv")
    #expect(rows.count == 5)
    #expect(rows.first?["state"] == "chosen")
    #expect(try place.finish(place.start(words + ["--out", "t", "--jobs", "1"])).code == 0)
    #expect(try place.bytes("s/selection.csv") == place.bytes("t/selection.csv"))
  }

  @Test("A choice that needs more is unfinished; one that means nothing is refused")
  func selectLimits() throws {
    let near = [
      "select", "service.yaml", "stay.yaml", "--objective", "cost_gbp", "--delta", "0.01",
      "--max-reps", "12",
    ]
    let outcome = try place.finish(place.start(near + ["--out", "s", "-q"]))
    #expect(outcome.code == 75)
    #expect(outcome.out.contains("UNDECIDED"))
    for (words, told) in [
      (["select", "service.yaml", "--objective", "cost_gbp", "--delta", "1"], "two designs"),
      (["select", "service.yaml", "stay.yaml", "--objective", "cost_gbp"], "--delta"),
      (
        ["select", "service.yaml", "stay.yaml", "--objective", "referrals", "--delta", "1"],
        "--better less or --better more"
      ),
    ] {
      let outcome = try place.finish(place.start(words))
      #expect(outcome.code == 64)
      #expect(outcome.err.contains(told), "\(outcome.err)")
    }
  }

  @Test("How much is enough, and how much is survived")
  func goal() throws {
    let words = [
      "goal", "service.yaml", "--vary", "demand.referralsPerYear=300:1500", "--hold", "referrals <= 900",
      "--reps", "40",
      "--tolerance", "5", "-q",
    ]
    let outcome = try place.finish(place.start(words + ["--out", "g"]))
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(outcome.out.contains("Largest demand.referralsPerYear that still holds"))
    // Referrals and their returns in a year are over-dispersed counts with a mean just above the rate.
    let rows = try rows("g/goal.csv")
    let held = rows.filter { (Double($0["share"] ?? "") ?? 0) >= 0.8 }.compactMap {
      Double($0["value"] ?? "")
    }
    let most = try #require(held.max())
    #expect(most > 500 && most < 900)
    // A tenth of the tolerance is a half, so one decimal is enough.
    for value in rows.compactMap({ Double($0["value"] ?? "") }) {
      #expect((value * 10).rounded() / 10 == value, "\(value)")
    }
    let shares = rows.compactMap { Double($0["share"] ?? "") }
    #expect(shares == shares.sorted(by: >), "on the same people more referrals never hold more often")
    let never = try place.finish(
      place.start(words.map { $0 == "referrals <= 900" ? "referrals <= 1" : $0 } + ["--out", "n"]))
    #expect(never.code == 1)
    #expect(never.out.contains("It holds nowhere"))
    for (wrong, code) in [
      ("demand.referralsPerYear=9:1", Int32(64)), ("demand.nothing=1:9", 65), ("run.seed=1:9", 64),
    ] {
      let words = ["goal", "service.yaml", "--vary", wrong, "--hold", "referrals <= 900"]
      #expect(try place.finish(place.start(words)).code == code)
    }
  }

  @Test("A run goes on until it is as precise as asked for, whatever the cores")
  func precision() throws {
    let words = ["run", "service.yaml", "--precision", "5%", "--precise", "children_looked_after", "-q"]
    let outcome = try place.finish(place.start(words + ["--out", "a", "--jobs", "1"]))
    #expect(outcome.code == 0, "\(outcome.err)")
    let done = try #require(try place.json("a/manifest.json")["replications_done"] as? Int)
    #expect(done > 10 && done < 500)
    #expect(try place.finish(place.start(words + ["--out", "b", "--jobs", "3"])).code == 0)
    #expect(try place.bytes("a/series.csv") == place.bytes("b/series.csv"))
    let short = words + ["--max-reps", "5", "--out", "c"]
    let stopped = try place.finish(place.start(short))
    #expect(stopped.code == 0)
    #expect(stopped.err.contains("not as precise as requested after 5 replications: children_looked_after"))
    #expect(try place.finish(place.start(short + ["--force", "--require-precision"])).code == 1)
    #expect(try place.finish(place.start(["run", "service.yaml", "--require-precision"])).code == 64)
  }

  @Test("How many replications an answer needs")
  func reps() throws {
    let outcome = try place.finish(
      place.start(["reps", "service.yaml", "--precision", "10%", "--reps", "25", "--out", "p", "-q"]))
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(outcome.out.contains("needs"))
    let rows = try rows("p/precision.csv")
    #expect(rows.count { $0["output"] == "referrals" } == 24)
    #expect(rows.last { $0["output"] == "referrals" }?["n_reps"] == "25")
    #expect(try place.finish(place.start(["reps", "service.yaml", "--precision", "none"])).code == 64)
  }
}
