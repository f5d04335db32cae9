import Dates
import Foundation
import ScenarioFiles
import ServiceModel
import Statistics

/// A forecast made of a council as it could have been made at an origin, to be held against what came.
package struct Hindcast: Sendable, Hashable {
  /// The council's code.
  package let code: String
  /// The year whose figures are the newest used: children of its 31 March, staff of its 30 September.
  package let origin: Int

  package init(code: String, origin: Int) { (self.code, self.origin) = (code, origin) }

  /// The day by which all figures of the origin had been published.
  package var asOf: CivilDate { CivilDate(origin + 1, 3, 31) }
  /// The last day that is simulated: the autumn five years after the origin.
  var ends: CivilDate { CivilDate(origin + (SkillMeasure.horizons.max() ?? 1), 9, 30) }
}

/// What hindcasts are made with: the table, the base, how things drift, and what came of them.
package struct HindcastMaker: Sendable {
  package let table: NationalTable
  package let panel: Panel
  private let priors: PriorsFile?
  /// The scenario on which each council's stands.
  private let base: (path: String, parameters: ServiceParameters)
  private let reader = ScenarioReader<ServiceParameters>(modelVersion: ModelVersion.current)

  /// - Throws: where a file is not there, or not what it should be.
  package init(national: String, base path: String, including code: String? = nil) throws {
    table = try NationalTable(folder: national)
    panel = Panel(table, including: code)
    priors = try PriorsFile.read(national)
    base = (path, try reader.read(path).parameters)
  }

  /// The council's scenario as of the origin, ending with the last figure that is scored.
  ///
  /// - Parameter replications: at least 2.
  package func scenario(
    _ hindcast: Hindcast, replications: Int, sets: [String] = []
  ) throws -> Scenario<ServiceParameters> {
    let council = try table.find(hindcast.code, asOf: hindcast.asOf)
    let made = try CouncilScenario(
      table, council, asOf: hindcast.asOf, base: base.parameters, priors: priors,
      fold: panel.fold(of: hindcast.code))
    return try reader.read(
      text: made.text(basedOn: Self.absolute(base.path)), name: "\(hindcast.code)-\(hindcast.origin).yaml",
      sets: ["run.ends=\(hindcast.ends)", "run.replications=\(replications)"] + sets)
  }

  /// What councils' own years up to an origin say, for those of a part; nil where no estimate was made by then.
  func levels(of origin: Int, _ fold: Int) -> LevelAnchor? {
    priors?.newest(upTo: origin, fold: fold).map { LevelAnchor(panel, $0, known: origin) }
  }

  private static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).path }
}
