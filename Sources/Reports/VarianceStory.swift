import Notation
import Parameters
import Results

/// Where the variance of the headlines comes from in the last year, for those of which it can be told; of the others what
/// would tell it, once.
struct VarianceStory {
  let year: String
  /// A headline by its name, with its row.
  typealias Line = (name: String, row: VarianceRow)
  let told: [Line]
  private let untold: [Line]
  private let twins, replications: Int

  /// Nil where the variance was not split.
  ///
  /// - Parameter name: what a headline is called where it stands.
  init?(_ result: ResultSet, _ name: (Headline) -> String) {
    guard let year = result.variance.last?.when else { return nil }
    let rows = result.variance.filter { $0.when == year }
    let lines = result.series.headlines.compactMap { headline -> Line? in
      rows.first { $0.measure == headline.measure }.map { (name(headline), $0) }
    }
    self.year = year
    told = lines.filter { $0.row.isTold && $0.row.share != nil }
    untold = lines.filter { !($0.row.isTold && $0.row.share != nil) }
    twins = rows.map(\.twins).max() ?? 0
    replications = result.manifest.replicationsDone
  }

  /// Of what it cannot be told, and how many replications would tell most of it; nil where all of it is told.
  var gap: String? {
    guard !untold.isEmpty else { return nil }
    let names = untold.map(\.name.lowercasedFirst).joined(separator: ", ")
    let of = told.isEmpty ? "any measure" : names
    // There are fewer twins than replications.
    let options = (enough < replications ? "--twins \(enough), or " : "") + "--reps \(4 * enough)"
    return
      "It cannot be told of \(of) from \(Words.count(twins, "replication")) with a twin (same inputs, other chance): about "
      + "\(enough) would do (\(options), of which one in four has a twin)."
  }

  /// Twins with which the interval of a share leaves out a quarter of what it can be: of normal results whose parts are
  /// about equal, 27 by Fisher's z. Where as many have not told it, twice as many.
  private var enough: Int { twins < Self.usual ? Self.usual : (2 * twins + 9) / 10 * 10 }
  private static let usual = 30
}
