/// An SVG drawing under construction: shapes and words in the order in which they are laid on the page.
///
/// Lengths are user units, which are CSS pixels when the drawing is shown at its own size. The origin is at the upper
/// left, and y grows downwards. Colours are never given here: every element carries a class, and the style sheet of the
/// page gives the class its colour, for the screen by day and by night and for paper (``ChartStyle``).
package struct Drawing: Sendable {
  /// The elements so far, as SVG text.
  package private(set) var elements = ""

  /// How a text lies about its place.
  package enum Anchor: String, Sendable { case start, middle, end }

  /// A drawing with nothing on it.
  package init() {}

  // What lies nowhere, because a number is missing, is not drawn.

  /// A straight line.
  package mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
    guard [x1, y1, x2, y2].allSatisfy(\.isFinite) else { return }
    elements +=
      "<line class=\"\(style)\" x1=\"\(x1.svg)\" y1=\"\(y1.svg)\" x2=\"\(x2.svg)\" y2=\"\(y2.svg)\"/>\n"
  }

  /// A rectangle; a negative width or height is drawn the other way. `tip` appears when a pointer rests on it.
  package mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, _ style: String, tip: String = ""
  ) {
    guard [x, y, width, height].allSatisfy(\.isFinite) else { return }
    let left = min(x, x + width)
    let top = min(y, y + height)
    elements +=
      "<rect class=\"\(style)\" x=\"\(left.svg)\" y=\"\(top.svg)\" width=\"\(abs(width).svg)\""
      + " height=\"\(abs(height).svg)\"" + Drawing.ending("rect", tip)
  }

  /// A circle.
  package mutating func circle(x: Double, y: Double, radius: Double, _ style: String, tip: String = "") {
    guard x.isFinite, y.isFinite, radius.isFinite else { return }
    elements +=
      "<circle class=\"\(style)\" cx=\"\(x.svg)\" cy=\"\(y.svg)\" r=\"\(radius.svg)\""
      + Drawing.ending("circle", tip)
  }

  /// A line through points, or the area inside them when `isClosed`. Nothing is drawn of fewer than two.
  package mutating func path(
    _ points: some Sequence<(x: Double, y: Double)>, _ style: String, isClosed: Bool = false, tip: String = ""
  ) {
    var data = ""
    var count = 0
    for point in points where point.x.isFinite && point.y.isFinite {
      data += (count == 0 ? "M" : "L") + point.x.svg + " " + point.y.svg
      count += 1
    }
    guard count > 1 else { return }
    elements +=
      "<path class=\"\(style)\" d=\"\(data)\(isClosed ? "Z" : "")\"" + Drawing.ending("path", tip)
  }

  /// A line of words with its baseline at y.
  package mutating func text(
    _ words: String, x: Double, y: Double, _ style: String = "label", anchor: Anchor = .start
  ) {
    guard x.isFinite, y.isFinite else { return }
    let place = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    elements +=
      "<text class=\"\(style)\" x=\"\(x.svg)\" y=\"\(y.svg)\"\(place)>\(Markup.words(words))</text>\n"
  }

  /// Lines of words under one another, the first with its baseline at y.
  package mutating func lines(
    _ lines: [String], x: Double, y: Double, _ style: String = "label", anchor: Anchor = .start,
    apart: Double = 18
  ) {
    for (place, line) in lines.enumerated() {
      text(line, x: x, y: y + apart * Double(place), style, anchor: anchor)
    }
  }

  private static func ending(_ name: String, _ tip: String) -> String {
    tip.isEmpty ? "/>\n" : "><title>\(Markup.words(tip))</title></\(name)>\n"
  }
}

extension Double {
  /// The number with at most one decimal, for a coordinate.
  fileprivate var svg: String {
    let tenths = Int((self * 10).rounded())
    let rest = abs(tenths % 10)
    let sign = tenths < 0 && tenths > -10 ? "-" : ""
    return rest == 0 ? String(tenths / 10) : "\(sign)\(tenths / 10).\(rest)"
  }
}
