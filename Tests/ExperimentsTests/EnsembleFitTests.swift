import Dates
import Parameters
import Results
import ServiceModel
import Testing

@testable import Experiments

@Suite("Fitting by an ensemble")
struct EnsembleFitTests {
  @Test("A fit does not depend on how many cores are used, and keeps what goes together")
  func cores() async throws {
    let council = try #require(SimulatedCouncil(3))
    let one = try #require(await council.fit(members: 40, iterations: 3, jobs: 1))
    let two = try #require(await council.fit(members: 40, iterations: 3, jobs: 3))
    #expect(one.mean == two.mean && one.covariance == two.covariance && one.rows.count == 4)
    #expect(one.correlations.count == 6)
    // As many open plans come of more referrals or of longer plans.
    let pair = try #require(
      one.correlations.first { $0.first == "demand.referralsPerYear" && $0.second.hasSuffix("duration.mean") }
    )
    #expect(pair.correlation < -0.1, "\(pair.correlation)")
    let uncertain = UncertainInputs(
      one.parameters(council.base), one.uncertainties([:]), jointly: one.jointly([]))
    #expect(uncertain.inputs.count == 4 && uncertain.draw(1).isConsistent)
  }

  @Test("Where no figure is fitted to, the prior stands")
  func prior() async throws {
    let council = try #require(SimulatedCouncil(4))
    let held = council.targets.map { FitTarget(figure: $0.figure, isFitted: false, tolerance: 0.03) }
    let fit = EnsembleFit(
      base: council.base, free: SimulatedCouncil.values, targets: held, members: 40, iterations: 3, jobs: 2)
    let outcome = try #require(await fit.run { _ in })
    #expect(
      outcome.fitted.allSatisfy { $0.narrowed == 0 }
        && outcome.correlations.allSatisfy { $0.correlation == 0 })
    #expect(outcome.rows.allSatisfy { $0.verdict == "not told: the prior stands" })
    // The range in the file is the prior's 95% range.
    for item in outcome.fitted {
      #expect(abs(item.free.low / item.low - item.free.high / item.high) < 0.2, "\(item.free.path)")
    }
  }

  @Test("A figure is read from a replication as it is read from a result")
  func places() throws {
    let council = try #require(SimulatedCouncil(5))
    let tables = ModelTables(council.base)
    var replicator = Replicator(tables)
    let outcome = replicator.run(1)
    let opening = ObservedFigure {
      ($0.measure, $0.date, $0.unit) = ("children_in_need", CivilDate(2015, 3, 31), "children")
    }
    let targets = council.targets + [FitTarget(figure: opening, isFitted: true, tolerance: 0)]
    for (target, estimate) in zip(targets, FitReadings.read([outcome], tables, targets)) {
      let place = try #require(FigurePlace(target.figure, in: tables))
      let value = place.value(of: Gathered([outcome], watched: tables.watched))
      #expect(try #require(estimate).mean == value, "\(target.figure.measure) \(target.figure.date)")
      let short = try #require(replicator.run(1, months: place.monthsNeeded) { false })
      #expect(place.value(of: Gathered([short], watched: tables.watched)) == value)
    }
  }

  @Test("A fit that is cancelled finds nothing")
  func cancelled() async throws {
    let council = try #require(SimulatedCouncil(6))
    let task = Task { await council.fit() }
    task.cancel()
    #expect(await task.value == nil)
  }
}
