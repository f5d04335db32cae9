import Statistics
import Testing

@testable import Evidence

@Suite("From one cost to another, in parts")
struct BridgeTests {
  /// Quantities and weekly prices of four kinds of placement, before and after: an outside case with its answers.
  private static let kinds = [
    Bridge.Kind(quantity0: 120, price0: 850, quantity1: 138, price1: 905),
    Bridge.Kind(quantity0: 260, price0: 420, quantity1: 255, price1: 432),
    Bridge.Kind(quantity0: 45, price0: 3900, quantity1: 58, price1: 4350),
    Bridge.Kind(quantity0: 40, price0: 1100, quantity1: 52, price1: 1180),
  ]

  @Test("Volume, mix and price of an outside case")
  func outside() {
    let bridge = Bridge(Self.kinds)
    #expect(bridge.cost0 == 430_700)
    #expect(bridge.cost1 == 548_710)
    #expect(abs(bridge.volume.reduce(0, +) - 35_196.989247) < 1e-6)
    #expect(abs(bridge.mix.reduce(0, +) - 41_903.010753) < 1e-6)
    #expect(abs(bridge.price.reduce(0, +) - 40_910) < 1e-6)
    for (found, known) in zip(bridge.mix, [6964.516129, -11_023.870968, 36_358.064516, 9604.301075]) {
      #expect(abs(found - known) < 1e-6)
    }
    #expect(bridge.price == [7590, 3060, 26_100, 4160])
    #expect(abs(bridge.residual) < 1e-9)
  }

  @Test("The parts of any bridge add up, and to the penny when written")
  func property() {
    var numbers = Numbers(seed: 7)
    for _ in 0..<500 {
      let kinds = (0..<(1 + numbers.whole(6))).map { _ in
        Bridge.Kind(
          quantity0: numbers.whole(4) == 0 ? 0 : numbers.next() * 300, price0: numbers.next() * 5000,
          quantity1: numbers.whole(4) == 0 ? 0 : numbers.next() * 300, price1: numbers.next() * 5000)
      }
      let bridge = Bridge(kinds)
      #expect(abs(bridge.residual) < 1e-6)
      let parts = bridge.volume + bridge.mix + bridge.price
      let total = bridge.cost1 - bridge.cost0
      let pence = Pennies.parts(parts, total: total)
      #expect(pence.reduce(0, +) == Int((total * 100).rounded()))
      for (part, penny) in zip(parts, pence) { #expect(abs(part * 100 - Double(penny)) <= 1.000001) }
    }
  }

  @Test("Each part moves alone")
  func alone() {
    let more = Bridge([.init(quantity0: 10, price0: 5, quantity1: 12, price1: 5)])
    #expect(more.volume == [10] && more.mix == [0] && more.price == [0])
    let dearer = Bridge([.init(quantity0: 10, price0: 5, quantity1: 10, price1: 6)])
    #expect(dearer.volume == [0] && dearer.mix == [0] && dearer.price == [10])
    let other = Bridge([
      .init(quantity0: 10, price0: 5, quantity1: 5, price1: 5),
      .init(quantity0: 10, price0: 9, quantity1: 15, price1: 9),
    ])
    #expect(other.volume == [0, 0] && other.mix == [-25, 45] && other.price == [0, 0])
    let nothing = Bridge([.init(quantity0: 0, price0: 5, quantity1: 2, price1: 6)])
    #expect(nothing.volume == [10] && nothing.mix == [0] && nothing.price == [2])
  }
}

@Suite("Discounting")
struct DiscountTests {
  @Test("Factors of the Green Book and a present value: an outside case")
  func outside() {
    let table = DiscountTable.greenBook
    let known: [Int: Double] = [
      0: 1.0, 1: 0.966184, 2: 0.933511, 3: 0.901943, 4: 0.871442, 5: 0.841973, 10: 0.708919, 20: 0.502566,
      30: 0.356278, 31: 0.345901, 50: 0.197263, 75: 0.094214, 76: 0.091916, 100: 0.050818,
    ]
    for (year, factor) in known { #expect(abs(table.factor(year: year) - factor) < 1e-6, "year \(year)") }
    #expect(abs(table.presentValue([-250, 40, 85, 95, 100, 100]) - 125.021849) < 1e-6)
  }
}

/// Numbers for property tests, the same in every run.
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// From 0 to below 1.
  mutating func next() -> Double { Double(bits() >> 11) * 0x1p-53 }

  /// From 0 to below the limit.
  mutating func whole(_ limit: Int) -> Int { Int(bits() % UInt64(limit)) }

  private mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
