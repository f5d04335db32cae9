import Foundation
import Testing

/// A folder of its own in which the built command is run as a person runs it.
final class Workplace {
  /// How a run of the command ended, and what it said.
  struct Outcome {
    let code: Int32
    /// Standard output: results.
    let out: String
    /// Standard error: talk and complaints.
    let err: String
    /// Standard output on one line: where its lines break depends on how long the paths in it are.
    var line: String { out.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
  }

  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "caseload-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The command, which the build puts beside the tests.
  static let command: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let tests = bundle ?? Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return tests.deletingLastPathComponent().appendingPathComponent("caseload")
  }()

  /// The folder of the project, found from where this file stood when it was compiled.
  static let project = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Writes a file and returns its name.
  @discardableResult
  func write(_ text: String, as name: String = "service.yaml") throws -> String {
    try Data(text.utf8).write(to: url(name))
    return name
  }

  /// Starts the command; what it says goes to two files, so that no full pipe can hold it up.
  func start(
    _ words: [String], in folder: URL? = nil, environment: [String: String] = [:]
  ) throws -> Process {
    let process = Process()
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.executableURL = Workplace.command
    process.arguments = words
    process.currentDirectoryURL = folder ?? url("")
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try emptyFile(".out")
    process.standardError = try emptyFile(".err")
    try process.run()
    return process
  }

  /// Waits for the end of the command.
  func finish(_ process: Process) throws -> Outcome {
    process.waitUntilExit()
    let code = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    return Outcome(code: code, out: try text(".out"), err: try text(".err"))
  }

  func run(_ words: String..., in folder: URL? = nil) throws -> Outcome {
    try finish(start(words, in: folder))
  }

  /// Runs a line of bash in which `"$@"` is the command with these words.
  func shell(_ line: String, _ words: String..., environment: [String: String] = [:]) throws -> Outcome {
    let process = Process()
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", line, "bash", Workplace.command.path] + words
    process.currentDirectoryURL = url("")
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try emptyFile(".out")
    process.standardError = try emptyFile(".err")
    try process.run()
    return try finish(process)
  }

  /// Waits until the command is at work: it has made the folder in which a result grows, and had time for some of it.
  func underWay(_ process: Process, _ result: String = "results") async throws {
    while process.isRunning, !names().contains(where: { $0.hasPrefix("\(result).partial-") }) {
      try await Task.sleep(for: .milliseconds(20))
    }
    try await Task.sleep(for: .milliseconds(1500))
    #expect(process.isRunning, "the command ended too early")
  }

  func url(_ name: String) -> URL { URL(fileURLWithPath: path).appendingPathComponent(name) }

  func text(_ name: String) throws -> String { try String(contentsOf: url(name), encoding: .utf8) }

  func bytes(_ name: String) throws -> Data { try Data(contentsOf: url(name)) }

  func json(_ name: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: bytes(name)) as? [String: Any])
  }

  /// The names in the folder, or in one inside it, without those of the two files of talk.
  func names(in folder: String = "") -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: url(folder).path)) ?? []
    return all.filter { $0 != ".out" && $0 != ".err" }.sorted()
  }

  /// Changes a manifest and seals it anew, as the program of another version would have written it.
  func reseal(_ name: String, _ change: (String) -> String) throws {
    let changed = change(try text(name))
    let bare = try #require(changed.range(of: ",\n  \"seal\": \"")).lowerBound
    try write(String(changed[..<bare]), as: ".bare")
    let sum = Process()
    sum.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    sum.arguments = ["sha256sum", url(".bare").path]
    let pipe = Pipe()
    sum.standardOutput = pipe
    try sum.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    sum.waitUntilExit()
    try FileManager.default.removeItem(at: url(".bare"))
    try write(changed[..<bare] + ",\n  \"seal\": \"\(said.prefix(64))\"\n}\n", as: name)
  }

  private func emptyFile(_ name: String) throws -> FileHandle {
    _ = FileManager.default.createFile(atPath: url(name).path, contents: nil)
    return try FileHandle(forWritingTo: url(name))
  }
}
