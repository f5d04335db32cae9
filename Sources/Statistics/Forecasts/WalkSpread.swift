/// The standard deviation of changes of which a few are recording errors.
public enum WalkSpread {
  /// The mean of the root mean square and of 1.4826 times the median absolute change, which for a normal law are the same;
  /// nil without a change.
  public static func robust(_ changes: [Double]) -> Double? {
    guard !changes.isEmpty else { return nil }
    let square = changes.reduce(0) { $0 + $1 * $1 } / Double(changes.count)
    let sorted = changes.map(\.magnitude).sorted()
    return 0.5 * (square.squareRoot() + 1.4826 * Sample.quantile(sorted: sorted, 0.5))
  }
}
