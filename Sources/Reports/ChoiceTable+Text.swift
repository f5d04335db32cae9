import Results

extension ChoiceTable {
  /// The table for a terminal, its heading first; columns shown under no name are left out.
  package func lines(width: Int, colour: Bool) -> [String] {
    let style = TextStyle(hasColour: colour)
    let shown = columns.indices.filter { !columns[$0].shown.isEmpty }
    var table = TextTable(shown.map { $0 == shown.first ? .left : .right })
    table.add(shown.map { columns[$0].shown }, style: style.heading)
    for row in rows { table.add(shown.map { text(row[$0]) }) }
    return table.lines(width: max(60, width))
  }

  private func text(_ cell: Cell) -> String {
    switch cell {
    case .text(let word): return word
    case .count(let count): return Phrase.number(count)
    case .number(let number, let unit):
      guard number.isFinite else { return "–" }
      switch MeasureFormat(unit: unit) {
      case .share: return MeasureFormat.share.text(number)
      case .pounds: return "£" + Phrase.number(number)
      case .whole, .oneDecimal:
        return Phrase.number(number, decimals: number.magnitude < 1 ? 4 : 2)
      }
    }
  }
}
