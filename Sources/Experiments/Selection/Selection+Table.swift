import Parameters
import Results

extension Selection.Outcome {
  /// The designs with what is known of them, the chosen one first: `selection.csv`.
  package func table(_ names: [String], _ output: OutputChoice) -> ChoiceTable {
    var table = ChoiceTable(
      file: ResultFile.selection,
      columns: [
        ("design", "Design"), ("output", ""), ("unit", ""), ("n_reps", "replications"), ("mean", "mean"),
        ("mc_se", "standard error"), ("state", "state"),
      ])
    let order = standings.indices.sorted { one, two in
      let first = (best == one ? 0 : 1, -(standings[one].droppedAt ?? .max), one)
      return first < (best == two ? 0 : 1, -(standings[two].droppedAt ?? .max), two)
    }
    for design in order {
      let standing = standings[design]
      let state =
        design == best
        ? (isDecided ? "chosen" : "leading")
        : standing.droppedAt.map { "out after \($0)" } ?? "left"
      table.add([
        .text(names[design]), .text(output.name), .text(output.unit), .count(standing.tally.count),
        .number(standing.tally.mean, unit: output.unit),
        .number(standing.tally.standardError, unit: output.unit),
        .text(state),
      ])
    }
    return table
  }
}

extension Selection {
  /// How sure the choice is, in a sentence.
  ///
  /// - Parameter told: what was found, as the beginning of a sentence.
  package func verdict(_ found: Outcome, _ told: String, _ method: Method) -> String {
    guard found.isDecided else {
      return
        "UNDECIDED after \(limit) replications each; so far \(told). Give more --max-reps or a larger --delta."
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
