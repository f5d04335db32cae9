import Results
import Statistics
import Testing

@testable import Experiments
@testable import ServiceModel

@Suite("How many replications a mean needs")
struct NeedTests {
  private func need(_ values: [Double]) throws -> ReplicationNeed {
    let output = try OutputChoice("referrals", in: ModelTables(ServiceParameters()))
    return ReplicationNeed(output, values, precision: 0.05)
  }

  @Test("Never fewer than the pilot had, however few of its replications have a value")
  func atLeastThePilot() throws {
    let steady = try need((0..<30).map { 100 + Double($0 % 2) })
    #expect(steady.needed == 30 && !steady.isNearZero)
    let sparse = try need((0..<30).map { $0 % 3 == 0 ? 100 + Double($0 % 2) : .nan })
    #expect(sparse.needed == 30)
    #expect((sparse.seen ?? 0) >= 7, "the third value stands in the seventh replication")
  }

  @Test("A mean near 0 is named as such, and needs no number")
  func nearZero() throws {
    let near = try need((0..<30).map { $0 == 7 ? 10 : 0 })
    #expect(near.isNearZero)
    #expect([near].shown[1][6] == "–")
    #expect(try need([.nan, .nan]).isNearZero)
  }
}

@Suite("A result that contradicts its own scenario")
struct StatedFigureTests {
  private func result(_ measure: String, _ mean: Double, _ parameters: ServiceParameters) -> ResultSet {
    let tables = ModelTables(parameters)
    var result = ResultSet(manifest: Manifest())
    result.series = tables.watched
    result.years = [
      YearRow {
        ($0.series, $0.financialYear) = (tables.watched.place(of: measure) ?? 0, "2015-16")
        $0.estimate = Estimate([mean, mean])
      }
    ]
    return result
  }

  @Test("A note says so where the measure is half as much again, and nothing is said of what agrees")
  func notes() {
    var parameters = ServiceParameters()
    for step in RecruitmentStep.allCases {
      parameters.recruitment.steps[step] = DurationParameters(.constant, mean: 28)
    }
    let hire = "time_to_hire_p50_days"
    let notes = StatedFigures.notes(result(hire, 320, parameters), parameters)
    #expect(notes.count == 1)
    #expect(notes.first?.contains("112 days (16 weeks)") == true, "\(notes)")
    #expect(
      notes.first?.contains("320 days (46 weeks)") == true
        && notes.first?.contains("recruitment.steps") == true)
    #expect(StatedFigures.notes(result(hire, 120, parameters), parameters).isEmpty)
    parameters.workforce.tenureAtStart[.under2Years] = 1
    parameters.leaving.perYear[.under2Years] = 0.1
    parameters.workforce.teams[.assessment].posts[.socialWorker] = 10
    #expect(StatedFigures.notes(result("turnover_rate_fte", 0.4, parameters), parameters).count == 1)
    #expect(StatedFigures.notes(result("turnover_rate_fte", 0.11, parameters), parameters).isEmpty)
  }
}
