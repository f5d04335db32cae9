import TestSupport
import Testing

@testable import Statistics

@Suite("Fair shares")
struct ShapleyTests {
  @Test("The glove game: one left glove and two right ones")
  func gloves() {
    // A pair is worth 1. Published shares: 2/3 to the left glove, 1/6 to each right one.
    let worth: [Double] = (0..<8).map { set in set & 1 != 0 && set & 6 != 0 ? 1 : 0 }
    let shares = ShapleyValue.shares(parts: 3, worth: worth)
    let known: [Double] = [2.0 / 3, 1.0 / 6, 1.0 / 6]
    for (share, answer) in zip(shares, known) { #expect(near(share, answer)) }
  }

  @Test("Shares add up, and parts that only add have what they add")
  func properties() {
    var random = SplitMix(seed: 4)
    for parts in 0...8 {
      let worth: [Double] = random.uniforms(1 << parts)
      let sum: Double = ShapleyValue.shares(parts: parts, worth: worth).reduce(0, +)
      #expect(near(sum, worth[worth.count - 1] - worth[0]))
      let alone: [Double] = (0..<parts).map { Double($0 + 1) }
      var additive: [Double] = []
      for set in 0..<(1 << parts) {
        var sum = 7.0
        for part in 0..<parts where set & (1 << part) != 0 { sum += alone[part] }
        additive.append(sum)
      }
      for (share, own) in zip(ShapleyValue.shares(parts: parts, worth: additive), alone) {
        #expect(near(share, own))
      }
    }
  }
}
