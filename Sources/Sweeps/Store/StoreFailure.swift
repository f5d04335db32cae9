import Foundation
import GRDB
import Results

/// Why a store of results cannot be used, in words for the person who asked for it.
package enum StoreFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// Another process is working on it.
  case busy(path: String)
  /// The file is not a whole store of ours.
  case damaged(path: String, reason: String)
  /// It holds another sweep, or another part of it.
  case foreign(path: String, reason: String)
  /// Two parts of the sweep disagree, in words.
  case conflict(String)
  /// It cannot be made or written to.
  case closed(path: String, reason: String)
  case diskFull(path: String)
  case inputOutput(path: String, reason: String)

  /// The exit code that tells a script which of them it was (sysexits: 65, 73 or 74).
  package var exitCode: Int32 {
    switch self {
    case .damaged, .foreign, .conflict: 65
    case .busy, .closed: 73
    case .diskFull, .inputOutput: 74
    }
  }

  package var description: String {
    switch self {
    case .busy(let path): "\(path) is in use: another process is working on the same part of the sweep"
    case .damaged(let path, let reason):
      "\(path) is damaged (\(reason)); restore it from a copy, or remove it with its -wal file to compute its points again"
    case .foreign(let path, let reason): "\(path) is not of this sweep: \(reason)"
    case .conflict(let words): words
    case .closed(let path, let reason): "cannot create or open \(path): \(reason)"
    case .diskFull(let path): "cannot write \(path): the disk is full; what is finished is kept"
    case .inputOutput(let path, let reason): "cannot write \(path): \(reason)"
    }
  }

  /// What SQLite's error means for that file.
  init(_ error: any Error, path: String) {
    guard let database = error as? DatabaseError else {
      self = error as? StoreFailure ?? .inputOutput(path: path, reason: "\(error)")
      return
    }
    let words = database.message ?? "SQLite says \(database.resultCode)"
    switch database.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self = .inputOutput(path: path, reason: "another program has kept it locked for a minute")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT: self = .damaged(path: path, reason: words)
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      self = .closed(path: path, reason: StoreFailure.reason(path, words))
    case .SQLITE_IOERR where !StoreFailure.isWritable(path):
      self = .closed(path: path, reason: StoreFailure.reason(path, words))
    case .SQLITE_IOERR where StoreFailure.isFull(path): self = .diskFull(path: path)
    default: self = .inputOutput(path: path, reason: words)
    }
  }

  /// The same as a failure to write any other file.
  init(_ failure: OutputFailure) {
    switch failure {
    case .cannotCreate(let path, let reason): self = .closed(path: path, reason: reason)
    case .inputOutput(let path, let reason): self = .inputOutput(path: path, reason: reason)
    case .diskFull(let path): self = .diskFull(path: path)
    }
  }

  /// Whether the disk that holds the file has less than a page left.
  private static func isFull(_ path: String) -> Bool {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let free =
      (try? FileManager.default.attributesOfFileSystem(forPath: folder))?[.systemFreeSize] as? NSNumber
    return (free?.int64Value ?? .max) < 65_536
  }

  private static func reason(_ path: String, _ words: String) -> String {
    isWritable(path) ? words : "you may not write in its folder, or its disk can only be read"
  }

  private static func isWritable(_ path: String) -> Bool {
    access(URL(fileURLWithPath: path).deletingLastPathComponent().path, W_OK) == 0
  }
}
