import Foundation

/// Programs of others.
enum Tool {
  /// The path of a program on the PATH.
  static func find(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs a program to its end. What it says goes to standard error, or is returned where it `isHeard`.
  static func run(_ path: String, _ words: [String], isHeard: Bool = false) throws -> (
    code: Int32, out: String
  ) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = words
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = isHeard ? pipe : FileHandle.standardError
    try process.run()
    let data = isHeard ? pipe.fileHandleForReading.readDataToEndOfFile() : Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
