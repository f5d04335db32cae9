import Parameters
import Results

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
    [["Design", "replications", "mean", "standard error", "state"]]
      + map { row in
        let format = MeasureFormat(unit: row.unit)
        return [
          row.design, Phrase.number(row.replications), format.fine(row.mean), format.fine(row.standardError),
          row.state,
        ]
      }
  }
}

extension Selection {
  /// How sure the choice is, in a sentence.
  ///
  /// - Parameter told: what was found, as the beginning of a sentence.
  package func verdict(_ found: Outcome, _ told: String, _ method: Method) -> String {
    guard found.isDecided else {
      return
        "UNDECIDED after \(limit) replications each; so far \(told). Use more --max-reps or a larger --delta."
    }
    let percent = "\((found.probability * 1000).rounded() / 10)%"
    switch method {
    case .kn:
      return
        "\(told): right with probability \(percent) or more whenever the best is better than the next by at least "
        + "\(Value.number(indifference).text) (Kim and Nelson)."
    case .ocba:
      return
        "\(told): right with probability of about \(percent) or more (Bonferroni, normal approximation; no guarantee)."
    }
  }
}
