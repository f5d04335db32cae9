import Foundation
import Testing

@testable import Reports
@testable import Results

@Suite struct OutputFolderTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func put(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: scratch.path + "/" + name))
  }

  @Test func nothingIsSeenUntilItIsComplete() throws {
    let folder = try OutputFolder(scratch.path + "/result")
    try folder.write(Array("a".utf8), as: "series.csv")
    #expect(!scratch.names().contains("result"))
    try folder.commit()
    #expect(scratch.names() == ["result"])
    #expect(try scratch.text("result/series.csv") == "a")
  }

  @Test func whatIsNotCommittedIsRemoved() throws {
    do {
      let folder = try OutputFolder(scratch.path + "/result")
      try folder.write([1], as: "series.csv")
    }
    #expect(scratch.names().isEmpty)
  }

  @Test func missingParentsAreMade() throws {
    _ = try scratch.write("one/two/three")
    #expect(scratch.names("one/two/three").contains("manifest.json"))
    let permissions = try FileManager.default.attributesOfItem(atPath: scratch.path + "/one/two/three")
    let mode = try #require((permissions[.posixPermissions] as? NSNumber)?.intValue)
    #expect(mode & 0o500 == 0o500)
  }

  @Test func aPathBelowAFileIsRefused() throws {
    try put("I am a file", "plain")
    let path = scratch.path + "/plain/result"
    let failure = #expect(throws: OutputFailure.self) { try OutputFolder(path) }
    #expect(
      failure?.description == "cannot create \(path): a part of the path is a file, not a folder")
    #expect(failure?.exitCode == 73)
    #expect(try scratch.text("plain") == "I am a file")
  }

  @Test func aFileInThePlaceIsRefused() throws {
    try put("I am a file", "plain")
    for force in [false, true] {
      let failure = #expect(throws: OutputFailure.self) {
        try OutputFolder(scratch.path + "/plain", force: force)
      }
      #expect(failure?.description.hasSuffix("a file of that name already exists") == true)
    }
  }

  @Test func anEmptyFolderIsFine() throws {
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/empty", withIntermediateDirectories: false)
    _ = try scratch.write("empty/")
    #expect(scratch.names() == ["empty"])
    #expect(scratch.names("empty").contains("manifest.json"))
  }

  @Test func anEarlierResultIsKeptWithoutForce() throws {
    _ = try scratch.write("result")
    let before = try scratch.text("result/years.csv")
    let failure = #expect(throws: OutputFailure.self) { try scratch.write("result") { $0.years = [] } }
    #expect(failure?.description.contains("--force") == true)
    #expect(failure?.exitCode == 73)
    #expect(try scratch.text("result/years.csv") == before)
    #expect(scratch.names() == ["result"])
  }

  @Test func forceReplacesAnEarlierResultAndKeepsForeignFiles() throws {
    _ = try scratch.write("result")
    try put("mine", "result/notes.txt")
    try put("stale", "result/report.html")
    let folder = try OutputFolder(scratch.path + "/result", force: true)
    try folder.write(Array("new".utf8), as: "manifest.json")
    #expect(
      scratch.names("result").contains("years.csv"), "the old result stays until the new one is complete")
    try folder.commit()
    #expect(scratch.names("result") == ["manifest.json", "notes.txt"])
    #expect(scratch.names() == ["result"])
  }

  @Test func forceDoesNotReplaceWhatIsNoResult() throws {
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/photos", withIntermediateDirectories: false)
    try put("holiday", "photos/beach.jpg")
    try put("{\"program\": \"other\"}", "photos/manifest.json")
    let failure = #expect(throws: OutputFailure.self) { try scratch.write("photos", force: true) }
    #expect(failure?.description.contains("not even --force") == true)
    #expect(scratch.names("photos") == ["beach.jpg", "manifest.json"])
  }

  @Test func aLinkToAnEarlierResultIsFollowed() throws {
    _ = try scratch.write("result")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/latest", withDestinationPath: scratch.path + "/result")
    _ = try scratch.write("latest", force: true)
    #expect(scratch.names() == ["latest", "result"])
    #expect(scratch.names("result").contains("manifest.json"))
  }

  @Test func theEmptyNameIsRefused() {
    #expect(throws: OutputFailure.cannotCreate(path: "", reason: "the name of the folder is empty")) {
      try OutputFolder("")
    }
  }

  @Test func reasonsAreInWords() {
    #expect(OutputFailure.creating("x", ENOSPC) == .diskFull(path: "x"))
    #expect(OutputFailure.writing("x", EDQUOT) == .diskFull(path: "x"))
    #expect(OutputFailure.diskFull(path: "x").description == "cannot write x: the disk is full")
    #expect(OutputFailure.diskFull(path: "x").exitCode == 74)
    #expect(OutputFailure.writing("x", EIO).exitCode == 74)
    #expect(OutputFailure.creating("x", EACCES).description.contains("permission denied"))
    #expect(OutputFailure.creating("x", EROFS).exitCode == 73)
  }
}
