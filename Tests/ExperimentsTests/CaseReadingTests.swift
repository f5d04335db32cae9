import Experiments
import Foundation
import Testing
import Verification

@Suite("Reading files of cases")
struct CaseReadingTests {
  @Test(
    "Every mistake is named",
    arguments: [
      (#""expcted": []"#, "'expcted' is not known"),
      (#""scenario": "x.yaml""#, "nothing is expected"),
      (#""expected": [{"name": "n", "measure": "m", "value": 1}]"#, "it needs a scenario"),
      (#""scenario": 3"#, "'scenario' must be"),
      (#""scenario": "x", "set": 3"#, "'set' must be a list of texts"),
      (#""scenario": "x", "set": [3]"#, "'set' must hold texts"),
      (#""scenario": "x", "replications": 0, "expected": []"#, "whole number"),
      (#""scenario": "x", "expected": {}"#, "'expected' must be a list of objects"),
      (#""scenario": "x", "expected": [3]"#, "'expected' must be a list of objects"),
      (#""scenario": "x", "expected": [{"name": "n", "measure": "m"}]"#, "'value' is missing"),
      (
        #""scenario": "x", "expected": [{"name": "n", "measure": 3, "value": 1}]"#, "'measure' must be a text"
      ),
      (
        #""scenario": "x", "expected": [{"name": "n", "measure": "m", "value": 1, "when": "later"}]"#,
        "'when' must be"
      ),
      (
        #""scenario": "x", "expected": [{"name": "n", "measure": "m", "value": 1, "statistic": "mode"}]"#,
        "'statistic' must be"
      ),
      (
        #""scenario": "x", "expected": [{"name": "n", "measure": "m", "value": 1, "statistic": {"quantile": 2}}]"#,
        "'statistic' must be"
      ),
      (
        #""scenario": "x", "expected": [{"name": "n", "measure": "m", "value": 1, "statistic": {"poisson": 2}}]"#,
        "a test of a law has no value"
      ),
      (
        #""scenario": "x", "expected": [{"name": "n", "measure": "m", "value": 1, "statistic": "sd", "over": {"measure": "k"}}]"#,
        "'over' goes with the mean"
      ),
      (
        #""scenario": "x", "expected": [{"name": "n", "measure": "m", "value": 1, "halfwidth": 0.1}]"#,
        "'halfwidth' is not known"
      ),
      (
        #""scenario": "x", "expected": [{"name": "n", "measure": "m", "value": "1"}]"#,
        "'value' must be a number"
      ),
      (
        #""scenario": "x", "expected": [{"name": "n", "measure": "m", "value": 1, "of": "difference"}]"#,
        "there is no 'versus'"
      ),
      (
        #""scenario": "x", "expected": [{"name": "n", "measure": "m", "value": 1, "of": "both"}]"#,
        "'of' must be one of scenario, versus, difference, ratio"
      ),
      (
        #""scenario": "x", "versus": {"set": "a=1"}, "expected": [{"name": "n", "measure": "m", "value": 1}]"#,
        "nothing is read of 'versus'"
      ),
      (
        #""scenario": "x", "versus": {}, "expected": [{"name": "n", "measure": "m", "value": 1, "of": "ratio"}]"#,
        "'versus' must be an object"
      ),
      (#""versus": {"sets": "a=1"}"#, "'sets' is not known"),
      (#""versus": {"set": "a=1"}"#, "'versus' needs a scenario"),
      (
        #""scenario": "x", "versus": {"set": "a=1"}, "expected": [{"name": "n", "measure": "m", "value": 1, "of": "ratio", "statistic": "sd"}]"#,
        "a ratio goes with the mean only"
      ),
      (
        #""scenario": "x", "versus": {"set": "a=1"}, "expected": [{"name": "n", "measure": "m", "value": 1, "of": "difference", "over": {"measure": "k"}}]"#,
        "'over' goes with one scenario only"
      ),
      (#""calculation": "mmc", "inputs": {}, "expected": {}"#, "nothing is expected"),
      (#""calculation": "mmc", "inputs": {}, "expected": {"L": 1}, "tolerance": -1"#, "must not be below 0"),
      (
        #""scenario": "x", "expected": [{"name": "n", "measure": "m", "statistic": {"poisson": 1e12}}]"#,
        "'statistic' must be"
      ),
      (#""calculation": "mmc", "inputs": {"lam": null}, "expected": {}"#, "'inputs' must be an object"),
      (#""scenario": "x", "finding": "over""#, "'finding' must be an object"),
      (#""scenario": "x", "finding": {"severity": "error"}"#, "'code' is missing"),
      (
        #""scenario": "x", "trace": [{"name": "n", "sentenceBegins": "is", "children": [1], "days": []}]"#,
        "as many days as children"
      ),
      (#""randomWords": [{"name": "n", "words": ["0xg"]}]"#, "is not a word"),
      (#""randomWords": [{"name": "n", "words": []}]"#, "'words' is empty"),
    ])
  func mistakes(members: String, wanted: String) {
    do {
      _ = try Checked.item(members)
      Issue.record("it was read")
    } catch let error as VerificationError {
      #expect(error.description.hasPrefix("case T1: ") && error.description.contains(wanted), "\(error)")
    } catch {
      Issue.record(error)
    }
  }

  @Test("A file that is none", arguments: ["", "{", "{}", "3", "[3]", "[]", #"[{"title": "x"}]"#])
  func noFile(text: String) {
    #expect(throws: VerificationError.self) { try CaseReading.cases(Data(text.utf8), folder: ".") }
  }

  @Test func idsAreUnique() {
    let one =
      #"{"id": "A", "group": "g", "title": "t", "source": "s", "randomWords": [{"name": "n", "words": ["1"]}]}"#
    #expect(throws: VerificationError("A", "there are two of that id")) {
      try CaseReading.cases(Data("[\(one), \(one)]".utf8), folder: ".")
    }
  }

  @Test func aScenarioInTheFileBecomesText() throws {
    let item = try Checked.item(
      #""scenario": {"run": {"seed": 12, "starts": "2015-04-01"}, "question": "a \"b\"\n\u0007"}, "finding": {"code": "x"}"#
    )
    #expect(
      item.scenario?.origin
        == .text(#"{"question": "a \"b\"\n\u0007", "run": {"seed": 12, "starts": "2015-04-01"}}"#))
  }
}
