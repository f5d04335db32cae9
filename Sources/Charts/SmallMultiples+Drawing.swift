import Dates

extension SmallMultiples {
  private var columns: Int { isNarrow ? 1 : 3 }
  private var columnWidth: Double { (room.width + 12) / Double(columns) }
  private var rows: Int { (panels.count + columns - 1) / columns }

  /// The titles of the panels of each row, in lines.
  private func titles(_ row: Int) -> [[String]] {
    panels.dropFirst(row * columns).prefix(columns).map {
      room.lines($0.title, within: columnWidth - 20, isBold: true)
    }
  }

  private func rowHeight(_ row: Int) -> Double {
    room.line * Double(titles(row).map(\.count).max() ?? 1) + 160
  }

  private func top(_ row: Int) -> Double {
    (0..<row).reduce(8 + key.height) { $0 + rowHeight($1) }
  }

  package var size: (width: Double, height: Double) { (room.width, top(max(1, rows))) }

  private var key: Key {
    var entries = [
      Key.Entry.line(middle.lowercased(), "median"),
      .boxes("8 in 10 simulated futures", ["band80"]),
    ]
    if panels.contains(where: { !$0.observed.isEmpty }) {
      entries.append(.point("published", "observed", radius: 3.5))
    }
    let isBroken = panels.contains { panel in
      let domain = panel.valueDomain
      return !panel.readings.isEmpty && (domain.lowerBound > 0 || domain.upperBound < 0)
    }
    if isBroken { entries.append(.broken) }
    return Key(entries, room)
  }

  package func draw(on drawing: inout Drawing) {
    key.draw(on: &drawing, top: 2)
    for (index, panel) in panels.enumerated() {
      let row = index / columns
      let lines = titles(row)
      let left = Double(index % columns) * columnWidth
      drawing.lines(lines[index % columns], x: left + 4, y: top(row) + 18, "strong")
      let top = top(row) + room.line * Double(lines.map(\.count).max() ?? 1) + 14
      draw(panel, left: left, top: top, on: &drawing)
    }
  }

  private func draw(_ panel: Panel, left: Double, top: Double, on drawing: inout Drawing) {
    guard let dates, !panel.readings.isEmpty, let last = panel.readings.last else {
      return drawing.text("no readings", x: left + 4, y: top + 10, "tick")
    }
    let values = panel.values
    let words = panel.ends.map(panel.format.text)
    let plot = Plot(
      dates: dates, values: values, format: panel.format,
      left: left + 14 + Plot.axisWidth(values, panel.format, room, tickCount: 3),
      right: left + columnWidth - 24 - room.widest(words, isBold: true), top: top, bottom: top + 110,
      tickCount: 3)
    plot.drawValues(on: &drawing)
    plot.drawYears(on: &drawing, dates, spacing: 48, isShort: true)
    let above = panel.readings.map { (x: plot.x($0.date), y: plot.y($0.p90)) }
    let below = panel.readings.reversed().map { (x: plot.x($0.date), y: plot.y($0.p10)) }
    drawing.path(above + below, "band80", isClosed: true)
    drawing.path(panel.readings.map { (x: plot.x($0.date), y: plot.y($0.p50)) }, "median")
    for point in panel.observed {
      drawing.circle(
        x: plot.x(point.date), y: plot.y(point.value), radius: 3.5, "observed",
        tip: "\(point.date): \(panel.format.text(point.value)) published. \(point.source)")
    }
    let places = LabelPlaces.spread(
      panel.ends.map(plot.y.callAsFunction), gap: room.line, within: (top - 2)...(plot.bottom + 2))
    for (place, words) in zip(places, words).enumerated() {
      drawing.line(
        plot.x(last.date), plot.y(panel.ends[place]), plot.right + 5, words.0, "leader")
      drawing.text(words.1, x: plot.right + 7, y: words.0 + 5, place == 1 ? "strong" : "label")
    }
  }
}
