import TestSupport
import Testing

@Suite("How the command is called", .timeLimit(.minutes(1)))
struct UsageTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test("Without a word it says what it can do")
  func help() throws {
    for outcome in [try place.run(), try place.run("--help"), try place.run("-h")] {
      #expect(outcome.code == 0)
      #expect(outcome.out.contains("USAGE: caseload"))
      for verb in ["run", "check", "explain", "init", "trace", "diff", "report", "verify", "stress", "qa"] {
        #expect(outcome.out.contains("  \(verb) "), "help does not list \(verb)")
      }
      #expect(outcome.err.isEmpty)
    }
  }

  @Test("Its version")
  func version() throws {
    let outcome = try place.run("--version")
    #expect(outcome.code == 0)
    #expect(outcome.out.wholeMatch(of: #/caseload \d+\.\d+\.\d+\n/#) != nil)
  }

  @Test(
    "Wrong usage is 64, and says what was expected",
    arguments: [
      (["frobnicate"], "frobnicate"), (["run"], "<scenario>"), (["run", "a.yaml", "--reps", "0"], "--reps"),
      (["run", "a.yaml", "--jobs", "none"], "none"), (["run", "a.yaml", "--colour", "loud"], "loud"),
      (["trace", "a.yaml"], "--child"), (["trace", "a.yaml", "--child=-1"], "starts at 0"),
      (["explain", "a.yaml"], "--all"), (["diff", "one"], "<second>"),
      (["runn", "a.yaml"], "did you mean `run`?"), (["a.yaml"], "`caseload run a.yaml`"),
      (["help", "imports"], "there is no verb imports"), (["help", "chek"], "did you mean `check`?"),
      (["help", "run", "check"], "one verb at a time"), (["run", "a.yaml", "--outt", "x"], "--out"),
    ])
  func wrongUsage(words: [String], named: String) throws {
    let outcome = try place.finish(place.start(words))
    #expect(outcome.code == 64)
    #expect(outcome.err.contains(named))
    #expect(outcome.out.isEmpty)
    #expect(place.names().isEmpty)
  }

  @Test(
    "A number that cannot be is told as one, also below 0 and above all bounds",
    arguments: [
      ("run a.yaml --reps -3", "--reps must be 1 or more, not -3"),
      ("run a.yaml --reps 2000000", "--reps must be 1000000 or less"),
      ("run a.yaml --jobs -1", "--jobs must be 1 or more, not -1"),
      ("run a.yaml --jobs 100000", "--jobs must be 1024 or less"),
      ("run a.yaml --seed -1", "--seed must be 0 or more, not -1"),
      ("run a.yaml --twins -1", "--twins must be 0, or 3 or more, not -1"),
      ("run a.yaml --precision -5%", "--precision must be above 0%"),
      ("run a.yaml --precision 5% --max-reps -1", "--max-reps must be 2 or more, not -1"),
      ("trace a.yaml --worker -1", "starts at 0"), ("trace a.yaml --plan --replication -1", "from 0"),
      ("vacancy-factor --turnover 15% --weeks 16 --factor -3%", "--factor must be from 0%"),
      ("vacancy-factor --turnover -15% --weeks 16", "--turnover must be above 0%"),
      ("vacancy-factor --turnover 15% --weeks -16", "--weeks must be from 0"),
      ("sweep a.yaml --engine parallel --tasks -2", "--tasks must be from 1 to 10000, not -2"),
      ("sweep a.yaml --timeout-point -5", "--timeout-point must be above 0"),
      ("sweep a.yaml --stop-after -1h", "--stop-after must be above 0"),
      ("select a.yaml b.yaml --objective cost_gbp --delta -5", "a difference above 0"),
      ("select a.yaml b.yaml --objective cost_gbp --delta 5 --first -1", "--first must be 2 or more"),
      ("goal a.yaml --vary a=1:2 --hold x<=1 --probability -1", "--probability must be above 0"),
    ])
  func numbers(line: String, named: String) throws {
    let outcome = try place.finish(place.start(line.split(separator: " ").map(String.init)))
    #expect(outcome.code == 64, "\(line): \(outcome.err)")
    #expect(outcome.err.contains(named), "\(line): \(outcome.err)")
    #expect(place.names().isEmpty)
  }

  @Test(
    "An empty word is told, whatever it was to be",
    arguments: [
      ["init", ""], ["run", ""], ["run", "a.yaml", "--out", ""], ["run", "a.yaml", "--out="],
      ["check", "a", "--set", ""],
      ["check", "a.yaml", "--with", ""], ["sweep", "a.yaml", "--design="], ["risk", "r", "--register", ""],
      ["report", ""], ["merge", "a", ""], ["verify", "--only", ""], [""],
    ])
  func empty(words: [String]) throws {
    let outcome = try place.finish(place.start(words))
    #expect(outcome.code == 64)
    #expect(outcome.err.contains("error[empty]"), "\(outcome.err)")
    #expect(place.names().isEmpty)
  }

  @Test(
    "Options that contradict each other, or would count for nothing, are refused",
    arguments: [
      "run a.yaml --max-reps 6", "run a.yaml --precision 5% --max-reps 6 --reps 7", "run a.yaml -q -v",
      "run a.yaml --no-color --color=always", "run a.yaml --reps 2 --reps 3", "run a.yaml --out a --out=b",
      "sweep a.yaml --vary a=1 --engine slurm --shard 1/2", "sweep a.yaml --vary a=1 --resume --force",
      "sweep a.yaml --vary a=1 --engine parallel --jobs 2 --cores 3", "sweep a.yaml --vary a=1 --tasks 4",
      "sweep a.yaml --vary a=1 --cores 2", "sweep a.yaml --vary a=1 --engine-option=-x",
      "sweep a.yaml --vary a=1 --retry-failed", "sweep a.yaml --vary a=1 --shard 1/2 --force",
      "sweep a.yaml --vary a=1 --shard 1/2 --long", "sweep a.yaml --vary a=1 --engine parallel --detach",
      "select a.yaml b.yaml --objective cost_gbp --delta 1 --budget 50",
      "select a.yaml b.yaml --objective cost_gbp --method ocba --max-reps 50",
      "select a.yaml b.yaml --objective cost_gbp --method ocba --delta 5", "explain a.yaml demand --all",
      "vacancy-factor --turnover 15% --weeks 16 --out x", "trace a.yaml --child 1 --plan",
    ])
  func contradictions(line: String) throws {
    let outcome = try place.finish(place.start(line.split(separator: " ").map(String.init)))
    #expect(outcome.code == 64, "\(line): \(outcome.err)")
    #expect(outcome.err.contains("--") && outcome.out.isEmpty)
    #expect(place.names().isEmpty)
  }

  @Test("What may be given several times, and words after --, are left as they are")
  func several() throws {
    try place.write(SmallService.text, as: "-a.yaml")
    let outcome = try place.run(
      "check", "--set", "run.seed=3", "--set", "run.replications=4", "--no-color", "--no-color", "--",
      "-a.yaml")
    #expect(outcome.code == 0, "\(outcome.err)")
  }

  @Test("Fewer replications than the scenario asks for are enough where no more are allowed")
  func mostReplications() throws {
    try place.write(SmallService.text, as: "service.yaml")
    let outcome = try place.run(
      "run", "service.yaml", "--set", "run.replications=50", "--precision", "0.01%", "--max-reps", "6",
      "--out", "r")
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(outcome.err.contains("not as precise as requested after 6 replications"))
    #expect(try place.json("r/manifest.json")["replications_done"] as? Int == 6)
  }

  @Test("Twins without anything uncertain are refused; Sobol points off a power of two get a caution")
  func cautions() throws {
    try place.write(SmallService.text, as: "service.yaml")
    let twins = try place.run("run", "service.yaml", "--reps", "20", "--twins", "5", "--fixed-parameters")
    #expect(twins.code == 64)
    #expect(twins.err.contains("no input is"))
    let sobol = try place.run(
      "sweep", "service.yaml", "--range", "demand.referralsPerYear=400:800", "--sample", "sobol:7",
      "--dry-run")
    #expect(sobol.code == 0, "\(sobol.err)")
    #expect(sobol.err.contains("caution: sobol:7") && sobol.err.contains("sobol:8"))
  }

  @Test("A file that is not there is 66, with the name that may be meant")
  func missingFile() throws {
    try place.write(SmallService.text, as: "service.yaml")
    for verb in ["run", "check"] {
      let outcome = try place.run(verb, "servise.yaml")
      #expect(outcome.code == 66)
      #expect(outcome.err.contains("did you mean \"service.yaml\"?"))
    }
    #expect(try place.run("check", "service.yaml", "--with", "overlay.yaml").code == 66)
    #expect(try place.run("diff", "one", "two").code == 66)
    #expect(place.names() == ["service.yaml"])
  }
}
