import Foundation

/// Why a result could not be written, in words for the person who asked for it.
package enum OutputFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// The folder or file could not be made at all; nothing was written.
  case cannotCreate(path: String, reason: String)
  /// Writing began and failed; nothing is left under the final name.
  case inputOutput(path: String, reason: String)
  /// The disk, or the share of it one may use, is full; nothing is left under the final name.
  case diskFull(path: String)

  /// The exit code that tells a script which of them it was (sysexits: 73 or 74).
  package var exitCode: Int32 {
    switch self {
    case .cannotCreate: 73
    case .inputOutput, .diskFull: 74
    }
  }

  package var description: String {
    switch self {
    case .cannotCreate(let path, let reason): "cannot create \(path): \(reason)"
    case .inputOutput(let path, let reason): "cannot write \(path): \(reason)"
    case .diskFull(let path): "cannot write \(path): \(SystemError.words(ENOSPC))"
    }
  }

  /// A failure to make something.
  package static func creating(_ path: String, _ code: Int32) -> OutputFailure {
    switch code {
    case ENOSPC, EDQUOT: .diskFull(path: path)
    case EIO: .inputOutput(path: path, reason: SystemError.words(code))
    case ENOENT: .cannotCreate(path: path, reason: noPlace(for: path))
    default: .cannotCreate(path: path, reason: SystemError.words(code))
    }
  }

  /// Why there can be nothing of that path: the system says the same of a folder that is not there and of one such as
  /// `/proc`, in which it lets nobody make anything.
  private static func noPlace(for path: String) -> String {
    let folder = FilePlace.parent(of: path)
    return access(folder, F_OK) == 0
      ? "nothing can be made in \(folder), which is no ordinary folder"
      : "the folder \(folder) does not exist"
  }

  /// A failure to write to something that was made.
  package static func writing(_ path: String, _ code: Int32) -> OutputFailure {
    switch code {
    case ENOSPC, EDQUOT: .diskFull(path: path)
    default: .inputOutput(path: path, reason: SystemError.words(code))
    }
  }
}

/// The operating system's error numbers in plain words.
package enum SystemError {
  package static func words(_ code: Int32) -> String {
    switch code {
    case ENOSPC: "the disk is full"
    case EDQUOT: "your disk quota is used up"
    case EACCES, EPERM: "you may not write there (permission denied)"
    case ENOTDIR: "a part of the path is a file, not a folder"
    case EISDIR: "it is a folder, not a file"
    case EROFS: "the disk can only be read"
    case ENOENT: "it does not exist"
    case EEXIST: "something of that name already exists"
    case ENAMETOOLONG: "the name is too long"
    case ELOOP: "the path loops back on itself (symbolic links)"
    case EMFILE, ENFILE: "too many files are open"
    case EFBIG: "the file would be larger than the disk or a limit allows"
    case EIO: "the disk reported an error"
    case EBUSY: "it is in use"
    default: "the system says \"\(String(cString: strerror(code)))\""
    }
  }
}
