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
    members: 30
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
    let again = try calibrate("--force", "--jobs", "2")
    #expect(again.code == 0 && again.err.contains("0 members computed, 60 reused"), "\(again.err)")
    #expect(try place.text("fit/fitted.yaml") == overlay, "a member that was kept is not what it was")
    try FileManager.default.removeItem(at: place.url("fit.runs.sqlite"))
    #expect(try calibrate("--force", "--jobs", "1").code == 0)
    #expect(try place.text("fit/fitted.yaml") == overlay, "the fit depends on the number of cores")
  }

  @Test(
    "What is known of the values together is written, told and drawn", arguments: ["ensemble", "moments"])
  func together(method: String) throws {
    let outcome = try calibrate("--method", method, "--jobs", "2")
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(outcome.out.contains("narrowed") && outcome.out.contains("told by the figures"), "\(outcome.out)")
    let overlay = try place.text("fit/fitted.yaml")
    #expect(overlay.contains("\njointly:\n") && overlay.contains("      - demand.referralsPerYear\n"))
    // The ensemble takes the slope of referrals with a later share for chance, and finds no correlation.
    let told = try place.run(
      "explain", "service.yaml", "demand.referralsPerYear", "--with", "fit/fitted.yaml")
    let partner = "drawn together with pathway.assessment.exits.childInNeed"
    #expect(told.code == 0 && told.out.contains(partner) == (method == "moments"), "\(told.out)\(told.err)")
    let again = try calibrate("--method", method, "--force", "--jobs", "1")
    let pieces = method == "moments" ? "trials" : "members"
    #expect(again.code == 0 && again.err.contains("0 \(pieces) computed"), "\(again.err)")
    let few = try calibrate("--force", "--reps", "13")
    #expect(few.code == 65 && few.err.contains("at least 14 members, not 13"), "\(few.err)")
  }

  @Test("What is wrong is told with its place, and nothing is written")
  func mistakes() throws {
    try place.write(fit.replacing("referralsPerYear", with: "referralPerYear"), as: "fit.yaml")
    var outcome = try calibrate()
    #expect(outcome.code == 65 && outcome.err.contains("fit.yaml:9:3: error[unknown-key]"))
    #expect(outcome.err.contains("did you mean \"demand.referralsPerYear\"?"))
    try place.write(fit.replacing("[2016-03-31] }", with: "[2017-03-31] }"), as: "fit.yaml")
    outcome = try calibrate()
    #expect(outcome.code == 65 && outcome.err.contains("has no figure of referrals for 2017-03-31"))
    #expect(outcome.err.contains("it has 2016-03-31"))
    #expect(try place.run("calibrate", "service.yaml", "--fit", "none.yaml").code == 66)
    #expect(try place.run("calibrate", "service.yaml").code == 64)
    #expect(!place.names().contains("fit") && !place.names().contains("Results"))
  }

  @Test("An interrupted fit writes nothing but its finished trials")
  func interrupted() throws {
    try place.write(fit.replacing("members: 30", with: "members: 90000"), as: "fit.yaml")
    let process = try place.start(["calibrate", "service.yaml", "--fit", "fit.yaml", "--out", "fit"])
    while process.isRunning, try !place.text(".err").contains("ensemble 1") { usleep(20_000) }
    // The first words come as the work begins, and the signal is watched for just after.
    usleep(500_000)
    process.interrupt()
    let outcome = try place.finish(process)
    #expect(
      outcome.code == 130 && outcome.err.contains("run the same command again to resume"), "\(outcome.err)")
    #expect(!place.names().contains("fit"))
  }
}
