/// Numbers in each grade, moved once a period by fixed chances, with a fixed intake: n(t + 1) = n(t) P + R r
/// (D. J. Bartholomew, Stochastic Models for Social Processes). What a row of P lacks of 1 leaves.
public struct GradeStocks: Sendable {
  /// `transitions[i][j]` is the chance per period of moving from grade i to grade j; each row sums to at most 1.
  public let transitions: [[Double]]
  /// Joiners per period in each grade.
  public let intake: [Double]

  /// A square table of chances with one intake for each grade.
  public init(transitions: [[Double]], intake: [Double]) throws(CalculationError) {
    let size = transitions.count
    try Check.shape(
      "transitions", size > 0 && transitions.allSatisfy { $0.count == size }, wanted: "a square table")
    try Check.shape("intake", intake.count == size, wanted: "one number for each grade")
    for row in transitions {
      for chance in row { try Check.probability("transitions", chance) }
      try Check.shape("transitions", row.reduce(0, +) <= 1 + 1e-12, wanted: "rows that sum to at most 1")
    }
    self.transitions = transitions
    self.intake = intake
  }

  /// Stocks after so many periods, zero or more, from those given, one for each grade.
  public func stocks(after periods: Int, from initial: [Double]) throws(CalculationError) -> [Double] {
    try Check.count("periods", periods, from: 0)
    try Check.shape("initial", initial.count == intake.count, wanted: "one number for each grade")
    var stocks = initial
    for _ in 0..<periods {
      stocks = intake.indices.map { grade in
        intake[grade] + stocks.indices.reduce(0) { $0 + stocks[$1] * transitions[$1][grade] }
      }
    }
    return stocks
  }

  /// `(I - P)` inverted: entry (i, j) is the mean number of periods spent in grade j by one who joins in grade i.
  /// Throws where someone could stay for ever.
  public func fundamentalMatrix() throws(CalculationError) -> [[Double]] {
    let size = intake.count
    let remainder = (0..<size).map { row in
      (0..<size).map { column -> Double in (row == column ? 1 : 0) - transitions[row][column] }
    }
    guard let inverse = Matrix.inverse(remainder) else {
      throw .wrongShape(input: "transitions", wanted: "a way out of every grade")
    }
    return inverse
  }

  /// Stocks that no longer change: R r (I - P) inverted.
  public func fixedPoint() throws(CalculationError) -> [Double] {
    let stays = try fundamentalMatrix()
    return intake.indices.map { grade in
      intake.indices.reduce(0) { $0 + intake[$1] * stays[$1][grade] }
    }
  }
}
