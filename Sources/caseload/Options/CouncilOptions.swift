import ArgumentParser
import Dates
import Foundation
import National
import ServiceModel

/// Whose published figures a scenario is worked out from, and as they were known when.
struct CouncilOptions: ParsableArguments {
  /// The scenario on which a council's stands.
  static let base = "Scenarios/england.yaml"

  @Option(
    name: .customLong("council"),
    help: ArgumentHelp(
      "A council, by its name or code: its scenario is worked out from published figures.", valueName: "name")
  )
  var name: String?

  @Option(
    help: ArgumentHelp(
      "Use nothing that was published after this day, such as 2019-12-31.", valueName: "date"))
  var asOf: String?

  @Option(help: "The folder of the national table.", completion: .directory)
  var national = NationalTable.shipped

  func validate() throws {
    guard name == nil, asOf != nil || national != NationalTable.shipped else { return }
    throw ValidationError("--as-of and --national are about a council's figures: say whose with --council.")
  }

  /// The council's values over a base.
  func scenario(over base: ServiceParameters) throws -> CouncilScenario {
    let day = try asOf.map { text in
      guard let day = CivilDate(iso: text) else {
        throw ValidationError("--as-of takes a day such as 2019-12-31, not '\(text)'.")
      }
      let today = CivilDate(dayNumber: Int(Date().timeIntervalSince1970 / 86_400))
      guard day <= today else {
        throw ValidationError(
          "--as-of \(text) has not come yet: nothing is known of what will be published until then. Leave it out for "
            + "the newest figures.")
      }
      return day
    }
    let table = try NationalTable(folder: national)
    let council = try table.find(name ?? "", asOf: day)
    return try CouncilScenario(
      table, council, asOf: day, base: base, priors: PriorsFile.read(national),
      fold: Panel(table, including: council.code).fold(of: council.code))
  }

  /// Where a run looks for the published figures of the scenario in that file.
  static func observed(beside file: String) -> String {
    let url = URL(fileURLWithPath: file)
    let words = url.deletingPathExtension().lastPathComponent.split(separator: "-")
    let name = words.prefix { Int($0) == nil }.joined(separator: "-")
    let folder = file.contains("/") ? url.deletingLastPathComponent().path + "/" : ""
    return "\(folder)observed/\(name.isEmpty ? Path.stem(file) : name).csv"
  }
}
