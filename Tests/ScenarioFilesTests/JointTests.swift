import Parameters
import ServiceModel
import Testing

@testable import ScenarioFiles

@Suite("Values that are declared to go together")
struct JointTests {
  private let reader = ScenarioReader<ServiceParameters>(modelVersion: "1")
  private let laws = """
    overload:
      paceElasticity: { value: 0.3, uncertain: [0, 1] }
      driftElasticity: { value: 0.2, uncertain: [0, 1] }
    leaving:
      caseloadElasticity: { value: 0.3, uncertain: [0, 1] }
      perYear: { under2Years: 0.2 }

    """
  private let names = ["leaving.caseloadElasticity", "overload.driftElasticity", "overload.paceElasticity"]

  private func read(_ jointly: String) throws -> Scenario<ServiceParameters> {
    try reader.read(text: laws + jointly, name: "s.yaml")
  }

  private func codes(_ jointly: String) -> [String] {
    do throws(ScenarioFailure) {
      _ = try reader.read(text: laws + jointly, name: "s.yaml")
      return []
    } catch {
      return error.findings.filter { $0.severity == .error }.map { "\($0.code)@\($0.place.line)" }
    }
  }

  @Test("One correlation for all, or a triangle")
  func forms() throws {
    let one = try read("jointly:\n  - { paths: [\(names[2]), \(names[1])], correlation: 0.6 }\n")
    #expect(one.jointly == [PairCorrelation(names[1], names[2], 0.6)])
    let all = try read(
      "jointly:\n  - paths: [\(names.joined(separator: ", "))]\n    correlations: [[0.1], [0, -0.3]]\n")
    #expect(
      all.jointly == [PairCorrelation(names[0], names[1], 0.1), PairCorrelation(names[1], names[2], -0.3)])
    let same = try read("jointly: [{ paths: [\(names.joined(separator: ", "))], correlation: 0.2 }]\n")
    #expect(same.jointly.count == 3 && same.jointly.allSatisfy { $0.correlation == 0.2 })
    #expect(try read("").jointly.isEmpty)
  }

  @Test("Correlations are in the hash, and without uncertainty there are none")
  func hash() throws {
    let (bare, joint) = (
      try read(""), try read("jointly: [{ paths: [\(names[0]), \(names[1])], correlation: 0.2 }]\n")
    )
    let zero = try read("jointly: [{ paths: [\(names[0]), \(names[1])], correlation: 0 }]\n")
    #expect(bare.hash != joint.hash && bare.hash == zero.hash)
    #expect(!bare.canonicalJSON.contains("jointly"))
    #expect(joint.withoutUncertainty.hash == bare.withoutUncertainty.hash)
    let text = try #require(joint.describe(names[0])).text(width: 200)
    #expect(text.contains("drawn together with \(names[1]) (correlation 0.2)"), "\(text)")
    #expect(!(try #require(bare.describe(names[0]))).text(width: 200).contains("jointly"))
  }

  @Test("A value that is set is certain, and its correlations stand for those that are drawn")
  func set() throws {
    let text = laws + "jointly: [{ paths: [\(names[0]), \(names[1])], correlation: 0.2 }]\n"
    let scenario = try reader.read(text: text, name: "s.yaml", sets: ["\(names[0])=0.5"])
    #expect(scenario.uncertainties[names[0]] == nil && scenario.jointly.count == 1)
  }

  @Test(
    "Mistakes are told with their line",
    arguments: [
      ("jointly: { a: 1 }", "wrong-type@7"),
      (
        "jointly:\n  - { paths: [overload.paceElasticty, overload.driftElasticity], correlation: 0.1 }",
        "unknown-key@8"
      ),
      ("jointly:\n  - { paths: [overload.paceElasticity], correlation: 0.1 }", "wrong-type@8"),
      (
        "jointly:\n  - { paths: [overload.paceElasticity, overload.paceElasticity], correlation: 0.1 }",
        "given-twice@8"
      ),
      (
        "jointly:\n  - { paths: [overload.paceElasticity, overload.driftElasticity], correlation: 1 }",
        "out-of-range@8"
      ),
      (
        "jointly:\n  - { paths: [overload.paceElasticity, overload.driftElasticity], correlation: -1.2 }",
        "out-of-range@8"
      ),
      ("jointly:\n  - { paths: [overload.paceElasticity, overload.driftElasticity] }", "missing-key@8"),
      (
        "jointly:\n  - { paths: [overload.paceElasticity, overload.driftElasticity], corelation: 0.1, correlation: 0.1 }",
        "unknown-key@8"
      ),
      (
        "jointly:\n  - { paths: [overload.paceElasticity, overload.driftElasticity], correlations: [[0.1], [0.2]] }",
        "wrong-type@8"
      ),
      (
        "jointly:\n  - { paths: [overload.paceElasticity, leaving.perYear.under2Years], correlation: 0.1 }",
        "jointly-certain@8"
      ),
    ])
  func mistakes(text: String, expected: String) {
    #expect(codes(text + "\n") == [expected])
  }

  @Test("Correlations that cannot all be are refused, with the pair and what it could be")
  func matrix() throws {
    let text =
      "jointly:\n  - paths: [\(names.joined(separator: ", "))]\n    correlations: [[0.9], [0.9, -0.9]]\n"
    #expect(codes(text) == ["not-positive-definite@9"])
    do throws(ScenarioFailure) {
      _ = try reader.read(text: laws + text, name: "s.yaml")
    } catch {
      let finding = try #require(error.findings.first { $0.code == "not-positive-definite" })
      #expect(finding.help?.contains("by 0.55 or less") == true, "\(finding.help ?? "")")
      #expect(finding.help?.contains("it could be ") == true)
    }
  }
}
