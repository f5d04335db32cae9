import Experiments
import Foundation
import Testing

@testable import Sweeps

@Suite("A store of finished replications")
struct WorkStoreTests {
  private let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "caseload-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appendingPathComponent("runs.sqlite").path
  }

  @Test("What is kept is there again to the bit, under its own name alone")
  func kept() throws {
    let numbers = [1.5, -0.0, .nan, .infinity, 1e-300, 0.1 + 0.2]
    let store = try WorkStore(path)
    try store.keep(numbers, of: "one", piece: 3)
    try store.keep([7], of: "one", piece: 5)
    try store.close()
    let again = try WorkStore(path)
    let found = try again.numbers(of: "one", [0, 3, 4])
    #expect(found.keys.sorted() == [3])
    #expect(found[3]?.map(\.bitPattern) == numbers.map(\.bitPattern))
    #expect(try again.numbers(of: "two", [3]).isEmpty)
    try again.keep([8], of: "one", piece: 5)
    #expect(try again.numbers(of: "one", [5])[5] == [8])
    try again.close()
  }

  @Test("A piece whose bytes have changed is missing")
  func changed() throws {
    let store = try WorkStore(path)
    try store.keep([1, 1234.5678, 3], of: "one", piece: 0)
    try store.keep([4, 5, 6], of: "one", piece: 1)
    try store.close()
    var file = try Data(contentsOf: URL(fileURLWithPath: path))
    let bits = withUnsafeBytes(of: 1234.5678.bitPattern.littleEndian) { Data($0) }
    let place = try #require(file.range(of: bits))
    file[place.lowerBound] ^= 1
    try file.write(to: URL(fileURLWithPath: path))
    let again = try WorkStore(path)
    #expect(try again.numbers(of: "one", [0, 1]).keys.sorted() == [1])
    try again.close()
  }

  @Test("One process writes at a time, and what is no store of ours is refused")
  func refused() throws {
    let store = try WorkStore(path)
    #expect(throws: StoreFailure.busy(path: path)) { try WorkStore(path) }
    try store.close()
    let text = path + ".text"
    try Data("no database at all, but long enough to be taken for a page of one".utf8).write(
      to: URL(fileURLWithPath: text))
    #expect(throws: StoreFailure.self) { try WorkStore(text) }
  }
}
