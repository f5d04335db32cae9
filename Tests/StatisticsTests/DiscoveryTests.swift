import Statistics
import Testing

@Suite("False discovery rates")
struct DiscoveryTests {
  @Test("The fifteen tests of Benjamini and Hochberg: four are told, where Holm tells three")
  func heartAttacks() {
    // Y. Benjamini and Y. Hochberg, Journal of the Royal Statistical Society B 57, 1995, section 4.
    let values = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
      0.7590, 1.0,
    ]
    let rates = MultipleComparisons.falseDiscoveryRate(values)
    #expect(rates.count { $0 <= 0.05 } == 4)
    #expect(MultipleComparisons.holm(values).count { $0 <= 0.05 } == 3)
    #expect(abs(rates[0] - 0.0015) < 1e-12 && rates[14] == 1)
    // The order does not matter, and no rate is below that of a smaller value.
    let turned = MultipleComparisons.falseDiscoveryRate(values.reversed())
    #expect(zip(turned.reversed(), rates).allSatisfy { abs($0 - $1) < 1e-12 } && rates == rates.sorted())
    #expect(MultipleComparisons.falseDiscoveryRate([]).isEmpty)
  }

  @Test("Welch's test from the errors of two means is that of their numbers")
  func welch() {
    let (one, two) = (Tally([3.0, 5, 4, 9, 6]), Tally([8.0, 9, 12, 7]))
    let whole = WelchComparison(one, two)
    let kept = WelchComparison(
      difference: one.mean - two.mean, errors: (one.standardError, two.standardError), counts: (5, 4))
    #expect(
      abs(whole.pValue - kept.pValue) < 1e-12 && abs(whole.degreesOfFreedom - kept.degreesOfFreedom) < 1e-9)
    // scipy.stats.ttest_ind([3, 5, 4, 9, 6], [8, 9, 12, 7], equal_var=False).
    #expect(abs(whole.pValue - 0.047880389) < 1e-6)
    #expect(WelchComparison(Tally([1.0, 1]), Tally([1.0, 1])).pValue == 1)
    #expect(WelchComparison(Tally([1.0, 1]), Tally([2.0, 2])).pValue == 0)
  }
}
