/// The fair share of each of several parts in what they bring about together: the mean, over all orders in which the
/// parts can be added, of what a part adds (L. S. Shapley, "A value for n-person games", 1953).
public enum ShapleyValue {
  /// The most parts whose combinations are all looked at: 2 to that power of them.
  public static let largest = 16

  /// The shares of `parts` parts. `worth[s]` is what the set of parts brings about whose members are the bits of s; it
  /// has 2^parts members. The shares add up to `worth.last - worth.first`, but for rounding. Time of order parts × 2^parts.
  public static func shares(parts: Int, worth: [Double]) -> [Double] {
    precondition(
      (0...largest).contains(parts) && worth.count == 1 << parts, "Every set of parts has a worth.")
    var weights = [1.0 / Double(max(parts, 1))]
    for size in stride(from: 1, to: parts, by: 1) {
      weights.append(weights[size - 1] * Double(size) / Double(parts - size))
    }
    return (0..<parts).map { part in
      var share = 0.0
      for set in worth.indices where set & (1 << part) == 0 {
        share += weights[set.nonzeroBitCount] * (worth[set | 1 << part] - worth[set])
      }
      return share
    }
  }
}
