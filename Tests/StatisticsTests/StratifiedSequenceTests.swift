import Testing

@testable import Statistics

@Suite("Stratified sequences")
struct StratifiedSequenceTests {
  private func sequence(_ key: Int) -> StratifiedSequence {
    let word = UInt64(key) &* 0x2545_f491_4f6c_dd1d
    return StratifiedSequence(order: word ^ 0x5555, digits: word &+ 0x1234_5678_9abc_def1)
  }

  @Test("Any first 2^k numbers lie one in each of 2^k strata, and none is 0 or 1")
  func strata() {
    for key in 1...20 {
      let numbers = (0..<2048).map { sequence(key).number($0) }
      #expect(numbers.allSatisfy { $0 > 0 && $0 < 1 })
      for power in 0...11 {
        let count = 1 << power
        let hit = Set(numbers.prefix(count).map { Int($0 * Double(count)) })
        #expect(hit.count == count, "key \(key), first \(count)")
      }
    }
  }

  @Test(
    "The number at one place is uniform over the keys, and so is its place among strata too fine to be exact")
  func uniform() {
    for place in [0, 1, 5, 16, 21, 1000] {
      for scale in [1.0, 4096] {
        var counts = [Double](repeating: 0, count: 16)
        for key in 1...8000 {
          let scaled = sequence(key).number(place) * scale
          counts[Int((scaled - scaled.rounded(.down)) * 16)] += 1
        }
        let chiSquare = counts.reduce(0) { $0 + ($1 - 500) * ($1 - 500) / 500 }
        // The 99.99% point with 15 degrees of freedom.
        #expect(chiSquare < 44.3, "place \(place), scale \(scale): \(chiSquare)")
      }
    }
  }

  @Test(
    "Two sequences are uncorrelated, within the standard errors of independent numbers",
    arguments: [200, 256])
  func pairs(count: Int) {
    let scores = (1...400).map { key in
      var (cross, one, other) = (0.0, 0.0, 0.0)
      let (first, second) = (sequence(2 * key), sequence(2 * key + 1))
      for place in 0..<count {
        let (x, y) = (first.number(place) - 0.5, second.number(place) - 0.5)
        (cross, one, other) = (cross + x * y, one + x * x, other + y * y)
      }
      return cross / (one * other).squareRoot() * Double(count).squareRoot()
    }
    let mean: Double = scores.reduce(0, +) / 400
    let square: Double = scores.reduce(0) { $0 + $1 * $1 } / 400
    // 3.29 standard errors of a mean and of a mean square of 400 scores; sixteens that are spread evenly add a
    // fifteenth to the square.
    #expect(mean.magnitude < 0.165, "\(mean)")
    #expect(abs(square - 1) < 0.233 + 0.067, "\(square)")
  }

  @Test(
    "The mean of a linear result varies far less than that of independent numbers, at a count that is no power of 2"
  )
  func variance() {
    func variance(_ count: Int, _ number: (Int, Int) -> Double) -> Double {
      let means = (1...300).map { key in
        (0..<count).reduce(0.0) { $0 + 3 * number(key, $1) + number(key + 1000, $1) } / Double(count)
      }
      return Tally(means).variance
    }
    for (count, most) in [(64, 0.005), (100, 0.06), (199, 0.04)] {
      let even = variance(count) { sequence($0).number($1) }
      // Another key for each place gives independent numbers.
      let plain = variance(count) { sequence($0 * 4096 + $1).number(0) }
      #expect(abs(plain * Double(count) / (10.0 / 12) - 1) < 0.35, "\(plain)")
      #expect(even < most * plain, "\(count): \(even / plain)")
    }
  }
}
