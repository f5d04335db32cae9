import Testing

@testable import Statistics

@Suite("Groups of correlated quantities")
struct CorrelationGroupsTests {
  @Test("A group's triangle gives back its correlations, and groups are apart")
  func triangle() throws {
    let joint = CorrelationGroups(
      count: 7, pairs: [(0, 4, 0.6), (4, 2, -0.3), (0, 2, 0.1), (5, 6, 0.95), (1, 3, 0)])
    #expect(joint.faults.isEmpty && joint.groups.map(\.members) == [[0, 2, 4], [5, 6]])
    let rows = try #require(joint.groups.first).rows
    func product(_ one: Int, _ other: Int) -> Double {
      zip(rows[one], rows[other]).reduce(0) { $0 + $1.0 * $1.1 }
    }
    for (pair, expected) in [((0, 1), 0.1), ((0, 2), 0.6), ((1, 2), -0.3)] {
      #expect(abs(product(pair.0, pair.1) - expected) < 1e-12)
    }
    for place in rows.indices { #expect(abs(product(place, place) - 1) < 1e-12) }
  }

  @Test("What cannot be is told with the range that could, and the factor that would do")
  func fault() throws {
    let joint = CorrelationGroups(count: 4, pairs: [(0, 1, 0.9), (0, 3, 0.9), (1, 3, -0.9)])
    let fault = try #require(joint.faults.first)
    // With 0.9 and 0.9 the third lies in 0.81 ± 0.19; the second could instead be in -0.81 ± 0.19, which is farther off.
    #expect(joint.groups.isEmpty && fault.second == 3)
    let allowed = try #require(fault.allowed)
    #expect(fault.first == 1 && abs(allowed.lowerBound - 0.62) < 1e-4 || fault.first == 0)
    // The least eigenvalue of the group is 1 - 1.8.
    #expect(fault.shrinkage == 0.55)
  }

  @Test("Normal scores and ranks")
  func scores() {
    #expect(abs(NormalScore.score(0.975) - 1.959_964) < 1e-6)
    #expect(NormalScore.probability(40) < 1 && NormalScore.probability(-60) > 0)
    #expect(abs(NormalScore.rankCorrelation(1) - 1) < 1e-12 && NormalScore.rankCorrelation(0) == 0)
    #expect(abs(NormalScore.rankCorrelation(-0.5) + 0.482_583) < 1e-6)
  }
}
