import Statistics
import Testing

@testable import ServiceModel

@Suite("More staff")
struct MoreStaffTests {
  @Test("They never raise the expected number waiting beyond its interval, in scenarios at random")
  func waiting() {
    var numbers = TestNumbers(3_112_026)
    var (run, relieved) = (0, 0)
    while run < 40 {
      var few = RandomScenario.make(&numbers, withExtremes: false)
      for team in Team.allCases { few.workforce.teams[team].waitingLimit = -1 }
      var many = few
      for team in Team.allCases {
        let posts = few.workforce.teams[team].posts[.socialWorker]
        many.workforce.teams[team].posts[.socialWorker] = posts + max(2, posts / 2)
      }
      guard [few, many].allSatisfy({ !$0.contradictions().contains { $0.severity == .error } }) else {
        continue
      }
      run += 1
      let differences = zip(waiting(many), waiting(few)).map { $0 - $1 }
      let tally = Tally(differences)
      // 5.3 standard errors of 20 pairs: one wrong alarm in some 50,000 comparisons (Student, 19 degrees of freedom).
      #expect(tally.mean <= 5.3 * tally.standardError + 1e-9, "scenario \(run): \(tally.mean) more wait")
      if tally.mean < -5.3 * tally.standardError { relieved += 1 }
    }
    #expect(relieved >= 10, "only in \(relieved) scenarios did anybody wait less")
  }

  /// Children waiting for a worker, averaged over the run, in each of 20 replications.
  private func waiting(_ service: ServiceParameters) -> [Double] {
    let tables = ModelTables(service)
    let measure = "unallocated_children_average"
    let place = tables.watched.firstIndex { $0.measure == measure && $0.breakdown.isEmpty } ?? 0
    var replicator = Replicator(tables)
    return (0..<20).map { number in
      let readings = replicator.run(number).readings
      let months = 0..<tables.calendar.months
      let days = months.reduce(0.0) { $0 + readings.denominators[$1 * readings.seriesCount + place] }
      return months.reduce(0.0) { $0 + readings.numerators[$1 * readings.seriesCount + place] } / days
    }
  }
}
