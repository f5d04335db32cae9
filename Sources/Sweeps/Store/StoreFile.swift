import Foundation
import GRDB
import Notation

/// Opens files of results.
enum StoreFile {
  /// Who else may look into the file.
  enum Access {
    /// Written by one process, read by any at any time.
    case shared
    /// Of this process alone, for as long as it is open.
    case alone
    /// Only read, also while another process writes.
    case reading
  }

  /// Seconds to wait for another process that holds the file for a moment.
  private static let patience = 60.0

  static func open(
    _ path: String, _ access: Access, isOnNetwork: Bool? = nil
  ) throws(StoreFailure) -> DatabaseQueue {
    do {
      try RegularFile.check(path)
    } catch {
      if error != .missing { throw .foreign(path: path, reason: "it \(error.words)") }
    }
    var configuration = Configuration()
    configuration.busyMode = access == .alone ? .immediateError : .timeout(patience)
    let hasLog = !(isOnNetwork ?? NetworkDisk.holds(path))
    configuration.prepareDatabase { database in
      switch access {
      case .alone:
        try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
        try database.execute(sql: "PRAGMA journal_mode = WAL")
      case .shared: try database.execute(sql: "PRAGMA journal_mode = \(hasLog ? "WAL" : "TRUNCATE")")
      case .reading: try database.execute(sql: "PRAGMA query_only = 1")
      }
      let isQuick = access == .alone || hasLog
      try database.execute(sql: "PRAGMA synchronous = \(isQuick ? "NORMAL" : "FULL")")
    }
    do {
      return try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw StoreFailure(error, path: path)
    }
  }

  /// A file that was cut short says in its header that it was longer.
  static func checkLength(_ path: String, _ queue: DatabaseQueue, _ access: Access) throws(StoreFailure) {
    // While another process writes, the end of the file may still be in its log.
    if access == .reading, length(path + "-wal") > 0 { return }
    do {
      let wanted = try queue.writeWithoutTransaction { database -> Int in
        if access != .reading { try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        let size = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0
        return pages * size
      }
      // What a reader keeps in the log is not in the file yet.
      if length(path + "-wal") > 0 { return }
      let size = length(path)
      guard size >= wanted else {
        throw StoreFailure.damaged(
          path: path, reason: "it has \(size) bytes of \(wanted): it was cut short")
      }
    } catch {
      throw StoreFailure(error, path: path)
    }
  }

  /// Lets the log run into the file, which then is a plain one that can be read on any disk.
  static func finish(_ queue: DatabaseQueue, _ access: Access) throws {
    if access != .reading {
      try queue.writeWithoutTransaction { database in
        // Somebody who reads keeps the log alive: then the last to close the file does the rest.
        try database.execute(sql: "PRAGMA busy_timeout = 0")
        try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        guard access == .shared else { return }
        _ = try? String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
      }
    }
    try queue.close()
  }

  private static func length(_ path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.size] as? NSNumber)?.intValue ?? 0
  }
}
