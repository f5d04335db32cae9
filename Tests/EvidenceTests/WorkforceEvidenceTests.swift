import Results
import Statistics
import Testing

@testable import Evidence

@Suite("Workforce evidence")
struct WorkforceEvidenceTests {
  @Test("Retention curves of published spells: an outside case")
  func published() throws {
    let ended: [Double] = [6, 6, 6, 7, 10, 13, 16, 22, 23]
    let censored: [Double] = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    let spells =
      (ended.map { ($0, "resigned") } + censored.map { ($0, "") }).map { years, reason in
        StoredSpell { ($0.role, $0.exitYears, $0.reason) = ("social_worker", years, reason) }
      }
    let curves = RetentionCurves(spells, replications: 1)
    #expect(
      curves.rows.map(\.role).reduce(into: []) { if $0.last != $1 { $0.append($1) } } == [
        "", "social_worker",
      ])
    let rows = curves.rows.filter { $0.role == "social_worker" }
    let known = [
      (6.0, 0.857143, 0.07636), (10, 0.752941, 0.09635), (16, 0.627451, 0.114054), (23, 0.448179, 0.134591),
    ]
    for (year, survival, error) in known {
      let row = try #require(rows.first { $0.years == year })
      #expect(abs(row.survival - survival) < 1e-6 && abs(row.error - error) < 1e-6)
    }
    // Twenty-one at risk at the start; fifteen of them at ten years; half have left after 23.
    #expect(rows.first?.atRisk == 21 && rows.first?.isBegun == false)
    #expect(rows.first { $0.years == 10 }?.atRisk == 15)
    #expect(rows.reduce(0) { $0 + $1.ended } == 9)
  }

  @Test("Posts filled and left at a steady rate: the closed form is what is simulated")
  func steady() throws {
    // A hundred posts, ten of them empty, of which ten a year are filled: turnover 1/9, a year to fill.
    let months = 12
    let readings = Written.readings(
      [
        Written.series("inpost_fte", opening: 90, [Array(repeating: 90, count: months)]),
        Written.series("vacancy_rate_fte", opening: 0.1, [Array(repeating: 0.1, count: months)]),
        Written.series("starters_fte", [Array(repeating: 10.0 / 12, count: months)]),
      ], months: months)
    let row = try #require(VacancyFactor(readings, factor: 0.05).rows.first)
    let years = 366 / 365.25
    #expect(abs(row.turnover.mean - 10 / (90 * years)) < 1e-9)
    #expect(abs(row.weeks.mean - years * StructuralVacancy.weeksPerYear) < 1e-9)
    #expect(abs(row.closedForm.mean - 0.1) < 1e-9 && abs(row.simulated.mean - 0.1) < 1e-9)
    let needed: Double = 0.05 / 0.95 * 9 * years * StructuralVacancy.weeksPerYear
    #expect(abs((row.weeksNeeded ?? 0) - needed) < 1e-9)
  }

  @Test("The closed form of a row is the formula of the turnover and the weeks in that row")
  func ownFormula() throws {
    let months = 12
    func rows(_ values: [Double]) -> [[Double]] { values.map { Array(repeating: $0, count: months) } }
    let readings = Written.readings(
      [
        Written.series("inpost_fte", opening: 90, rows([90, 60, 95])),
        Written.series("vacancy_rate_fte", opening: 0.1, rows([0.1, 0.4, 0.02])),
        Written.series("starters_fte", rows([10.0 / 12, 30.0 / 12, 0.5 / 12])),
      ], months: months)
    let row = try #require(VacancyFactor(readings, factor: 0.05).rows.first)
    let product = row.turnover.mean * row.weeks.mean / StructuralVacancy.weeksPerYear
    #expect(abs(row.closedForm.mean - product / (1 + product)) < 1e-12)
  }

  @Test("The calculation without a result: an outside case")
  func calculation() throws {
    let text = try VacancyFactor.calculation(turnover: 0.159, weeks: 16, factor: 0.05)
    #expect(text.contains("4.65% of posts are vacant") && text.contains("17.3 weeks"))
    let other = try VacancyFactor.calculation(turnover: 0.25, weeks: 26, factor: nil)
    #expect(other.contains("11.08% of posts"))
  }
}
