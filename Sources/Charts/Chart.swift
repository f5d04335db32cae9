/// Something that can be drawn, and read as a table by those who do not see the drawing.
package protocol Chart: Sendable {
  /// Width and height in user units.
  var size: (width: Double, height: Double) { get }
  /// Lays the chart on an empty drawing of that size.
  func draw(on drawing: inout Drawing)
  /// The figures behind the drawing.
  var table: ChartTable { get }
  /// Whether it is drawn for a phone, 360 units wide.
  var isNarrow: Bool { get }
  /// The same drawn for a phone; nil where there is one drawing for all.
  var narrow: (any Chart)? { get }
}

/// A chart that is drawn for a wide page, and anew for a phone.
package protocol AdaptiveChart: Chart {
  var isNarrow: Bool { get set }
}

extension AdaptiveChart {
  package var narrow: (any Chart)? {
    var copy = self
    copy.isNarrow = true
    return copy
  }

  var room: Room { Room(isNarrow: isNarrow) }
}

extension Chart {
  package var isNarrow: Bool { false }
  package var narrow: (any Chart)? { nil }

  /// The chart as one `svg` element with a title and a description for screen readers. `id` must be unique on its page.
  package func svg(id: String, title: String, description: String) -> String {
    var drawing = Drawing()
    draw(on: &drawing)
    let style = isNarrow ? "chart slim" : narrow == nil ? "chart" : "chart wide"
    return "<svg class=\"\(style)\" viewBox=\"0 0 \(Int(size.width)) \(Int(size.height))\" role=\"img\""
      + " aria-labelledby=\"\(id)-title \(id)-desc\" xmlns=\"http://www.w3.org/2000/svg\">\n"
      + "<title id=\"\(id)-title\">\(Markup.words(title))</title>\n"
      + "<desc id=\"\(id)-desc\">\(Markup.words(description))</desc>\n" + drawing.elements + "</svg>\n"
  }

  /// The chart for a wide page and, where it has one, the drawing for a phone; the style sheet shows one of them.
  package func drawings(id: String, title: String, description: String) -> String {
    svg(id: id, title: title, description: description)
      + (narrow?.svg(id: id + "-slim", title: title, description: description) ?? "")
  }
}

/// The figures behind a drawing. The first cell of a row names the row.
package struct ChartTable: Sendable, Equatable {
  package var columns: [String]
  package var rows: [[String]]

  /// A table whose rows have one cell for each column.
  package init(columns: [String], rows: [[String]]) {
    precondition(
      rows.allSatisfy { $0.count == columns.count }, "a row has as many cells as there are columns")
    self.columns = columns
    self.rows = rows
  }
}
