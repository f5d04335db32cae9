import Notation
import Parameters
import Results
import ScenarioFiles
import ServiceModel

/// Points that were given as a table with their names: `design.csv` of an earlier sweep. A name is a digest of the point's
/// values, so that a row in which a value was changed by hand is told from one that was computed.
struct DesignIdentity {
  let path: String
  let scenario: Scenario<ServiceParameters>

  /// Refuses rows whose names are not those of their values, where the table says that it is of this very scenario.
  ///
  /// - Parameter axis: the table's rows as values, in the order of its rows.
  func check(_ axis: DesignAxis) throws {
    let table = try GivenTable(path: path)
    guard let name = table.place(of: "point_id"), let hash = table.place(of: "scenario_hash") else { return }
    let own = Digest.short(
      ScenarioVariation(scenario, varying: [], leavingOut: ["run.replications"]).variant([]).fingerprint)
    let variants = Variants(scenario, varying: axis.paths)
    for (row, values) in zip(table.rows, axis.rows) where row.cells[hash].text == own {
      guard variants.point(values).id != row.cells[name].text else { continue }
      throw ReadFailure.unbound(
        path: "\(path):\(row.line)",
        reason:
          "has been changed: its values are not those of the point \(SafeText.line(row.cells[name].text))",
        help: "leave out the columns point and point_id to give the rows as points of your own")
    }
  }
}
