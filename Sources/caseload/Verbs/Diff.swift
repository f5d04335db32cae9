import ArgumentParser
import Reports
import Results

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
    let difference = ResultDifference(try ResultReader.read(first), try ResultReader.read(second))
    Terminal.say(csv ? difference.csv : difference.text(width: Terminal.width, colour: talk.isColoured))
  }
}
