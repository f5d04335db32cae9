import Foundation
import GRDB
import Parameters
import Results

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
    let (shape, path) = (shape, path)
    return try read { database in
      guard let stored = try StoredPoint(number, database, shape) else { return nil }
      guard stored.isWhole else {
        throw StoreFailure.damaged(
          path: path, reason: "what it holds of point \(number) is not what was stored")
      }
      return stored.result
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
    if TroubledDisk.fails { throw .diskFull(path: final) }
    let staging: Staging
    do { staging = try Staging(beside: final) } catch { throw StoreFailure(error) }
    defer { staging.discard() }
    let file = staging.place(of: FilePlace.name(of: final))
    do {
      try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [file]) }
      try queue.close()
    } catch {
      throw StoreFailure(error, path: final)
    }
    guard TroubledDisk.rename(file, final) == 0 else { throw StoreFailure(.creating(final, errno)) }
  }

  private func work(_ body: (Database) throws -> Void) throws(StoreFailure) {
    if TroubledDisk.fails { throw .diskFull(path: path) }
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
