import Experiments
import GRDB
import Parameters

/// What a store of results holds: the varied parameters and the outputs, and whose they are.
package struct StoreShape: Sendable, Equatable {
  package struct Column: Codable, Sendable, Equatable {
    package let name, unit: String
    /// `less`, `more` or `neither`; empty for a parameter.
    package var better = ""
  }

  /// The design that the points are of: SHA-256 over scenario, seed, model version, points and outputs.
  package let fingerprint: String
  package let seed: UInt64
  package let modelVersion: String
  package let parameters: [Column]
  package let outputs: [Column]
  /// Whether there is a table of twins, and how many its points have.
  package var twins = TwinSetting.off

  var hasTwins: Bool { twins.isOn }

  /// Makes the tables in an empty database.
  func create(_ database: Database) throws {
    let paths = parameters.map { "\(quoted($0.name)) ANY" }
    let values = outputs.map { "\(quoted($0.name)) REAL" }
    try database.execute(
      sql: "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID")
    try database.execute(
      sql: "CREATE TABLE outputs (place INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, unit TEXT NOT NULL, "
        + "better TEXT NOT NULL) STRICT")
    try database.execute(
      sql:
        "CREATE TABLE points (point INTEGER PRIMARY KEY, point_id TEXT NOT NULL UNIQUE, status TEXT NOT NULL "
        + "CHECK (status IN ('done', 'part', 'failed')), replications INTEGER NOT NULL, message TEXT NOT NULL, "
        + "digest TEXT NOT NULL DEFAULT ''"
        + paths.map { ", " + $0 }.joined() + ") STRICT")
    try database.execute(
      sql: "CREATE TABLE results (point INTEGER NOT NULL, rep INTEGER NOT NULL"
        + values.map { ", " + $0 }.joined() + ", PRIMARY KEY (point, rep)) STRICT, WITHOUT ROWID")
    if hasTwins {
      try database.execute(
        sql: "CREATE TABLE twins (point INTEGER NOT NULL, rep INTEGER NOT NULL"
          + values.map { ", " + $0 }.joined() + ", PRIMARY KEY (point, rep)) STRICT, WITHOUT ROWID")
    }
    let long = outputs.map {
      "SELECT point, rep, \(literal($0.name)) AS output, \(quoted($0.name)) AS value FROM results"
    }
    if !long.isEmpty, long.count <= 400 {
      try database.execute(sql: "CREATE VIEW results_long AS " + long.joined(separator: " UNION ALL "))
    }
    for (key, value) in meta {
      try database.execute(sql: "INSERT INTO meta VALUES (?, ?)", arguments: [key, value])
    }
    for (place, output) in outputs.enumerated() {
      try database.execute(
        sql: "INSERT INTO outputs VALUES (?, ?, ?, ?)",
        arguments: [place + 1, output.name, output.unit, output.better])
    }
  }

  /// Refuses a database that holds something else.
  func check(_ database: Database, path: String) throws {
    guard try database.tableExists("meta"), try database.tableExists("points"),
      try database.tableExists("results")
    else { throw StoreFailure.foreign(path: path, reason: "it is a database without a sweep's tables") }
    let found = Dictionary(
      uniqueKeysWithValues: try Row.fetchAll(database, sql: "SELECT key, value FROM meta").map {
        ($0["key"] as String, $0["value"] as String)
      })
    for (key, wanted) in meta where found[key] != wanted {
      throw StoreFailure.foreign(
        path: path,
        reason:
          "its \(key.replacing("_", with: " ")) is \(found[key] ?? "missing"), but \(wanted) was expected")
    }
  }

  private var meta: [(key: String, value: String)] {
    [
      ("program", "caseload"), ("format", "2"), ("model_version", modelVersion), ("seed", String(seed)),
      ("design", fingerprint),
    ] + (hasTwins ? [("twins", twins.description)] : [])
  }

  func quoted(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }
  private func literal(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }
}

extension Value {
  /// The value as SQLite stores it: numbers as numbers, the rest as text.
  var stored: DatabaseValue {
    switch self {
    case .number(let number): number.databaseValue
    case .whole(let number): number.databaseValue
    default: text.databaseValue
    }
  }

  /// The value of a cell: what is neither kind of number is text.
  init(stored: DatabaseValue) {
    switch stored.storage {
    case .int64(let whole): self = .whole(Int(whole))
    case .double(let number): self = .number(number)
    default: self = .choice(String.fromDatabaseValue(stored) ?? "")
    }
  }
}
