import Parameters
import Results
import Statistics

extension TippingPoint {
  /// The values that were tried, in order.
  package func rows(_ trials: [Trial], _ path: String, _ unit: String, condition: String) -> [GoalRow] {
    trials.sorted { $0.value < $1.value }.map { trial in
      let range = Proportion(successes: trial.held, trials: trial.count).wilson()
      return GoalRow {
        ($0.path, $0.value, $0.unit) = (path, Value.number(trial.value).text, unit)
        ($0.condition, $0.wanted) = (condition, probability)
        ($0.replications, $0.held, $0.share) = (trial.count, trial.held, trial.share)
        ($0.lower, $0.upper) = (range.lower, range.upper)
      }
    }
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
      case .always: "It holds throughout: \(what) at both ends. Widen the range."
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
        + "\(Value.number(most).text) cannot be told apart from the turning point (95%).",
    ]
  }
}

extension [GoalRow] {
  /// For a terminal, the heading first.
  package var shown: [[String]] {
    [[first?.path ?? "", "replications", "held in", "share", "from", "to"]]
      + map { row in
        [row.value, Phrase.number(row.replications), Phrase.number(row.held)]
          + [row.share, row.lower, row.upper].map { Phrase.percent($0) }
      }
  }
}
