import Foundation
import TestSupport
import Testing

/// The small service with one input that nobody knows exactly.
enum UncertainService {
  static let text = SmallService.with(
    "caseloadElasticity: 0.4", "caseloadElasticity: { value: 0.4, uncertain: [0, 3] }")
}

@Suite("Variance of a run", .timeLimit(.minutes(2)))
struct TwinsOfRunTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(UncertainService.text)
  }

  private func run(_ words: String...) throws -> Workplace.Outcome {
    try place.finish(place.start(["run", "service.yaml"] + words))
  }

  @Test("It is split into inputs and chance, the same on any cores, and nothing else changes by a byte")
  func split() throws {
    for (name, words) in [
      ("a", ["--jobs", "1"]), ("b", ["--jobs", "3"]), ("none", ["--twins", "0"]),
      ("more", ["--twins", "23"]),
    ] {
      let outcome = try place.finish(
        place.start(["run", "service.yaml", "--reps", "24", "--raw", "--out", name] + words))
      #expect(outcome.code == 0, "\(outcome.err)")
      let isSplit = outcome.out.contains("Where the variance comes from, 2015-16")
      #expect(isSplit == (name != "none"))
      let says =
        outcome.out.contains("More replications cannot narrow the part that comes from inputs")
        || outcome.out.contains("It cannot be told of any measure")
      #expect(says == isSplit)
      #expect(outcome.out.contains("not split into inputs and chance (--twins 0)") == !isSplit)
    }
    #expect(try place.bytes("a/variance.csv") == place.bytes("b/variance.csv"))
    #expect(!place.names(in: "none").contains("variance.csv"))
    for name in place.names(in: "none") where name != "manifest.json" {
      for folder in ["a", "b", "more"] {
        #expect(try place.bytes("\(folder)/\(name)") == place.bytes("none/\(name)"), "\(folder)/\(name)")
      }
    }
    let rows = try place.text("a/variance.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(
      rows[0] == [
        "measure", "breakdown", "unit", "when", "n_twins", "mean", "sd", "variance", "inputs_variance",
        "chance_variance", "inputs_share", "share_ci_lo", "share_ci_hi", "seed", "scenario_hash",
        "model_version", "data_as_of",
      ])
    #expect(Set(rows.dropFirst().map { $0[3] }) == ["2015-16"])
    let children = try #require(rows.first { $0[0] == "children_looked_after" })
    let numbers = children.map { Double($0) ?? .nan }
    #expect(children[4] == "6")
    #expect(abs(numbers[8] + numbers[9] - numbers[7]) < 1e-6 * numbers[7])
    #expect(abs(numbers[6] * numbers[6] - numbers[7]) < 1e-6 * numbers[7])
    #expect(abs(numbers[8] / numbers[7] - numbers[10]) < 1e-6)
    #expect(numbers[11] < numbers[10] && numbers[10] < numbers[12])
    let more = try place.text("more/variance.csv").split(separator: "\n").first {
      $0.hasPrefix("inpost_fte,")
    }
    #expect(more?.contains(",2015-16,23,") == true)
  }

  @Test("Where there is nothing to split one line says so")
  func gaps() throws {
    let few = try run("--reps", "19", "--out", "few")
    #expect(few.out.contains("not split into inputs and chance with fewer than 20 replications"))
    let fixed = try run("--reps", "24", "--fixed-parameters", "--out", "fixed")
    #expect(fixed.out.contains("all of it comes from chance"))
    for folder in ["few", "fixed"] { #expect(!place.names(in: folder).contains("variance.csv")) }
    let asked = try run("--reps", "6", "--twins", "4", "--out", "asked")
    #expect(asked.code == 0 && place.names(in: "asked").contains("variance.csv"))
  }

  @Test("Too few and too many twins are mistakes, and nothing is written")
  func mistakes() throws {
    for (words, told) in [
      (["--twins", "2"], "0, or 3 or more"), (["--twins=-1"], "0, or 3 or more"),
      (["--twins", "24"], "of 24 replications, 23 draw their inputs"),
    ] {
      let outcome = try place.finish(
        place.start(["run", "service.yaml", "--reps", "24", "--out", "r"] + words))
      #expect(outcome.code == 64)
      #expect(outcome.err.contains(told), "\(outcome.err)")
    }
    #expect(place.names() == ["service.yaml"])
  }
}

