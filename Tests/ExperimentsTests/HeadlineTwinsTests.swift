import Experiments
import Foundation
import Parameters
import Reports
import Results
import ScenarioFiles
import ServiceModel
import Testing

/// A service without a limit whose answer is known: given the rate, the children open after t years are Poisson with mean
/// rate x (1 - exp(-2t)) / 2; over rates their variance is the variance of that mean plus the mean of it.
@Suite("Twins of a run", .timeLimit(.minutes(10)))
struct HeadlineTwinsTests {
  private static let text = """
    scenario: A stock without a limit at an uncertain rate
    question: How much of the spread comes from not knowing the rate?
    run: { starts: 2015-04-01, ends: 2018-03-31, seed: 1909, calendar: uniform }
    demand:
      referralsPerYear: { value: 600, uncertain: { family: uniform, low: 540, high: 660 } }
      entry: { frontDoor: 0, childInNeed: 1 }
    pathway:
      endsAt18: false
      childInNeed: { duration: { family: exponential, mean: 182.625 } }
    """

  private static func service() throws -> (ModelTables, UncertainInputs) {
    let read = try ScenarioReader<ServiceParameters>(modelVersion: ModelVersion.current)
      .read(text: text, name: "stock")
    return (ModelTables(read.parameters), UncertainInputs(read.parameters, read.uncertainties))
  }

  private func rows(_ count: Int, jobs: Int) async throws -> [VarianceRow] {
    let (tables, uncertain) = try Self.service()
    let outcomes = await ReplicationRunner(tables, jobs: jobs, uncertain: uncertain).run(0..<(count + 1))
    let twins = try HeadlineTwins(tables, uncertain: uncertain)
    let outcome = await twins.run(count, of: outcomes, jobs: jobs)
    #expect(outcome.broken == 0)
    return outcome.rows
  }

  @Test("The split of an M/M/infinity stock is its closed form, within 3.29 standard errors of 800 pairs")
  func closedForm() async throws {
    let pairs = 800
    let rows = try await rows(pairs, jobs: 2).filter { $0.measure == "children_in_need" }
    #expect(rows.map(\.when) == ["2015-16", "2016-17", "2017-18"])
    for (years, row) in zip(1..., rows) {
      let weight = (1 - exp(-2 * Double(years))) / 2
      let chance = 600 * weight
      let inputs = weight * weight * 120 * 120 / 12
      let n = Double(pairs)
      // Mean squares of normal results have variance 2 x expectation^2 / freedom; a uniform input makes it less.
      let amongError = (2 * inputs + chance) * (2 / (n - 1)).squareRoot()
      let withinError = chance * (2 / n).squareRoot()
      let inputsError = (amongError * amongError + withinError * withinError).squareRoot() / 2
      #expect(row.twins == pairs)
      #expect(abs(row.mean - chance) < 3.29 * ((inputs + chance) / n).squareRoot())
      #expect(abs(row.chance - chance) < 3.29 * withinError, "\(row.chance), not \(chance)")
      #expect(abs(row.inputs - inputs) < 3.29 * inputsError, "\(row.inputs), not \(inputs)")
      let share = inputs / (inputs + chance)
      #expect(abs((row.share ?? .nan) - share) < 3.29 * (1 - share * share) / n.squareRoot())
      let interval = try #require(row.interval)
      #expect(interval.contains(share), "\(interval), not \(share)")
      #expect(interval.upperBound - interval.lowerBound < 0.15)
    }
  }

  @Test("Cores change nothing")
  func cores() async throws {
    #expect(try await rows(12, jobs: 1) == rows(12, jobs: 5))
  }

  @Test("A twin has the inputs of its replication, another chance, and streams that no replication has")
  func apart() async throws {
    let (tables, uncertain) = try Self.service()
    func bits(_ outcome: ReplicationOutcome) -> [UInt64] { outcome.readings.numerators.map(\.bitPattern) }
    var replicator = Replicator(tables, uncertain: uncertain)
    let one = replicator.run(3)
    let twin = replicator.runTwin(of: 3)
    let isAsBefore = bits(replicator.run(3)) == bits(one)
    #expect(isAsBefore)
    let isAnother = bits(twin) != bits(one)
    #expect(isAnother)
    #expect(twin.replication == Replicator.twin(of: 3) && twin.replication > 1_000_000)
    #expect(Set((0..<100).map(Replicator.twin)).count == 100)
    // The inputs that replication 3 drew, as though they were known.
    var certain = Replicator(ModelTables(uncertain.draw(3).parameters))
    let hasItsInputs = bits(certain.run(Replicator.twin(of: 3))) == bits(twin)
    #expect(hasItsInputs)
  }

  @Test func howMany() {
    #expect([0, 19, 20, 100, 200, 1000].map(HeadlineTwins.count) == [0, 0, 5, 25, 50, 50])
  }
}
