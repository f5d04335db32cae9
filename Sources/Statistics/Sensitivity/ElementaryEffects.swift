/// What a step of one input moves, over all points of a grid (M. D. Morris, Technometrics 33, 1991).
public struct ElementaryEffects: Sendable {
  /// For each input: the mean effect of a step, divided by the step; the mean of its size; its standard deviation.
  public let mean: [Double], meanSize: [Double], deviation: [Double]

  /// Tries every point of a grid with that many levels of each input from which the step stays inside.
  ///
  /// - Parameters:
  ///   - levels: from 2; levels to the power of the dimensions is at most a million.
  ///   - step: a whole number of grid steps, as a part of the range of each input, up to 1.
  public init(
    of function: ([Double]) -> Double, dimensions: Int, levels: Int, step: Double
  ) throws(CalculationError) {
    try Check.count("levels", levels, from: 2)
    let gaps = step * Double(levels - 1)
    guard gaps.rounded() >= 1, gaps.rounded() <= Double(levels - 1), abs(gaps - gaps.rounded()) < 1e-9 else {
      throw .outOfRange(input: "delta", value: step, allowed: "a whole number of the grid's steps, up to 1")
    }
    guard power(Double(levels), Double(dimensions)) <= Double(CalculationInputs.largestCount) else {
      throw .outOfRange(
        input: "levels", value: Double(levels), allowed: "so few that the grid has at most a million points")
    }
    let jump = Int(gaps.rounded())
    var place = Array(repeating: 0, count: dimensions)
    var effects = Array(repeating: [Double](), count: dimensions)
    func value(_ place: [Int]) -> Double { function(place.map { Double($0) / Double(levels - 1) }) }
    var isDone = dimensions == 0
    while !isDone {
      let here = value(place)
      for input in 0..<dimensions where place[input] + jump < levels {
        var moved = place
        moved[input] += jump
        effects[input].append((value(moved) - here) / step)
      }
      isDone = true
      for input in 0..<dimensions {
        place[input] += 1
        if place[input] < levels {
          isDone = false
          break
        }
        place[input] = 0
      }
    }
    let tallies = effects.map { Tally($0) }
    mean = tallies.map(\.mean)
    meanSize = effects.map { Tally($0.map(abs)).mean }
    deviation = tallies.map { ($0.variance * Double($0.count - 1) / Double($0.count)).squareRoot() }
  }
}
