import Foundation
import GRDB
public import Parameters

/// One point of a sweep with what came of it.
public struct PointResult: Sendable, Equatable {
  public enum Status: String, Sendable { case done, part, failed }

  /// From 1.
  public let number: Int
  public let id: String
  public let values: [Value]
  public var status: Status
  /// Number of the first replication in `rows`.
  public var first: Int
  /// One number for each output in each replication, not a number where there is none.
  public var rows: [[Double]]
  /// Why it failed; empty otherwise.
  public var message: String

  public init(
    number: Int, id: String, values: [Value], status: Status, first: Int, rows: [[Double]],
    message: String = ""
  ) {
    self.number = number
    self.id = id
    self.values = values
    self.status = status
    self.first = first
    self.rows = rows
    self.message = message
  }
}

/// One file of results: SQLite, a transaction for each point, so that a process killed at any instant loses at most the
/// points in hand.
///
/// The file has a write-ahead log and one owner at a time: the lock is exclusive, which also lets the log work on a
/// network disk. A process that dies leaves no lock.
public final class ResultStore: Sendable {
  public let path: String
  public let shape: StoreShape
  private let queue: DatabaseQueue

  /// Opens the file, or makes it where there is none.
  public init(_ path: String, shape: StoreShape) throws(StoreFailure) {
    self.path = path
    self.shape = shape
    queue = try StoreFile.open(path)
    try work { database in
      if try database.tableExists("meta") || database.tableExists("points") {
        try shape.check(database, path: path)
      } else {
        try shape.create(database)
      }
    }
    try StoreFile.checkLength(path, queue)
  }

  /// What is known of each point: its number, status and replications.
  public func present() throws(StoreFailure) -> [(number: Int, status: PointResult.Status, replications: Int)]
  {
    try work { database in
      let rows = try Row.fetchCursor(
        database, sql: "SELECT point, status, replications FROM points ORDER BY point")
      var found: [(number: Int, status: PointResult.Status, replications: Int)] = []
      while let row = try rows.next() {
        found.append((row[0], PointResult.Status(rawValue: row[1]) ?? .failed, row[2]))
      }
      return found
    }
  }

  /// Enters a point, or the further replications of one.
  public func enter(_ result: PointResult) throws(StoreFailure) {
    let shape = shape
    let path = path
    try work { database in
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
      let clear = try database.cachedStatement(sql: "DELETE FROM results WHERE point = ? AND rep >= ?")
      try clear.execute(arguments: [result.number, result.status == .failed ? 0 : result.first])
      guard result.status != .failed else { return }
      let places = Array(repeating: "?", count: shape.outputs.count + 2).joined(separator: ", ")
      let add = try database.cachedStatement(sql: "INSERT INTO results VALUES (\(places))")
      for (offset, row) in result.rows.enumerated() {
        let keys = [result.number.databaseValue, (result.first + offset).databaseValue]
        try add.execute(arguments: StatementArguments(keys + row.map(\.databaseValue)))
      }
    }
  }

  /// One point with all its replications, or nil.
  public func point(_ number: Int) throws(StoreFailure) -> PointResult? {
    let outputs = shape.outputs.count
    let parameters = shape.parameters.count
    return try work { database in
      let find = try database.cachedStatement(
        sql: "SELECT point_id, status, replications, message, * FROM points WHERE point = ?")
      guard let head = try Row.fetchOne(find, arguments: [number]) else { return nil }
      let read = try database.cachedStatement(sql: "SELECT * FROM results WHERE point = ? ORDER BY rep")
      let rows = try Row.fetchCursor(read, arguments: [number])
      var all: [[Double]] = []
      while let row = try rows.next() {
        all.append((0..<outputs).map { (row[$0 + 2] as Double?) ?? .nan })
      }
      return PointResult(
        number: number, id: head[0], values: (0..<parameters).map { Value(stored: head[$0 + 9]) },
        status: PointResult.Status(rawValue: head[1]) ?? .failed, first: 0, rows: all, message: head[3])
    }
  }

  /// Lets the log run into the file and closes it.
  public func close() throws(StoreFailure) {
    do {
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
      try queue.close()
    } catch {
      throw StoreFailure(error, path: path)
    }
  }

  /// Writes the whole as one plain file, without a log, laid out by what it holds alone; it appears when complete.
  func compact(into final: String) throws(StoreFailure) {
    let staging = final + ".whole-\(getpid())"
    _ = unlink(staging)
    do {
      try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [staging]) }
      try queue.close()
    } catch {
      _ = unlink(staging)
      throw StoreFailure(error, path: final)
    }
    guard rename(staging, final) == 0 else {
      throw .closed(path: final, reason: String(cString: strerror(errno)))
    }
  }

  private func work<Result>(_ body: (Database) throws -> Result) throws(StoreFailure) -> Result {
    do {
      return try queue.write(body)
    } catch {
      throw StoreFailure(error, path: path)
    }
  }
}

/// Opens files of results.
enum StoreFile {
  static func open(_ path: String) throws(StoreFailure) -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .immediateError
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      try database.execute(sql: "PRAGMA synchronous = NORMAL")
    }
    do {
      return try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw StoreFailure(error, path: path)
    }
  }

  /// A file that was cut short says in its header that it was longer.
  static func checkLength(_ path: String, _ queue: DatabaseQueue) throws(StoreFailure) {
    do {
      let wanted = try queue.writeWithoutTransaction { database -> Int in
        try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        let size = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0
        return pages * size
      }
      let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber
      guard size?.intValue ?? 0 >= wanted else {
        throw StoreFailure.damaged(
          path: path, reason: "it has \(size?.intValue ?? 0) bytes of \(wanted): it was cut short")
      }
    } catch {
      throw StoreFailure(error, path: path)
    }
  }
}
