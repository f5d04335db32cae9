import Foundation
import Testing

@testable import ScenarioFiles

@Suite("Files that are not what they should be")
struct FileTests {
  private func code(_ data: [UInt8]) throws -> (code: String, line: Int, column: Int)? {
    let folder = try Folder()
    try folder.write("a.yaml", Data(data))
    do {
      _ = try folder.read("a.yaml")
      return nil
    } catch let failure as ScenarioFailure {
      let finding = try #require(failure.findings.first)
      return (finding.code, finding.place.line, finding.place.column)
    }
  }

  @Test("A missing file, with what may have been meant")
  func missing() throws {
    let folder = try Folder(["town.yaml": "scenario: x"])
    let failure = try #require(folder.failure("twon.yaml"))
    #expect(failure.kind == .noInput)
    #expect(failure.kind.exitCode == 66)
    #expect(
      failure.text == """
        twon.yaml:1:1: error[no-such-file]: "twon.yaml" does not exist.
        help: did you mean "town.yaml"?
        """)
    #expect(folder.failure("town.yaml", overlays: ["b.yaml"])?.kind == .noInput)
    #expect(folder.failure(".")?.text.contains("[is-a-folder]") == true)
    #expect(ScenarioFailure.Kind.invalid.exitCode == 65)
  }

  @Test("A missing parent is told where it is named")
  func missingParent() throws {
    let folder = try Folder(["a.yaml": "scenario: A\nbasedOn: gone.yaml\nrun: { seed: x }\n"])
    let failure = try #require(folder.failure("a.yaml"))
    #expect(failure.kind == .noInput)
    #expect(failure.text.contains("a.yaml:2:10: error[no-such-file]: "))
    #expect(failure.text.contains("a.yaml:3:14: error[wrong-type]: "))
  }

  @Test("A circle of parents")
  func circle() throws {
    let folder = try Folder([
      "a.yaml": "basedOn: sub/b.yaml", "sub/b.yaml": "scenario: B\nbasedOn: ../sub/../a.yaml",
      "c.yaml": "basedOn: c.yaml",
    ])
    let failure = try #require(folder.failure("a.yaml"))
    #expect(failure.kind == .invalid)
    #expect(failure.text.contains("sub/b.yaml:2:10: error[based-on-cycle]"))
    #expect(folder.failure("c.yaml")?.text.contains("c.yaml:1:10: error[based-on-cycle]") == true)
    var chain = (0..<30).map { ("\($0).yaml", "basedOn: \($0 + 1).yaml") }
    chain.append(("30.yaml", "scenario: x"))
    let long = try Folder(Dictionary(uniqueKeysWithValues: chain))
    #expect(long.failure("0.yaml")?.text.contains("[based-on-too-long]") == true)
  }

  @Test("Mistakes of parents and overlays are found together")
  func together() throws {
    let folder = try Folder([
      "a.yaml": "basedOn: b.yaml\nrun: { seed: x }", "b.yaml": "demand: 5", "c.yaml": "leverz: 1",
    ])
    let codes = folder.failure("a.yaml", overlays: ["c.yaml"])?.text.split(separator: "\n").filter {
      $0.contains("error[")
    }
    #expect(codes?.map { $0.prefix(6) } == ["b.yaml", "a.yaml", "c.yaml"])
  }

  @Test("Bytes that are no text")
  func bytes() throws {
    #expect(try #require(try code(Array("ab\ncd".utf8) + [0xC3, 0x28])) == ("not-utf8", 2, 3))
    #expect(try #require(try code([0x61, 0x0A, 0x62, 0x00])) == ("not-text", 2, 2))
    #expect(try #require(try code([0x7F, 0x45, 0x4C, 0x46])) == ("not-text", 1, 1))
    #expect(try #require(try code([0xFF, 0xFE, 0x61, 0x00])) == ("not-utf8", 1, 1))
    #expect(try #require(try code([])) == ("empty-file", 1, 1))
    #expect(try code([0xEF, 0xBB, 0xBF] + Array("scenario: x".utf8)) == nil)
    #expect(try #require(try code(Array("scenario: \u{FFFF}".utf8))).code == "yaml-syntax")
  }

  @Test("A huge file is refused without being read")
  func huge() throws {
    let folder = try Folder()
    try folder.write("a.yaml", Data())
    let handle = try #require(FileHandle(forWritingAtPath: "\(folder.path)/a.yaml"))
    try handle.truncate(atOffset: 4_000_000_000)
    try handle.close()
    let clock = ContinuousClock()
    let time = clock.measure { #expect(folder.failure("a.yaml")?.text.contains("[too-large]") == true) }
    #expect(time < .seconds(2))
    let full = Array("scenario: x\n#".utf8) + [UInt8](repeating: 0x61, count: 1_048_576 - 13)
    #expect(try code(full) == nil)
    #expect(try code(full + [0x61])?.code == "too-large")
  }
}
