import Foundation
import TestSupport
import Testing

@Suite("Engines that run the parts of a sweep", .timeLimit(.minutes(5)), .serialized)
struct EngineTests {
  private let place: Workplace
  private static let points = [
    "--vary", "demand.referralsPerYear=400:800:50", "--vary", "leaving.caseloadElasticity=0:0.6/4", "--reps",
    "4",
  ]

  init() throws {
    place = try Workplace()
    try place.write(SmallService.text)
    let whole = try place.finish(
      place.start(["sweep", "service.yaml", "--out", "whole", "-q"] + Self.points))
    #expect(whole.code == 0, "\(whole.err)")
  }

  private func equalsWhole(_ folder: String) throws {
    for name in ["results.csv", "summary.csv", "design.csv", "results.sqlite"] {
      #expect(try place.bytes("\(folder)/\(name)") == place.bytes("whole/\(name)"), "\(name) differs")
    }
  }

  @Test("A real Slurm runs sixteen parts, and the result is that of one process to the byte")
  func slurm() throws {
    let cluster = try SmallCluster(in: place.url("cluster").path, cores: 4)
    let words = ["sweep", "service.yaml", "--out", "cut", "--engine", "slurm", "--tasks", "16"] + Self.points
    let outcome = try place.finish(place.start(words, environment: cluster.environment))
    let log = (try? place.text("cut/logs/part-1.log")) ?? ""
    #expect(outcome.code == 0, "\(outcome.err)\n\(log)")
    #expect(outcome.err.contains("16 parts"))
    #expect(log.contains("part 1 of 16, read from Slurm: SLURM_ARRAY_TASK_ID=1"))
    #expect(place.names(in: "cut/shards").count { $0.hasSuffix("-of-16.sqlite") } == 16)
    try equalsWhole("cut")
    // Detached, a second job merges.
    let detached = [
      "sweep", "service.yaml", "--out", "away", "--engine", "slurm", "--tasks", "4", "--detach",
    ]
    let away = try place.finish(place.start(detached + Self.points, environment: cluster.environment))
    #expect(away.code == 0, "\(away.err)")
    for _ in 0..<300 where !place.names(in: "away").contains("results.sqlite") {
      Thread.sleep(forTimeInterval: 0.2)
    }
    try equalsWhole("away")
  }

  @Test("GNU parallel runs the parts, and the result is that of one process to the byte")
  func parallel() throws {
    try #require(
      SmallCluster.find("parallel") != nil, "there is no GNU parallel here: .ci/setup-tests installs it")
    let words =
      ["sweep", "service.yaml", "--out", "cut", "--engine", "parallel", "--tasks", "6"] + Self.points
    let outcome = try place.finish(place.start(words))
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(place.names(in: "cut/shards").count == 6)
    #expect(try place.text("cut/logs/parallel.tsv").split(separator: "\n").count == 7)
    try equalsWhole("cut")
  }

  @Test("A machine without the engine is told what is missing")
  func none() throws {
    for engine in ["slurm", "parallel"] {
      let words = ["sweep", "service.yaml", "--out", "cut", "--engine", engine] + Self.points
      let outcome = try place.finish(place.start(words, environment: ["PATH": place.path]))
      #expect(outcome.code == 69)
      #expect(outcome.err.contains("there is no"))
      #expect(!place.names().contains("cut"))
    }
  }
}
