/// Functions whose sensitivity to each input is known exactly. Every input is uniform from 0 to 1 here; those of
/// Ishigami's function stand for -pi to pi.
public enum TestFunction: Sendable, Equatable {
  /// sin x1 + a sin² x2 + b x3⁴ sin x1 (T. Ishigami and T. Homma, 1990).
  case ishigami(a: Double, b: Double)
  /// The product of (|4 x - 2| + a) / (1 + a) over the inputs, each a zero or more (I. M. Sobol, 1998).
  case g([Double])
  /// The sum of coefficient times input.
  case linear([Double])

  /// Number of inputs.
  public var dimensions: Int {
    switch self {
    case .ishigami: 3
    case .g(let weights), .linear(let weights): weights.count
    }
  }

  /// The value at a point whose coordinates lie between 0 and 1.
  public func callAsFunction(_ point: [Double]) -> Double {
    switch self {
    case .ishigami(let a, let b):
      let x = point.map { (2 * $0 - 1) * .pi }
      let square = x[2] * x[2]
      return sine(x[0]) + a * sine(x[1]) * sine(x[1]) + b * square * square * sine(x[0])
    case .g(let weights):
      return zip(point, weights).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
    case .linear(let coefficients): return zip(point, coefficients).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }

  /// The exact answers.
  public var indices: SobolIndices {
    switch self {
    case .ishigami(let a, let b):
      let pi4 = Double.pi * .pi * .pi * .pi
      let first = 0.5 * (1 + b * pi4 / 5) * (1 + b * pi4 / 5)
      let second = a * a / 8
      let both = b * b * pi4 * pi4 * (1.0 / 18 - 1.0 / 50)
      let variance = first + second + both
      return SobolIndices(
        mean: a / 2, variance: variance, first: [first, second, 0].map { $0 / variance },
        total: [first + both, second, both].map { $0 / variance })
    case .g(let weights):
      let parts = weights.map { 1 / (3 * (1 + $0) * (1 + $0)) }
      let product = parts.reduce(1) { $0 * (1 + $1) }
      let variance = product - 1
      return SobolIndices(
        mean: 1, variance: variance, first: parts.map { $0 / variance },
        total: parts.map { $0 * product / (1 + $0) / variance })
    case .linear(let coefficients):
      let parts = coefficients.map { $0 * $0 / 12 }
      let variance = parts.reduce(0, +)
      let shares = parts.map { $0 / variance }
      return SobolIndices(
        mean: coefficients.reduce(0, +) / 2, variance: variance, first: shares, total: shares)
    }
  }
}
