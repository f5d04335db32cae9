import Testing

@testable import Statistics

@Suite("Fair shares")
struct ShapleyTests {
  @Test("The glove game: one left glove and two right ones")
  func gloves() {
    // A pair is worth 1. Published shares: 2/3 to the left glove, 1/6 to each right one.
    let worth = (0..<8).map { $0 & 1 != 0 && $0 & 6 != 0 ? 1.0 : 0 }
    let shares = ShapleyValue.shares(parts: 3, worth: worth)
    #expect(
      abs(shares[0] - 2.0 / 3) < 1e-12 && abs(shares[1] - 1.0 / 6) < 1e-12 && abs(shares[2] - 1.0 / 6) < 1e-12
    )
  }

  @Test("Shares add up, and parts that only add have what they add")
  func properties() {
    var random = SplitMix(seed: 4)
    for parts in 0...8 {
      let worth = random.uniforms(1 << parts)
      let sum = ShapleyValue.shares(parts: parts, worth: worth).reduce(0, +)
      #expect(abs(sum - (worth[worth.count - 1] - worth[0])) < 1e-9)
      let alone = (0..<parts).map { Double($0 + 1) }
      let additive = (0..<(1 << parts)).map { set in
        7 + (0..<parts).reduce(0.0) { $0 + (set & (1 << $1) != 0 ? alone[$1] : 0) }
      }
      for (share, own) in zip(ShapleyValue.shares(parts: parts, worth: additive), alone) {
        #expect(abs(share - own) < 1e-9)
      }
    }
  }
}
