extension PanelLaw {
  /// Where one unit stands: what is likeliest of its level and of its deviation from it, given the years that are known.
  public struct State: Sendable, Equatable {
    /// The unit's own level, about which it moves.
    public let level: Double
    /// Its deviation from the level in the year asked for, chance left out.
    public let deviation: Double
    /// Standard deviation of the sum of both.
    public let sd: Double
  }

  /// The state of a unit in a year, under this law: the best linear prediction from the years that are known.
  ///
  /// With nothing known it is 0, as uncertain as the law says. As chance and innovations vanish it is the mean of the years;
  /// without a level it is the newest year, drawn towards 0.
  ///
  /// - Parameter year: any; years after the last that is known are forecast.
  public func state(of unit: Unit, in year: Int) -> State {
    let size = unit.years.count
    let (own, moving) = (between * between, innovation * innovation / (1 - persistence * persistence))
    var matrix = Array(repeating: 0.0, count: size * size)
    for row in 0..<size {
      for column in 0..<size {
        matrix[row * size + column] = covariance(unit.years[row] - unit.years[column])
      }
      matrix[row * size + row] += noise * unit.chances[row]
    }
    let reach = unit.years.map { moving * Self.power(persistence, $0 - year) }
    guard let weights = Cholesky.solved(matrix, size, [unit.values, reach.map { own + $0 }]) else {
      return State(level: 0, deviation: 0, sd: (own + moving).squareRoot())
    }
    let level = own * weights[0].reduce(0, +)
    let deviation = zip(reach, weights[0]).reduce(0) { $0 + $1.0 * $1.1 }
    let explained = zip(reach, weights[1]).reduce(0) { $0 + (own + $1.0) * $1.1 }
    return State(level: level, deviation: deviation, sd: max(own + moving - explained, 0).squareRoot())
  }
}
