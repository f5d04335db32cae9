import Foundation
import TestSupport
import Testing

@testable import Reports
@testable import Results

@Suite(
  .enabled(if: MemoryDisk.isPossible, "a memory disk can only be mounted by the system's owner"), .serialized)
struct TinyDiskTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func aFullDiskIsTold() throws {
    let disk = try #require(MemoryDisk(under: scratch.path, options: "size=64k"))
    let path = disk.path + "/result"
    let folder = try OutputFolder(path)
    let failure = #expect(throws: OutputFailure.self) {
      try folder.write([UInt8](repeating: 65, count: 200_000), as: "series.csv")
    }
    #expect(failure?.description == "cannot write \(path)/series.csv: the disk is full")
    #expect(failure?.exitCode == 74)
    folder.discard()
    #expect(FilePlace.entries(of: disk.path).isEmpty)
  }

  @Test func aFullDiskIsToldWhileCompressing() throws {
    let disk = try #require(MemoryDisk(under: scratch.path, options: "size=64k"))
    let folder = try OutputFolder(disk.path + "/result")
    let result = SmallResult.make()
    let raw = try RawFile(in: folder, manifest: result.manifest, series: result.series, months: result.months)
    let failure = #expect(throws: OutputFailure.self) {
      for replication in 0..<100_000 {
        let noise = Double(replication &* 7_919 % 100_003) / 100_003
        try raw.write(replication: replication, series: 0, month: 0, value: noise)
      }
      try raw.finish()
    }
    #expect(failure == .diskFull(path: disk.path + "/result/replications.csv.gz"))
  }

  @Test func aMountedFolderIsWrittenInPlace() throws {
    let disk = try #require(MemoryDisk(under: scratch.path, options: "size=4m"))
    let folder = try OutputFolder(disk.path)
    try ResultWriter.write(SmallResult.make(), to: folder)
    try folder.commit()
    #expect(FilePlace.entries(of: disk.path).contains("manifest.json"))
    let again = try OutputFolder(disk.path, force: true)
    try again.write(Array("{}".utf8), as: "manifest.json")
    try again.commit()
    #expect(FilePlace.entries(of: disk.path) == ["manifest.json"])
    #expect(scratch.names() == ["disk"])
  }

  @Test func aReadOnlyDiskIsTold() throws {
    let disk = try #require(MemoryDisk(under: scratch.path, options: "ro,size=64k"))
    let failure = #expect(throws: OutputFailure.self) { try OutputFolder(disk.path + "/result") }
    #expect(failure?.description == "cannot create \(disk.path)/result: the disk can only be read")
    #expect(failure?.exitCode == 73)
  }
}
