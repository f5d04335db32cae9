import Foundation
import TestSupport
import Testing

/// A sweep of the small service over a grid, for tests that stop it, cut it up and put it together again.
enum SmallSweep {
  static let points = [
    "--vary", "demand.referralsPerYear=400:800:100", "--vary", "leaving.caseloadElasticity=0,0.4",
  ]
  static func words(_ out: String, _ more: String...) -> [String] {
    let replications = more.contains("--reps") ? [] : ["--reps", "4"]
    return ["sweep", "service.yaml"] + points + replications + ["-q", "--out", out] + more
  }
}

@Suite("Sweeps", .timeLimit(.minutes(3)))
struct SweepTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(SmallService.text)
  }

  private func run(_ words: [String]) throws -> Workplace.Outcome { try place.finish(place.start(words)) }

  @Test("Every point and replication has its row, and equals what a run of that point gives")
  func rows() throws {
    let outcome = try run(SmallSweep.words("s"))
    #expect(outcome.code == 0, "\(outcome.err)")
    let lines = try place.text("s/results.csv").split(separator: "\n").map(String.init)
    #expect(lines.count == 1 + 10 * 4)
    #expect(
      lines[0].hasPrefix(
        "point_id,rep,status,demand.referralsPerYear,leaving.caseloadElasticity,children_looked_after,"))
    #expect(lines[0].hasSuffix(",seed,scenario_hash,model_version,data_as_of"))
    #expect(Set(lines.dropFirst().map { $0.prefix(12) }).count == 10)
    #expect(try place.text("s/design.csv").split(separator: "\n").count == 11)
    #expect(try place.text("s/summary.csv").split(separator: "\n").count == 1 + 10 * 12)
    #expect(
      place.names(in: "s") == [
        "design.csv", "manifest.json", "results.csv", "results.sqlite", "shards", "summary.csv",
        "variance.csv",
      ])
    // The last point on its own.
    let alone = try run([
      "run", "service.yaml", "--set", "demand.referralsPerYear=800", "--set",
      "leaving.caseloadElasticity=0.4",
      "--reps", "4", "--out", "r", "-q",
    ])
    #expect(alone.code == 0)
    let year = try place.text("r/years.csv").split(separator: "\n").first { $0.hasPrefix("referrals,,") }
    let mean = try #require(year?.split(separator: ",", omittingEmptySubsequences: false).dropFirst(6).first)
    let place = try #require(lines[0].split(separator: ",").firstIndex(of: "referrals"))
    let last = lines.suffix(4).compactMap {
      Double($0.split(separator: ",", omittingEmptySubsequences: false)[place])
    }
    #expect(abs(last.reduce(0, +) / 4 - (Double(mean) ?? .nan)) < 1e-9)
  }

  @Test("Parts, cores and order change no byte")
  func parts() throws {
    #expect(try run(SmallSweep.words("whole", "--jobs", "1")).code == 0)
    for part in [3, 1, 2] {
      let outcome = try run(SmallSweep.words("cut", "--shard", "\(part)/3", "--jobs", "2"))
      #expect(outcome.code == 0, "\(outcome.err)")
    }
    #expect(place.names(in: "cut/shards") == ["1-of-3.sqlite", "2-of-3.sqlite", "3-of-3.sqlite"])
    #expect(try run(["merge", "cut", "-q"]).code == 0)
    for name in ["results.csv", "summary.csv", "variance.csv", "design.csv", "results.sqlite"] {
      #expect(try place.bytes("cut/\(name)") == place.bytes("whole/\(name)"), "\(name) differs")
    }
  }

  @Test("A merge of too few parts says what is missing, and that it is unfinished")
  func missing() throws {
    #expect(try run(SmallSweep.words("cut", "--shard", "2/5")).code == 0)
    let outcome = try run(["merge", "cut"])
    #expect(outcome.code == 75)
    #expect(outcome.err.contains("8 missing"))
    #expect(try place.text("cut/results.csv").split(separator: "\n").count { $0.contains(",missing,") } == 8)
    #expect(try run(["merge", "nowhere"]).code == 66)
  }

  @Test("A part that was taken away takes nothing from what was merged")
  func poorer() throws {
    for part in 1...2 { #expect(try run(SmallSweep.words("cut", "--shard", "\(part)/2")).code == 0) }
    #expect(try run(["merge", "cut", "-q"]).code == 0)
    let names = ["results.csv", "summary.csv", "variance.csv", "results.sqlite"]
    let whole = try names.map { try place.bytes("cut/\($0)") }
    try FileManager.default.removeItem(at: place.url("cut/shards/2-of-2.sqlite"))
    let again = try run(["merge", "cut"])
    #expect(again.code == 0, "\(again.err)")
    #expect(again.err.contains("note: 5 points are as an earlier merge left them"), "\(again.err)")
    #expect(try names.map { try place.bytes("cut/\($0)") } == whole)
    // Without the store only the table tells.
    try FileManager.default.removeItem(at: place.url("cut/results.sqlite"))
    let refused = try run(["merge", "cut"])
    #expect(refused.code == 65, "\(refused.err)")
    #expect(refused.err.contains("40 replications of this sweep, and the parts that are left hold 20"))
    #expect(try place.bytes("cut/results.csv") == whole[0])
    // A store that cannot be read is no reason to lose what it may hold.
    try place.write("no database", as: "cut/results.sqlite")
    #expect(try run(["merge", "cut"]).code == 65)
    #expect(try place.bytes("cut/results.csv") == whole[0])
  }

  @Test("A large design is looked at in part, and that is said")
  func largeDesign() throws {
    let sample = [
      "sweep", "service.yaml", "--sample", "sobol:4096", "--range", "leaving.caseloadElasticity=0:1",
      "--dry-run",
    ]
    let outcome = try run(sample)
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(outcome.out.contains("checked: 2000 of 4096 points"))
  }

  @Test("What is there is used again; more replications add to it")
  func resuming() throws {
    #expect(try run(SmallSweep.words("s")).code == 0)
    let first = try place.bytes("s/results.csv")
    let taken = try run(SmallSweep.words("s"))
    #expect(taken.code == 73)
    #expect(taken.err.contains("--resume continues it"))
    let again = try run(SmallSweep.words("s", "--resume").filter { $0 != "-q" })
    #expect(again.code == 0)
    #expect(again.err.contains("computed 0, reused 10, failed 0, missing 0"))
    #expect(try place.bytes("s/results.csv") == first)
    #expect(try run(SmallSweep.words("s", "--resume", "--reps", "6")).code == 0)
    #expect(try run(SmallSweep.words("t", "--reps", "6")).code == 0)
    #expect(try place.bytes("s/results.csv") == place.bytes("t/results.csv"))
    #expect(try run(SmallSweep.words("s", "--force")).code == 0)
    #expect(try place.bytes("s/results.csv") == first)
  }

  @Test(
    "Another scenario, seed or design is refused, and the difference told",
    arguments: [
      (["--seed", "12"], "seed: 11 -> 12"), (["--set", "money.onCostShare=0.31"], "money.onCostShare: "),
      (["--output", "referrals"], "outputs: "),
    ])
  func changed(words: [String], told: String) throws {
    #expect(try run(SmallSweep.words("s")).code == 0)
    let outcome = try run(SmallSweep.words("s", "--resume") + words)
    #expect(outcome.code == 65)
    #expect(outcome.err.contains(told), "\(outcome.err)")
    #expect(outcome.err.contains("is a different one"))
  }

  @Test(
    "Mistakes are told with their place, and nothing is written",
    arguments: [
      (["--vary", "leaving.caseloadElasticity=0:1:0.3"], Int32(64), "the last one reached is 0.9"),
      (["--vary", "leaving.caseloadElastisity=0,1"], 65, "did you mean \"leaving.caseloadElasticity\"?"),
      (["--vary", "leaving.caseloadElasticity=-9,1"], 65, "is outside"),
      (
        ["--vary", "leaving.caseloadElasticity=0,1", "--vary", "leaving.caseloadElasticity=2"], 64,
        "varied twice"
      ),
      (["--vary", "leaving.caseloadElasticity=1,1.0"], 64, "given twice"),
      (["--vary", "pathway.assessment.exits.stepDown=0.6,0.7"], 65, "sum to 1.1"),
      (["--vary", "run.seed=1,2"], 64, "is of the whole sweep"),
      (["--zip", "pay:", "money.onCostShare=0.2,0.3", "leaving.caseloadElasticity=1"], 64, "equally many"),
      (["--sample", "lhs:5"], 64, "nothing to sample"), (["--sample", "dice:5"], 64, "not a way to sample"),
      (["--design", "none.csv"], 66, "none.csv"), ([], 64, "Nothing varies"),
      (["--vary", "leaving.caseloadElasticity=0,1", "--shard", "5/4"], 64, "k from 1 to n"),
      (["--vary", "leaving.caseloadElasticity=0,1", "--shard", "auto"], 64, "SLURM_ARRAY_TASK_ID"),
      (["--vary", "leaving.caseloadElasticity=0,1", "--output", "referals"], 64, "did you mean 'referrals'"),
    ])
  func mistakes(words: [String], code: Int32, told: String) throws {
    let outcome = try run(["sweep", "service.yaml", "--out", "s"] + words)
    #expect(outcome.code == code, "\(outcome.err)")
    #expect(outcome.err.contains(told), "\(outcome.err)")
    #expect(place.names() == ["service.yaml"])
  }

  @Test("Linked levels, samples and tables make the points that they say")
  func designs() throws {
    let linked = try run([
      "sweep", "service.yaml", "--zip", "a:", "money.onCostShare=0.2,0.3", "leaving.caseloadElasticity=0,1",
      "--vary",
      "demand.referralsPerYear=400,500", "--dry-run",
    ])
    #expect(linked.out.contains("4 points x 3 replications = 12 runs"))
    try place.write(
      "leaving.caseloadElasticity,demand.referralsPerYear\n0.1,500\n0.2,600\n", as: "points.csv")
    let table = try run(["sweep", "service.yaml", "--design", "points.csv", "--dry-run"])
    #expect(table.out.contains("leaving.caseloadElasticity=0.2  demand.referralsPerYear=600"))
    let sample = [
      "sweep", "service.yaml", "--sample", "lhs:5", "--range", "leaving.caseloadElasticity=0:1", "--dry-run",
    ]
    #expect(try run(sample).out == run(sample).out)
    #expect(place.names() == ["points.csv", "service.yaml"])
  }

  @Test("A point that takes too long fails and is not tried again unless asked")
  func timeout() throws {
    let slow = SmallSweep.words("s", "--timeout-point", "0.000001s")
    let failed = try run(slow)
    #expect(failed.code == 1)
    #expect(failed.err.contains("it took longer than"))
    let merged = try run(["merge", "s"])
    #expect(merged.code == 1)
    #expect(merged.err.contains("10 points failed") && merged.err.contains("--retry-failed"))
    let kept = try run(SmallSweep.words("s", "--resume").filter { $0 != "-q" })
    #expect(kept.code == 1)
    #expect(kept.err.contains("computed 0, reused 0, failed 10, missing 0"))
    #expect(try place.text("s/results.csv").split(separator: "\n").count { $0.contains(",failed,") } == 10)
    #expect(try run(SmallSweep.words("s", "--resume", "--retry-failed")).code == 0)
    let fast = try run(SmallSweep.words("f", "--timeout-point", "0.000001s", "--fail-fast", "--jobs", "1"))
    #expect(fast.code == 1)
    #expect(fast.err.contains("failed 1, missing 9"))
  }

  @Test("Out of time it is unfinished with code 75, and goes on")
  func outOfTime() throws {
    let stopped = try run(SmallSweep.words("s", "--stop-after", "0.000001s"))
    #expect(stopped.code == 75)
    #expect(stopped.err.contains("--resume"))
    #expect(try run(SmallSweep.words("s", "--resume")).code == 0)
    #expect(try run(SmallSweep.words("t")).code == 0)
    #expect(try place.bytes("s/results.csv") == place.bytes("t/results.csv"))
  }
}
