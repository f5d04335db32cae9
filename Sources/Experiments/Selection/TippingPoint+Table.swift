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
  /// - Parameters:
  ///   - conditions: what was to hold, in its own words.
  ///   - limits: what the parameter may be.
  ///   - neutral: what it is unless a file sets it: a lever does nothing there. Nil where that is not known.
  package func words(
    _ answer: Answer, _ trials: [Trial], _ path: String, _ unit: String, conditions: String,
    limits: ClosedRange<Double> = -.infinity ... .infinity, neutral: Double? = nil
  ) -> [String] {
    let wanted = Phrase.percent(probability, decimals: 1).replacing(".0%", with: "%")
    let what = "\"\(conditions)\" in \(wanted) of replications or more"
    switch answer {
    case .always, .never:
      return [
        atBothEnds(
          answer, trials, path, conditions: conditions, wanted: wanted, limits: limits, neutral: neutral)
      ]
    case .smallest(let number):
      let best = "Smallest \(path) that holds \(what): \(Self.quantity(number, unit))."
      return found(best, number, answer, trials, path, unit, what)
    case .largest(let number):
      let best = "Largest \(path) that still holds \(what): \(Self.quantity(number, unit))."
      return found(best, number, answer, trials, path, unit, what)
    }
  }

  private func found(
    _ best: String, _ number: Double, _ answer: Answer, _ trials: [Trial], _ path: String, _ unit: String,
    _ what: String
  ) -> [String] {
    guard let range = range(answer, trials) else { return [best] }
    let span: String =
      switch (range.lower, range.upper) {
      case (let lower?, let upper?):
        "lies between \(Self.quantity(lower, unit)) and \(Self.quantity(upper, unit))"
      case (let lower?, nil):
        "lies above \(Self.quantity(lower, unit)), perhaps above \(Self.quantity(high, unit))"
      case (nil, let upper?):
        "lies below \(Self.quantity(upper, unit)), perhaps below \(Self.quantity(low, unit))"
      case (nil, nil): "may lie anywhere, within the values tried or beyond them"
      }
    let count = trials.first?.count ?? 0
    let turn =
      "The turning point of \(path) for \(what) \(span) (95%): no value within that can be told apart from it with "
      + "\(Phrase.number(count)) replications."
    // What lies between is the best guess, and no more: the range comes first.
    return [turn, "Best guess within it. \(best)\(plateau(number, trials))"]
  }

  /// Values tried at which it held just as often as at the answer.
  private func plateau(_ number: Double, _ trials: [Trial]) -> String {
    guard let own = trials.first(where: { $0.value == number }) else { return "" }
    let alike = trials.filter { $0.value != number && $0.held == own.held }.map(\.value).sorted()
    guard !alike.isEmpty else { return "" }
    let list = alike.map { Value.number($0).text }.joined(separator: ", ")
    return
      " It held in \(Phrase.percent(own.share)) there, and just as often at \(list): these replications do not tell those "
      + "values apart, and more (--reps) may."
  }

  /// Both ends give the same answer: what was found there, and which way is left to try.
  private func atBothEnds(
    _ answer: Answer, _ trials: [Trial], _ path: String, conditions: String, wanted: String,
    limits: ClosedRange<Double>, neutral: Double?
  ) -> String {
    func share(_ value: Double) -> String {
      Phrase.percent(trials.first { $0.value == value }?.share ?? .nan)
    }
    let (least, most) = (Value.number(low).text, Value.number(high).text)
    let ends = "in \(share(low)) of replications at \(least) and in \(share(high)) at \(most)"
    let beyond = [
      low > limits.lowerBound ? "below \(least)" : nil, high < limits.upperBound ? "above \(most)" : nil,
    ].compactMap { $0 }
    let widen = beyond.isEmpty ? "" : "try values \(beyond.joined(separator: " or ")), or "
    guard answer == .always else {
      return
        "It holds nowhere: \"\(conditions)\" \(ends), and \(wanted) was asked for. To reach it, \(widen)ask for "
        + "less."
    }
    var without = ""
    if let neutral, neutral == low || neutral == high {
      without =
        " At \(Value.number(neutral).text), which \(path) is unless a file sets it, the condition is met already."
    }
    return
      "It holds throughout: \"\(conditions)\" \(ends), and \(wanted) was asked for.\(without) To find where it stops "
      + "holding, \(widen)ask for more."
  }

  /// A value of the parameter with its unit: `0.1453`, `£2,500`, `12 posts`.
  private static func quantity(_ number: Double, _ unit: String) -> String {
    switch unit {
    case "-", Unit.share.symbol: Value.number(number).text
    case Unit.pounds.symbol: "£\(Value.number(number).text)"
    default: "\(Value.number(number).text) \(unit)"
    }
  }

  /// Where the turn lies, as far as the trials can tell; nil where there is none.
  package func range(_ answer: Answer, _ trials: [Trial]) -> (lower: Double?, upper: Double?)? {
    let rises: Bool
    switch answer {
    case .always, .never: return nil
    case .smallest: rises = true
    case .largest: rises = false
    }
    return TurningRange(
      trials.map { ($0.value, Proportion(successes: $0.held, trials: $0.count)) }, share: probability,
      rises: rises
    ).ends(rises: rises)
  }
}

extension [GoalRow] {
  /// For a terminal, the heading first.
  package var shown: [[String]] {
    [[first?.path ?? "", "replications", "held in", "share", "95% from", "to"]]
      + map { row in
        [row.value, Phrase.number(row.replications), Phrase.number(row.held)]
          + [row.share, row.lower, row.upper].map { Phrase.percent($0) }
      }
  }
}
