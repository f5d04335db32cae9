import Experiments
import Parameters
import Testing
import Verification

@testable import Sweeps

@Suite("What is asked for, and how it ends")
struct AskingTests {
  @Test("Mistakes are told once each, with the exit code of the worst")
  func mistakes() throws {
    var mistakes = Mistakes()
    #expect(mistakes.isEmpty)
    try mistakes.end()
    let made: Int? = try mistakes.attempt {
      throw DesignFault("--vary a", "vary-syntax", "It is wrong.", help: "write it")
    }
    #expect(made == nil)
    mistakes.add("another", 65)
    mistakes.add("another", 64)
    #expect(mistakes.lines == ["--vary a: error[vary-syntax]: It is wrong.\nhelp: write it", "another"])
    #expect(mistakes.exitCode == 65)
    #expect(throws: Mistakes.self) { try mistakes.end() }
  }

  @Test("A share and an amount for all or for one output; what is neither is refused")
  func indifference() throws {
    #expect(Comparison.Indifference("2%") == .share(0.02))
    #expect(Comparison.Indifference("500000") == .amount(500_000))
    for wrong in ["", "-1", "two", "nan", "%"] { #expect(Comparison.Indifference(wrong) == nil) }
    var comparison = Comparison([])
    #expect(comparison.read("3%") == nil && comparison.everyOther == .share(0.03))
    #expect(comparison.read("3")?.hasPrefix("write 2%") == true)
    #expect(comparison.read("nothing=3%")?.hasPrefix("'nothing'") == true)
  }

  @Test("A tally counts points, says what is best, and how the part ended")
  func tally() throws {
    var manifest = SweepManifest()
    manifest.outputs = [
      StoreShape.Column(name: "x", unit: "children", better: "neither"),
      StoreShape.Column(name: "y", unit: "children", better: "more"),
    ]
    let objective = try #require(try SweepObjective(nil, manifest))
    #expect(objective.place == 1 && objective.better == "most")
    #expect(throws: OutputFault.self) { try SweepObjective("z", manifest) }
    var tally = SweepTally()
    tally.wanted = 3
    func point(_ id: String, _ status: PointResult.Status, _ mean: Double) -> PointResult {
      PointResult(
        number: 1, id: id, values: [], status: status, first: 0, rows: [[0, mean - 1], [0, mean + 1]],
        message: status == .failed ? "why" : "")
    }
    tally.enter(point("a", .done, 5), objective)
    tally.enter(point("b", .done, 7), objective)
    tally.enter(point("c", .part, 9), objective)
    #expect(tally.best?.id == "b" && tally.best?.mean == 7)
    #expect(tally.missing == 1 && tally.stopped(0) == 75 && tally.stopped(15) == 143)
    #expect(
      tally.account == "computed 2, reused 0, failed 0, missing 1 (simulated 6 replications)")
    tally.enter(point("d", .failed, 0), objective)
    #expect(tally.stopped(0) == nil && tally.messages == ["point d failed: why"])
    tally.stop(.diskFull(path: "p"))
    #expect(tally.stopped(0) == 74)
  }

  @Test("A part's words are the command's but for those that are the whole's")
  func script() {
    let words = [
      "sweep", "s.yaml", "--vary", "a=1,2", "--engine", "slurm", "--tasks=4", "--force", "-q", "--reps", "3",
    ]
    let slurm = JobScript(.slurm, tasks: 4, cores: 2, folder: "/f", place: "/f/s").text("/bin/c", words)
    #expect(
      slurm.hasSuffix(
        "exec '/bin/c' 'sweep' '--resume' '--jobs' '2' '--shard' auto 's.yaml' '--vary' 'a=1,2' '--reps' '3'\n"
      ))
    let parallel = JobScript(.parallel, tasks: 4, cores: 1, folder: "/it's", place: "/s").text(
      "c", ["sweep", "s.yaml"])
    #expect(parallel.contains("cd '/it'\\''s' || exit 73\n"))
    #expect(parallel.hasSuffix("'--shard' \"$1/4\" 's.yaml'\n"))
  }

  @Test("Names after the end of the options stay there, whatever they look like")
  func namesLikeOptions() {
    let words = ["sweep", "--jobs", "4", "--reps=2", "--", "--force"]
    let text = JobScript(.parallel, tasks: 2, cores: 1, folder: "/f", place: "/f/s").text("c", words)
    #expect(text.hasSuffix("'--shard' \"$1/2\" '--reps=2' '--' '--force'\n"))
  }

  @Test("What a scheduler's own words hold was named by nobody")
  func fixedWords() {
    let script = JobScript(.slurm, tasks: 3, cores: 2, folder: "/$(touch X)", place: "/$(touch X)/s")
    let words =
      script.sbatchWords(["--time=1"], tasks: 3, after: 0, isCut: false) + script.parallelWords([])
      + script.mergingWords([], after: ["7", "8"])
    #expect(words.allSatisfy { !$0.contains("$") && !$0.contains("/$") })
    #expect(words.contains("--array=1-3") && words.contains("--dependency=afterany:7:8"))
    #expect(script.parallelWords(["--sshlogin=a"]).contains("--workdir"))
  }

  @Test("Where Slurm would read something into the path of a log, the script opens it")
  func logsOfOddNames() {
    let script = JobScript(.slurm, tasks: 3, cores: 1, folder: "/f", place: "/f/100%a")
    #expect(script.sbatchWords([], tasks: 3, after: 0, isCut: false).contains("--output=/dev/null"))
    #expect(
      script.text("c", ["sweep"]).contains("exec >>'/f/100%a/logs'/part-\"$SLURM_ARRAY_TASK_ID\".log 2>&1\n"))
    #expect(script.mergeText("c", [], "/f").contains("exec >>'/f/100%a/logs'/merge.log 2>&1\n"))
  }

  @Test("Parts in several arrays know how many there are before theirs")
  func cutArrays() {
    let script = JobScript(.slurm, tasks: 7, cores: 1, folder: "/f", place: "/f/s")
    #expect(script.text("c", ["sweep"], isCut: true).contains("\"$(($1 + SLURM_ARRAY_TASK_ID))/7\""))
    let words = script.sbatchWords([], tasks: 3, after: 4, isCut: true)
    #expect(words.suffix(2) == ["job.sh", "4"] && words.contains("--output=logs/part-4+%a.log"))
    #expect(SlurmSettings.maxArraySize("MaxArraySize            = 1001\nMaxBatchRequeue = 5\n") == 1001)
    #expect(SlurmSettings.maxArraySize("slurm_load_ctl_conf error") == nil)
  }

  @Test("Cases are chosen by their group and ids; what does not exist is named")
  func cases() throws {
    let all = try Checked.shipped()
    let group = try CaseReading.choose(all, group: all[0].group, ids: nil)
    #expect(!group.isEmpty && group.count < all.count && group.allSatisfy { $0.group == all[0].group })
    #expect(try CaseReading.choose(all, group: nil, ids: [all[1].id]).map(\.id) == [all[1].id])
    #expect(throws: VerificationError.self) { try CaseReading.choose(all, group: "none", ids: nil) }
    #expect(throws: VerificationError.self) { try CaseReading.choose(all, group: nil, ids: ["none"]) }
  }
}
