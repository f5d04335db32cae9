import Parameters
import Results
import Statistics

extension Selection.Outcome {
  /// The designs with what is known of them, the chosen one first.
  package func rows(_ names: [String], _ output: OutputChoice) -> [SelectionRow] {
    let order = standings.indices.sorted { one, two in
      let first = (best == one ? 0 : 1, -(standings[one].droppedAt ?? .max), one)
      return first < (best == two ? 0 : 1, -(standings[two].droppedAt ?? .max), two)
    }
    return order.map { design in
      let standing = standings[design]
      return SelectionRow {
        ($0.design, $0.output, $0.unit) = (names[design], output.name, output.unit)
        $0.replications = standing.tally.count
        ($0.mean, $0.standardError) = (standing.tally.mean, standing.tally.standardError)
        if design != best { $0.set(against: standings[best].values, standing.values) }
        $0.state =
          design == best
          ? (isDecided ? "chosen" : "leading") : standing.droppedAt.map { "out after \($0)" } ?? "left"
      }
    }
  }
}

extension [SelectionRow] {
  /// For a terminal, the heading first.
  package var shown: [[String]] {
    [["Design", "reps", "mean", "difference", "95% interval", "state"]]
      + map { row in
        let format = MeasureFormat(unit: row.unit)
        func text(_ value: Double) -> String {
          format == .pounds ? Phrase.pounds(value) : format.fine(value)
        }
        return [
          row.design, Phrase.number(row.replications), text(row.mean),
          row.difference.map { ($0 > 0 ? "+" : "") + text($0) } ?? "–",
          row.lower.flatMap { lower in row.upper.map { "\(text(lower)) to \(text($0))" } }
            ?? "–",
          row.state,
        ]
      }
  }
}

extension SelectionRow {
  /// What it is beyond the best, in the replications that both have.
  fileprivate mutating func set(against best: [Double], _ own: [Double]) {
    let count = min(best.count, own.count)
    guard let paired = PairedComparison(Array(own.prefix(count)), Array(best.prefix(count))) else { return }
    let interval = paired.interval()
    (pairs, difference, lower, upper) = (count, paired.meanDifference, interval.lower, interval.upper)
  }
}

extension Selection {
  /// How to read the table.
  package static let note =
    "Difference: what a design is beyond the first in the table, over the replications that both have, with its paired 95% "
    + "interval. Means of different numbers of replications are over different futures, and not to be compared."

  /// How sure the choice is, in a sentence.
  ///
  /// - Parameter told: what was found, as the beginning of a sentence.
  package func verdict(_ found: Outcome, _ told: String, _ method: Method, _ output: OutputChoice) -> String {
    guard found.isDecided else {
      return
        "UNDECIDED after \(limit) replications each; so far \(told). Use more --max-reps or a larger --delta."
    }
    let percent = "\((found.probability * 1000).rounded() / 10)%"
    switch method {
    case .kn:
      return
        "\(told): right with probability \(percent) or more whenever the best is better than the next by at least "
        + "\(output.text(found.indifference)) (Kim and Nelson)."
    case .ocba:
      return
        "\(told): right with probability of about \(percent) or more (Bonferroni, normal approximation; no guarantee)."
    }
  }
}
