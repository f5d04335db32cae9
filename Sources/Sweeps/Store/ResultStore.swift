import Foundation
import GRDB
import Parameters

/// One file of results: SQLite, a transaction for each point, so that a process killed at any instant loses at most the
/// points in hand.
///
/// The file has one writer at a time, whose lock is on a file beside it and dies with its process. Anyone may read it
/// meanwhile, and sees whole points.
final class ResultStore: Sendable {
  /// What is known of a point without its results.
  struct Entry: Sendable {
    let number: Int
    let status: PointResult.Status
    let replications: Int
    let twins: Int
  }

  let path: String
  let shape: StoreShape
  private let queue: DatabaseQueue
  private let access: StoreFile.Access
  /// Held until the store is closed.
  private let lock: StoreLock?
  /// Whether its writer has not made its tables yet.
  private let isEmpty: Bool

  /// Opens a file that is there, for reading alone.
  convenience init(reading path: String, shape: StoreShape) throws(StoreFailure) {
    try self.init(path, shape: shape, .reading)
  }

  /// Opens the file for writing, or makes it where there is none.
  init(
    _ path: String, shape: StoreShape, _ access: StoreFile.Access = .shared, isOnNetwork: Bool? = nil
  ) throws(StoreFailure) {
    (self.path, self.shape, self.access) = (path, shape, access)
    lock = access == .shared ? try StoreLock(of: path) : nil
    queue = try StoreFile.open(path, access, isOnNetwork: isOnNetwork)
    let isMade = { (database: Database) in
      try database.tableExists("meta") || database.tableExists("points")
    }
    if access == .reading {
      isEmpty = try Self.read(queue, path) { database in
        guard try isMade(database) else { return true }
        try shape.check(database, path: path)
        return false
      }
    } else {
      isEmpty = false
      try work { database in
        if try isMade(database) {
          try shape.check(database, path: path)
        } else {
          try shape.create(database)
        }
      }
    }
    try StoreFile.checkLength(path, queue, access)
  }

  /// What is known of each point, in order.
  func present() throws(StoreFailure) -> [Entry] {
    if isEmpty { return [] }
    let twins =
      shape.hasTwins ? "(SELECT count(*) FROM twins WHERE twins.point = points.point)" : "0"
    return try read { database in
      let rows = try Row.fetchCursor(
        database, sql: "SELECT point, status, replications, \(twins) FROM points ORDER BY point")
      var found: [Entry] = []
      while let row = try rows.next() {
        found.append(
          Entry(
            number: row[0], status: PointResult.Status(rawValue: row[1]) ?? .failed, replications: row[2],
            twins: row[3]))
      }
      return found
    }
  }

  /// The replications of a point that have their twin, in order.
  func twinned(_ number: Int) throws(StoreFailure) -> [Int] {
    guard shape.hasTwins, !isEmpty else { return [] }
    return try read { database in
      try Int.fetchAll(
        database, sql: "SELECT rep FROM twins WHERE point = ? ORDER BY rep", arguments: [number])
    }
  }

  /// Enters a point, or the further replications of one.
  func enter(_ result: PointResult) throws(StoreFailure) {
    let (shape, path) = (shape, path)
    try work { database in
      try PointEntry(result: result, shape: shape, path: path).write(to: database)
    }
  }

  /// One point with all its replications, or nil.
  func point(_ number: Int) throws(StoreFailure) -> PointResult? {
    if isEmpty { return nil }
    let outputs = shape.outputs.count
    let parameters = shape.parameters.count
    let hasTwins = shape.hasTwins
    return try read { database in
      func numbers(_ row: Row) -> [Double] { (0..<outputs).map { (row[$0 + 2] as Double?) ?? .nan } }
      let find = try database.cachedStatement(
        sql: "SELECT point_id, status, replications, message, * FROM points WHERE point = ?")
      guard let head = try Row.fetchOne(find, arguments: [number]) else { return nil }
      let read = try database.cachedStatement(sql: "SELECT * FROM results WHERE point = ? ORDER BY rep")
      let rows = try Row.fetchCursor(read, arguments: [number])
      var all: [[Double]] = []
      while let row = try rows.next() { all.append(numbers(row)) }
      var twins: [PointResult.Twin] = []
      if hasTwins {
        let read = try database.cachedStatement(sql: "SELECT * FROM twins WHERE point = ? ORDER BY rep")
        let rows = try Row.fetchCursor(read, arguments: [number])
        while let row = try rows.next() {
          twins.append(PointResult.Twin(replication: row[1], row: numbers(row)))
        }
      }
      return PointResult(
        number: number, id: head[0], values: (0..<parameters).map { Value(stored: head[$0 + 9]) },
        status: PointResult.Status(rawValue: head[1]) ?? .failed, first: 0, rows: all, twins: twins,
        message: head[3])
    }
  }

  /// Lets the log run into the file and closes it.
  func close() throws(StoreFailure) {
    defer { lock?.release() }
    do {
      try StoreFile.finish(queue, access)
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

  private func work(_ body: (Database) throws -> Void) throws(StoreFailure) {
    do {
      try queue.write(body)
    } catch {
      throw StoreFailure(error, path: path)
    }
  }

  private func read<Result>(_ body: (Database) throws -> Result) throws(StoreFailure) -> Result {
    try Self.read(queue, path, body)
  }

  private static func read<Result>(
    _ queue: DatabaseQueue, _ path: String, _ body: (Database) throws -> Result
  ) throws(StoreFailure) -> Result {
    do {
      return try queue.read(body)
    } catch {
      throw StoreFailure(error, path: path)
    }
  }
}
