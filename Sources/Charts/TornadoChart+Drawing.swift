extension TornadoChart {
  private var names: RowNames { RowNames(bars.map(\.label), room) }
  private var title: [String] { room.lines(quantity, within: room.width - 16, isBold: true) }
  private var key: Key { Key([.boxes(lowKey, ["low"]), .boxes(highKey, ["high"])], room) }
  private var top: Double { key.height + 16 + room.line * Double(title.count) }

  package var size: (width: Double, height: Double) { (room.width, top + names.height + 34) }

  /// The words at one end of a bar: what its input is set to, or where that is not said the result.
  private func words(_ value: Double, _ end: String) -> String { end.isEmpty ? format.text(value) : end }

  package func draw(on drawing: inout Drawing) {
    let names = names
    let ticks = Ticks(extent([baseline] + bars.flatMap { [$0.low, $0.high] }), count: isNarrow ? 3 : 6)
    let ends = bars.flatMap {
      [($0.low, words($0.low, $0.lowLabel)), ($0.high, words($0.high, $0.highLabel))]
    }
    let before = room.widest(ends.filter { $0.0 < baseline }.map(\.1))
    let after = room.widest(ends.filter { $0.0 > baseline }.map(\.1))
    let x = Scale(
      domain: ticks.domain, from: names.left + before + (before > 0 ? 10 : 0), to: room.width - 14 - after)
    let bottom = top + names.height
    key.draw(on: &drawing, top: 2)
    drawing.lines(title, x: 8, y: key.height + 20, "strong")
    drawing.ticks(ticks, x, format, top: top, bottom: bottom, room)
    for (index, bar) in bars.enumerated() {
      let y = names.bar(index, top: top)
      names.draw(index, top: top, on: &drawing)
      for (value, end, style) in [(bar.low, bar.lowLabel, "low"), (bar.high, bar.highLabel, "high")] {
        guard value != baseline else { continue }
        drawing.rectangle(
          x: x(baseline), y: y, width: x(value) - x(baseline), height: RowNames.thickness, style,
          tip: "\(bar.label) \(end): \(format.text(value))")
        let isLeft = value < baseline
        drawing.text(
          words(value, end), x: x(value) + (isLeft ? -5 : 5), y: y + 15, "halo",
          anchor: isLeft ? .end : .start)
      }
    }
    drawing.line(x(baseline), top - 2, x(baseline), bottom, "whisker")
  }
}
