import Dates

extension FanChart {
  package func draw(on drawing: inout Drawing) {
    guard let dates else { return drawing.text("There are no readings to draw.", x: 20, y: 40) }
    let plot = Plot(
      dates: dates, values: values, format: format, left: 64, right: size.width - 118, top: 62,
      bottom: size.height - 34)
    drawKey(on: &drawing)
    drawing.text(quantity, x: 8, y: 50, "strong")
    plot.drawValues(on: &drawing)
    plot.drawYears(on: &drawing, dates, spacing: 60)
    drawBands(in: plot, on: &drawing)
    drawThresholds(in: plot, on: &drawing)
    for point in observed {
      drawing.circle(
        x: plot.x(point.date), y: plot.y(point.value), radius: 4.5, "observed",
        tip: "\(point.date): \(format.text(point.value)) published. \(point.source)")
    }
    drawEnd(in: plot, on: &drawing)
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
    let names = LabelPlaces.spread(levels.map { $0 - 6 }, gap: 17, within: (plot.top + 14)...plot.bottom)
    for (threshold, (level, name)) in zip(thresholds, zip(levels, names)) {
      drawing.line(plot.left, level, plot.right, level, "threshold")
      drawing.text(threshold.label, x: plot.left + 6, y: name, "label")
    }
  }

  /// The last reading in words beside the field.
  private func drawEnd(in plot: Plot, on drawing: inout Drawing) {
    guard let last = readings.last else { return }
    let labels = [
      (last.p90, "P90 \(format.text(last.p90))"), (last.p50, "Median \(format.text(last.p50))"),
      (last.p10, "P10 \(format.text(last.p10))"),
    ]
    let places = LabelPlaces.spread(labels.map { plot.y($0.0) }, gap: 17, within: plot.top...plot.bottom)
    for (label, place) in zip(labels, places) {
      drawing.line(plot.x(last.date), plot.y(label.0), plot.right + 8, place, "leader")
      drawing.text(label.1, x: plot.right + 11, y: place + 4, label.0 == last.p50 ? "strong" : "label")
    }
  }

  private func drawKey(on drawing: inout Drawing) {
    var x = 8.0
    func entry(_ words: String, _ width: Double, _ draw: (Double) -> Void) {
      draw(x)
      drawing.text(words, x: x + 28, y: 21, "tick")
      x += 28 + width
    }
    entry("Median", 66) { drawing.line($0, 17, $0 + 22, 17, "median") }
    for (words, styles) in [
      ("holds 50% of replications", ["widest", "band80", "band50"]),
      ("holds 80% (dashed edge)", ["widest", "band80"]),
      ("holds \(holds95 ? 95 : 90)%", ["widest"]),
    ] {
      entry(words, words.count > 12 ? 158 : 78) { place in
        for style in styles { drawing.rectangle(x: place, y: 10, width: 22, height: 14, style) }
        if styles.count == 2 {
          for y in [10.0, 24] { drawing.path([(x: place, y: y), (x: place + 22, y: y)], "edge80") }
        }
      }
    }
    if !paths.isEmpty {
      entry("Single replications", 118) { place in
        drawing.path([(x: place, y: 21), (x: place + 8, y: 13), (x: place + 22, y: 18)], "path")
      }
    }
    if !observed.isEmpty {
      entry("Published", 80) { drawing.circle(x: $0 + 14, y: 17, radius: 4.5, "observed") }
    }
  }
}
