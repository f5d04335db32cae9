import Foundation

/// Programs of others. None is started through a shell.
enum Tool {
  /// The path of a program on the PATH.
  static func find(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs a program to its end, and returns what it says on standard output.
  ///
  /// - Parameters:
  ///   - folder: where it runs; nil for where we do.
  ///   - isQuiet: whether its complaints are of no interest.
  static func run(
    _ path: String, _ words: [String], in folder: String? = nil, isQuiet: Bool = false
  ) throws -> (code: Int32, out: String) {
    let process = process(path, words, folder)
    let pipe = Pipe()
    process.standardOutput = pipe
    if isQuiet { process.standardError = FileHandle.nullDevice }
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// Starts a program in a folder; what it says goes to standard error.
  static func start(_ path: String, _ words: [String], in folder: String) throws -> Process {
    let process = process(path, words, folder)
    process.standardOutput = FileHandle.standardError
    try process.run()
    return process
  }

  private static func process(_ path: String, _ words: [String], _ folder: String?) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = words
    process.standardInput = FileHandle.nullDevice
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder, isDirectory: true) }
    return process
  }
}
