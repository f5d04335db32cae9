import Foundation
import Testing

@testable import Results

@Suite struct StagingTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func put(_ text: String, _ name: String) throws {
    let url = URL(fileURLWithPath: scratch.path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  @Test func whatNobodyHoldsIsClearedAway() throws {
    try put("half", "result.partial-4711/series.csv")
    try put("half", "table.csv.partial-4711-3/table.csv")
    try put("half", "results.sqlite.partial-1/results.sqlite-parts-wal")
    try put("half", ".partial-12/anything.md")
    Staging.sweep(scratch.path)
    #expect(scratch.names().isEmpty)
  }

  @Test func whatIsHeldStays() throws {
    let staging = try Staging(beside: scratch.path + "/result")
    Staging.sweep(scratch.path)
    #expect(scratch.names().count == 1)
    #expect(FileManager.default.fileExists(atPath: staging.path))
    staging.discard()
    #expect(scratch.names().isEmpty)
  }

  @Test func whatMayBeSomebodyElsesStays() throws {
    try put("mine", "photos.partial-7/beach.jpg")
    try put("mine", "result.partial-x/series.csv")
    try put("mine", "notes.partial-9")
    Staging.sweep(scratch.path)
    #expect(scratch.names() == ["notes.partial-9", "photos.partial-7", "result.partial-x"])
  }

  @Test func anEarlierResultOnItsWayOutIsGivenBack() throws {
    try put("{}", "result.partial-4711.old/manifest.json")
    try put("mine", "result.partial-4711.old/notes.txt")
    Staging.sweep(scratch.path)
    #expect(scratch.names() == ["result"])
    #expect(scratch.names("result") == ["manifest.json", "notes.txt"])
  }

  @Test func ofAnEarlierResultWhatIsNotOursIsKept() throws {
    try put("{}", "result/manifest.json")
    try put("{}", "result.partial-4711.old/manifest.json")
    try put("mine", "result.partial-4711.old/notes.txt")
    Staging.sweep(scratch.path)
    #expect(scratch.names() == ["result"])
    #expect(scratch.names("result") == ["manifest.json", "notes.txt"])
  }

  @Test func allIsAbandonedAtOnce() throws {
    let staging = try Staging(beside: scratch.path + "/result")
    try put("half", FilePlace.name(of: staging.path) + "/series.csv")
    Staging.abandonAll()
    #expect(scratch.names().isEmpty)
  }

  @Test func placesWhereNothingCanBeMadeAreTold() throws {
    let proc = #expect(throws: OutputFailure.self) { try OutputFolder("/proc/result") }
    #expect(proc?.description.contains("nothing can be made in /proc") == true)
    let root = #expect(throws: OutputFailure.self) { try OutputFolder("/") }
    #expect(root?.description.hasPrefix("cannot create /: the folder already exists") == true)
    let missing = scratch.path + "/none/file"
    let file = #expect(throws: OutputFailure.self) { try WholeFile.write([1], to: missing) }
    #expect(file?.description.hasSuffix("/none does not exist") == true)
    let device = #expect(throws: OutputFailure.self) { try WholeFile.write([1], to: "/dev/null") }
    #expect(device?.description.hasSuffix("it is a device or a pipe, not a file") == true)
    let folder = #expect(throws: OutputFailure.self) { try WholeFile.write([1], to: scratch.path) }
    #expect(folder?.description.hasSuffix("it is a folder, not a file") == true)
    #expect(scratch.names().isEmpty)
  }
}
