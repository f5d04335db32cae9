/// Numbers between 0 and 1, one after another, that fill the interval evenly however many are taken: any first 2^k of
/// them lie one in each of the 2^k equal strata. Each single number is uniform, and two sequences of different keys are
/// independent.
///
/// The sequence is van der Corput's radical inverse in base 2, randomised twice by Owen's nested scrambling: once over
/// the order in which the numbers come, and once over their digits (A. B. Owen, "Randomly permuted (t,m,s)-nets and
/// (t,s)-sequences", 1995; B. Burley, "Practical hash-based Owen scrambling", Journal of Computer Graphics Techniques 9,
/// 2020). From the seventeenth number on, each sixteen is also put in an order of its own. Without that, every second
/// number would lie in the other half from its neighbour in all sequences at once, and the products of two sequences
/// would be half as many as they seem.
public struct StratifiedSequence: Sendable {
  private let order: UInt64
  private let digits: UInt64

  /// - Parameters:
  ///   - order: decides in which order the strata are visited.
  ///   - digits: decides where in its stratum a number lies. Both keys are any words of a good generator.
  public init(order: UInt64, digits: UInt64) { (self.order, self.digits) = (order, digits) }

  /// The sequence of a seed and a name: another name, or another seed, has an independent one.
  public init(seed: UInt64, name: String) {
    let hash = name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
    }
    let key = Self.final(hash ^ Self.final(seed &+ 0x9e37_79b9_7f4a_7c15))
    self.init(order: key, digits: Self.final(key &+ 0x9e37_79b9_7f4a_7c15))
  }

  /// The number at a place from 0 to 2^32 - 1: strictly between 0 and 1, in steps of 2^-53.
  public func number(_ place: Int) -> Double {
    precondition((0...Self.last).contains(place), "A place in the sequence is from 0 to 2^32 - 1.")
    let inverse = UInt64(reversed(shuffled(UInt64(place)))) << 32
    return (Double(scrambled(inverse)) + 0.5) * 0x1p-53
  }

  private static let last = Int(UInt32.max)
  private static let block: UInt64 = 16

  private func reversed(_ place: UInt64) -> UInt32 {
    var (rest, result) = (UInt32(truncatingIfNeeded: place), UInt32(0))
    for _ in 0..<32 {
      result = result << 1 | rest & 1
      rest >>= 1
    }
    return result
  }

  /// The place that is read: each bit is turned or not as the bits above it say, so that aligned blocks stay together.
  private func shuffled(_ place: UInt64) -> UInt64 {
    let start = place / Self.block * Self.block
    let from = start == 0 ? place : start + rank(place - start, in: start)
    return (0..<UInt64(32)).reduce(from) { result, bit in
      result ^ (Self.mixed(order, bit, from >> (bit + 1)) & 1) << bit
    }
  }

  /// The place inside a block of sixteen, in the block's own order.
  private func rank(_ place: UInt64, in start: UInt64) -> UInt64 {
    func lot(_ other: UInt64) -> UInt64 { Self.mixed(order, 64 + other, start) }
    let own = lot(place)
    return (0..<Self.block).reduce(0) { count, other in
      let theirs = lot(other)
      return theirs < own || theirs == own && other < place ? count + 1 : count
    }
  }

  /// The first 53 digits, each turned or not as the digits before it say.
  private func scrambled(_ number: UInt64) -> UInt64 {
    (0..<UInt64(53)).reduce(0) { result, digit in
      let before = digit == 0 ? 0 : number >> (64 - digit)
      let own = number >> (63 - digit) & 1
      return result << 1 | own ^ Self.mixed(digits, digit, before) & 1
    }
  }

  /// A word that depends on all of the three: SplitMix64's finaliser (Steele, Lea and Flood, 2014), twice.
  private static func mixed(_ key: UInt64, _ level: UInt64, _ before: UInt64) -> UInt64 {
    final(final(key &+ level &* 0x9e37_79b9_7f4a_7c15) ^ before)
  }

  private static func final(_ word: UInt64) -> UInt64 {
    var word = word
    word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return word ^ word >> 31
  }
}
