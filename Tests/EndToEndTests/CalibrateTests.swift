import Foundation
import TestSupport
import Testing

@Suite("Fitting with the command", .timeLimit(.minutes(2)))
struct CalibrateTests {
  private let place: Workplace
  private let fit = """
    fit: Small service
    observed: small.csv
    replications: 6
    checkReplications: 12
    iterations: 2
    free:
      pathway.assessment.exits.childInNeed: { start: 0.3, low: 0.2, high: 0.45 }
      demand.referralsPerYear: { start: 600, low: 400, high: 900 }
    targets:
      - { measure: referrals, dates: [2016-03-31] }
      - { measure: children_looked_after, dates: [2016-03-31], use: held-out }

    """

  init() throws {
    place = try Workplace()
    try place.write(SmallService.text)
    try place.write(fit, as: "fit.yaml")
    let columns = "measure,breakdown,date,value,unit,status,release,note\n"
    try place.write(
      columns + "referrals,,2016-03-31,800,referrals,ok,Made up,\n"
        + "children_looked_after,,2016-03-31,70,children,ok,Made up,\n", as: "small.csv")
  }

  private func calibrate(_ words: String...) throws -> Workplace.Outcome {
    try place.finish(place.start(["calibrate", "service.yaml", "--fit", "fit.yaml", "--out", "fit"] + words))
  }

  @Test("A fit moves towards the figures, writes what it found, and a run takes the overlay")
  func fitted() throws {
    let outcome = try calibrate("--jobs", "2")
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(place.names(in: "fit") == ["fit.csv", "fitted.yaml", "manifest.json"])
    let overlay = try place.text("fit/fitted.yaml")
    // Three shares beside the fitted one stand in the overlay, so that all still sum to 1.
    #expect(overlay.contains("childInNeed: { value: ") && overlay.contains("stepDown: { value: "))
    let rows = try place.text("fit/fit.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(rows.count == 3 && rows[1][5] == "fitted" && rows[2][5] == "held out")
    let (before, after) = (Double(rows[1][6]) ?? 0, Double(rows[1][9]) ?? 0)
    #expect(before < 720 && abs(after - 800) < abs(before - 800) / 2, "\(before) became \(after)")
    let run = try place.run("run", "service.yaml", "--with", "fit/fitted.yaml", "-q", "--out", "run")
    #expect(run.code == 0, "\(run.err)")
    #expect(place.names(in: "run").contains("draws.csv"))
    #expect(try calibrate().code == 73, "results that stand are not replaced unasked")
    #expect(try calibrate("--force", "--jobs", "1").code == 0)
    #expect(try place.text("fit/fitted.yaml") == overlay, "the fit depends on the number of cores")
  }

  @Test("What is wrong is told with its place, and nothing is written")
  func mistakes() throws {
    try place.write(fit.replacing("referralsPerYear", with: "referralPerYear"), as: "fit.yaml")
    var outcome = try calibrate()
    #expect(outcome.code == 65 && outcome.err.contains("fit.yaml:8:3: error[unknown-key]"))
    #expect(outcome.err.contains("did you mean \"demand.referralsPerYear\"?"))
    try place.write(fit.replacing("[2016-03-31] }", with: "[2017-03-31] }"), as: "fit.yaml")
    outcome = try calibrate()
    #expect(outcome.code == 65 && outcome.err.contains("has no figure of referrals for 2017-03-31"))
    #expect(outcome.err.contains("it has 2016-03-31"))
    #expect(try place.run("calibrate", "service.yaml", "--fit", "none.yaml").code == 66)
    #expect(try place.run("calibrate", "service.yaml").code == 64)
    #expect(!place.names().contains("fit") && !place.names().contains("Results"))
  }

  @Test("An interrupted fit writes nothing")
  func interrupted() throws {
    try place.write(fit.replacing("replications: 6", with: "replications: 90000"), as: "fit.yaml")
    let process = try place.start(["calibrate", "service.yaml", "--fit", "fit.yaml", "--out", "fit"])
    while process.isRunning, try !place.text(".err").contains("trial 1") { usleep(20_000) }
    // The first words come as the work begins, and the signal is watched for just after.
    usleep(500_000)
    process.interrupt()
    let outcome = try place.finish(process)
    #expect(outcome.code == 130 && outcome.err.contains("nothing was written"), "\(outcome.err)")
    #expect(!place.names().contains("fit"))
  }
}
