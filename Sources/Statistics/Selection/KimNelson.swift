/// Picks the design with the largest mean, fully sequentially: after each further replication, designs that are clearly
/// worse drop out.
///
/// With the stated confidence the choice is the best design whenever the best is better than the next by at least the
/// indifference. The guarantee holds for roughly normal results, also when all designs meet the same random numbers.
/// Source: S.-H. Kim and B. L. Nelson, "A fully sequential procedure for indifference-zone selection in simulation",
/// ACM Transactions on Modeling and Computer Simulation 11, 2001 (with c = 1).
public struct KimNelson: Sendable {
  /// Designs that have not dropped out, in order.
  public private(set) var survivors: [Int]
  /// Replications entered so far.
  public private(set) var count: Int
  /// For each design the count at which it dropped out, or nil.
  public private(set) var droppedAt: [Int?]
  /// The count after which the largest mean is chosen, if more than one design is left by then.
  public let limit: Int

  private var sums: [Double]
  /// h² S² of each pair of designs, S² being the variance of their difference.
  private let reach: [[Double]]
  private let indifference: Double

  /// - Parameters:
  ///   - samples: the first results of each design: as many of each, two or more; the nth of all from the same numbers.
  ///   - confidence: probability of a correct choice, above 1 / designs and below 1.
  ///   - indifference: the smallest difference that matters, above 0.
  public init(_ samples: [[Double]], confidence: Double, indifference: Double) {
    let designs = samples.count
    let first = samples.first?.count ?? 0
    precondition(designs >= 2 && first >= 2, "A choice needs two designs with two results each.")
    precondition(samples.allSatisfy { $0.count == first }, "Every design has equally many first results.")
    precondition(
      confidence > 1 / Double(designs) && confidence < 1, "A confidence lies above chance and below 1.")
    precondition(indifference > 0, "The smallest difference that matters is above 0.")
    let freedom = Double(first - 1)
    let error = 2 * (1 - confidence) / Double(designs - 1)
    let eta = (power(error, -2 / freedom) - 1) / 2
    reach = samples.map { one in
      samples.map { two in
        let spread = Tally(zip(one, two).lazy.map { $0 - $1 }).variance
        return 2 * eta * freedom * spread
      }
    }
    self.indifference = indifference
    let most = reach.joined().map { $0 / (indifference * indifference) }.max() ?? 0
    limit = most < 1e12 ? max(first, Int(most) + 1) : Int.max
    survivors = Array(0..<designs)
    droppedAt = Array(repeating: nil, count: designs)
    count = first
    sums = samples.map { $0.reduce(0, +) }
    screen()
  }

  /// Whether the choice is made.
  public var isDecided: Bool { survivors.count == 1 || count >= limit }

  /// The survivor with the largest mean.
  public var best: Int { survivors.max { sums[$0] < sums[$1] } ?? 0 }

  /// Enters the next replication: one result for each design, of which those of the survivors are read.
  public mutating func enter(_ results: [Double]) {
    guard !isDecided else { return }
    count += 1
    for design in survivors { sums[design] += results[design] }
    screen()
  }

  private mutating func screen() {
    let size = Double(count)
    let standing = survivors
    survivors = standing.filter { one in
      standing.allSatisfy { other in
        guard other != one else { return true }
        let square = reach[one][other] / (indifference * indifference)
        let margin = max(0, indifference / (2 * size) * (square - size))
        return sums[one] / size >= sums[other] / size - margin
      }
    }
    for design in standing where !survivors.contains(design) { droppedAt[design] = count }
  }
}
