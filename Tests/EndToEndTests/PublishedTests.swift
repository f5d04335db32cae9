import Foundation
import TestSupport
import Testing

@Suite("Published evidence", .timeLimit(.minutes(5)))
struct PublishedTests {
  private static let published = Workplace.project.appendingPathComponent("Results/published")

  /// The folders of published evidence: one for each scenario that has some.
  private static var folders: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: published.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }

  private func write(_ place: Workplace, to folder: String) throws -> [String: Data] {
    let process = Process()
    process.executableURL = Workplace.project.appendingPathComponent(".ci/results")
    process.arguments = [place.url("service.yaml").path, place.url(folder).path, "6", "3"]
    process.environment = ProcessInfo.processInfo.environment.merging([
      "CASELOAD": Workplace.command.path, "DRIVERS": place.url("drivers.yaml").path,
      "REGISTER": place.url("risks.yaml").path, "REPORT": place.url(folder + ".html").path,
    ]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try place.names(in: folder).reduce(into: [:]) { $0[$1] = try place.bytes("\(folder)/\($1)") }
  }

  @Test("The evidence of a small scenario is the same to the byte when it is made again")
  func again() throws {
    let place = try Workplace()
    try place.write(SmallService.text)
    try place.write(EvidenceTests.register, as: "risks.yaml")
    try place.write(
      "drivers: [{ id: referrals, title: Referrals, hold: { demand.referralsPerYear: 300 } }]\n",
      as: "drivers.yaml")
    let first = try write(place, to: "a")
    #expect(first.keys.contains("SOURCE") && first.keys.contains("finance_attribution.csv"))
    #expect(first.keys.contains("risk_page_R1.md") && first.keys.contains("years.csv"))
    #expect(first.values.allSatisfy { !$0.isEmpty })
    #expect(first.keys.filter { $0.hasSuffix(".html") } == ["risk_page_R1.html"])
    let report = try place.text("a.html")
    #expect(report.utf8.count < 1_500_000)
    // With its evidence, and with the command as it is typed in a checkout.
    #expect(report.contains("id=\"risk-matrix\"") && report.contains("id=\"growth-by-year\""))
    #expect(report.contains("caseload run Scenarios/service.yaml --raw -q --out Results/service"))
    #expect(!report.contains(place.path) && !report.contains("/tmp/"))
    #expect(try write(place, to: "b") == first)
    #expect(try place.text("b.html") == report)
  }

  @Test(
    "What is published is what its list says, and of the scenario, seed and model as they are now",
    arguments: folders)
  func current(name: String) throws {
    let folder = Self.published.appendingPathComponent(name)
    let lines = try String(contentsOf: folder.appendingPathComponent("SOURCE"), encoding: .utf8)
      .split(separator: "\n").map {
        $0.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
      }
    let facts = Dictionary(lines.prefix(5).map { ($0[0], $0[1]) }, uniquingKeysWith: { $1 })
    let place = try Workplace()
    let scenario = Workplace.project.appendingPathComponent("Scenarios/\(name).yaml").path
    let checked = try place.run("check", scenario)
    let hash = try #require(facts["scenario"])
    #expect(
      checked.line.contains("Hash \(hash)."),
      "the scenario has changed since its evidence was published: make results")
    #expect(try place.run("--version").out == "caseload \(facts["model"] ?? "")\n")
    let listed = lines.dropFirst(5)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0 != "SOURCE" }
      .sorted()
    #expect(listed.map { $0[1] }.sorted() == names)
    let sums = Process()
    sums.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    sums.currentDirectoryURL = folder
    sums.arguments = ["sha256sum", "--"] + names
    let pipe = Pipe()
    sums.standardOutput = pipe
    try sums.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    sums.waitUntilExit()
    let found = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(found.sorted { $0[1] < $1[1] } == listed.sorted { $0[1] < $1[1] })
  }
}
