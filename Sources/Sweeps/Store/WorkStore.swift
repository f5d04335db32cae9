import Experiments
import Foundation
import GRDB

/// Finished pieces of work in one SQLite file: a transaction for each, so that a process killed at any instant loses only
/// the pieces in hand.
///
/// A work is named by all that its numbers depend on, so that one file serves any number of scenarios and versions. A
/// piece whose bytes are no longer what was written counts as missing, and is simulated again.
package final class WorkStore: KeptWork {
  package let path: String
  private let queue: DatabaseQueue
  /// Held until the store is closed.
  private let lock: StoreLock

  /// Opens the file, or makes it where there is none.
  package init(_ path: String) throws(StoreFailure) {
    self.path = path
    lock = try StoreLock(of: path)
    do {
      queue = try StoreFile.open(path, .shared)
    } catch {
      lock.release()
      throw error
    }
    do {
      try queue.write { database in
        if try database.tableExists("work") {
          let format = try String.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'format'")
          guard format == Self.format else {
            throw StoreFailure.foreign(path: path, reason: "its format is \(format ?? "missing")")
          }
          return
        }
        guard try String.fetchOne(database, sql: "SELECT name FROM sqlite_master LIMIT 1") == nil else {
          throw StoreFailure.foreign(path: path, reason: "it is a database of something else")
        }
        try database.execute(
          sql: "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID")
        try database.execute(
          sql: "INSERT INTO meta VALUES ('program', 'caseload'), ('format', ?)", arguments: [Self.format])
        try database.execute(
          sql: "CREATE TABLE work (id TEXT NOT NULL, piece INTEGER NOT NULL, sum INTEGER NOT NULL, "
            + "numbers BLOB NOT NULL, PRIMARY KEY (id, piece)) STRICT")
      }
    } catch {
      lock.release()
      throw StoreFailure(error, path: path)
    }
  }

  private static let format = "work 1"

  package func numbers(of work: String, _ pieces: [Int]) throws -> [Int: [Double]] {
    let wanted = Set(pieces)
    do {
      return try queue.read { database in
        let rows = try Row.fetchCursor(
          database, sql: "SELECT piece, sum, numbers FROM work WHERE id = ?", arguments: [work])
        var found: [Int: [Double]] = [:]
        while let row = try rows.next() {
          let bytes = [UInt8](row[2] as Data)
          guard wanted.contains(row[0]), Self.sum(bytes) == row[1] as Int64, bytes.count % 8 == 0 else {
            continue
          }
          found[row[0]] = Self.numbers(bytes)
        }
        return found
      }
    } catch {
      throw StoreFailure(error, path: path)
    }
  }

  package func keep(_ numbers: [Double], of work: String, piece: Int) throws {
    let bytes = numbers.flatMap { number in
      withUnsafeBytes(of: number.bitPattern.littleEndian) { Array($0) }
    }
    do {
      try queue.write { database in
        try database.cachedStatement(sql: "INSERT OR REPLACE INTO work VALUES (?, ?, ?, ?)")
          .execute(arguments: [work, piece, Self.sum(bytes), Data(bytes)])
      }
    } catch {
      throw StoreFailure(error, path: path)
    }
  }

  /// Lets the log run into the file and closes it.
  package func close() throws(StoreFailure) {
    defer { lock.release() }
    do {
      try StoreFile.finish(queue, .shared)
    } catch {
      throw StoreFailure(error, path: path)
    }
  }

  private static func numbers(_ bytes: [UInt8]) -> [Double] {
    stride(from: 0, to: bytes.count, by: 8).map { start in
      let bits = bytes[start..<(start + 8)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return Double(bitPattern: bits)
    }
  }

  /// FNV-1a with 64 bits.
  private static func sum(_ bytes: [UInt8]) -> Int64 {
    Int64(bitPattern: bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 })
  }
}
