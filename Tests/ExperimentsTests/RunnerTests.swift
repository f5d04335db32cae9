import Experiments
import Synchronization
import Testing
import Verification

@testable import ServiceModel

@Suite("Replications on several cores")
struct RunnerTests {
  private var tables: ModelTables {
    var service = ServiceParameters()
    service.demand.referralsPerYear = 200
    service.pathway.stages[.frontDoor].duration = DurationParameters(.exponential, mean: 40)
    service.workforce.teams[.assessment].posts[.socialWorker] = 5
    service.leaving.perYear = Keyed(repeating: 0.5)
    service.recruitment.steps[.advert] = DurationParameters(.exponential, mean: 60)
    return ModelTables(service)
  }

  @Test func oneJobAndSeveralGiveTheSame() async {
    let alone = await ReplicationRunner(tables, jobs: 1).run(0..<9)
    for jobs in [2, 5, 20] {
      let together = await ReplicationRunner(tables, jobs: jobs).run(0..<9)
      #expect(together.map(\.replication) == Array(0..<9))
      for (one, other) in zip(alone, together) {
        #expect(one.readings.numerators.map(\.bitPattern) == other.readings.numerators.map(\.bitPattern))
        #expect(one.opening.map(\.bitPattern) == other.opening.map(\.bitPattern))
        #expect(one.events == other.events)
      }
    }
  }

  @Test func progressIsToldOnceForEach() async {
    let told = Mutex<[Int]>([])
    _ = await ReplicationRunner(tables, jobs: 3).run(4..<10) { progress in
      told.withLock { $0.append(progress.done) }
      #expect(progress.wanted == 6 && progress.events > 0)
    }
    #expect(told.withLock { $0 } == [1, 2, 3, 4, 5, 6])
  }

  @Test func nothingIsRunForNoNumbers() async {
    #expect(await ReplicationRunner(tables, jobs: 2).run(3..<3).isEmpty)
  }

  @Test func aCancelledRunnerReturnsWholeOutcomesOnly() async {
    let tables = tables
    let stop = Stop()
    let work = Task {
      await ReplicationRunner(tables, jobs: 2).run(0..<10_000) { if $0.done >= 3 { stop.now() } }
    }
    stop.set { work.cancel() }
    let outcomes = await work.value
    #expect(outcomes.count >= 3 && outcomes.count < 10_000)
    #expect(outcomes.map(\.replication) == Array(0..<outcomes.count))
    for outcome in outcomes {
      #expect(outcome.readings.numerators.count == tables.calendar.months * tables.watched.count)
      #expect(outcome.events > 0)
    }
  }

  @Test func aCancelledVerificationSaysSo() async throws {
    let item = try Checked.item(
      #""scenario": "stock.yaml", "replications": 100000, "expected": [{"name": "n", "measure": "referrals", "value": 50}]"#
    )
    let work = Task { () -> String in
      do {
        _ = try await Verification(jobs: 2).rows(item)
        return "done"
      } catch {
        return "\(error)"
      }
    }
    work.cancel()
    #expect(await work.value == "case T1: it was interrupted")
  }
}

/// Lets what runs stop itself, since it may hold every thread there is.
private final class Stop: Sendable {
  private let action = Mutex<(@Sendable () -> Void)?>(nil)

  func set(_ action: @escaping @Sendable () -> Void) { self.action.withLock { $0 = action } }
  func now() { action.withLock { $0 }?() }
}
