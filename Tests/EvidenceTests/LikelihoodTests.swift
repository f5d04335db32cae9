import Foundation
import Results
import ScenarioFiles
import Testing

@testable import Evidence

/// The folder of the project, found from where this file stood when it was compiled.
enum Project {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
}

@Suite("Likelihood in bands and words")
struct LikelihoodTests {
  private let profile: RiskProfile

  init() throws { profile = try RiskProfile(path: Project.path("Scenarios/profiles/generic-4x4.yaml")) }

  private func bands(_ likelihood: Likelihood) -> ClosedRange<Int> {
    profile.likelihoodBands(from: likelihood.interval.lower, to: likelihood.interval.upper)
  }

  @Test("A band that is certain: an outside case")
  func certain() {
    let likelihood = Likelihood(73, of: 500)
    #expect(likelihood.share == 0.146)
    #expect(abs(likelihood.interval.lower - 0.11774877) < 1e-7)
    #expect(abs(likelihood.interval.upper - 0.17964927) < 1e-7)
    #expect(profile.likelihoodBand(likelihood.share) == 2)
    #expect(bands(likelihood) == 2...2)
    #expect(likelihood.words == "14.6% (73 of 500; 95% interval 11.8% to 18.0%)")
  }

  @Test("A band that is not: more replications are needed")
  func uncertain() {
    let first = Likelihood(15, of: 148)
    #expect(abs(first.share - 0.10135135) < 1e-8)
    #expect(abs(first.interval.lower - 0.0623864) < 1e-7 && abs(first.interval.upper - 0.16048724) < 1e-7)
    #expect(profile.likelihoodBand(first.share) == 2)
    #expect(bands(first) == 1...2)
    let second = Likelihood(81, of: 263)
    #expect(abs(second.interval.lower - 0.25528852) < 1e-7 && abs(second.interval.upper - 0.36620958) < 1e-7)
    #expect(bands(second) == 2...2)
  }

  @Test("Nothing seen is never 0%, and always seen is never 100%")
  func ends() {
    #expect(Likelihood(0, of: 500).words == "below 0.8% (0 of 500; 95% upper bound 0.76%)")
    #expect(profile.likelihoodBand(Likelihood(0, of: 500).share) == 1)
    #expect(Likelihood(500, of: 500).words == "above 99.2% (500 of 500; 95% lower bound 99.24%)")
    #expect(Likelihood(0, of: 500).short == "<0.8%" && Likelihood(500, of: 500).short == ">99.2%")
    for trials in 1...300 {
      #expect(!Likelihood(0, of: trials).words.hasPrefix("below 0.0%"))
      #expect(!Likelihood(trials, of: trials).words.contains("above 100.0%"))
    }
  }

  @Test("The cell of the register is the impact with the largest product: an outside case")
  func cell() {
    let cell = RegisterCell(exceedance: [0.62, 0.31, 0.12, 0.03], band: profile.likelihoodBand)
    #expect(cell.scores == [3, 4, 6, 4])
    #expect(cell.likelihood == 2 && cell.impact == 3 && cell.score == 6)
  }

  @Test("Ties go to the larger impact, and what was never reached does not count")
  func ties() {
    // Bands 4 and 2: 4 × 1 = 2 × 2.
    let tie = RegisterCell(exceedance: [0.9, 0.2, 0, 0], band: profile.likelihoodBand)
    #expect(tie.scores == [4, 4, 3, 4] && tie.impact == 2 && tie.likelihood == 2)
    let none = RegisterCell(exceedance: [0, 0, 0, 0], band: profile.likelihoodBand)
    #expect(none.impact == 1 && none.likelihood == 1)
  }

  @Test("Up and down only where the difference is more than chance")
  func direction() {
    let now = Likelihood(60, of: 100)
    #expect(RiskDirection.words(now, since: nil) == "no earlier result")
    #expect(RiskDirection.words(now, since: Likelihood(50, of: 100)) == "no significant change")
    #expect(RiskDirection.words(now, since: Likelihood(30, of: 100)) == "up")
    #expect(RiskDirection.words(now, since: Likelihood(90, of: 100)) == "down")
    #expect(
      RiskDirection.words(Likelihood(0, of: 10), since: Likelihood(0, of: 10))
        == "no significant change")
  }
}

@Suite("Profiles")
struct ProfileTests {
  private static let good = """
    profile: Mine
    source: ours
    likelihood: [{ label: A, from: 0%, to: 30% }, { label: B, from: 30%, to: 100% }]
    impact:
      labels: [Low, High]
      dimensions: { money: { unit: £, bands: [{ from: 0, to: 1m }, { from: 1m }] } }
    colours: { amber: 2, red: 4 }
    velocity: [{ label: soon, from: 0, to: 12 }, { label: late, from: 12 }]
    """

  private func complaint(_ old: String, _ new: String) throws -> String {
    #expect(Self.good.contains(old))
    let document = try Document(text: Self.good.replacing(old, with: new), name: "mine.yaml")
    let failure = #expect(throws: ScenarioFailure.self) { try RiskProfile(document) }
    #expect(failure?.kind.exitCode == 65)
    return failure?.description ?? ""
  }

  @Test("The two that ship are sound, and say that they are assumptions")
  func shipped() throws {
    for (name, size) in [("generic-4x4", 4), ("generic-5x5", 5)] {
      let profile = try RiskProfile(path: Project.path("Scenarios/profiles/\(name).yaml"))
      #expect(profile.likelihood.count == size && profile.impactLabels.count == size)
      #expect(profile.source.hasPrefix("assumption"))
      #expect(profile.colour(size * size) == "red" && profile.colour(1) == "green")
    }
  }

  @Test("A profile is read")
  func read() throws {
    let profile = try RiskProfile(Document(text: Self.good, name: "mine.yaml"))
    #expect(profile.likelihoodBand(0.29999) == 1 && profile.likelihoodBand(0.3) == 2)
    #expect(profile.dimensions[0].band(-5) == 1 && profile.dimensions[0].band(1e6) == 2)
    #expect(profile.velocityLabel(3) == "soon" && profile.velocityLabel(40) == "late")
    #expect(profile.velocityLabel(.nan) == "not seen")
  }

  @Test("Gaps and overlaps are found where they are, with what to do")
  func bands() throws {
    let gap = try complaint("{ label: B, from: 30%", "{ label: B, from: 40%")
    #expect(
      gap.contains("mine.yaml:3:") && gap.contains("error[band-gap]")
        && gap.contains("help: begin the band at 0.3"))
    let overlap = try complaint("{ label: B, from: 30%", "{ label: B, from: 20%")
    #expect(overlap.contains("error[band-overlap]"))
    #expect(try complaint("to: 100% }", "to: 90% }").contains("ends at 0.9, not at 1"))
    #expect(try complaint("{ from: 1m }", "{ from: 2m }").contains("error[band-gap]"))
    #expect(
      try complaint("labels: [Low, High]", "labels: [Low, Mid, High]").contains(
        "2 bands, and there are 3 labels"))
  }

  @Test("Other mistakes are named too, all in one pass")
  func mistakes() throws {
    #expect(try complaint("colours:", "colors:").contains("did you mean 'colours'?"))
    #expect(try complaint("from: 0, to: 1m", "from: nothing, to: 1m").contains("help: write for example"))
    #expect(try complaint("amber: 2", "amber: 9").contains("Amber begins at 9"))
    let both = try complaint("colours: { amber: 2, red: 4 }", "colours: { amber: 9, red: 4, blue: 1 }")
    #expect(both.contains("blue") && both.contains("Amber begins"))
  }
}
