import DiscreteEvents
import Parameters
import ServiceModel
import Statistics

/// Points drawn over inputs that are uncertain: one axis on which all of them change together.
struct SamplePlan: Sendable, Equatable {
  enum Method: String, Sendable, CaseIterable {
    /// One value from each of N equally likely layers of each input, paired at random.
    case lhs
    /// Sobol's sequence, moved round by a random shift.
    case sobol
    /// Independent draws.
    case random
  }

  /// One input: its parameter, how it may differ, and what it may be.
  struct Input: Sendable {
    let path: String
    let law: Uncertainty
    let kind: ParameterKind
  }

  let method: Method
  let count: Int

  /// Reads `lhs:200`, `sobol:256` or `random:50`.
  init(_ text: String) throws(DesignFault) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let method = Method(rawValue: String(parts[0])), let count = Int(parts[1]),
      (1...LevelList.most).contains(count)
    else {
      throw DesignFault(
        "--sample \(text)", "sample-syntax", "\"\(text)\" is not a way to sample.",
        help: "write lhs:200, sobol:256 or random:50")
    }
    self.method = method
    self.count = count
  }

  /// Sobol points are spread evenly only where their number is a power of two: others leave gaps that bias a mean.
  var caution: String? {
    guard method == .sobol, count.nonzeroBitCount != 1 else { return nil }
    let below = 1 << (Int.bitWidth - 1 - count.leadingZeroBitCount)
    return
      "sobol:\(count): Sobol points are balanced only in powers of two; use sobol:\(below) or sobol:\(2 * below)"
  }

  /// Reads `path=low:high` of `--range`: every value between is equally likely.
  static func range(
    _ text: String, option: String = "--range"
  ) throws(DesignFault) -> (path: String, low: Double, high: Double) {
    let fault = DesignFault(
      "\(option) \(text)", "range-syntax", "A range needs a path and two numbers, the lower first.",
      help: "write \(option) path=low:high")
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else { throw fault }
    let ends = text[text.index(after: equals)...].split(separator: ":", omittingEmptySubsequences: false)
    guard ends.count == 2, let low = Double(ends[0]), let high = Double(ends[1]), low.isFinite, high.isFinite,
      low < high
    else { throw fault }
    return (String(text[..<equals]), low, high)
  }

  /// The points, the same for the same seed. Values keep to what the parameter allows.
  func axis(_ inputs: [Input], seed: UInt64) throws(DesignFault) -> DesignAxis {
    guard !inputs.isEmpty else {
      throw DesignFault(
        "--sample \(method.rawValue):\(count)", "nothing-uncertain",
        "No input of the scenario is uncertain, so there is nothing to sample.",
        help: "write `uncertain: [low, high]` beside a value, or give --range path=low:high")
    }
    guard method != .sobol || inputs.count <= SobolSequence.mostDimensions else {
      throw DesignFault(
        "--sample sobol:\(count)", "too-many-inputs",
        "Sobol points exist here for up to \(SobolSequence.mostDimensions) inputs, and \(inputs.count) are uncertain.",
        help: "use --sample lhs:\(count)")
    }
    let uniforms = uniforms(inputs.count, seed: seed)
    let rows = uniforms.map { point in
      zip(inputs, point).map { input, uniform in value(input, uniform) }
    }
    return DesignAxis(paths: inputs.map(\.path), rows: rows)
  }

  // MARK: Steps

  /// A purpose of its own in the streams, away from those of the model.
  private static let purpose: UInt32 = 0xD5E1_6000

  private func uniforms(_ dimensions: Int, seed: UInt64) -> [[Double]] {
    let streams = RandomStreams(seed: seed, replication: 0)
    switch method {
    case .random:
      return (0..<count).map { point in
        (0..<dimensions).map {
          streams.stream(Self.purpose, entity: UInt64($0), occurrence: UInt32(point)).uniform()
        }
      }
    case .lhs:
      let columns = (0..<dimensions).map { dimension in
        let stream = streams.stream(Self.purpose, entity: UInt64(dimension))
        var layers = Array(0..<count)
        for place in layers.indices.dropFirst().reversed() {
          layers.swapAt(place, min(place, Int(stream.uniform() * Double(place + 1))))
        }
        return layers.map { (Double($0) + stream.uniform()) / Double(count) }
      }
      return (0..<count).map { point in columns.map { $0[point] } }
    case .sobol:
      var sequence = SobolSequence(
        shift: (0..<dimensions).map { streams.stream(Self.purpose, entity: UInt64($0)).uniform() })
      return (0..<count).map { _ in sequence.next() }
    }
  }

  private func value(_ input: Input, _ uniform: Double) -> Value {
    let drawn = input.law.quantile(min(max(uniform, 1e-12), 1 - 1e-12))
    switch input.kind {
    case .whole(let range):
      let whole = Int(min(max(drawn, Double(range.lowerBound)), Double(range.upperBound)).rounded())
      return .whole(whole)
    case .number(let range): return .number(rounded(min(max(drawn, range.lowerBound), range.upperBound)))
    default: return .number(drawn)
    }
  }

  /// Nine significant digits: enough for any input, and short enough to be read.
  private func rounded(_ value: Double) -> Double {
    guard value != 0 else { return 0 }
    var unit = 1.0
    while value.magnitude * unit < 1e8 { unit *= 10 }
    while value.magnitude * unit >= 1e9 { unit /= 10 }
    return (value * unit).rounded() / unit
  }
}