@Suite("Variance of a sweep", .timeLimit(.minutes(3)))
struct TwinsOfSweepTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(UncertainService.text)
  }

  private func words(_ out: String, _ more: [String]) -> [String] {
    ["sweep", "service.yaml", "--vary", "demand.referralsPerYear=400:700:100", "--out", out] + more
  }

  private func run(_ out: String, _ more: String...) throws -> Workplace.Outcome {
    try place.finish(place.start(words(out, more)))
  }

  private func expectEqual(_ one: String, _ two: String) throws {
    for name in ["results.csv", "summary.csv", "variance.csv", "design.csv", "results.sqlite"] {
      #expect(try place.bytes("\(one)/\(name)") == place.bytes("\(two)/\(name)"), "\(name) differs")
    }
  }

  @Test("Parts and cores change no byte; the parts of the variance are its shares")
  func parts() throws {
    let whole = try run("whole", "--reps", "8", "--jobs", "1")
    #expect(whole.code == 0, "\(whole.err)")
    #expect(whole.err.contains("simulated 32 replications and 8"), "\(whole.err)")
    #expect(whole.out.contains("% from what was varied, "), "\(whole.out)")
    for part in [2, 3, 1] { #expect(try run("cut", "--reps", "8", "--shard", "\(part)/3").code == 0) }
    #expect(try place.finish(place.start(["merge", "cut", "-q"])).code == 0)
    try expectEqual("cut", "whole")
    let rows = try place.text("whole/variance.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(
      rows[0].prefix(14) == [
        "output", "unit", "points", "n_twins", "mean", "variance", "between_points_variance",
        "inputs_variance", "chance_variance", "between_points_share", "inputs_share", "chance_share",
        "inputs_share_ci_lo", "inputs_share_ci_hi",
      ])
    let referrals = try #require(rows.first { $0[0] == "referrals" }).map { Double($0) ?? .nan }
    #expect(referrals[2] == 4 && referrals[3] == 8)
    #expect(abs(referrals[6] + referrals[7] + referrals[8] - referrals[5]) < 1e-6 * referrals[5])
    // Referrals are varied from 400 to 700; how workloads make workers leave is of no account to them.
    #expect(referrals[9] > 0.8 && abs(referrals[10]) < 0.2)
    // Twins are in nothing else.
    #expect(try run("off", "--reps", "8", "--twins", "0").code == 0)
    #expect(try place.bytes("off/results.csv") == place.bytes("whole/results.csv"))
    #expect(try place.bytes("off/summary.csv") == place.bytes("whole/summary.csv"))
    #expect(!place.names(in: "off").contains("variance.csv"))
  }

  @Test("Grown by further replications it is the sweep that was made at once, however it is cut")
  func grown() throws {
    #expect(try run("at-once", "--reps", "40").code == 0)
    #expect(try run("grown", "--reps", "20").code == 0)
    let grown = try run("grown", "--reps", "40", "--resume")
    #expect(grown.err.contains("simulated 80 replications and "), "\(grown.err)")
    try expectEqual("grown", "at-once")
    #expect(try run("cut", "--reps", "20").code == 0)
    for part in ["1/2", "2/2"] {
      let outcome = try run("cut", "--reps", "40", "--resume", "--shard", part)
      #expect(outcome.err.contains("simulated 40 replications and "), "\(outcome.err)")
    }
    #expect(try place.finish(place.start(["merge", "cut", "-q"])).code == 0)
    try expectEqual("cut", "at-once")
  }

  @Test("Another number of twins is another sweep, and the difference told")
  func changed() throws {
    #expect(try run("s", "--reps", "8").code == 0)
    for (twins, told) in [("5", "twins: a tenth -> 5"), ("0", "twins: a tenth -> off")] {
      let outcome = try run("s", "--reps", "8", "--resume", "--twins", twins)
      #expect(outcome.code == 65)
      #expect(outcome.err.contains(told), "\(outcome.err)")
    }
    #expect(try run("t", "--reps", "8", "--twins", "5").code == 0)
    let merged = try place.finish(place.start(["merge", "s", "t"]))
    #expect(merged.code == 65 && merged.err.contains("twins: a tenth -> 5"), "\(merged.err)")
    for wrong in ["1", "-2", "8"] { #expect(try run("u", "--reps", "8", "--twins=\(wrong)").code == 64) }
    #expect(!place.names().contains("u"))
  }
}
