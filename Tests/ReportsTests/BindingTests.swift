import Dates
import Foundation
import Notation
import TestSupport
import Testing

@testable import Reports
@testable import Results

@Suite("What belongs together")
struct BindingTests {
  private let scratch: Scratch
  private let folder: String

  init() throws {
    scratch = try Scratch()
    folder = try scratch.write("result") { $0 = ReportableResult.make() }
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
  }

  private func put(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
  }

  /// What is said of the folder when it is read whole; nil where nothing is.
  private func complaint() throws -> String? {
    do throws(ReadFailure) {
      _ = try ResultReader.whole(folder, newest: "0.1.0")
      return nil
    } catch {
      #expect(error.exitCode == 65)
      return error.description
    }
  }

  private var names: [String] { scratch.names("result") }

  @Test("As it was written it is read; every file cut at any tenth, and any bit turned, is told by name")
  func damage() throws {
    #expect(try complaint() == nil)
    var random = SplitMix(seed: 20_151_124)
    for name in names {
      let whole = try bytes(name)
      for tenth in 0..<10 {
        try put(Array(whole.prefix(whole.count * tenth / 10)), name)
        #expect(try complaint()?.contains(name) == true, "\(name) cut at \(tenth) tenths")
      }
      for _ in 0..<40 {
        var changed = whole
        changed[Int(random.next() % UInt64(whole.count))] ^= 1 << UInt8(random.next() % 8)
        try put(changed, name)
        #expect(try complaint()?.contains(name) == true, "a bit of \(name)")
      }
      try put(whole + [10], name)
      #expect(try complaint()?.contains(name) == true, "\(name) with a line more")
      try FileManager.default.removeItem(atPath: folder + "/" + name)
      #expect(try complaint() != nil, "\(name) is not there")
      try put(whole, name)
    }
    #expect(try complaint() == nil)
  }

  @Test("A table of another run is told, with what tells them apart")
  func otherRun() throws {
    let other = try scratch.write("other") {
      $0 = ReportableResult.make()
      $0.manifest.seed = 7
    }
    let years = try Data(contentsOf: URL(fileURLWithPath: other + "/years.csv"))
    try put(Array(years), "years.csv")
    let complaint = try #require(try complaint())
    #expect(complaint.contains("years.csv is of another run: its rows say seed 7, and the result is of"))
    #expect(complaint.contains("\nhelp: put back the file that was written, or run the scenario again"))
  }

  @Test("A table that the manifest does not name is told")
  func stranger() throws {
    let few = try scratch.write("few") { $0.observed = [] }
    try Data("x\n1\n".utf8).write(to: URL(fileURLWithPath: few + "/observed.csv"))
    let failure = #expect(throws: ReadFailure.self) { try ResultReader.whole(few) }
    #expect(failure?.description.contains("observed.csv is not of this result") == true)
  }

  @Test("A table that a spreadsheet has saved is told in kind words")
  func spreadsheet() throws {
    let saved = String(decoding: try bytes("years.csv"), as: UTF8.self).replacing("\n", with: "\r\n")
    try put(Array(saved.utf8), "years.csv")
    let complaint = try #require(try complaint())
    #expect(complaint.contains("years.csv was saved again by another program, a spreadsheet perhaps"))
    #expect(complaint.contains("help: work on a copy under another name; "))
  }

  @Test("A manifest of a later or an earlier format, and a later model, is told with what to do")
  func versions() throws {
    let text = String(decoding: try bytes("manifest.json"), as: UTF8.self)
    for (format, words) in [
      ("3", "of a later version of caseload"), ("1", "of an earlier version of caseload"),
    ] {
      try put(Array(text.replacing("\"format\": 2", with: "\"format\": \(format)").utf8), "manifest.json")
      let complaint = try #require(try complaint())
      #expect(complaint.contains("manifest.json has format \(format), \(words)"))
      #expect(complaint.contains("\nhelp: "))
      #expect(ResultReader.isResult(folder), "and --force may replace it")
    }
    try put(Array(text.utf8), "manifest.json")
    let later = #expect(throws: ReadFailure.self) { try ResultReader.read(folder, newest: "0.0.9") }
    #expect(later?.description.contains("is of model version 0.1.0, and this program has 0.0.9") == true)
    #expect(StoredManifest.isLater("0.10.0", than: "0.9.1") && !StoredManifest.isLater("0.9", than: "0.9.0"))
  }

  @Test("Evidence is bound to the result it was drawn from, and stays so when some of it is made again")
  func evidence() throws {
    let digest = try ResultReader.digest(of: folder)
    let manifest = SmallResult.manifest()
    func risks() throws -> [RiskThreshold] {
      try RiskThreshold.table.readIfThere(EvidenceManifest.folder(folder, of: digest), mayBeGone: true)
    }
    let level = RiskThreshold(risk: "R1", measure: "m", breakdown: "", value: 0.2)
    let levels = RiskThreshold.table.file([level], manifest)
    try EvidenceManifest.write([levels], to: folder, of: digest)
    try EvidenceManifest.write([RiskRow.table.file([], manifest)], to: folder, of: digest)
    #expect(try risks() == [level])
    try put(bytes("risk_thresholds.csv").dropLast(3) + [48, 48, 10], "risk_thresholds.csv")
    #expect(throws: ReadFailure.self) { try risks() }
    try EvidenceManifest.write([levels], to: folder, of: "another result")
    let foreign = #expect(throws: ReadFailure.self) { try risks() }
    #expect(foreign?.description.contains("was drawn from another result than the one beside it") == true)
    try FileManager.default.removeItem(atPath: folder + "/evidence_risk.json")
    let loose = #expect(throws: ReadFailure.self) { try risks() }
    #expect(loose?.description.contains("risk_thresholds.csv is not of this result") == true)
  }
}
