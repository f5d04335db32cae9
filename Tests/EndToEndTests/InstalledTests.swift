import Foundation
import Testing

/// The command in `bin` and what comes with it in `share/caseload`, as a package lays them, and a reader's own folder.
@Suite("An installed command", .serialized, .timeLimit(.minutes(5)))
struct InstalledTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    let files = FileManager.default
    for folder in ["usr/bin", "usr/share/caseload", "home"] {
      try files.createDirectory(at: place.url(folder), withIntermediateDirectories: true)
    }
    try files.copyItem(at: Workplace.command, to: place.url("usr/bin/caseload"))
    try files.copyItem(
      at: Workplace.project.appendingPathComponent("Scenarios"),
      to: place.url("usr/share/caseload/Scenarios"))
  }

  private func run(_ line: String) throws -> Workplace.Outcome {
    try place.shell("cd home && PATH=\"$OLDPWD/usr/bin:$PATH\" && \(line)")
  }

  private func expect(_ line: String) throws {
    let outcome = try run(line)
    #expect(outcome.code == 0, "\(line): \(outcome.out.suffix(300))\n\(outcome.err.suffix(800))")
  }

  @Test(
    "A council's scenario is written, run as a forecast, and reported in a folder with nothing else in it")
  func council() throws {
    try expect("caseload init leeds.yaml --council Leeds")
    #expect(try place.text("home/leeds.yaml").contains("basedOn: \"Scenarios/england.yaml\"\n"))
    try expect("caseload run leeds.yaml --reps 2 --twins 0 --out Results/leeds")
    #expect(place.names(in: "home/Results/leeds").contains("forecast.csv"))
    #expect(try place.text("home/Results/leeds/observed.csv").split(separator: "\n").count > 20)
    try expect("caseload report Results/leeds")
    #expect(place.names(in: "home") == ["Results", "leeds.yaml", "observed"])
  }

  @Test("A scenario of another folder has its base from any folder")
  func elsewhere() throws {
    try expect("mkdir councils && caseload init councils/leeds.yaml --council Leeds")
    try expect("caseload check councils/leeds.yaml")
    try expect("cd councils && caseload check leeds.yaml")
    try expect("caseload check \"$PWD/councils/leeds.yaml\"")
  }

  @Test(
    "The shipped scenario gives the same bytes as in a checkout, and its risks, cases and overlays are there")
  func shipped() throws {
    let words = "Scenarios/cheshire-east-2015.yaml --reps 2 --twins 0 --raw -q --set run.ends=2018-03-31"
    try expect("caseload run \(words) --out a")
    let checkout = try place.shell(
      "cd \"\(Workplace.project.path)\" && \"$1\" run \(words) --out \"$2\"", place.url("home/b").path)
    #expect(checkout.code == 0, "\(checkout.err)")
    let names = place.names(in: "home/a")
    #expect(names == place.names(in: "home/b") && names.contains("observed.csv"))
    for name in names where name != "manifest.json" {
      #expect(try place.bytes("home/a/\(name)") == place.bytes("home/b/\(name)"), "\(name) differs")
    }
    for line in [
      "caseload risk a -q",
      "caseload verify --only Q01 -q",
      "caseload explain Scenarios/cheshire-east-2015.yaml --with Scenarios/levers/step-down.yaml levers.stepDown",
      "caseload councils north", "caseload init own.yaml --based-on Scenarios/cheshire-east-2015.yaml",
      "caseload check own.yaml",
    ] { try expect(line) }
  }

  @Test("A file of the reader's own takes the place of the shipped one; a name of neither is refused")
  func own() throws {
    try FileManager.default.createDirectory(
      at: place.url("home/Scenarios"), withIntermediateDirectories: true)
    try place.write("scenario: Mine\nquestion: Is it?\nbasedOn: [\n", as: "home/Scenarios/england.yaml")
    let outcome = try run("caseload check Scenarios/england.yaml")
    #expect(outcome.code == 65 && outcome.err.contains("Scenarios/england.yaml:"))
    #expect(try run("caseload check Scenarios/nowhere.yaml").code == 66)
  }
}
