import Charts
import Notation
import Results

/// A chart that also stands in the report as a Vega-Lite file.
protocol ReportChart: Chart {
  /// A Vega-Lite 5 specification of the same figures, without a title; its data stand inside.
  var vegaLite: JSONValue { get }
}

/// One figure of a report: a finding, the drawing that shows it, its figures as a table, and its source.
struct Figure: Sendable {
  /// Unique on the page; also the name of its Vega-Lite file.
  let id: String
  /// What the figure shows, as a sentence: its heading.
  let finding: String
  /// What is drawn, for those who do not see it.
  let description: String
  let source: String
  let chart: any ReportChart

  /// The figure with its number on the page.
  func html(number: Int) -> String {
    var text = "<figure id=\"\(id)\" aria-labelledby=\"\(id)-finding\">\n"
    text += "<h3 id=\"\(id)-finding\">Figure \(number). \(Html.escape(finding))</h3>\n"
    text += chart.drawings(id: id, title: finding, description: description)
    text += "<p class=\"source\">Source of figure \(number): \(Html.escape(source))</p>\n"
    let table = chart.table
    text += Html.details(
      "Figure \(number) as a table",
      Html.table(
        caption: finding, columns: table.columns, rows: table.rows, numeric: Set(1..<table.columns.count),
        hidesCaption: true, name: "The figures of figure \(number)"))
    return text + "</figure>\n"
  }

  /// The same chart for a program that draws Vega-Lite.
  var vegaLiteFile: (name: String, bytes: [UInt8]) {
    guard case .object(let members) = chart.vegaLite else {
      preconditionFailure("a specification is an object")
    }
    let head: [JSONValue.Member] = [
      .init("$schema", .string("https://vega.github.io/schema/vega-lite/v5.json")),
      .init("title", ["text": .strings(Lettering.lines(Markup.said(finding), within: 700, isBold: true))]),
      .init("description", .string(description + " Source: " + source)),
      .init("config", VegaLite.config),
    ]
    return ("\(id).vl.json", JSONValue.object(head + members).text)
  }
}
