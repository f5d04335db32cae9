import Dates

extension FanChart {
  package var size: (width: Double, height: Double) {
    (room.width, dates == nil ? 60 : layout.bottom + 34)
  }

  package func draw(on drawing: inout Drawing) {
    guard let dates else { return drawing.text("There are no readings to draw.", x: 8, y: 40) }
    let layout = layout
    let plot = Plot(
      dates: dates, values: values, format: format, left: layout.left, right: layout.right, top: layout.top,
      bottom: layout.bottom)
    key.draw(on: &drawing, top: 4)
    drawing.lines(layout.title, x: 8, y: key.height + 22, "strong")
    plot.drawValues(on: &drawing)
    plot.drawYears(on: &drawing, dates, spacing: isNarrow ? 46 : 66, isShort: isNarrow)
    drawBands(in: plot, on: &drawing)
    drawThresholds(in: plot, on: &drawing)
    for point in observed {
      drawing.circle(
        x: plot.x(point.date), y: plot.y(point.value), radius: 4.5, "observed",
        tip: "\(point.date): \(format.text(point.value)) published. \(point.source)")
    }
    drawEnd(in: plot, on: &drawing)
  }

  private struct Layout {
    let title: [String]
    let left, right, top, bottom: Double
  }

  private var layout: Layout {
    let title = room.lines(quantity, within: room.width - 16, isBold: true)
    let top = key.height + 22 + room.line * Double(title.count - 1) + 20
    return Layout(
      title: title, left: 16 + Plot.axisWidth(values, format, room),
      right: room.width - 16 - room.widest(ends.map(\.words), isBold: true), top: top,
      bottom: top + (isNarrow ? 220 : 300))
  }

  /// From the first date to the last of everything drawn; nil when there is nothing.
  private var dates: ClosedRange<CivilDate>? {
    let all = readings.map(\.date) + observed.map(\.date)
    guard let first = all.min(), let last = all.max(), !readings.isEmpty else { return nil }
    return first...last
  }

  private var values: ClosedRange<Double> {
    let all = extent(
      readings.flatMap { [$0[keyPath: lowest], $0[keyPath: highest]] }
        + paths.flatMap { $0.map(\.value) } + observed.map(\.value) + thresholds.map(\.value))
    // The axis begins at nothing unless that would press everything into the upper half.
    return all.lowerBound > 0 && all.lowerBound < all.upperBound / 2 ? 0...all.upperBound : all
  }

  /// From the lowest mark of the vertical axis to the highest.
  package var valueDomain: ClosedRange<Double> { Ticks(values, count: 5).domain }

  /// The ends of the widest band.
  private var lowest: KeyPath<Reading, Double> { holds95 ? \.p025 : \.p05 }
  private var highest: KeyPath<Reading, Double> { holds95 ? \.p975 : \.p95 }

  private func drawBands(in plot: Plot, on drawing: inout Drawing) {
    func band(_ low: KeyPath<Reading, Double>, _ high: KeyPath<Reading, Double>, _ style: String) {
      let above = readings.map { (x: plot.x($0.date), y: plot.y($0[keyPath: high])) }
      let below = readings.reversed().map { (x: plot.x($0.date), y: plot.y($0[keyPath: low])) }
      drawing.path(above + below, style, isClosed: true)
    }
    band(lowest, highest, "widest")
    band(\.p10, \.p90, "band80")
    band(\.p25, \.p75, "band50")
    for path in paths {
      drawing.path(path.map { (x: plot.x($0.date), y: plot.y($0.value)) }, "path")
    }
    for edge in [\Reading.p10, \.p90] {
      drawing.path(readings.map { (x: plot.x($0.date), y: plot.y($0[keyPath: edge])) }, "edge80")
    }
    drawing.path(readings.map { (x: plot.x($0.date), y: plot.y($0.p50)) }, "median")
  }

  /// Each level with its name above it, the names apart from one another.
  private func drawThresholds(in plot: Plot, on drawing: inout Drawing) {
    let levels = thresholds.map { plot.y($0.value) }
    let names = LabelPlaces.spread(
      levels.map { $0 - 6 }, gap: room.line, within: (plot.top + 14)...plot.bottom)
    for (threshold, (level, name)) in zip(thresholds, zip(levels, names)) {
      drawing.line(plot.left, level, plot.right, level, "threshold")
      drawing.text(threshold.label, x: plot.left + 10, y: name, "halo")
    }
  }

  /// The last reading: its upper end, its median and its lower end, in words where there is room.
  private var ends: [(value: Double, words: String)] {
    guard let last = readings.last else { return [] }
    return [(last.p90, "1 in 10 above "), (last.p50, "Median "), (last.p10, "1 in 10 below ")].map {
      ($0.0, (isNarrow ? "" : $0.1) + format.text($0.0))
    }
  }

  /// The last reading beside the field.
  private func drawEnd(in plot: Plot, on drawing: inout Drawing) {
    guard let last = readings.last else { return }
    let places = LabelPlaces.spread(
      ends.map { plot.y($0.value) }, gap: room.line, within: plot.top...plot.bottom)
    for (label, place) in zip(ends, places) {
      drawing.line(plot.x(last.date), plot.y(label.value), plot.right + 8, place, "leader")
      drawing.text(
        label.words, x: plot.right + 11, y: place + 5, label.value == last.p50 ? "strong" : "label")
    }
  }

  private var key: Key {
    var entries = [
      Key.Entry.line("median", "median"),
      .boxes("half of futures", ["widest", "band80", "band50"]),
      .boxes("8 in 10 (dashed edge)", ["widest", "band80"], hasEdge: true),
      .boxes(holds95 ? "95 in 100" : "9 in 10", ["widest"]),
    ]
    if !paths.isEmpty {
      entries.append(
        Key.Entry(words: "single futures") {
          $0.path([(x: $1, y: $2 + 4), (x: $1 + 8, y: $2 - 4), (x: $1 + 22, y: $2 + 1)], "path")
        })
    }
    if !observed.isEmpty { entries.append(.point("published", "observed")) }
    if valueDomain.lowerBound > 0 || valueDomain.upperBound < 0 { entries.append(.broken) }
    return Key(entries, room)
  }
}
