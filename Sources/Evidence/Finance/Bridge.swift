/// From one year's cost to another's, in parts that add up exactly: more things (volume), dearer kinds of things (mix),
/// and the same things dearer (price).
///
/// volume of a kind = (N1 - N0) × its first share × its first price; mix = (its quantity - N1 × its first share) × its
/// first price; price = its quantity × (its price - its first price). Summed over kinds the parts are the change in cost.
struct Bridge: Sendable, Equatable {
  /// One kind, such as a type of placement: quantity and price, before and after.
  struct Kind: Sendable, Equatable {
    let quantity0, price0, quantity1, price1: Double
  }

  /// Pounds of each kind for one more of all, at the first shares and prices.
  let pricePerOne: [Double]
  /// One part of each kind, pounds.
  let volume, mix, price: [Double]
  let cost0, cost1: Double

  init(_ kinds: [Kind]) {
    let before = kinds.reduce(0) { $0 + $1.quantity0 }
    let after = kinds.reduce(0) { $0 + $1.quantity1 }
    // Where there was nothing before there is no first mix: the shares are those after, and the mix has no part.
    let shares = kinds.map { kind in
      before > 0 ? kind.quantity0 / before : after > 0 ? kind.quantity1 / after : 0
    }
    let perOne = zip(kinds, shares).map { kind, share in share * kind.price0 }
    pricePerOne = perOne
    volume = perOne.map { (after - before) * $0 }
    mix = zip(kinds, shares).map { kind, share in
      before > 0 ? (kind.quantity1 - after * share) * kind.price0 : 0
    }
    price = kinds.map { $0.quantity1 * ($0.price1 - $0.price0) }
    cost0 = kinds.reduce(0) { $0 + $1.quantity0 * $1.price0 }
    cost1 = kinds.reduce(0) { $0 + $1.quantity1 * $1.price1 }
  }

  /// What the parts leave unexplained, pounds: nothing but rounding.
  var residual: Double {
    let parts = [volume, mix, price].map { $0.reduce(0, +) }
    return cost1 - cost0 - parts.reduce(0, +)
  }
}

/// Pounds made into whole pence so that the parts still add up to the total.
enum Pennies {
  /// Each part in pence, the pence that rounding leaves over given to those that lost most; the sum is the total rounded
  /// to a penny. The parts must add up to the total but for rounding.
  static func parts(_ parts: [Double], total: Double) -> [Int] {
    var pence = parts.map { Int(($0 * 100).rounded(.down)) }
    let left = Int((total * 100).rounded()) - pence.reduce(0, +)
    let order = parts.indices.sorted { one, two in
      let (a, b) = (parts[one] * 100 - Double(pence[one]), parts[two] * 100 - Double(pence[two]))
      return a == b ? one < two : a > b
    }
    guard !order.isEmpty else { return pence }
    for step in 0..<max(0, left) { pence[order[step % order.count]] += 1 }
    for step in 0..<max(0, -left) { pence[order[order.count - 1 - step % order.count]] -= 1 }
    return pence
  }
}
