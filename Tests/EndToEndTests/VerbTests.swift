import Foundation
import TestSupport
import Testing

@Suite("The verbs", .timeLimit(.minutes(1)))
struct VerbTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(SmallService.text)
  }

  @Test func check() throws {
    let outcome = try place.run("check", "service.yaml")
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(outcome.out.hasPrefix("service.yaml is valid: Small service."))
    #expect(try place.run("check", "service.yaml", "-q").out.isEmpty)
  }

  @Test func explainOne() throws {
    let outcome = try place.run(
      "explain", "service.yaml", "demand.referralsPerYear", "--set", "demand.referralsPerYear=700")
    #expect(outcome.code == 0)
    #expect(outcome.out.hasPrefix("demand.referralsPerYear = 700 children per year\n"))
    for word in ["meaning", "range", "default", "source", "set in", "overrode  600 from service.yaml:4:"] {
      #expect(outcome.out.contains(word), "explain does not say \(word)")
    }
  }

  @Test func explainGroup() throws {
    let outcome = try place.run("explain", "service.yaml", "leaving.perYear")
    let paths = outcome.out.split(separator: "\n").filter { $0.hasPrefix("leaving.perYear.") }
    #expect(paths.count == 6)
    let unknown = try place.run("explain", "service.yaml", "leaving.perYer")
    #expect(unknown.code == 65)
    #expect(unknown.err.contains("did you mean \"leaving.perYear"))
  }

  @Test func explainAllAsJSON() throws {
    let outcome = try place.run("explain", "service.yaml", "--all", "--json")
    let items = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [[String: Any]])
    #expect(items.count > 500)
    let seed = try #require(items.first { $0["path"] as? String == "run.seed" })
    #expect(seed["value"] as? String == "11")
    #expect(items.allSatisfy { ($0["meaning"] as? String)?.hasSuffix(".") == true })
  }

  @Test("What init writes is valid, and runs")
  func starter() throws {
    #expect(try place.run("init", "new.yaml").code == 0)
    #expect(try place.run("init", "new.yaml").code == 73)
    #expect(try place.run("init", "new.yaml", "--force").code == 0)
    let checked = try place.run("check", "new.yaml")
    #expect(checked.code == 0, "\(checked.err)")
    #expect(try place.run("run", "new.yaml", "--reps", "2", "-q").code == 0)
    #expect(try place.run("init", "child.yaml", "--based-on", "service.yaml").code == 0)
    #expect(try place.run("check", "child.yaml").code == 0)
    #expect(try place.run("init", "service.yaml/new.yaml").code == 73)
  }

  @Test("The schema is JSON")
  func schema() throws {
    #expect(try place.run("init", "--schema", "schema.json").code == 0)
    let schema = try place.json("schema.json")
    #expect((schema["properties"] as? [String: Any])?["demand"] != nil)
  }

  @Test func trace() throws {
    let child = try place.run("trace", "service.yaml", "--child", "0")
    #expect(child.code == 0)
    #expect(child.out.hasPrefix("Child 0 in replication 0 of Small service\nSimulated: "))
    let worker = try place.run("trace", "service.yaml", "--worker", "0", "--replication", "1")
    #expect(
      worker.out.hasPrefix("Worker 0 in replication 1 of Small service\nSimulated: "))
    let nobody = try place.run("trace", "service.yaml", "--child", "999999")
    #expect(nobody.code == 66)
    #expect(nobody.err.contains("they are numbered 0 to "))
  }

  @Test func diff() throws {
    for (folder, seed) in [("a", "11"), ("b", "11"), ("c", "12")] {
      #expect(try place.run("run", "service.yaml", "-q", "--out", folder, "--seed", seed).code == 0)
    }
    let same = try place.run("diff", "a", "b")
    #expect(same.code == 0)
    #expect(same.out.contains("Identical to the byte"))
    let other = try place.run("diff", "a", "c")
    #expect(other.code == 0)
    #expect(other.out.contains("seed: 11 -> 12"))
    #expect(try place.run("diff", "a", "c", "--csv").out.split(separator: "\n").count > 10)
  }

  @Test("A case of theory passes, one with a wrong answer fails, and a file that is no list of cases is told")
  func verify() throws {
    let cases = """
      [{ "id": "T1", "group": "mine", "title": "Referrals in a year", "scenario": "service.yaml",
         "set": ["demand.referralsPerYear=730.5"], "replications": 20,
         "expected": [{ "name": "referrals", "measure": "referrals", "value": VALUE, "halfWidth": 0.1 }],
         "source": "one twelfth of a Poisson mean" }]
      """
    try place.write(SmallService.with("returnShare: 0.2", "returnShare: 0"))
    try place.write(cases.replacing("VALUE", with: "60.875"), as: "right.json")
    try place.write(cases.replacing("VALUE", with: "90"), as: "wrong.json")
    try place.write("{}", as: "no.json")
    #expect(try place.run("verify", "--only", ",").code == 64)
    let right = try place.run("verify", "--file", "right.json")
    #expect(right.code == 0, "\(right.out)\(right.err)")
    #expect(right.out.contains("T1"))
    #expect(try place.run("verify", "--file", "wrong.json").code == 1)
    #expect(try place.run("verify", "--file", "no.json").code == 65)
    #expect(try place.run("verify", "--file", "none.json").code == 66)
    #expect(try place.run("verify", "--file", "right.json", "--only", "T2").code == 64)
  }
}
