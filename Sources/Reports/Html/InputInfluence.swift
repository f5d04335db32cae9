import Notation
import Parameters
import Results

/// How much of the result each uncertain input moves: the rank correlation of what was drawn with what came of it, or,
/// where the result does not keep what came of each future, how wide the input's own range is.
struct InputInfluence {
  private let correlations: [String: Double]
  private let widths: [String: Double]
  private let outcome: String
  private let count: Int

  init(_ result: ResultSet, _ measured: MeasuredInfluence?) {
    correlations = measured?.correlations ?? [:]
    outcome = measured?.outcome ?? ""
    count = measured?.count ?? 0
    let drawn = Dictionary(grouping: result.draws) { $0.path }
    widths = drawn.mapValues { rows in
      let values = rows.map(\.value).filter(\.isFinite).sorted()
      guard values.count > 4 else { return 0 }
      let low = values[values.count / 10]
      let high = values[values.count - 1 - values.count / 10]
      return (high - low) / max(abs(values[values.count / 2]), 1e-9)
    }
  }

  var isMeasured: Bool { !correlations.isEmpty }

  var column: String { isMeasured ? "Moves with \(outcome.lowercasedFirst)" : "Range over its middle" }

  /// What the ranking rests on, and what it does not tell.
  var explanation: String {
    isMeasured
      ? "Ranked by how closely \(outcome.lowercasedFirst) follows each input from future to future (rank correlation, from "
        + "\u{2212}1 to 1). Within ±\(Phrase.number(1.96 / Double(max(1, count)).squareRoot(), decimals: 2)) it cannot be told from "
        + "chance in \(Words.futures(count))."
      : "Ranked by how wide each input's own range is, from the value that 1 in 10 futures lies below to the one that 1 in 10 "
        + "lies above, over its middle value. How far each moves the result is told where the run kept every future: "
        + "`caseload run --raw`, then `caseload report`."
  }

  /// What the input is ranked by; larger is more.
  func share(of row: ParameterRow) -> Double {
    isMeasured ? abs(correlations[row.path] ?? 0) : widths[row.path] ?? 0
  }

  /// What the ranking goes by, as a cell shows it.
  func text(_ row: ParameterRow) -> String {
    isMeasured
      ? correlations[row.path].map { ValueFormat(decimals: 2).signed($0) } ?? "–"
      : widths[row.path].map { Phrase.percent($0, decimals: 0) } ?? "–"
  }
}
