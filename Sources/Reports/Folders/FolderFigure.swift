import Charts

/// One figure of a folder's page: a finding, the drawing for a wide and for a narrow screen, its figures as a table, and
/// its source.
struct FolderFigure: Sendable {
  /// Unique on the page.
  let id: String
  /// What the figure shows, as a sentence: its heading.
  let finding: String
  /// What is drawn, for those who do not see it.
  let description: String
  let source: String
  let chart: @Sendable (_ isNarrow: Bool) -> any Chart

  /// The figure with its number on the page.
  func html(number: Int) -> String {
    let table = chart(false).table
    func drawing(_ isNarrow: Bool) -> String {
      let id = isNarrow ? id + "-narrow" : id
      return "<div class=\"\(isNarrow ? "for-narrow" : "for-wide")\">\n"
        + chart(isNarrow).svg(id: id, title: finding, description: description) + "</div>\n"
    }
    return "<figure id=\"\(id)\" aria-labelledby=\"\(id)-finding\">\n"
      + "<h3 id=\"\(id)-finding\">Figure \(number). \(Html.escape(finding))</h3>\n" + drawing(false)
      + drawing(true)
      + "<p class=\"source\">Source of figure \(number): \(Html.escape(source))</p>\n"
      + Html.details(
        "Figure \(number) as a table",
        Html.table(
          caption: finding, columns: table.columns, rows: table.rows, numeric: Set(1..<table.columns.count),
          hidesCaption: true, name: "The figures of figure \(number)"))
      + "</figure>\n"
  }
}

/// A page of a folder: its title, what it comes to, and its sections with their figures numbered.
struct FolderPage {
  enum Piece {
    case html(String)
    case figure(FolderFigure)
  }

  struct Section {
    let id, title: String
    let pieces: [Piece]
  }

  let title: String
  let lead: String
  /// What is to be known before anything else; may be empty.
  let notices: [String]
  let sections: [Section]
  let origin: String

  var bytes: [UInt8] {
    var number = 0
    var body = Html.heading(1, title) + Html.paragraph(lead, "lead")
    for notice in notices {
      body += "<div class=\"notice\" role=\"note\">" + Html.paragraph(notice) + "</div>\n"
    }
    let shown = sections.filter { !$0.pieces.isEmpty }
    body += "<nav aria-label=\"Contents\"><ul>\n"
    for section in shown { body += "<li><a href=\"#\(section.id)\">\(Html.escape(section.title))</a></li>\n" }
    body += "</ul></nav>\n"
    for section in shown {
      let html = section.pieces.map { piece -> String in
        switch piece {
        case .html(let text): return text
        case .figure(let figure):
          number += 1
          return figure.html(number: number)
        }
      }
      body += Html.section(section.id, section.title, html.joined())
    }
    return HtmlPage(title: title, origin: origin, style: FolderStyle.css).text(body)
  }
}
