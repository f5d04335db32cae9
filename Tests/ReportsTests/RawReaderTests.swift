import Dates
import Foundation
import Testing

@testable import Reports
@testable import Results

@Suite struct RawReaderTests {
  private let result = SmallResult.make()
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Writes replications whose values tell where they stand.
  private func write(_ replications: Int, months: Int? = nil) throws -> String {
    let folder = try OutputFolder(scratch.path + "/a")
    let raw = try RawFile(
      in: folder, manifest: result.manifest, series: result.series, months: result.months,
      opening: CivilDate(2015, 3, 31))
    for replication in 0..<replications {
      for series in result.series.indices {
        if series == 0 { try raw.writeOpening(replication: replication, series: series, value: 357.5) }
        for month in 0..<(months ?? result.months.count) {
          try raw.write(
            replication: replication, series: series, month: month, value: value(replication, series, month))
        }
      }
    }
    try raw.finish()
    try folder.write(result.manifest)
    try folder.commit()
    return scratch.path + "/a"
  }

  private func bound(_ folder: String) throws -> BoundFolder { try StoredManifest(folder).opened().1 }

  private func value(_ replication: Int, _ series: Int, _ month: Int) -> Double? {
    if series == 1, replication % 7 == 3 { return nil }
    return [-1.0, 1e-9, 123_456_789.25, 0.1][(replication + month) % 4] * Double(1 + series)
  }

  private func read(_ folder: String, _ wanted: @escaping (String, String) -> Bool = { _, _ in true }) throws
    -> MonthlyReadings
  {
    try RawReader.read(bound(folder), start: CivilDate(2015, 4, 1), isWanted: wanted)
  }

  @Test("What was written is read, over many pieces of the file")
  func roundTrip() throws {
    let found = try read(write(20_000))
    #expect(found.replications == Array(0..<20_000))
    #expect(found.months.map(\.description) == ["2015-04-30", "2015-05-31"])
    #expect(found.days == [30, 31])
    #expect(found.financialYears.map(\.label) == ["2015-16"])
    #expect(found.series.map(\.measure) == ["children_looked_after", "vacancy_rate_fte"])
    for series in 0..<2 {
      #expect(found.series[series].opening.allSatisfy { series == 0 ? $0 == 357.5 : $0.isNaN })
      for replication in stride(from: 0, to: 20_000, by: 911) {
        for (month, read) in found.months(of: series, in: replication).enumerated() {
          if let written = value(replication, series, month) {
            #expect(read == written)
          } else {
            #expect(read.isNaN)
          }
        }
      }
    }
  }

  @Test("Only what is wanted is kept")
  func wanted() throws {
    let found = try read(write(3)) { measure, _ in measure == "vacancy_rate_fte" }
    #expect(found.series.count == 1 && found.place("vacancy_rate_fte", "role=social_worker") == 0)
    #expect(found.place("children_looked_after") == nil && found.count == 3)
    #expect(found.first(2).replications == [0, 1])
  }

  @Test("A file cut short, or of other columns, is refused")
  func spoilt() throws {
    let folder = try write(2_000)
    let path = folder + "/" + Tables.raw.name
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: path))
    let cut = #expect(throws: ReadFailure.self) { try read(folder) }
    #expect(cut?.description.contains("replications.csv.gz was cut short or replaced: it has ") == true)
    try Data("rep,measure\n".utf8).write(to: URL(fileURLWithPath: path))
    #expect(throws: ReadFailure.self) { try read(folder) }
    try FileManager.default.removeItem(atPath: path)
    #expect(throws: ReadFailure.self) { try read(folder) }
    #expect(try !RawReader.isThere(bound(folder)))
  }

  @Test func spells() throws {
    let folder = try OutputFolder(scratch.path + "/b")
    let spells = [
      StoredSpell(
        replication: 0, role: "social_worker", entryYears: 1.25, exitYears: 3.5, reason: "resigned"),
      StoredSpell(replication: 4, role: "practice_manager", entryYears: 0, exitYears: 0.000123, reason: ""),
    ]
    try folder.writeCompressed(Tables.spells, spells, result.manifest)
    try folder.write(result.manifest)
    try folder.commit()
    #expect(try Tables.spells.read(bound(scratch.path + "/b")) == spells)
    #expect(try Tables.spells.readIfThere(bound(scratch.write("c"))).isEmpty)
  }

  @Test("Evidence appears whole, with its origin, and goes when its result is replaced")
  func evidence() throws {
    let folder = try scratch.write("c")
    let row = GrowthPartRow {
      ($0.year, $0.driver, $0.placement, $0.part.mean) = ("2015-16", "mix", "all", -12.051)
    }
    let page = WholeFile.Prepared(name: EvidenceFile.page("R1") + ".md", bytes: Array("x".utf8))
    try EvidenceManifest.write(
      [GrowthPartRow.table.file([row], result.manifest), page], to: folder, of: "result")
    #expect(
      try scratch.text("c/finance_pvm.csv") == """
        fy,driver,placement,unit,gbp,ci_lo,ci_hi,residual_check,seed,scenario_hash,model_version,data_as_of
        2015-16,mix,all,GBP,-12.05,,,0.00,20151124,0123456789ab,0.1.0,2015-03-31

        """)
    let read = try GrowthPartRow.table.read(EvidenceManifest.folder(folder, of: "result"))
    #expect(read.map(\.driver) == ["mix"] && read[0].part.mean == -12.05 && read[0].part.lower.isNaN)
    #expect(!scratch.names("c").contains { $0.hasPrefix(".partial") })
    try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + "/notes.txt"))
    _ = try scratch.write("c", force: true)
    #expect(scratch.names("c").contains("notes.txt"))
    #expect(
      scratch.names("c").allSatisfy {
        !$0.hasPrefix("finance_") && !$0.hasPrefix("risk_") && !$0.hasPrefix("evidence_")
      })
    #expect(throws: OutputFailure.self) { try WholeFile.write([page], to: folder + "/notes.txt") }
  }

  @Test("Words for numbers")
  func phrases() {
    #expect(
      [23_771_000, 840_400, 512, -1_300_000, 123_456_789, 999_700].map { Phrase.pounds($0) } == [
        "£23.8m", "£840k", "£512", "-£1.3m", "£123m", "£1.0m",
      ])
    #expect(Phrase.pounds(pence: 5) == "0.05" && Phrase.pounds(pence: -123_456) == "-1234.56")
    #expect(Phrase.number(.nan) == "–" && Phrase.percent(0.0764, decimals: 2) == "7.64%")
  }
}
