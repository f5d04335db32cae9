extension RandomStream {
  /// The index of one of several weighted choices, from one uniform.
  ///
  /// - Parameter cumulative: running totals of the weights (0 or more each, not all 0); at least one. They need not
  ///   end at 1. A choice of weight 0 is never picked.
  /// - Complexity: logarithmic in the number of choices; up to eight are read in turn.
  @inlinable
  public func choose(cumulative: UnsafeBufferPointer<Double>) -> Int {
    let count = cumulative.count
    precondition(count > 0, "There is nothing to choose from.")
    let place = uniform() * cumulative[count - 1]
    var low = 0
    if count <= 8 {
      while low < count - 1, cumulative[low] <= place { low += 1 }
      return low
    }
    var high = count - 1
    while low < high {
      let middle = (low + high) >> 1
      if cumulative[middle] <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// As with a buffer; for the totals in an array.
  @inlinable
  public func choose(cumulative: [Double]) -> Int {
    cumulative.withUnsafeBufferPointer { choose(cumulative: $0) }
  }

  /// As with a buffer; for the totals in a contiguous array.
  @inlinable
  public func choose(cumulative: ContiguousArray<Double>) -> Int {
    cumulative.withUnsafeBufferPointer { choose(cumulative: $0) }
  }
}
