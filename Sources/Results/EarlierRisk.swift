/// What an earlier result found of a risk, for the direction of travel.
package struct EarlierRisk: Sendable, Equatable {
  package let id: String
  package let breaches, trials: Int

  /// The net rows of `risk_evidence.csv` in that folder.
  package static func read(_ folder: String) throws(ReadFailure) -> [EarlierRisk] {
    let path = folder + "/" + ResultFile.Evidence.risk
    let table = CSVRows(try ResultReader.bytes(of: path))
    let places = ["risk_id", "state", "breaches", "n_reps"].compactMap { table.place(of: $0) }
    guard places.count == 4 else {
      throw .foreign(path: path, reason: "its columns are not those of risk evidence")
    }
    var risks: [EarlierRisk] = []
    for row in table.rows {
      guard row.cells.count == table.columns.count, let breaches = Int(row.cells[places[2]]),
        let trials = Int(row.cells[places[3]]), breaches <= trials
      else { throw .foreign(path: path, reason: "line \(row.line) is not a risk") }
      guard row.cells[places[1]] == "net" else { continue }
      risks.append(EarlierRisk(id: row.cells[places[0]], breaches: breaches, trials: trials))
    }
    return risks
  }
}
