/// A pinned generator for tests: the SplitMix64 of S. Vigna and G. Steele (2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Numbers between 0 and 1.
  mutating func uniforms(_ count: Int) -> [Double] {
    (0..<count).map { _ in Double.random(in: 0..<1, using: &self) }
  }
}

/// Whether two numbers agree to within a relative error, or an equally small absolute one near zero.
func near(_ one: Double, _ two: Double, within relative: Double = 1e-9) -> Bool {
  abs(one - two) <= relative * max(1, abs(one), abs(two))
}
