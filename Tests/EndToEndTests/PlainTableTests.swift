import Foundation
import Testing

/// Every table that a verb writes is in ASCII, so that Excel, pandas and sqlite3 read it alike.
@Suite("Tables that every program reads")
struct PlainTableTests {
  @Test(
    "Each CSV of run, finance, hr, vacancy-factor, compare and worth is in ASCII, though the scenario is not")
  func ascii() throws {
    let place = try Workplace()
    let base = Workplace.project.appendingPathComponent("Scenarios/cheshire-east-2015.yaml").path
    let lever = Workplace.project.appendingPathComponent("Scenarios/levers/retention-payment.yaml").path
    for words in [
      ["run", base, "--set", "run.ends=2016-03-31", "--reps", "2", "--raw", "--out", "r", "-q"],
      ["finance", "r", "--saving", lever, "--reps", "2", "-q"], ["hr", "r", "-q"],
      ["vacancy-factor", "r", "-q"],
      ["compare", base, lever, "--set", "run.ends=2016-03-31", "--reps", "2", "--out", "c", "-q"],
      ["worth", base, lever, "--set", "run.ends=2016-03-31", "--reps", "2", "--out", "w", "-q"],
    ] {
      let outcome = try place.finish(place.start(words))
      #expect(outcome.code == 0, "\(words): \(outcome.err)")
    }
    var seen = 0
    for folder in ["r", "c", "w"] {
      for name in try FileManager.default.contentsOfDirectory(atPath: place.url(folder).path)
      where name.hasSuffix(".csv") {
        let bytes = try Data(contentsOf: place.url("\(folder)/\(name)"))
        #expect(bytes.allSatisfy { $0 < 128 }, "\(folder)/\(name)")
        seen += 1
      }
    }
    #expect(seen > 20)
    let opening = try place.text("r/opening.csv")
    #expect(opening.contains(",GBP,") && opening.contains(",GBP of the first year,"))
  }
}
