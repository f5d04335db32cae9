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

  /// The vertical axis: a faint line and a number at each mark.
  func drawValues(on drawing: inout Drawing) {
    for tick in ticks.values {
      drawing.line(left, y(tick), right, y(tick), tick == 0 ? "zero" : "grid")
      drawing.text(format.tick(tick, step: ticks.step), x: left - 8, y: y(tick) + 4, "tick", anchor: .end)
    }
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
      drawing.text(words, x: place, y: bottom + 19, "tick", anchor: .middle)
      lastLabel = place
    }
  }

  /// A horizontal axis of round numbers.
  func drawHorizontal(on drawing: inout Drawing, format: ValueFormat, count: Int = 6) {
    drawing.line(left, bottom, right, bottom, "axis")
    let ticks = Ticks(x.domain, count: count)
    for tick in ticks.values where x.domain.contains(tick) {
      drawing.line(x(tick), bottom, x(tick), bottom + 5, "axis")
      drawing.text(
        format.tick(tick, step: ticks.step), x: x(tick), y: bottom + 19, "tick", anchor: .middle)
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
