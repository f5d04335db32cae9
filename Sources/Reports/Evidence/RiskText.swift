import Results

extension RiskRow {
  /// The colour, or those between which it cannot be told: `red`, or `not told (amber to red)`.
  package var ratingWords: String { isRatingCertain ? rating : "not told (\(bestRating) to \(worstRating))" }

  /// The score of the cell as printed, and where the colour is not certain the scores that the 95% intervals allow.
  var scoreWords: String {
    isRatingCertain || lowestScore == highestScore
      ? "\(score), \(ratingWords)"
      : "\(score), from \(lowestScore) to \(highestScore) within the 95% intervals; colour \(ratingWords)"
  }

  /// The likelihood by which the matrix places the risk, its interval and its band: of the cell's impact or a worse one.
  package var cellLikelihoodWords: String {
    "\(likelihoodOfCell.words), \(bandWords)"
  }

  /// The band of that likelihood: `likelihood band 2 (unlikely)`.
  package var bandWords: String {
    "likelihood band \(likelihoodBand) (\(likelihoodLabel.lowercased()))"
      + (isBandCertain ? "" : ", though the interval reaches beyond that band")
  }

  /// What sets the likelihood apart from net, in percentage points; empty for net.
  var changeWords: String {
    guard change.mean.isFinite else { return "" }
    let interval = "95% interval \(Self.points(change.lower)) to \(Self.points(change.upper))"
    return change.isApart
      ? "\(Self.points(change.mean.magnitude)) points \(change.mean > 0 ? "more" : "less") (\(interval))"
      : "not told apart (\(Self.points(change.mean)) points, \(interval))"
  }

  static func points(_ share: Double) -> String { Phrase.number(share * 100, decimals: 1) }
}

extension RiskFindings {
  /// A paragraph ready to paste into a register or a paper.
  package var paragraph: String {
    var text =
      "\(net.id) \(net.title). The event: \(Self.ended(means)) "
      + "Likelihood of the event between \(net.start) and \(net.end): \(net.likelihood.words). " + cellWords
    if net.cost.mean.isFinite, net.likelihood.breaches > 0 {
      text +=
        "Its cost is \(Phrase.pounds(net.cost.mean)) on average (mean) over all futures, including those without the event"
        + (net.cost.p80 > 0 ? "; one future in five costs more than \(Phrase.pounds(net.cost.p80)). " : ". ")
    }
    if net.typicalMonths.isFinite {
      text +=
        "Where it happens, half the time it is within \(Phrase.number(net.typicalMonths)) months (\(net.velocity)). "
    }
    for state in others {
      let name = state.state == .gross ? "Without the controls in force" : "With the planned actions"
      text += "\(name) the likelihood in the same futures is \(state.likelihood.words)"
      text += state.change.mean.isFinite ? ": \(state.changeWords). " : ". "
    }
    return text + warningWords + "Confidence: \(net.confidence) (\(net.confidenceReason))."
  }

  /// Where the matrix has the risk as it stands.
  private var cellWords: String {
    "On the matrix '\(net.profile)' it stands at impact \(net.impactBand) (\(net.impactLabel.lowercased())). "
      + "Likelihood of that impact or a worse one: \(net.cellLikelihoodWords). Score \(net.impactBand) × "
      + "\(net.likelihoodBand) = \(net.scoreWords). "
  }

  /// The best useful early warning, or that there is none.
  var warningWords: String {
    guard let best = warnings.first else { return "" }
    func told(_ warning: RiskWarningRow) -> String {
      Likelihood(warning.told.breaches, of: max(1, warning.told.trials)).short
    }
    guard let useful = warnings.first(where: \.isUseful) else {
      return "No useful early warning was found: the best, \(best.indicator) \(best.direction) "
        + "\(Phrase.plain(best.threshold)), tells only \(told(best)) of the events held out, or comes true hardly more "
        + "often than the event happens. "
    }
    return
      "The best early warning is \(useful.indicator) \(useful.direction) \(Phrase.plain(useful.threshold)), "
      + "which came \(useful.lead) or more months ahead of \(told(useful)) of the events held out. "
  }

  /// A sentence with its full stop.
  private static func ended(_ sentence: String) -> String {
    sentence.hasSuffix(".") ? sentence : sentence + "."
  }

  /// A register's risks as a person reads them at a terminal.
  package static func text(_ all: [RiskFindings], width: Int, colour: Bool) -> String {
    let states = all.flatMap(\.states)
    let hasOthers = all.contains { !$0.others.isEmpty }
    let cells = states.map { state in
      [
        "\(state.id) \(state.title)", state.state.rawValue, state.likelihood.short,
        state.likelihoodOfCell.short,
        "\(state.impactBand) × \(state.likelihoodBand)" + (state.isBandCertain ? "" : "?"),
        state.isRatingCertain
          ? "\(state.score) \(state.rating)" : "\(state.score) (\(state.lowestScore)–\(state.highestScore))",
        Phrase.pounds(state.cost.mean),
      ]
        + (hasOthers
          ? [
            state.state == .net
              ? "" : state.change.isApart ? Self.signed(state.change.mean) : RiskRow.notTold
          ] : [])
    }
    let head =
      ["Risk", "state", "event", "impact", "cell", "score", "cost, mean"] + (hasOthers ? ["vs net"] : [])
    var lines = Phrase.table([head] + cells, width: width, colour: colour)
    lines += notes(states, hasOthers: hasOthers).flatMap { Phrase.wrapped($0, width: width) }
    for one in all { lines += [""] + Phrase.wrapped(one.paragraph, width: width) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func signed(_ share: Double) -> String {
    (share > 0 ? "+" : "") + RiskRow.points(share) + " pts"
  }

  private static func notes(_ states: [RiskRow], hasOthers: Bool) -> [String] {
    var notes = [
      "Event: how likely the event is. Impact: how likely an event with the impact of the cell, or a worse one, is; the cell is "
        + "that impact's band × the band of this likelihood, and the score their product."
    ]
    if hasOthers {
      notes.append(
        "All states stand on the same \(states.first?.likelihood.trials ?? 0) futures. vs net: percentage points of "
          + "likelihood, where the paired 95% interval leaves zero out.")
    }
    if states.contains(where: { !$0.isBandCertain }) {
      notes.append("? The likelihood band cannot be told with so few replications.")
    }
    if states.contains(where: { !$0.isRatingCertain }) {
      notes.append(
        "Two scores in brackets: the 95% intervals allow more than one colour, so it is not told."
          + (hasOthers ? " Not told beside net: the interval of the difference holds zero." : ""))
    }
    return notes
  }
}

extension Phrase {
  /// A number in the fewest figures that tell it, up to four.
  static func plain(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    let size = value.magnitude
    if size >= 1000 || value == value.rounded() { return Phrase.number(value) }
    return Phrase.number(value, decimals: size >= 100 ? 1 : size >= 10 ? 2 : 3)
  }
}
