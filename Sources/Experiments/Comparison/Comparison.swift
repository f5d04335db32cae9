import Parameters
import Results
import Statistics

/// Designs compared with a base, pair by pair: the nth replication of each meets the same children and workers.
///
/// Differences are design minus base. A difference counts as better or worse when its 95% interval leaves zero, it is
/// not within the indifference zone, and its p-value, adjusted by Holm over all designs compared, is at most 5%.
package struct Comparison: Sendable {
  /// The smallest difference of an output that matters: an amount, or a share of the base's mean.
  package enum Indifference: Sendable, Equatable {
    case amount(Double)
    case share(Double)

    /// Reads an amount, or a share such as `2%`; nil where it is neither, or below 0.
    package init?(_ text: String) {
      let isShare = text.hasSuffix("%")
      guard let number = Double(isShare ? text.dropLast() : text[...]), number.isFinite, number >= 0 else {
        return nil
      }
      self = isShare ? .share(number / 100) : .amount(number)
    }
  }

  package let outputs: [OutputChoice]
  /// By output name; outputs that are not named have `everyOther`.
  package var indifference: [String: Indifference] = [:]
  package var everyOther = Indifference.amount(0)

  package init(_ outputs: [OutputChoice]) { self.outputs = outputs }

  /// Reads a smallest difference that matters: a share of the base's mean for all outputs, or `output=amount`, or
  /// `output=2%`.
  ///
  /// - Returns: what is wrong with it, nil where nothing is.
  package mutating func read(_ text: String) -> String? {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard let amount = Indifference(parts.last ?? ""), parts.count > 1 || text.hasSuffix("%") else {
      return "write 2%, or output=amount, or output=2%; not below zero."
    }
    guard parts.count > 1 else {
      everyOther = amount
      return nil
    }
    let name = parts.dropLast().joined(separator: "=")
    guard outputs.contains(where: { $0.name == name }) else {
      return "'\(name)' is not one of the outputs looked at."
    }
    if case .amount(let level) = amount, let output = outputs.first(where: { $0.name == name }),
      output.range == 0...1,
      level > 1
    {
      let text = Value.number(level).text
      return
        "\(name) is a share, 0 to 1, and never differs by \(text); did you mean \(Value.number(level / 100).text)?"
    }
    indifference[name] = amount
    return nil
  }

  /// One row for each design and output. `trials.values[0]` is the base; `name` is its name, `names` those of the others.
  package func rows(
    _ trials: TrialRunner.Trials, base name: String = "", names: [String]
  ) -> [ComparisonRow] {
    guard let base = trials.values.first, base.count >= 2 else { return [] }
    let perOutput = outputs.indices.map { output in
      adjusted(names.indices.map { row(names[$0], output, base, trials.values[$0 + 1]) })
    }
    return names.indices.flatMap { design in
      perOutput.map { rows in
        var row = rows[design]
        row.base = name
        return row
      }
    }
  }

  /// Smallest differences that matter and are larger than the output's own mean, so that nothing can reach them: a
  /// sentence each.
  package func idle(_ trials: TrialRunner.Trials) -> [String] {
    outputs.indices.compactMap { place in
      guard let base = trials.values.first, case .amount(let amount)? = indifference[outputs[place].name]
      else { return nil }
      let mean = Tally(base.map { $0[place] }.filter(\.isFinite)).mean
      guard mean.isFinite, amount > mean.magnitude else { return nil }
      let output = outputs[place]
      return
        "--delta \(output.name)=\(Value.number(amount).text) is more than the base's mean itself, \(output.text(mean)) "
        + "(\(output.meaning)): hardly any difference can matter."
    }
  }

  private func row(
    _ name: String, _ output: Int, _ base: [[Double]], _ other: [[Double]]
  ) -> ComparisonRow {
    let choice = outputs[output]
    var first: [Double] = []
    var second: [Double] = []
    for (one, two) in zip(other, base) where one[output].isFinite && two[output].isFinite {
      first.append(one[output])
      second.append(two[output])
    }
    var row = ComparisonRow {
      ($0.scenario, $0.output, $0.unit) = (name, choice.name, choice.unit)
      ($0.better, $0.n) = (choice.better.rawValue, first.count)
      $0.period = choice.gathered
    }
    guard let paired = PairedComparison(first, second) else { return row }
    let interval = paired.interval()
    row.baseMean = paired.second.mean
    row.mean = paired.first.mean
    row.difference = paired.meanDifference
    row.standardError = paired.differences.standardError
    row.lower = interval.lower
    row.upper = interval.upper
    row.pValue = paired.pValue
    row.correlation = paired.correlation
    // Differences that are the same but for the last digits are no measure of what pairing is worth.
    let dust = 1e-9 * max(abs(paired.first.mean), abs(paired.second.mean))
    if paired.differences.standardDeviation > dust { row.varianceReduction = paired.varianceReduction }
    let independent = paired.unpaired.interval()
    row.independentHalfWidth = independent.halfWidth
    row.indifference = size(choice.name, of: paired.second.mean)
    if choice.better != .neither {
      let isMore = choice.better == .more
      let wins = isMore ? paired.above : paired.below
      let range = Proportion(successes: wins, trials: first.count).wilson()
      (row.pairsBetter, row.pairsSame) = (wins, paired.equal)
      row.pairsWorse = isMore ? paired.below : paired.above
      row.shareBetter = Double(wins) / Double(first.count)
      row.shareBetterRange = range.lower...range.upper
    }
    if paired.equal == first.count { row.verdict = .same }
    return row
  }

  /// The rows of one output with their p-values adjusted for all designs compared, and judged.
  private func adjusted(_ rows: [ComparisonRow]) -> [ComparisonRow] {
    let tested = rows.indices.filter { rows[$0].pValue != nil }
    let holm = MultipleComparisons.holm(tested.map { rows[$0].pValue ?? 1 })
    var judged = rows
    for (place, index) in tested.enumerated() {
      judged[index].adjustedPValue = holm[place]
      judged[index].verdict = verdict(judged[index])
    }
    return judged
  }

  private func verdict(_ row: ComparisonRow) -> ComparisonRow.Verdict {
    guard let lower = row.lower, let upper = row.upper else { return .unresolved }
    if row.verdict == .same { return .same }
    let plain = Verdict(Interval(lower: lower, upper: upper), indifference: row.indifference)
    guard plain == .higher || plain == .lower else { return plain == .equivalent ? .equivalent : .unresolved }
    guard (row.adjustedPValue ?? 1) <= 0.05 else { return .unresolved }
    switch row.better {
    case Series.Better.more.rawValue: return plain == .higher ? .better : .worse
    case Series.Better.less.rawValue: return plain == .lower ? .better : .worse
    default: return plain == .higher ? .higher : .lower
    }
  }

  private func size(_ name: String, of mean: Double) -> Double {
    switch indifference[name] ?? everyOther {
    case .amount(let amount): amount
    case .share(let share): share * abs(mean)
    }
  }
}
