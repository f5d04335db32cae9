import Results
import ScenarioFiles
import ServiceModel
import Sweeps

/// The published figures that a run prints beside its own.
struct Published {
  let figures: [ObservedFigure]

  /// Reads the file that was named, or else the one that stands beside the scenario; says what of it is worth a look.
  ///
  /// - Parameters:
  ///   - named: by `--observed`; nil where nobody named one.
  ///   - path: of the scenario.
  init(
    _ scenario: Scenario<ServiceParameters>, _ named: String?, beside path: String, _ tables: ModelTables,
    _ talk: TalkOptions
  ) throws {
    guard let (file, isOfAncestor) = named.map({ ($0, false) }) ?? scenario.observedFile(beside: path) else {
      figures = []
      return
    }
    let read = try ObservedFile.read(file, for: tables)
    for warning in read.findings { Terminal.complain(warning.text) }
    if let stranger = Published.stranger(
      scenario.council, read.councils, isOfAncestor: named == nil && isOfAncestor)
    {
      guard named == nil else {
        throw Ending(
          "\(file):1:1: error[observed-of-another]: \(stranger)\nhelp: name a file of that council", 65)
      }
      talk.say("\(file) is left out: \(stranger)")
      figures = []
      return
    }
    if named == nil, isOfAncestor, let council = scenario.council {
      talk.say("published figures are those of \(council.name), on whose file the scenario is based: \(file)")
    }
    figures = read.figures
  }

  /// Why figures are not of the council that is simulated; nil where they are, or where nobody says whose they are.
  private static func stranger(_ council: Council?, _ councils: Set<String>, isOfAncestor: Bool) -> String? {
    guard let council else {
      let isOthers = isOfAncestor && !councils.isEmpty
      return isOthers
        ? "its figures are of \(councils.sorted().joined(separator: ", ")), and the scenario does not say whose it is"
        : nil
    }
    let others = councils.filter { !council.isCalled($0) }.sorted()
    return others.isEmpty
      ? nil : "its figures are of \(others.joined(separator: ", ")), and the scenario is of \(council.name)"
  }
}
