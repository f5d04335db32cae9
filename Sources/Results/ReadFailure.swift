/// Why a folder of results, or another file, could not be read.
package enum ReadFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is nothing of that name.
  case missing(path: String)
  /// The system would not let it be read.
  case unreadable(path: String, reason: String)
  /// It is there but is not a result of this program, or a part of it is spoilt.
  case foreign(path: String, reason: String)
  /// It is not what was written there, or not by this version of the program; `help` tells what to do.
  case unbound(path: String, reason: String, help: String)

  /// The exit code that tells a script which of them it was (sysexits: 65, 66 or 74).
  package var exitCode: Int32 {
    switch self {
    case .missing: 66
    case .unreadable: 74
    case .foreign, .unbound: 65
    }
  }

  package var description: String {
    switch self {
    case .missing(let path): "\(path) does not exist"
    case .unreadable(let path, let reason): "cannot read \(path): \(reason)"
    case .foreign(let path, let reason): "\(path) is not a result that can be read: \(reason)"
    case .unbound(let path, let reason, let help): "\(path) \(reason)\nhelp: \(help)"
    }
  }
}
