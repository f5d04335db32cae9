import DiscreteEvents
import Foundation
import Testing

/// An independent oracle, wherever Python has numpy: its Philox gives our words for streams picked at random.
@Suite("Against numpy, live")
struct NumpyComparisonTests {
  @Test("Words of forty streams", .enabled(if: NumpyComparisonTests.output(of: "import numpy") != nil))
  func fortyStreams() throws {
    let picker = RandomStreams(seed: 77, replication: 0)
    let source = picker.stream(0, entity: 0)
    let names = (0..<40).map { _ in
      StreamName(
        seed: source.word(), replication: source.word(), purpose: UInt32(source.word() >> 32),
        entity: source.word(), occurrence: UInt32(source.word() >> 32))
    }
    let rows = names.map { "(\($0.seed),\($0.replication),\($0.purpose),\($0.entity),\($0.occurrence))" }
    let script = """
      from numpy.random import Philox
      for seed, replication, purpose, entity, occurrence in [\(rows.joined(separator: ","))]:
        counter = ((occurrence << 64) + (entity << 128) + (purpose << 192) - 1) % 2**256
        print(*Philox(key=seed + (replication << 64), counter=counter).random_raw(9))
      """
    let printed = try #require(Self.output(of: script))
    let words = printed.split(separator: "\n").map { $0.split(separator: " ").compactMap { UInt64($0) } }
    #expect(words == names.map { $0.words(9) })
  }

  /// What a Python script prints; nil when it fails or there is no Python.
  static func output(of script: String) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }
}
