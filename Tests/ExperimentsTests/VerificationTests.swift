import Experiments
import Foundation
import Testing
import Verification

@Suite("Verification: what passes and what fails")
struct VerificationTests {
  /// Fifty referrals a month, each open for six months on average, from empty.
  private func stock(_ expected: String, replications: Int = 60, more: String = "") -> String {
    #""scenario": "stock.yaml", "set": ["run.ends=2016-03-31"], "replications": \#(replications), "#
      + #""expected": [{"name": "open", "measure": "children_in_need", \#(expected)}]\#(more)"#
  }

  @Test func aRightAnswerPasses() async throws {
    let rows = try await Checked.rows(stock(#""when": 12, "value": 259.399415, "halfWidth": 0.02"#))
    let row = try #require(rows.first)
    #expect(row.passed && row.reason.isEmpty && row.seconds > 0)
    #expect(abs(row.simulated - 259.4) < 8)
    #expect(abs(row.z ?? 9) < 3.29)
    #expect((row.relativeHalfWidth ?? 1) < 0.02)
  }

  @Test func aWrongAnswerFails() async throws {
    let rows = try await Checked.rows(stock(#""when": 12, "value": 275, "halfWidth": 0.02"#))
    #expect(rows.map(\.passed) == [false])
    #expect(rows[0].reason.contains("standard errors"))
  }

  @Test func anAnswerThatIsNotPreciseEnoughFails() async throws {
    let rows = try await Checked.rows(stock(#""when": 12, "value": 259.4, "halfWidth": 0.0001"#))
    #expect(rows.map(\.passed) == [false])
    #expect(rows[0].reason.contains("not precise enough"))
    let single = try await Checked.rows(
      stock(#""when": 12, "value": 259.4, "absoluteHalfWidth": 1e9"#, replications: 1))
    #expect(single.map(\.passed) == [false], "one replication has no standard error")
  }

  @Test("With few replications the bounds are Student's: wider than the normal ones")
  func few() async throws {
    let rows = try await Checked.rows(
      stock(#""when": 12, "value": 259.399415, "absoluteHalfWidth": 1e9"#, replications: 4))
    let row = try #require(rows.first)
    let error = try #require(row.standardError)
    #expect(abs((row.relativeHalfWidth ?? 0) * 259.399415 - 3.182446 * error) < 1e-4 * error)
    // With three degrees of freedom 999 of 1,000 lie within 12.9 standard errors.
    let wrong = 259.4 + 8 * error
    let far = try await Checked.rows(
      stock(#""when": 12, "value": \#(wrong), "absoluteHalfWidth": 1e9"#, replications: 4))
    #expect(far.first?.passed == true)
  }

  @Test func everyStatistic() async throws {
    let rows = try await Checked.rows(
      #""scenario": "stock.yaml", "set": ["run.ends=2015-06-30"], "replications": 800, "expected": ["#
        + [
          #""statistic": "mean", "value": 50, "halfWidth": 0.02"#,
          #""statistic": "sd", "value": 7.0711, "halfWidth": 0.08"#,
          #""statistic": "variance", "value": 50, "halfWidth": 0.15"#,
          #""statistic": "varianceOverMean", "value": 1, "absoluteHalfWidth": 0.15"#,
          #""statistic": {"quantile": 0.9}, "value": 59, "absoluteHalfWidth": 3"#,
          #""statistic": {"share": 50}, "value": 0.5188, "halfWidth": 0.2"#,
          #""statistic": {"poisson": 50}"#,
          #""statistic": {"poisson": 54}"#,
          #""statistic": {"binomial": [100, 0.5]}"#,
          #""scale": 2, "offset": 1, "value": 101, "halfWidth": 0.02"#,
          #""over": {"measure": "referrals"}, "scale": 3, "value": 3, "tolerance": 0"#,
        ].map { #"{"name": "n", "measure": "referrals", "when": 2, \#($0)}"# }.joined(separator: ", ") + "]")
    #expect(
      rows.map(\.passed) == [true, true, true, true, true, true, true, false, false, true, true],
      "\(rows.filter { !$0.passed })")
  }

  @Test func everyTime() async throws {
    let rows = try await Checked.rows(
      #""scenario": "stock.yaml", "set": ["run.ends=2015-06-30", "opening.children.childInNeed=7"], "#
        + #""replications": 200, "expected": ["#
        + [
          #""measure": "children_in_need", "when": "opening", "value": 7, "tolerance": 0"#,
          #""measure": "referrals", "when": [1, 3], "value": 150, "halfWidth": 0.02"#,
          #""measure": "referrals", "when": "long run", "value": 50, "halfWidth": 0.02"#,
          #""measure": "referrals", "value": 50, "halfWidth": 0.02"#,
          #""measure": "children_in_stage", "breakdown": ["stage=child_in_need", "stage=assessment"], "when": "opening", "value": 7, "tolerance": 0"#,
        ].map { #"{"name": "n", \#($0)}"# }.joined(separator: ", ") + "]")
    for row in rows { #expect(row.passed, "\(row)") }
  }

  /// The second scenario has a tenth more referrals, so that the difference is 5 a month and the ratio 1.1. The pairs
  /// share their random numbers: the difference is known far better than two runs apart would tell.
  @Test func aSecondScenarioMeetsTheSameNumbers() async throws {
    let rows = try await Checked.rows(
      #""scenario": "stock.yaml", "set": ["run.ends=2016-03-31"], "replications": 60, "#
        + #""versus": {"set": ["demand.referralsPerYear=660"]}, "expected": ["#
        + [
          #""value": 600, "halfWidth": 0.02"#,
          #""of": "versus", "value": 660, "halfWidth": 0.02"#,
          #""of": "difference", "value": 60, "halfWidth": 0.05"#,
          #""of": "difference", "statistic": "varianceOverMean", "value": 1, "absoluteHalfWidth": 0.6"#,
          #""of": "difference", "value": -60, "halfWidth": 0.05"#,
          #""of": "ratio", "value": 1.1, "halfWidth": 0.005"#,
        ].map { #"{"name": "n", "measure": "referrals", "when": [1, 12], \#($0)}"# }.joined(separator: ", ")
        + "]")
    #expect(rows.map(\.passed) == [true, true, true, true, false, true], "\(rows)")
  }

  @Test func tooFewReplicationsCannotTestALaw() async throws {
    let rows = try await Checked.rows(stock(#""when": 12, "statistic": {"poisson": 259}"#, replications: 12))
    #expect(rows.map(\.passed) == [false])
  }

  @Test(
    "A case that cannot be run says why",
    arguments: [
      (#""measure": "childen", "value": 1"#, "there is no measure 'childen'"),
      (#""measure": "referrals", "breakdown": "age=3", "value": 1"#, "has no breakdown"),
      (#""measure": "referrals", "when": 13, "value": 1"#, "the run has 12 months"),
      (#""measure": "referrals", "when": [11, 14], "value": 1"#, "the run has 12 months"),
    ])
  func cannotBeRun(reading: String, wanted: String) async throws {
    let members =
      #""scenario": "stock.yaml", "set": ["run.ends=2016-03-31"], "expected": [{"name": "n", \#(reading)}]"#
    do {
      _ = try await Checked.rows(members)
      Issue.record("it ran")
    } catch let error as VerificationError {
      #expect(error.description.contains(wanted) && error.caseID == "T1", "\(error)")
    }
  }

  @Test func aWrongScenarioIsTheCasesMistake() async throws {
    await #expect(throws: VerificationError.self) {
      try await Checked.rows(
        #""scenario": {"demand": {"referalsPerYear": 3}}, "expected": [{"name": "n", "measure": "referrals", "value": 1}]"#
      )
    }
  }

  @Test func aFindingIsExpectedAndMissed() async throws {
    let wrong =
      #""scenario": {"run": {"ends": "2015-04-12"}}, "finding": {"code": "not-month-end", "severity": "error", "contains": "#
    #expect(try await Checked.rows(wrong + #""inside a month"}"#).map(\.passed) == [true])
    let other = try await Checked.rows(wrong + #""another text"}"#)
    #expect(other.map(\.passed) == [false] && other[0].reason.contains("not-month-end"))
    let none = try await Checked.rows(
      #""scenario": {"run": {"seed": 3}}, "finding": {"code": "over-capacity"}"#)
    #expect(none.map(\.reason) == ["nothing was found"])
  }

  @Test func calculations() async throws {
    let right = try await Checked.rows(
      #""calculation": "mmc", "inputs": {"lam": 1, "mu": 2, "c": 1}, "expected": {"rho": 0.5, "L": 1}"#)
    #expect(right.map(\.passed) == [true, true])
    let wrong = try await Checked.rows(
      #""calculation": "erlang-table", "inputs": {"pairs_c_a": [[2, 1]]}, "expected": {"C": [0.34]}"#)
    #expect(wrong.map(\.passed) == [false])
    let loose = try await Checked.rows(
      #""calculation": "erlang-table", "inputs": {"pairs_c_a": [[2, 1]]}, "absoluteTolerance": 0.01, "expected": {"C": [0.34]}"#
    )
    #expect(loose.map(\.passed) == [true])
    let shape = try await Checked.rows(
      #""calculation": "erlang-table", "inputs": {"pairs_c_a": [[2, 1]]}, "expected": {"C": 0.34}"#)
    #expect(shape.map(\.passed) == [false])
    for members in [
      #""calculation": "nothing", "inputs": {}, "expected": {"C": 1}"#,
      #""calculation": "mmc", "inputs": {"lam": 3, "mu": 2, "c": 1}, "expected": {"L": 1}"#,
      #""calculation": "mmc", "inputs": {"lam": 1, "mu": 2, "c": 1}, "expected": {"colour": 1}"#,
    ] {
      await #expect(throws: VerificationError.self) { try await Checked.rows(members) }
    }
  }

  @Test func wordsOfAStream() async throws {
    let right =
      #""randomWords": [{"name": "zeros", "words": ["0x1655_4d9e_ca36_314c", "15789900245555285980"]}]"#
    #expect(try await Checked.rows(right).map(\.passed) == [true])
    let wrong = try await Checked.rows(
      #""randomWords": [{"name": "zeros", "words": ["0x16554d9eca36314c", "1"]}]"#)
    #expect(wrong.map(\.reason) == ["word 2 differs"])
  }

  @Test func whatHappensToAChild() async throws {
    let members =
      #""scenario": {"run": {"ends": "2015-04-30"}, "demand": {"replay": {"arrivalDays": [1.5, 3]}}}, "#
      + #""trace": [{"name": "comes", "sentenceBegins": "is referred", "children": [0, 1], "days": [1.5, 4]}]"#
    let rows = try await Checked.rows(members)
    #expect(rows.map(\.passed) == [true, false])
    await #expect(throws: VerificationError.self) {
      try await Checked.rows(members.replacingOccurrences(of: "is referred", with: "is lost"))
    }
  }

  @Test func whatComesOutDoesNotDependOnJobs() async throws {
    let members = stock(#""when": 12, "value": 259.4, "halfWidth": 0.02"#, replications: 25)
    let one = try await Checked.rows(members, jobs: 1)[0]
    let three = try await Checked.rows(members, jobs: 3)[0]
    #expect(one.simulated == three.simulated && one.standardError == three.standardError)
  }
}
