import Results
import Testing

@testable import Reports

@Suite("A council beside others, in words")
struct BenchmarkTests {
  private func row(_ label: String, _ percentile: Double, _ kind: BenchmarkRow.Kind = .published)
    -> BenchmarkRow
  {
    BenchmarkRow {
      ($0.benchmark, $0.label, $0.unit, $0.kind) = ("x", label, "per 10,000 children", kind)
      ($0.year, $0.value, $0.councils, $0.percentile) = (2017, 57.7, 151, percentile)
      ($0.region, $0.regionCouncils, $0.regionPercentile) = ("South East", 18, 0.5)
      ($0.neighbours, $0.neighboursPercentile, $0.p25, $0.p50, $0.p75) = (10, 0.7, 47.3, 65.7, 85.5)
    }
  }

  private func result(_ rows: [BenchmarkRow]) -> ResultSet {
    var result = ResultSet(manifest: Manifest())
    result.benchmarks = rows
    return result
  }

  @Test("what is unlike most others is named, with how many have less or more")
  func unlike() {
    let made = result([row("Referrals in the year", 0.05), row("Children looked after", 0.4)])
    let page = BenchmarkSection(made).html
    #expect(page.contains("referrals in the year (57.7 per 10,000 children, less than 95%)"))
    #expect(!page.contains("children looked after (57.7"))
    #expect(
      page.contains("47.3 per 10,000 children to 85.5 per 10,000 children") && page.contains("South East"))
    let lines = BenchmarkLines(made).lines(80).joined(separator: " ")
    #expect(lines.contains("less than 95% of them") && lines.contains("benchmarks.csv"))
  }

  @Test("where nothing is unlike most, that is said; where there is no council, nothing is")
  func usual() {
    let page = BenchmarkSection(
      result([row("Children looked after", 0.4), row("Vacancies", 0.6, .forecast)])
    ).html
    #expect(page.contains("published figures is outside what 8 of 10") && page.contains("forecast 2017"))
    #expect(BenchmarkSection(result([])).html.isEmpty && BenchmarkLines(result([])).lines(80).isEmpty)
  }
}
