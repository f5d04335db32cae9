import GRDB
import Parameters

/// A point on its way into a store.
struct PointEntry {
  let result: PointResult
  let shape: StoreShape
  let path: String

  /// Enters the point, its replications from the first given on, and its twins. Inside a transaction.
  func write(to database: Database) throws {
    try writeAll(to: database)
    guard let stored = try StoredPoint(result.number, database, shape) else { return }
    let sign = try database.cachedStatement(sql: "UPDATE points SET digest = ? WHERE point = ?")
    try sign.execute(arguments: [stored.found, result.number])
  }

  private func writeAll(to database: Database) throws {
    try writePoint(database)
    let clear = try database.cachedStatement(sql: "DELETE FROM results WHERE point = ? AND rep >= ?")
    try clear.execute(arguments: [result.number, result.status == .failed ? 0 : result.first])
    if shape.hasTwins { try clearTwins(database) }
    guard result.status != .failed else { return }
    for (offset, row) in result.rows.enumerated() {
      try add(row, result.first + offset, to: "results", database)
    }
    guard shape.hasTwins else { return }
    for twin in result.twins { try add(twin.row, twin.replication, to: "twins", database) }
  }

  private func writePoint(_ database: Database) throws {
    let kept = result.status == .failed ? 0 : result.first + result.rows.count
    let columns = ["point", "point_id", "status", "replications", "message"] + shape.parameters.map(\.name)
    let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    let insert = try database.cachedStatement(
      sql: "INSERT INTO points (\(columns.map(shape.quoted).joined(separator: ", "))) VALUES (\(marks)) "
        + "ON CONFLICT (point) DO UPDATE SET point_id = excluded.point_id, status = excluded.status, "
        + "replications = excluded.replications, message = excluded.message "
        + "WHERE point_id = excluded.point_id OR status = 'failed'")
    let begin: [DatabaseValue] = [
      result.number.databaseValue, result.id.databaseValue, result.status.rawValue.databaseValue,
      kept.databaseValue, result.message.databaseValue,
    ]
    try insert.execute(arguments: StatementArguments(begin + result.values.map(\.stored)))
    guard database.changesCount == 1 else {
      throw StoreFailure.foreign(path: path, reason: "its point \(result.number) has another identity")
    }
  }

  /// Removes the twins that do not belong to the point, and those that are entered anew.
  private func clearTwins(_ database: Database) throws {
    let there = try Int.fetchAll(
      database.cachedStatement(sql: "SELECT rep FROM twins WHERE point = ?"), arguments: [result.number])
    let anew = Set(result.twins.map(\.replication))
    let stays: Set<Int>? = result.status == .failed ? [] : result.twinned.map { Set($0) }
    let remove = try database.cachedStatement(sql: "DELETE FROM twins WHERE point = ? AND rep = ?")
    for replication in there where anew.contains(replication) || !(stays?.contains(replication) ?? true) {
      try remove.execute(arguments: [result.number, replication])
    }
  }

  private func add(_ row: [Double], _ replication: Int, to table: String, _ database: Database) throws {
    let places = Array(repeating: "?", count: shape.outputs.count + 2).joined(separator: ", ")
    let add = try database.cachedStatement(sql: "INSERT INTO \(table) VALUES (\(places))")
    let keys = [result.number.databaseValue, replication.databaseValue]
    try add.execute(arguments: StatementArguments(keys + row.map(\.databaseValue)))
  }
}
