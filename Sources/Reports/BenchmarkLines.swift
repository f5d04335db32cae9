import Notation
import Results

/// Where a council is unlike the others: what of its published figures lies outside four fifths of theirs.
struct BenchmarkLines {
  private let result: ResultSet

  init(_ result: ResultSet) { self.result = result }

  private static let usual = 0.1...0.9

  /// Nothing where the run is no council's of the national table.
  func lines(_ width: Int) -> [String] {
    let published = result.benchmarks.filter { $0.kind == .published }
    guard let first = published.first else { return [] }
    let unlike = published.filter { !Self.usual.contains($0.percentile) }
    let parts = unlike.map { row in
      let share = row.percentile > 0.5 ? row.percentile : 1 - row.percentile
      return "\(row.label.lowercasedFirst) (\(row.shown) in "
        + "\(row.year), \(row.percentile > 0.5 ? "more" : "less") than \(Phrase.percent(share, decimals: 0)) of them)"
    }
    let sentence =
      parts.isEmpty
      ? "Beside \(first.councils) other councils, none of \(published.count) published figures is outside four fifths of "
        + "theirs; benchmarks.csv has them all."
      : "Beside \(first.councils) other councils, unlike most: \(parts.joined(separator: "; ")). benchmarks.csv has all "
        + "\(published.count)."
    return Prose.wrap(sentence, width: width, indent: 0)
  }
}
