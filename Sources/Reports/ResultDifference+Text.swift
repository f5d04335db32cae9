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
    let files = "Files that differ: \(filesThatDiffer.joined(separator: ", "))."
    guard !rows.isEmpty else {
      return "The \(Words.count(rowsCompared, "yearly figure")) in common are the same\(unmatched). \(files)"
    }
    let certain = rows.count { $0.isMoreThanChance == true }
    return
      "\(rows.count) of \(Words.count(rowsCompared, "yearly figure")) in common differ, \(certain) of them by more "
      + "than chance (over twice the standard error)\(unmatched). \(files)"
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
    table.add(["Yearly means", "year", "A", "B", "B - A", "s.e.", "more than chance?"], style: style.heading)
    for headline in series.headlines {
      let known = rows.filter { $0.year.measure == headline.measure }
      let breakdowns = headline.places.map { series[$0].breakdown }
      guard let breakdown = breakdowns.first(where: { name in known.contains { $0.year.breakdown == name } })
      else { continue }
      for row in known where row.year.breakdown == breakdown {
        let format = MeasureFormat(unit: row.year.unit)
        let numbers = [row.first.mean, row.second.mean, row.difference, row.standardError]
        let sign = row.difference > 0 ? "+" : ""
        let cells = [
          headline.label + format.labelEnding, row.year.yearName, fine(numbers[0], format),
          fine(numbers[1], format),
          sign + fine(numbers[2], format), fine(numbers[3], format), chance(row),
        ]
        table.add(cells) { row.isMoreThanChance == true ? style.warning($0) : $0 }
      }
    }
    guard table.rows.count > 1 else { return [] }
    return table.lines(width: width)
  }

  private func chance(_ row: Row) -> String {
    switch row.isMoreThanChance {
    case true?: "yes"
    case false?: "no"
    case nil: "cannot tell"
    }
  }

  /// Means of whole things need a decimal more than the things.
  private func fine(_ value: Double, _ format: MeasureFormat) -> String {
    format.format.with(decimals: format.format.decimals + 1).bare(value)
  }
}
