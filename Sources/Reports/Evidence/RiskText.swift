import Results

extension RiskFindings {
  /// A paragraph ready to paste into a register or a paper.
  package var paragraph: String {
    var text =
      "\(net.id) \(net.title). The event counts as \(Self.lower(means)) "
      + "Between \(net.start) and \(net.end) its likelihood is \(net.likelihood.words). "
      + "On the matrix '\(net.profile)' it is placed at likelihood \(net.likelihoodBand) "
      + "(\(net.likelihoodLabel.lowercased())) and impact \(net.impactBand) (\(net.impactLabel.lowercased())): "
      + "score \(net.score), \(net.rating)"
    text += net.isBandCertain ? ". " : "; the likelihood band is still uncertain. "
    if net.cost.mean.isFinite, net.likelihood.breaches > 0 {
      text +=
        "Its cost is \(Phrase.pounds(net.cost.mean)) on average over all futures, including those without the event; "
        + "one future in five costs more than \(Phrase.pounds(net.cost.p80)). "
    }
    if typicalMonths.isFinite {
      text +=
        "Where it happens, half the time it is within \(Phrase.number(typicalMonths)) months (\(net.velocity)). "
    }
    for state in others {
      let name = state.state == .gross ? "Without the controls in force" : "With the planned actions"
      text += "\(name) the likelihood would be \(state.likelihood.words). "
    }
    if let warning = warnings.first {
      text +=
        "The best early warning is \(warning.indicator) \(warning.direction) \(Phrase.plain(warning.threshold)), "
        + "which came \(warning.lead) or more months ahead of "
        + "\(Likelihood(warning.told.breaches, of: max(1, warning.told.trials)).short) of the events held out. "
    }
    return text + "Confidence: \(net.confidence) (\(net.confidenceReason))."
  }

  /// A sentence's beginning in lower case, unless its first word is all capitals.
  private static func lower(_ sentence: String) -> String {
    let ended = sentence.hasSuffix(".") ? sentence : sentence + "."
    guard let first = ended.split(separator: " ").first, first.count > 1, first.uppercased() != String(first)
    else {
      return ended
    }
    return ended.prefix(1).lowercased() + ended.dropFirst()
  }

  /// A register's risks as a person reads them at a terminal.
  package static func text(_ all: [RiskFindings], width: Int, colour: Bool) -> String {
    let states = all.flatMap(\.states)
    let cells = states.map { state in
      [
        "\(state.id) \(state.title)", state.state.rawValue, state.likelihood.short,
        "\(state.likelihoodBand) × \(state.impactBand)" + (state.isBandCertain ? "" : "?"),
        "\(state.score) \(state.rating)", Phrase.pounds(state.cost.mean),
      ]
    }
    var lines = Phrase.table(
      [["Risk", "state", "likelihood", "cell", "score", "cost, mean"]] + cells, width: width, colour: colour)
    if states.contains(where: { !$0.isBandCertain }) {
      lines.append("? The likelihood band is uncertain with so few replications.")
    }
    for one in all { lines += [""] + Phrase.wrapped(one.paragraph, width: width) }
    return lines.joined(separator: "\n") + "\n"
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
