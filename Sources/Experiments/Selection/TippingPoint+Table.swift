import Parameters
import Results
import Statistics

extension TippingPoint {
  /// The values that were tried, in order: `goal.csv`.
  package func table(
    _ trials: [Trial], _ path: String, _ unit: String, condition: String
  ) -> ChoiceTable {
    var table = ChoiceTable(
      file: ResultFile.goal,
      columns: [
        ("path", ""), ("value", path), ("unit", ""), ("condition", ""), ("wanted", ""),
        ("n_reps", "replications"),
        ("held", "held in"), ("share", "share"), ("ci_lo", "from"), ("ci_hi", "to"),
      ])
    for trial in trials.sorted(by: { $0.value < $1.value }) {
      let range = Proportion(successes: trial.held, trials: trial.count).wilson()
      table.add([
        .text(path), .text(Value.number(trial.value).text), .text(unit),
        .text(condition),
        .number(probability, unit: "share"), .count(trial.count), .count(trial.held),
        .number(trial.share, unit: "share"),
        .number(range.lower, unit: "share"), .number(range.upper, unit: "share"),
      ])
    }
    return table
  }

  /// What was found, and where chance decides, a sentence each.
  ///
  /// - Parameter conditions: what was to hold, in its own words.
  package func words(
    _ answer: Answer, _ trials: [Trial], _ path: String, _ unit: String, conditions: String
  ) -> [String] {
    let what = "\"\(conditions)\" in \((probability * 1000).rounded() / 10)% of replications"
    func value(_ number: Double) -> String { "\(Value.number(number).text) \(unit == "-" ? "" : unit)" }
    let sentence =
      switch answer {
      case .always: "It holds all the way: \(what) at both ends. Widen the range."
      case .never: "It holds nowhere: not \(what) at either end. Widen the range, or ask for less."
      case .smallest(let number): "Smallest \(path) that holds \(what): \(value(number))"
      case .largest(let number): "Largest \(path) that still holds \(what): \(value(number))"
      }
    // Where the share is so near the wanted one that chance decides.
    let near = trials.filter {
      Proportion(successes: $0.held, trials: $0.count).wilson().contains(probability)
    }.map(\.value)
    guard let least = near.min(), let most = near.max() else { return [sentence] }
    return [
      sentence,
      "With \(trials[0].count) replications, values from \(Value.number(least).text) to "
        + "\(Value.number(most).text) cannot be told from the turn (95%).",
    ]
  }
}
