import Foundation
import TestSupport
import Testing

@Suite("Uncertain inputs are drawn", .timeLimit(.minutes(1)))
struct DrawsTests {
  private let place: Workplace
  private static let certain = "caseloadElasticity: 0.4"
  private static let text = SmallService.with(
    certain, "caseloadElasticity: { value: 0.4, uncertain: [0, 3] }")

  init() throws {
    place = try Workplace()
    try place.write(Self.text)
    try place.write(SmallService.text, as: "certain.yaml")
  }

  @Test("Each replication but the first has its own values, told in draws.csv, on any number of cores")
  func draws() throws {
    for jobs in ["1", "3"] {
      let outcome = try place.run(
        "run", "service.yaml", "--reps", "6", "--jobs", jobs, "--raw", "--out", "jobs-\(jobs)")
      #expect(outcome.code == 0, "\(outcome.err)")
      #expect(outcome.out.contains("1 uncertain value drawn afresh"))
      #expect(!outcome.out.contains("point value."))
    }
    for name in ["draws.csv", "series.csv", "years.csv", "replications.csv.gz"] {
      #expect(try place.bytes("jobs-1/\(name)") == place.bytes("jobs-3/\(name)"), "\(name)")
    }
    let rows = try place.text("jobs-1/draws.csv").split(separator: "\n").map { $0.split(separator: ",") }
    #expect(rows[0].prefix(4) == ["rep", "path", "unit", "value"])
    #expect(rows.count == 7 && rows[1][1] == "leaving.caseloadElasticity" && rows[1][3] == "0.4")
    #expect(Set(rows.dropFirst().map { $0[3] }).count == 6)
    let inputs = try place.json("jobs-1/manifest.json")["uncertain_inputs"] as? [String]
    #expect(inputs == ["leaving.caseloadElasticity"])
  }

  @Test("--fixed-parameters keeps the point values: the run is that of a scenario without uncertainty")
  func fixed() throws {
    #expect(try place.run("run", "service.yaml", "-q", "--fixed-parameters", "--out", "fixed").code == 0)
    #expect(try place.run("run", "certain.yaml", "-q", "--out", "certain").code == 0)
    #expect(try place.bytes("fixed/series.csv") == place.bytes("certain/series.csv"))
    #expect(!place.names(in: "fixed").contains("draws.csv"))
  }

  @Test("A trace tells of the replication that the run simulated")
  func trace() throws {
    let drawn = try place.run("trace", "service.yaml", "--worker", "2", "--replication", "1")
    let fixed = try place.run(
      "trace", "service.yaml", "--worker", "2", "--replication", "1", "--fixed-parameters")
    #expect(drawn.code == 0 && fixed.code == 0)
    let certain = try place.run("trace", "certain.yaml", "--worker", "2", "--replication", "1")
    // One of them says what was changed, and both tell the same.
    #expect(fixed.out.contains("Changed: "))
    let told = fixed.out.split(separator: "\n").filter { !$0.hasPrefix("Changed: ") }
    #expect(told == certain.out.split(separator: "\n"))
  }
}
