import Foundation

/// One person's unbroken time in one role, as it stands in a result.
package struct StoredSpell: Sendable, Equatable {
  package let replication: Int
  package let role: String
  /// Years with the council when the spell came under observation.
  package let entryYears: Double
  /// Years with the council when it was last observed.
  package let exitYears: Double
  /// Why the person left; empty where they did not.
  package let reason: String

  package init(replication: Int, role: String, entryYears: Double, exitYears: Double, reason: String) {
    self.replication = replication
    self.role = role
    self.entryYears = entryYears
    self.exitYears = exitYears
    self.reason = reason
  }
}

/// `spells.csv.gz`: every worker's time in each role, of every replication (`run --raw`).
package enum SpellFile {
  private static let columns = ["rep", "role", "entry_years", "exit_years", "reason"]

  package static func write(
    _ spells: [StoredSpell], to folder: OutputFolder, manifest: Manifest
  ) throws(OutputFailure) {
    let file = GzipFile(try folder.create(ResultFile.spells))
    let ending = Origin(manifest).cells + [10]
    try file.append { bytes in
      bytes.append(contentsOf: ((columns + Origin.columns).joined(separator: ",") + "\n").utf8)
    }
    for spell in spells {
      try file.append { bytes in
        PlainNumber.append(integer: spell.replication, to: &bytes)
        bytes.append(contentsOf: ",\(spell.role),".utf8)
        PlainNumber.append(spell.entryYears, digits: 6, to: &bytes)
        bytes.append(UInt8(ascii: ","))
        PlainNumber.append(spell.exitYears, digits: 6, to: &bytes)
        bytes.append(contentsOf: ",\(spell.reason)".utf8)
        bytes.append(contentsOf: ending)
      }
    }
    try file.close()
  }

  /// The spells in that folder; nil where the result has none.
  package static func read(_ folder: String) throws(ReadFailure) -> [StoredSpell]? {
    let path = folder + "/" + ResultFile.spells
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    var bytes: [UInt8] = []
    let file = try Gunzip(path)
    try file.pieces { (piece) throws(ReadFailure) in bytes.append(contentsOf: piece) }
    let table = CSVRows(bytes)
    let places = columns.compactMap { table.place(of: $0) }
    guard places.count == columns.count else {
      throw .foreign(path: path, reason: "its columns are not those of spells")
    }
    var spells: [StoredSpell] = []
    spells.reserveCapacity(table.rows.count)
    for row in table.rows {
      guard row.cells.count == table.columns.count, let replication = Int(row.cells[places[0]]),
        let entry = Double(row.cells[places[2]]), let exit = Double(row.cells[places[3]]), exit >= entry
      else { throw .foreign(path: path, reason: "line \(row.line) is not a spell") }
      spells.append(
        StoredSpell(
          replication: replication, role: row.cells[places[1]], entryYears: entry, exitYears: exit,
          reason: row.cells[places[4]]))
    }
    return spells
  }
}
