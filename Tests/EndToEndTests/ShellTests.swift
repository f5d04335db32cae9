import Foundation
import TestSupport
import Testing

/// Names of folders that a shell would read something into.
private let oddNames = [
  "my sweep", "it's", "a\"b", "$(touch INJECTED)", "`touch INJECTED`", "a;touch INJECTED", "a&b|c>d",
  "100%a \\x",
  "two\nlines; touch INJECTED", "-dash", "*?[x]", "${HOME}", "{}", "a'$(touch INJECTED)'b", "#x",
]

@Suite("Nothing that a person named is read by a shell", .timeLimit(.minutes(5)), .serialized)
struct ShellTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(SmallService.text)
  }

  private let words = ["--vary", "demand.referralsPerYear=400,800", "--reps", "2", "-q", "--tasks", "2"]

  /// Runs a sweep in a folder of that name, from a scenario of that name, to a folder of that name.
  private func sweep(_ name: String, _ engine: [String], _ environment: [String: String] = [:]) throws {
    let folder = place.url("at").appendingPathComponent(name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let scenario = folder.appendingPathComponent(name + ".yaml")
    try Data(SmallService.text.utf8).write(to: scenario)
    let process = try place.start(
      ["sweep", "--out=\(name)"] + engine + words + ["--", name + ".yaml"], in: folder,
      environment: environment)
    let outcome = try place.finish(process)
    let out = folder.appendingPathComponent(name).path
    let log = (try? String(contentsOfFile: out + "/logs/part-1.log", encoding: .utf8)) ?? ""
    #expect(outcome.code == 0, "\(name): \(outcome.err)\n\(log)")
    #expect(FileManager.default.fileExists(atPath: out + "/results.sqlite"))
    let all = try FileManager.default.subpathsOfDirectory(atPath: place.path)
    #expect(!all.contains { $0.hasSuffix("INJECTED") && !$0.contains("touch INJECTED") }, "\(name)")
  }

  @Test("GNU parallel", arguments: oddNames)
  func parallel(name: String) throws {
    try #require(
      SmallCluster.find("parallel") != nil, "there is no GNU parallel here: .ci/setup-tests installs it")
    try sweep(name, ["--engine", "parallel"])
  }

  @Test("Slurm, and what it refuses")
  func slurm() throws {
    let cluster = try SmallCluster(in: place.url("cluster").path, cores: 4)
    for name in oddNames { try sweep(name, ["--engine", "slurm"], cluster.environment) }
    let refused = try place.finish(
      place.start(
        ["sweep", "service.yaml", "--out", "no", "--engine", "slurm", "--engine-option=--partition=none"]
          + words, environment: cluster.environment))
    #expect(refused.code == 76, "\(refused.err)")
    #expect(refused.err.contains("MaxArraySize"))
  }

  @Test("A cluster with short arrays gets several")
  func shortArrays() throws {
    let cluster = try SmallCluster(in: place.url("cluster").path, cores: 4, settings: "MaxArraySize=4")
    let outcome = try place.finish(
      place.start(
        ["sweep", "service.yaml", "--out", "cut", "--engine", "slurm", "--tasks", "7"]
          + ["--vary", "demand.referralsPerYear=400:1000:100", "--reps", "2"],
        environment: cluster.environment))
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(place.names(in: "cut/shards").filter { $0.hasSuffix(".sqlite") }.count == 7)
    let logs: Set = [
      "part-1.log", "part-2.log", "part-3.log", "part-3+1.log", "part-3+2.log", "part-3+3.log",
      "part-6+1.log",
    ]
    #expect(Set(place.names(in: "cut/logs")) == logs)
  }

  @Test("An option for an engine is one word, and no program")
  func engineOptions() throws {
    for option in ["touch", "--", "-", "$(touch INJECTED)"] {
      let outcome = try place.finish(
        place.start(
          ["sweep", "service.yaml", "--out", "x", "--engine", "parallel", "--engine-option=\(option)"] + words
        ))
      #expect(outcome.code == 64, "\(outcome.err)")
      #expect(place.names() == ["service.yaml"])
    }
  }
}
