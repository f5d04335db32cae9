import Notation
import Results

extension ResultDifference {
  /// The differences for a terminal, in lines of at most `width` characters (60 at least), ended by a line feed.
  ///
  /// Figures of the headlines are listed; how many others differ is told.
  package func text(width: Int = 100, colour: Bool = false) -> String {
    let width = max(60, width)
    let style = TextStyle(hasColour: colour)
    let sections = [
      ["A: \(folders.first)", "B: \(folders.second)"] + Prose.wrap(verdict, width: width, indent: 0),
      pairs("How they were made", manifest, width, style),
      pairs("Parameters", parameters, width, style),
      headlines(width, style),
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var verdict: String {
    if isIdentical { return "Identical to the byte: every table of figures is the same." }
    if filesThatDiffer.isEmpty {
      return "What both folders have is identical to the byte, but they are not whole: \(gone)."
    }
    let files =
      "Files that differ: \(filesThatDiffer.joined(separator: ", "))."
      + (isWhole ? "" : " Not whole: \(gone).")
    guard !rows.isEmpty else {
      return "The \(Words.count(rowsCompared, "yearly figure")) in common are the same\(unmatched). \(files)"
    }
    let same = rows.count(where: \.isSameInCommon)
    let tested = rows.count { $0.pValue != nil } - same
    let told = rows.count { $0.isMoreThanChance == true }
    var text =
      "\(Phrase.number(rows.count - same)) of \(Words.count(rowsCompared, "yearly figure")) in common "
      + "\(rows.count - same == 1 ? "differs" : "differ")\(unmatched). "
    if same > 0 {
      text +=
        "\(Words.count(same, "further figure")) \(same == 1 ? "is" : "are") the same in every replication in common, and "
        + "only the number of replications differs. "
    }
    if tested > 0 {
      let chance = Int((ResultDifference.rate * Double(tested)).rounded())
      text +=
        "\(Phrase.number(told)) \(told == 1 ? "differs" : "differ") by more than chance: adjusted for the number of "
        + "figures, so that about 1 in 20 of these may still be chance (Benjamini and Hochberg). Without that, about "
        + "\(Phrase.number(chance)) of \(Phrase.number(tested)) would seem to differ by chance alone. "
    }
    return text + held + " " + files
  }

  /// What was written with each of them and is gone.
  private var gone: String {
    [("A", missing.first), ("B", missing.second)].filter { !$0.1.isEmpty }
      .map { "\($0) lacks \($1.joined(separator: ", ")), with which it was written" }
      .joined(separator: "; ")
  }

  /// How the replications were held against each other.
  private var held: String {
    switch pairing {
    case .pairs:
      let pairs = rows.map(\.pairs).max() ?? 0
      let alone = rows.count { $0.pairs == 0 }
      let rest =
        alone == 0
        ? ""
        : " \(Words.count(alone, "figure")) that no single replication keeps, such as ratios over a year, were compared as "
          + "if independent."
      return
        "Both have the same seed: \(Words.count(pairs, "replication")) in common, compared pair by pair.\(rest)"
    case .withoutReadings:
      return
        "Both have the same seed, but not the readings of single replications (run --raw), so they were compared as if "
        + "independent: the intervals are then mostly too wide."
    case .independent:
      return "They share no random numbers, and were compared as independent."
    }
  }

  private var unmatched: String {
    rowsUnmatched == 0 ? "" : "; \(Words.count(rowsUnmatched, "figure")) in only one of them"
  }

  private func pairs(_ title: String, _ pairs: [Pair], _ width: Int, _ style: TextStyle) -> [String] {
    guard !pairs.isEmpty else { return [] }
    var lines = [style.heading(title)]
    for pair in pairs {
      let values = [pair.first, pair.second].map { $0.isEmpty ? "(not stated)" : $0 }
      lines += Prose.wrap("\(pair.name): \(values[0]) -> \(values[1])", width: width)
    }
    return lines
  }

  private func headlines(_ width: Int, _ style: TextStyle) -> [String] {
    var table = TextTable([.left, .left, .right, .right, .right, .right, .left])
    table.add(
      ["Yearly means", "year", "A", "B", "B - A", "95% interval", "more than chance?"], style: style.heading)
    for headline in series.headlines {
      let known = rows.filter { $0.year.measure == headline.measure && !$0.isSameInCommon }
      let breakdowns = headline.places.map { series[$0].breakdown }
      guard let breakdown = breakdowns.first(where: { name in known.contains { $0.year.breakdown == name } })
      else { continue }
      let name = headline.places.first { series[$0].breakdown == breakdown }.map {
        series[$0].named(headline.label)
      }
      for row in known where row.year.breakdown == breakdown {
        let format = MeasureFormat(unit: row.year.unit)
        let sign = row.difference > 0 ? "+" : ""
        let interval =
          row.lower.isFinite ? "\(fine(row.lower, format)) to \(fine(row.upper, format))" : "–"
        let cells = [
          (name ?? headline.label) + format.labelEnding, row.year.yearName, fine(row.first, format),
          fine(row.second, format), sign + fine(row.difference, format), interval,
          row.chance(pairing).rawValue,
        ]
        table.add(cells) { row.isMoreThanChance == true ? style.warning($0) : $0 }
      }
    }
    guard table.rows.count > 1 else { return [] }
    let said = Set(table.rows.compactMap { $0.cells.last })
    let notes = ChanceWord.allCases.filter { said.contains($0.rawValue) }.compactMap(\.note)
    return table.lines(width: width)
      + notes.flatMap { [""] + Prose.wrap($0, width: width, indent: 0) }
  }

  /// Means of whole things need a decimal more than the things.
  private func fine(_ value: Double, _ format: MeasureFormat) -> String {
    format.format.with(decimals: format.format.decimals + 1).bare(value)
  }
}
