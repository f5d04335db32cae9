/// What the marks of a chart stand for: as many entries on a line as the room has place for.
struct Key {
  /// One mark with its words.
  struct Entry {
    let words: String
    /// Draws the mark, 22 units wide, from x on, about the height y.
    let mark: (inout Drawing, _ x: Double, _ y: Double) -> Void
  }

  let entries: [Entry]
  let room: Room
  let left: Double

  init(_ entries: [Entry], _ room: Room, left: Double = 8) {
    (self.entries, self.room, self.left) = (entries, room, left)
  }

  private static let line = 22.0

  /// The place of each entry: x, and its line from 0.
  private var places: [(x: Double, row: Int)] {
    var places: [(x: Double, row: Int)] = []
    var (x, row) = (left, 0)
    for entry in entries {
      let width = 28 + room.width(entry.words)
      if x > left, x + width > room.width - 4 { (x, row) = (left, row + 1) }
      places.append((x, row))
      x += width + 18
    }
    return places
  }

  /// Units from the upper edge to below the last line; 0 without entries.
  var height: Double { Self.line * Double((places.last?.row ?? -1) + 1) }

  func draw(on drawing: inout Drawing, top: Double) {
    for (entry, place) in zip(entries, places) {
      let y = top + Self.line * (Double(place.row) + 0.5)
      entry.mark(&drawing, place.x, y)
      drawing.text(entry.words, x: place.x + 28, y: y + 5, "tick")
    }
  }
}

extension Key.Entry {
  /// A stretch of line.
  static func line(_ words: String, _ style: String) -> Self {
    Self(words: words) { $0.line($1, $2, $1 + 22, $2, style) }
  }

  /// Boxes laid over one another.
  static func boxes(_ words: String, _ styles: [String], hasEdge: Bool = false) -> Self {
    Self(words: words) { drawing, x, y in
      for style in styles { drawing.rectangle(x: x, y: y - 7, width: 22, height: 14, style) }
      guard hasEdge else { return }
      for edge in [y - 7, y + 7] { drawing.path([(x: x, y: edge), (x: x + 22, y: edge)], "edge80") }
    }
  }

  static func point(_ words: String, _ style: String, radius: Double = 4.5) -> Self {
    Self(words: words) { $0.circle(x: $1 + 11, y: $2, radius: radius, style) }
  }

  /// The sign of an axis that does not begin at nothing.
  static var broken: Self {
    Self(words: "scale does not begin at 0") { drawing, x, y in
      drawing.path(Plot.zigzag(x: x + 11, bottom: y + 8), "break")
    }
  }
}
