import Foundation
import Testing

@testable import Reports
@testable import Results

@Suite struct ResultReaderTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func whatWasWrittenComesBack() throws {
    let made = SmallResult.make()
    let read = try ResultReader.read(try scratch.write("result"))
    var manifest = made.manifest
    manifest.warnings = made.warnings
    #expect(read.manifest == manifest)
    #expect(read.years.count == 2)
    #expect(read.years[0].measure == "children_looked_after")
    #expect(read.years[0].yearName == "2015-16")
    #expect(read.years[0].estimate == made.years[0].estimate)
    #expect(read.years[1].yearName == "Sep 2015")
    #expect(read.years[1].estimate.mean == 0.16)
    #expect(read.parameters.map(\.source) == made.parameters.map(\.source))
    #expect(read.parameters.map(\.defaultValue) == ["3000", "1"])
    let checks = try ResultReader.whole(scratch.path + "/result").checks
    #expect(checks.map(\.entered) == [400, 95_095_484.25])
    #expect(checks.map(\.holds) == [true, true])
  }

  @Test func aYearWithoutAValueComesBack() throws {
    let path = try scratch.write("result") { $0.years[0].estimate = SmallResult.nothing }
    let read = try ResultReader.read(path)
    #expect(read.years[0].estimate.n == 0)
    #expect(read.years[0].estimate.mean.isNaN)
  }

  @Test func missingAndForeignFoldersAreTold() throws {
    let nowhere = scratch.path + "/nowhere"
    #expect(throws: ReadFailure.missing(path: nowhere)) { try ResultReader.read(nowhere) }
    #expect(throws: ReadFailure.foreign(path: scratch.path, reason: "it has no manifest.json")) {
      try ResultReader.read(scratch.path)
    }
    let path = try scratch.write("result")
    let failure = #expect(throws: ReadFailure.self) { try ResultReader.read(path + "/years.csv") }
    #expect(failure?.exitCode == 65)
    try Data("{}".utf8).write(to: URL(fileURLWithPath: path + "/manifest.json"))
    let other = #expect(throws: ReadFailure.self) { try ResultReader.read(path) }
    #expect(other?.description.hasSuffix("its manifest.json was not written by caseload") == true)
  }

  @Test func spoiltTablesAreTold() throws {
    let path = try scratch.write("result")
    let years = try scratch.text("result/years.csv")
    try scratch.replace(
      "years.csv", years.replacingOccurrences(of: ",386.25,", with: ",many,"), in: path)
    let failure = #expect(throws: ReadFailure.self) { try ResultReader.read(path) }
    #expect(failure?.description.contains("line 2: `many` in column `mean` is not a number") == true)
    try scratch.replace("years.csv", "measure\nx\n", in: path)
    let missing = #expect(throws: ReadFailure.self) { try ResultReader.read(path) }
    #expect(missing?.description.contains("years.csv") == true)
    #expect(missing?.description.hasSuffix("it has no column `breakdown`") == true)
    try FileManager.default.removeItem(atPath: path + "/years.csv")
    let gone = #expect(throws: ReadFailure.self) { try ResultReader.read(path) }
    #expect(gone?.description.contains("years.csv is missing, though manifest.json names it") == true)
  }
}
