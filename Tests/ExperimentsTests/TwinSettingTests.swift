import Testing

@testable import Experiments
@testable import Sweeps

@Suite("Twins of a sweep")
struct TwinSettingTests {
  private let ids = ["0123456789ab", "fedcba987654", "00000000000f", "a1b2c3d4e5f6"]

  @Test func howMany() {
    #expect([0, 1, 3, 4, 20, 29, 40, 100].map(TwinSetting.tenth.count) == [0, 0, 0, 2, 2, 2, 4, 10])
    #expect([1, 4, 100].map(TwinSetting.count(5).count) == [0, 3, 5])
    #expect(TwinSetting.off.count(of: 100) == 0 && TwinSetting.notNeeded.count(of: 100) == 0)
  }

  @Test func readAsWritten() {
    for setting in [TwinSetting.off, .notNeeded, .tenth, .count(7)] {
      #expect(TwinSetting(setting.description) == setting)
    }
    #expect(TwinSetting("-3") == nil && TwinSetting("some") == nil)
  }

  @Test("They are different replications that drew their inputs, and points differ in them")
  func which() {
    for replications in [4, 5, 20, 99, 400] {
      for setting in [TwinSetting.tenth, .count(3), .count(replications - 1)] {
        for id in ids {
          let numbers = setting.replications(of: id, among: replications)
          #expect(numbers.count == setting.count(of: replications) && Set(numbers).count == numbers.count)
          #expect(numbers.allSatisfy { (1..<replications).contains($0) } && numbers == numbers.sorted())
        }
      }
    }
    #expect(Set(ids.map { TwinSetting.tenth.replications(of: $0, among: 40) }).count == ids.count)
  }

  /// Results of a point: what was varied, what the inputs do, and chance, each in hundreds, tens and ones.
  private func enter(_ variance: inout SweepVariance, point: Double, inputs: [Double], chance: [Double]) {
    let values = zip(inputs, chance).map { 100 * point + 10 * $0 + $1 }
    variance.enter(values, twins: [1, 3].map { ($0, 100 * point + 10 * inputs[$0] - chance[$0]) })
  }

  @Test("Between points, from inputs and from chance: worked by hand")
  func split() {
    var variance = SweepVariance(.tenth)
    for point in [1.0, 2, 3] { enter(&variance, point: point, inputs: [0, 1, 0, -1], chance: [0, 1, 0, 1]) }
    let split = variance.split
    #expect(variance.points == 3 && variance.pairs == 6)
    // Means of pairs 10 above and 10 below each point's own: 2 (100 + 100) for each of 3 degrees of freedom. Differences
    // of 2: 4 / 2. So the inputs make (400 - 2) / 2, chance 2, and the points 100, 200, 300 a variance of 10,000.
    #expect(abs(split.inputs - 199) < 1e-9 && abs(split.chance - 2) < 1e-9)
    #expect(abs(split.between - 10_000) < 1e-9)
    #expect(abs(split.share(split.inputs) - 199 / 10_201) < 1e-12)
  }

  @Test("Where nothing is uncertain all that differs inside a point is chance")
  func certain() {
    var variance = SweepVariance(.notNeeded)
    variance.enter([1, 3, 1, 3], twins: [])
    variance.enter([2, 4, 2, 4], twins: [])
    let split = variance.split
    #expect(split.inputs == 0 && abs(split.chance - 8.0 / 6) < 1e-12 && abs(split.between - 0.5) < 1e-12)
  }

  @Test("Without twins nothing is said of inputs and chance")
  func none() {
    var variance = SweepVariance(.tenth)
    variance.enter([1, 2, 3], twins: [])
    variance.enter([.nan], twins: [])
    #expect(variance.points == 1 && variance.split.inputs.isNaN && variance.split.between.isNaN)
    #expect(variance.split.share(variance.split.inputs).isNaN)
  }
}
