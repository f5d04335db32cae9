import Parameters
import ServiceModel
import Testing

@testable import ScenarioFiles

@Suite("Files of a fit")
struct FitFileTests {
  private func codes(_ text: String) -> [String] {
    do throws(ScenarioFailure) {
      _ = try FitFile.read(text: text, name: "fit.yaml", parameters: ServiceParameters.self)
      return []
    } catch {
      return error.findings.map { "\($0.code)@\($0.place.line)" }
    }
  }

  private let sound = """
    fit: Town
    observed: ../observed/town.csv
    until: 2018-03-31
    free:
      overload.paceElasticity: { start: 0.3, low: 0.1, high: 0.9 }
    targets:
      - { measure: referrals, dates: [2016-03-31, 2017-03-31], tolerance: 0.1 }
      - { measure: inpost_fte, breakdown: role=social_worker, dates: [2016-09-30], use: held-out }

    """

  @Test("A sound file is read whole")
  func soundFile() throws {
    let file = try FitFile.read(text: sound, name: "fits/fit.yaml", parameters: ServiceParameters.self)
    #expect(file.title == "Town" && file.observed == "observed/town.csv" && file.replications == 40)
    #expect(file.free.map(\.path) == ["overload.paceElasticity"] && file.free[0].high == 0.9)
    #expect(file.targets.count == 2 && file.targets[0].dates.count == 2 && file.targets[0].tolerance == 0.1)
    #expect(file.targets[0].isFitted && !file.targets[1].isFitted)
    #expect(file.targets[1].breakdown == "role=social_worker" && file.until?.description == "2018-03-31")
  }

  @Test(
    "Mistakes are told with their line",
    arguments: [
      ("fit: Town", "fti: Town", "unknown-key@1"),
      ("overload.paceElasticity", "overload.paceElastcity", "unknown-key@5"),
      ("overload.paceElasticity", "run.starts", "not-a-number@5"),
      ("start: 0.3", "start: 0.95", "order@5"), ("high: 0.9", "high: 9", "out-of-range@5"),
      ("start: 0.3, ", "", "missing-key@5"), ("2016-03-31", "2016-02-31", "not-a-date@7"),
      ("held-out", "hold", "unknown-choice@8"), ("measure: referrals, ", "", "missing-key@7"),
      ("tolerance: 0.1", "tolerance: -1", "out-of-range@7"), ("tolerance", "tolerence", "unknown-key@7"),
      ("until: 2018-03-31", "observation: { flows: 0.5 }", "out-of-range@3"),
      ("until: 2018-03-31", "observation: { stock: 0.5 }", "unknown-key@3"),
    ])
  func mistakes(part: String, change: String, expected: String) {
    #expect(codes(sound.replacing(part, with: change)) == [expected])
  }

  @Test("How far figures are from what they measure is said once, or by a target")
  func observation() throws {
    let text = sound.replacing(
      "until: 2018-03-31", with: "observation: { flows: 5, rates: 0.2, rounding: 12 }")
    let model = try FitFile.read(text: text, name: "fit.yaml", parameters: ServiceParameters.self).observation
    #expect(model.flows == 5 && model.stocks == 0.015 && model.rounding == 12)
    var flow = Series(measure: "a", unit: .children, gathering: .flow)
    // (5 - 1) x 100 for the years, and 12² / 12 for rounding.
    #expect(abs(model.deviation(of: 100, flow, tolerance: nil) - 412.0.squareRoot()) < 1e-9)
    #expect(abs(model.deviation(of: 100, flow, tolerance: 0.05) - 37.0.squareRoot()) < 1e-9)
    flow.subject = .money
    #expect(abs(model.deviation(of: 100, flow, tolerance: nil) - 3) < 1e-9)
    let share = Series(measure: "b", unit: .share, gathering: .stockRate)
    #expect(abs(model.deviation(of: 0.5, share, tolerance: nil) - 0.05) < 1e-9)
  }

  @Test("What is missing is said, and a list is no fit")
  func missing() {
    #expect(codes("fit: Town") == ["missing-key@1", "missing-key@1", "missing-key@1"])
    #expect(codes("- a\n- b") == ["not-a-group@1"])
  }

  @Test("An overlay that is written reads back as the values that went in")
  func overlay() throws {
    let text = OverlayWriter.text(
      title: "Fitted: \"Town\"", remarks: ["Review."],
      [
        OverlayWriter.Entry(
          path: "overload.paceElasticity", value: .number(0.25), unit: .elasticity, source: .fitted("to all"),
          uncertain: .pert(low: 0.1, mode: 0.25, high: 0.4)),
        OverlayWriter.Entry(
          path: "overload.driftElasticity", value: .number(0), unit: .elasticity, source: .derived("zero"),
          uncertain: nil),
        OverlayWriter.Entry(
          path: "leaving.perYear.under2Years", value: .number(0.00001), unit: .perYear,
          source: .assumption("x"),
          uncertain: nil),
      ])
    let scenario = try ScenarioReader<ServiceParameters>(modelVersion: "1").read(text: text, name: "o.yaml")
    #expect(scenario.title == "Fitted: \"Town\"" && scenario.parameters.overload.paceElasticity == 0.25)
    #expect(scenario.settings["overload.paceElasticity"]?.source == .fitted("to all"))
    #expect(scenario.uncertainties == ["overload.paceElasticity": .pert(low: 0.1, mode: 0.25, high: 0.4)])
    #expect(scenario.parameters.leaving.perYear[.under2Years] == 0.00001)
    #expect(text.hasPrefix("# Review.\nscenario: "))
  }
}
