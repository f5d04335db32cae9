import Notation
import ScenarioFiles

extension Answer {
  /// What a verb answers with `--json` that ended in a failure: that it did, why, and what was found in the files.
  ///
  /// - Parameter words: what is said of it on standard error.
  init(failureOf verb: String, _ words: String, _ findings: [Finding], exitCode: Int32) {
    self.init(verb)
    self["valid"] = false
    self["error"] = .string(words)
    self["exit_code"] = .integer(Int(exitCode))
    self["findings"] = .array(findings.map(\.answer))
  }
}

extension CommandFailure {
  /// The findings that it rests on, where it rests on any.
  var findings: [Finding] { (self as? ScenarioFailure)?.findings ?? [] }

  /// Answers in JSON where an answer is awaited and was not given, and says what there is to say on standard error.
  func end(of verb: String) -> Int32 {
    if Terminal.owesAnswer {
      let answer = Answer(failureOf: verb, words, findings, exitCode: exitCode)
      Terminal.say(answer: answer.json)
    }
    if !words.isEmpty { Terminal.complain(words) }
    return exitCode
  }
}
