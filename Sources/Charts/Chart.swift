/// Something that can be drawn, and read as a table by those who do not see the drawing.
package protocol Chart: Sendable {
  /// Width and height in user units.
  var size: (width: Double, height: Double) { get }
  /// Lays the chart on an empty drawing of that size.
  func draw(on drawing: inout Drawing)
  /// The figures behind the drawing.
  var table: ChartTable { get }
}

extension Chart {
  /// The chart as one `svg` element with a title and a description for screen readers. `id` must be unique on its page.
  package func svg(id: String, title: String, description: String) -> String {
    var drawing = Drawing()
    draw(on: &drawing)
    return "<svg class=\"chart\" viewBox=\"0 0 \(Int(size.width)) \(Int(size.height))\" role=\"img\""
      + " aria-labelledby=\"\(id)-title \(id)-desc\" xmlns=\"http://www.w3.org/2000/svg\">\n"
      + "<title id=\"\(id)-title\">\(Markup.escape(title))</title>\n"
      + "<desc id=\"\(id)-desc\">\(Markup.escape(description))</desc>\n" + drawing.elements + "</svg>\n"
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
