import ArgumentParser
import Reports
import Results
import ServiceModel

/// `caseload diff`: what differs between two results.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show how two results differ, and whether the difference is more than chance.",
    discussion: Help.diff)

  @Argument(help: "Folder of the first result.", completion: .directory)
  var first: String

  @Argument(help: "Folder of the second result.", completion: .directory)
  var second: String

  @Flag(help: "As CSV.")
  var csv = false

  @OptionGroup var talk: TalkOptions

  func run() throws {
    let (one, two) = (try read(first), try read(second))
    let difference = try ResultDifference(one, two)
    talk.answer {
      var answer = Answer("diff")
      for (name, value) in difference.answer { answer[name] = value }
      return answer
    }
    if csv, !talk.json {
      Terminal.say(data: difference.csv)
    } else {
      Terminal.say(difference.text(width: Terminal.width, colour: talk.isColoured))
    }
    guard !difference.isWhole else { return }
    for (folder, names) in [(first, difference.missing.first), (second, difference.missing.second)]
    where !names.isEmpty {
      Terminal.complain(
        "error: \(folder) is not whole: it lacks \(names.joined(separator: ", "))\n"
          + "help: put back the files, or run the scenario again")
    }
    throw Ending("", 1)
  }

  private func read(_ folder: String) throws(ReadFailure) -> StoredResult {
    try ResultReader.read(folder, newest: ModelVersion.current)
  }
}
