import Dates
import Notation

/// The field inside which values are drawn, with its two axes.
struct Plot {
  let left, right, top, bottom: Double
  let x: Scale
  let y: Scale
  let ticks: Ticks
  let format: ValueFormat

  /// A field for values against dates.
  init(
    dates: ClosedRange<CivilDate>, values: ClosedRange<Double>, format: ValueFormat, left: Double,
    right: Double,
    top: Double, bottom: Double, tickCount: Int = 5
  ) {
    let range = Double(dates.lowerBound.dayNumber)...Double(dates.upperBound.dayNumber)
    self.init(
      horizontal: range, values: values, format: format, left: left, right: right, top: top, bottom: bottom,
      tickCount: tickCount)
  }

  /// A field for values against any quantity.
  init(
    horizontal: ClosedRange<Double>, values: ClosedRange<Double>, format: ValueFormat, left: Double,
    right: Double, top: Double, bottom: Double, tickCount: Int = 5
  ) {
    (self.left, self.right, self.top, self.bottom) = (left, right, top, bottom)
    self.format = format
    ticks = Ticks(values, count: tickCount)
    x = Scale(domain: horizontal, from: left, to: right)
    y = Scale(domain: ticks.domain, from: bottom, to: top)
  }

  /// Whether the vertical axis leaves out nothing, so that heights must not be compared.
  var isBroken: Bool { ticks.domain.lowerBound > 0 || ticks.domain.upperBound < 0 }

  /// The sign of a broken axis, standing on `bottom`.
  static func zigzag(x: Double, bottom: Double) -> [(x: Double, y: Double)] {
    [(x, bottom), (x - 5, bottom - 4), (x + 5, bottom - 8), (x - 5, bottom - 12), (x, bottom - 16)]
  }

  /// The same lying on a horizontal axis.
  static func zigzag(left: Double, y: Double) -> [(x: Double, y: Double)] {
    [(left, y), (left + 4, y - 5), (left + 8, y + 5), (left + 12, y - 5), (left + 16, y)]
  }

  /// The vertical axis: a faint line and a number at each mark, and a zigzag at its foot where it does not begin at
  /// nothing.
  func drawValues(on drawing: inout Drawing) {
    if isBroken { drawing.path(Plot.zigzag(x: left, bottom: bottom), "break") }
    for tick in ticks.values {
      drawing.line(left, y(tick), right, y(tick), tick == 0 ? "zero" : "grid")
      drawing.text(format.tick(tick, step: ticks.step), x: left - 8, y: y(tick) + 5, "tick", anchor: .end)
    }
  }

  /// How wide the numbers of a vertical axis over these values are.
  static func axisWidth(
    _ values: ClosedRange<Double>, _ format: ValueFormat, _ room: Room, tickCount: Int = 5
  ) -> Double {
    let ticks = Ticks(values, count: tickCount)
    return room.widest(ticks.values.map { format.tick($0, step: ticks.step) })
  }

  /// The horizontal axis: a mark at each 1 April, and the year where there is room.
  func drawYears(
    on drawing: inout Drawing, _ dates: ClosedRange<CivilDate>, spacing: Double = 46, isShort: Bool = false
  ) {
    drawing.line(left, bottom, right, bottom, "axis")
    var lastLabel = -Double.infinity
    for first in CivilDate.firstsOfApril(from: dates.lowerBound, through: dates.upperBound.adding(days: 1)) {
      let place = min(x(first), right)
      drawing.line(place, bottom, place, bottom + 5, "axis")
      guard place - lastLabel >= spacing else { continue }
      let year = first.civil.year
      let words = isShort ? "\(year)" : "Apr \(year)"
      drawing.text(words, x: place, y: bottom + 20, "tick", anchor: .middle)
      lastLabel = place
    }
  }

  /// A horizontal axis of round numbers, those that touch the one before left out.
  func drawHorizontal(on drawing: inout Drawing, format: ValueFormat, room: Room, count: Int = 6) {
    drawing.line(left, bottom, right, bottom, "axis")
    let ticks = Ticks(x.domain, count: count)
    var last = -Double.infinity
    for tick in ticks.values where x.domain.contains(tick) {
      drawing.line(x(tick), bottom, x(tick), bottom + 5, "axis")
      let words = format.tick(tick, step: ticks.step)
      let half = room.width(words) / 2
      guard x(tick) - half > last + 6 else { continue }
      drawing.text(words, x: x(tick), y: bottom + 20, "tick", anchor: .middle)
      last = x(tick) + half
    }
  }
}

/// Keeps labels beside a chart from lying on one another.
enum LabelPlaces {
  /// The wanted heights moved apart to at least `gap`, in the same order, as near as may be to where they were wanted,
  /// and between the limits where they fit.
  static func spread(_ wanted: [Double], gap: Double, within limits: ClosedRange<Double>) -> [Double] {
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var places = wanted
    var last = limits.lowerBound - gap
    for index in order {
      places[index] = max(wanted[index], last + gap)
      last = places[index]
    }
    var next = limits.upperBound + gap
    for index in order.reversed() {
      guard places[index] > next - gap else { break }
      places[index] = next - gap
      next = places[index]
    }
    return places
  }
}
