import Foundation
import Notation
import Testing

@testable import ScenarioFiles

@Suite("Only regular files are read", .timeLimit(.minutes(1)))
struct RegularFileTests {
  private func refusal(_ path: String, atMost limit: Int = 100) -> RegularFile.Refusal? {
    do throws(RegularFile.Refusal) {
      _ = try RegularFile.bytes(path, atMost: limit)
      return nil
    } catch {
      return error
    }
  }

  @Test("Pipes, sockets, devices, folders, circles of links and what the system makes up are refused at once")
  func special() throws {
    let folder = try Folder(["a.yaml": "scenario: A"])
    let path = folder.path
    #expect(mkfifo("\(path)/pipe", 0o600) == 0)
    try FileManager.default.createSymbolicLink(atPath: "\(path)/one", withDestinationPath: "\(path)/two")
    try FileManager.default.createSymbolicLink(atPath: "\(path)/two", withDestinationPath: "\(path)/one")
    try FileManager.default.createSymbolicLink(atPath: "\(path)/through", withDestinationPath: "\(path)/pipe")
    try FileManager.default.createSymbolicLink(atPath: "\(path)/good", withDestinationPath: "\(path)/a.yaml")
    #expect(refusal("\(path)/pipe") == .special("a pipe"))
    #expect(refusal("\(path)/through") == .special("a pipe"))
    #expect(refusal("\(path)/one") == .circle)
    #expect(refusal(path) == .folder)
    #expect(refusal("\(path)/nothing") == .missing)
    #expect(refusal("\(path)/a.yaml/b") == .missing)
    #expect(refusal("/dev/zero") == .special("a device"))
    #expect(refusal("/proc/self/status") == .special("something that the system makes up"))
    #expect(refusal("\(path)/good") == nil)
  }

  @Test("No more is read than is declared")
  func bounds() throws {
    let folder = try Folder([
      "a": String(repeating: "x", count: 100), "b": String(repeating: "x", count: 101),
    ])
    #expect(refusal("\(folder.path)/a") == nil)
    #expect(refusal("\(folder.path)/b") == .tooLarge(100))
    #expect(RegularFile.Refusal.tooLarge(1 << 20).words == "is larger than 1 MB, the most that is read")
  }

  @Test("A scenario, its parent and its overlays are such files")
  func scenarios() throws {
    let folder = try Folder(["a.yaml": "scenario: A\nbasedOn: pipe\n", "b.yaml": "scenario: B\n"])
    #expect(mkfifo("\(folder.path)/pipe", 0o600) == 0)
    let wrong = try #require(folder.failure("a.yaml"))
    #expect(wrong.kind == .invalid)
    #expect(
      wrong.text == """
        a.yaml:2:10: error[not-a-file]: "pipe" is a pipe, not a file.
        basedOn: pipe
                 ^~~~
        help: write what it gives to a file, and name that
        """)
    #expect(folder.failure("b.yaml", overlays: ["pipe"])?.text.contains("[not-a-file]") == true)
    #expect(folder.failure("pipe")?.text.contains("[not-a-file]") == true)
  }
}
