import DiscreteEvents
import Parameters
import Statistics

/// How deep in its law each uncertain input of a replication is drawn: a probability for each path.
///
/// Each path has a stratified sequence of its own, keyed by the seed and the path: replications 1 to 2^k meet each of 2^k
/// strata once. Values that are declared to go together have a Gaussian copula: the normal scores of their own numbers
/// are mixed by Cholesky's triangle, in the order of the table of parameters. A path that is declared to go with others
/// keeps its place in the triangle also where its value has become certain, so that the others are drawn as before.
struct InputDepths: Sendable {
  private struct Place: Sendable {
    let entity: UInt64
    let sequence: StratifiedSequence
    /// Places whose scores are mixed into this one's, with their weights; empty for a value that is drawn alone.
    var parts: [(place: Int, weight: Double)] = []
  }

  private let seed: UInt64
  private var places: [Place] = []
  private let placeByPath: [String: Int]

  /// - Parameters:
  ///   - paths: in the order of the table; all that are uncertain, and all that are in a pair.
  ///   - pairs: correlations that a matrix can have, as is checked when a scenario is read.
  init(seed: Int, paths: [String], pairs: [PairCorrelation]) {
    self.seed = UInt64(seed)
    // Replication 0 has the point values: its streams of this purpose are free to key the sequences.
    let streams = RandomStreams(seed: UInt64(seed), replication: 0)
    places = paths.map { path in
      let entity = Self.hash(path)
      let stream = streams.stream(Purpose.uncertainty.rawValue, entity: entity)
      let (order, digits) = (stream.word(), stream.word())
      return Place(entity: entity, sequence: StratifiedSequence(order: order, digits: digits))
    }
    let placeByPath = Dictionary(paths.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    self.placeByPath = placeByPath
    let correlations = pairs.compactMap { pair -> (Int, Int, Double)? in
      guard let first = placeByPath[pair.first], let second = placeByPath[pair.second] else { return nil }
      return (first, second, pair.correlation)
    }
    let joint = CorrelationGroups(count: paths.count, pairs: correlations)
    precondition(joint.faults.isEmpty, "Correlations that cannot all be true are refused when they are read.")
    for group in joint.groups {
      for (member, row) in zip(group.members, group.rows) {
        places[member].parts = zip(group.members, row).map { ($0, $1) }
      }
    }
  }

  /// The probabilities of these paths in a replication from 1 on, strictly between 0 and 1. The first attempt is
  /// stratified; those after a contradiction are plain uniform numbers.
  func depths(of paths: [String], _ replication: Int, attempt: UInt32) -> [Double] {
    let streams = RandomStreams(seed: seed, replication: UInt64(replication))
    func own(_ place: Int) -> Double {
      attempt == 0
        ? places[place].sequence.number(replication - 1)
        : streams.stream(Purpose.uncertainty.rawValue, entity: places[place].entity, occurrence: attempt)
          .uniformPositive()
    }
    return paths.map { path in
      guard let place = placeByPath[path] else { return 0.5 }
      let parts = places[place].parts
      if parts.isEmpty { return own(place) }
      return NormalScore.probability(parts.reduce(0) { $0 + $1.weight * NormalScore.score(own($1.place)) })
    }
  }

  /// FNV-1a with 64 bits: a number for a name, the same in every process.
  static func hash(_ name: String) -> UInt64 {
    name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }
}
