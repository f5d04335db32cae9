import Parameters
import Statistics

/// Lays what the layers say of values that are drawn together over each other: of each pair the strongest layer's word
/// holds.
struct JointResolution<Root: ParameterSet> {
  let index: PathIndex<Root>
  /// Weakest first.
  let layers: [Layer]

  /// Correlations that are not 0, in the order of the alphabet.
  private(set) var pairs: [PairCorrelation] = []
  private(set) var findings: [Finding] = []

  init(index: PathIndex<Root>, layers: [Layer]) {
    (self.index, self.layers) = (index, layers)
    var strongest: [[String]: (JointPair, SourceText)] = [:]
    for layer in layers {
      for joint in layer.jointly { strongest[[joint.pair.first, joint.pair.second]] = (joint, layer.source) }
    }
    let held = strongest.values.filter { $0.0.pair.correlation != 0 }
      .sorted { ($0.0.pair.first, $0.0.pair.second) < ($1.0.pair.first, $1.0.pair.second) }
    pairs = held.map(\.0.pair)
    var told: Set<String> = []
    for (joint, source) in held {
      for (path, place) in joint.places where !isEverUncertain(path) && told.insert(path).inserted {
        findings.append(
          source.error(
            "jointly-certain", place,
            "\(path.quoted) goes together with others here, and nothing says that it is uncertain.",
            help: "write uncertain: [low, high] beside its value, or leave it out here"))
      }
    }
    if findings.isEmpty { checkMatrix(held) }
  }

  /// Whether a layer makes the value uncertain, even where a stronger one makes it certain again: the others are then
  /// drawn as if it still were.
  private func isEverUncertain(_ path: String) -> Bool {
    layers.contains { $0.entries[path]?.uncertain != nil || $0.doubts(path) }
  }

  private mutating func checkMatrix(_ held: [(JointPair, SourceText)]) {
    let among = Set(pairs.flatMap { [$0.first, $0.second] })
    let paths = index.table.map(\.path).filter(among.contains)
    let places = Dictionary(paths.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let groups = CorrelationGroups(
      count: paths.count,
      pairs: pairs.compactMap { pair in
        guard let first = places[pair.first], let second = places[pair.second] else { return nil }
        return (first, second, pair.correlation)
      })
    for fault in groups.faults {
      let named = PairCorrelation(paths[fault.first], paths[fault.second], 0)
      let found = held.first { $0.0.pair.first == named.first && $0.0.pair.second == named.second }
      guard let (joint, source) = found else { continue }
      let others =
        "or multiply every correlation of the values that go with them by \(fault.shrinkage) or less"
      let range = fault.allowed.map { "it could be \(Self.text($0)) as the others are, " }
      findings.append(
        source.error(
          "not-positive-definite", joint.correlationPlace,
          "\(named.first.quoted) and \(named.second.quoted) cannot have a correlation of "
            + "\(Value.number(joint.pair.correlation).text) beside the other correlations.",
          help: (range ?? "lower the strongest correlations, ") + others))
    }
  }

  /// Rounded inwards to hundredths, where that leaves a range.
  private static func text(_ range: ClosedRange<Double>) -> String {
    let low = (max(range.lowerBound, -0.99) * 100).rounded(.up) / 100
    let high = (min(range.upperBound, 0.99) * 100).rounded(.down) / 100
    return low < high ? "\(low) to \(high)" : "about \((range.lowerBound * 1000).rounded() / 1000)"
  }
}
