import Foundation
import Testing

@testable import Reports
@testable import Results

@Suite struct RawFileTests {
  private let result = SmallResult.make()

  private func write(_ replications: Int, to name: String, in scratch: Scratch) throws -> String {
    let folder = try OutputFolder(scratch.path + "/" + name)
    let raw = try RawFile(in: folder, manifest: result.manifest, series: result.series, months: result.months)
    for replication in 0..<replications {
      for series in result.series.indices {
        for month in result.months.indices {
          let value = replication == 1 && series == 1 ? nil : Double(replication) + Double(month) / 10
          try raw.write(replication: replication, series: series, month: month, value: value)
        }
      }
    }
    try raw.finish()
    try folder.commit()
    return scratch.path + "/\(name)/" + Tables.raw.name
  }

  @Test func sameRowsSameBytesAndNoTime() throws {
    let scratch = try Scratch()
    let first = try Data(contentsOf: URL(fileURLWithPath: write(500, to: "a", in: scratch)))
    let second = try Data(contentsOf: URL(fileURLWithPath: write(500, to: "b", in: scratch)))
    #expect(first == second)
    // Magic, deflate, no flags (so no name), and a time of zero.
    #expect(Array(first.prefix(8)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0])
  }

  private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(.enabled(if: python != nil, "there is no Python here to read it with"))
  func anotherProgramReadsIt() throws {
    let scratch = try Scratch()
    let path = try write(2_000, to: "a", in: scratch)
    let python = try #require(RawFileTests.python)
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [
      "-c",
      "import gzip,sys; t=gzip.open(sys.argv[1],'rb').read().decode(); print(t.count(chr(10))); print(t[:500])",
      path,
    ]
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let origin = "20151124,0123456789ab,0.1.0,2015-03-31"
    #expect(process.terminationStatus == 0)
    #expect(
      text.hasPrefix(
        """
        8001
        rep,measure,breakdown,month_end,value,seed,scenario_hash,model_version,data_as_of
        0,children_looked_after,,2015-04-30,0,\(origin)
        0,children_looked_after,,2015-05-31,0.1,\(origin)
        0,vacancy_rate_fte,role=social_worker,2015-04-30,0,\(origin)
        0,vacancy_rate_fte,role=social_worker,2015-05-31,0.1,\(origin)
        1,children_looked_after,,2015-04-30,1,\(origin)

        """))
  }
}
