import Notation

extension WaterfallChart {
  private var bars: [Bar] {
    var bars = [Bar(label: startLabel, from: 0, to: start, style: "total", words: format.text(start))]
    var level = start
    for step in steps {
      bars.append(
        Bar(
          label: step.label, from: level, to: level + step.change, style: step.change < 0 ? "fall" : "rise",
          words: format.signed(step.change)))
      level += step.change
    }
    return bars + [Bar(label: endLabel, from: 0, to: end, style: "total", words: format.text(end))]
  }

  private struct Bar {
    let label: String
    let from, to: Double
    let style, words: String
  }

  private var names: RowNames { RowNames(bars.map(\.label), room) }
  private var title: [String] { room.lines(quantity, within: room.width - 16, isBold: true) }
  private var key: Key {
    var entries = [Key.Entry.boxes("whole", ["total"])]
    if steps.contains(where: { $0.change >= 0 }) { entries.append(.boxes("more", ["rise"])) }
    if steps.contains(where: { $0.change < 0 }) { entries.append(.boxes("less", ["fall"])) }
    return Key(entries, room)
  }
  private var top: Double { key.height + 16 + room.line * Double(title.count) }

  package var size: (width: Double, height: Double) { (room.width, top + names.height + 34) }

  package func draw(on drawing: inout Drawing) {
    let bars = bars
    let ticks = Ticks(extent([0] + bars.flatMap { [$0.from, $0.to] }), count: isNarrow ? 4 : 6)
    let x = Scale(
      domain: ticks.domain, from: names.left,
      to: room.width - 14 - room.widest(bars.map(\.words), isBold: true))
    let bottom = top + names.height
    key.draw(on: &drawing, top: 2)
    drawing.lines(title, x: 8, y: key.height + 20, "strong")
    drawing.ticks(ticks, x, format, top: top, bottom: bottom, room)
    for (index, bar) in bars.enumerated() {
      let y = names.bar(index, top: top)
      names.draw(index, top: top, on: &drawing)
      if index > 0 {
        let before = names.bar(index - 1, top: top)
        let level = bar.style == "total" ? bar.to : bar.from
        drawing.line(x(level), before + RowNames.thickness, x(level), y, "connector")
      }
      drawing.rectangle(
        x: x(bar.from), y: y, width: x(bar.to) - x(bar.from), height: RowNames.thickness, bar.style,
        tip: "\(bar.label): \(bar.words)")
      if bar.to < bar.from { drawing.line(x(bar.to), y, x(bar.to), y + RowNames.thickness, "whisker") }
      drawing.text(
        bar.words, x: max(x(bar.from), x(bar.to)) + 6, y: y + 15, bar.style == "total" ? "strong" : "halo")
    }
  }
}

/// The names of horizontal bars: beside them on a wide page, above them on a phone, in as many lines as they need.
struct RowNames {
  static let thickness = 20.0

  private let lines: [[String]]
  private let room: Room
  /// Where the bars begin.
  let left: Double

  init(_ names: [String], _ room: Room) {
    let limit = room.isNarrow ? room.width - 16 : 290
    lines = names.map { room.lines($0, within: limit) }
    self.room = room
    left = room.isNarrow ? 8 : 22 + room.widest(lines.flatMap { $0 })
  }

  private func height(_ row: Int) -> Double {
    let words = room.line * Double(lines[row].count)
    return room.isNarrow ? words + Self.thickness + 12 : max(Self.thickness, words) + 10
  }

  private func top(_ row: Int) -> Double { (0..<row).reduce(0) { $0 + height($1) } }

  var height: Double { top(lines.count) }

  /// The upper edge of a bar, where the rows begin at `top`.
  func bar(_ row: Int, top: Double) -> Double {
    let y = top + self.top(row) + 4
    return room.isNarrow
      ? y + room.line * Double(lines[row].count) + 2 : y + (height(row) - 10 - Self.thickness) / 2
  }

  func draw(_ row: Int, top: Double, on drawing: inout Drawing) {
    let y = top + self.top(row) + 4
    if room.isNarrow { return drawing.lines(lines[row], x: left, y: y + 14, "halo") }
    let words = room.line * Double(lines[row].count)
    let first = y + (height(row) - 10 - words) / 2 + 14
    drawing.lines(lines[row], x: left - 10, y: first, "label", anchor: .end)
  }
}

extension Drawing {
  /// A horizontal scale below bars: faint lines, and the number at each where it does not touch the one before.
  mutating func ticks(
    _ ticks: Ticks, _ x: Scale, _ format: ValueFormat, top: Double, bottom: Double, _ room: Room
  ) {
    var last = -Double.infinity
    for tick in ticks.values {
      line(x(tick), top, x(tick), bottom, tick == 0 ? "zero" : "grid")
      let words = format.tick(tick, step: ticks.step)
      let half = room.width(words) / 2
      let place = min(max(x(tick), half + 2), room.width - half - 2)
      guard place - half > last + 8 else { continue }
      text(words, x: place, y: bottom + 19, "tick", anchor: .middle)
      last = place + half
    }
  }
}
