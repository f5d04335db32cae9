/// A page of evidence, written once and shown as Markdown or as HTML.
struct Page {
  enum Block {
    case heading(String)
    case paragraph(String)
    /// A paragraph to be pasted elsewhere, set apart.
    case quote(String)
    case list([String])
    /// A caption, the names of the columns, and the rows.
    case table(String, [String], [[String]])
  }

  let title: String
  let blocks: [Block]

  var markdown: String {
    var lines = ["# \(title)"]
    for block in blocks {
      lines.append("")
      switch block {
      case .heading(let text): lines.append("## \(text)")
      case .paragraph(let text): lines.append(text)
      case .quote(let text): lines.append("> \(text)")
      case .list(let items): lines += items.map { "- \($0)" }
      case .table(let caption, let columns, let rows):
        func row(_ cells: [String]) -> String {
          "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
        }
        lines += [caption, "", row(columns), row(columns.map { _ in "---" })] + rows.map(row)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// - Parameter origin: from what the page was made, for its foot.
  func html(origin: String) -> [UInt8] {
    let body = blocks.map { block in
      switch block {
      case .heading(let text): Html.heading(2, text)
      case .paragraph(let text): Html.paragraph(text)
      case .quote(let text): "<blockquote class=\"notice\">\(Html.paragraph(text))</blockquote>\n"
      case .list(let items): Html.list(items)
      case .table(let caption, let columns, let rows):
        Html.table(caption: caption, columns: columns, rows: rows)
      }
    }
    return HtmlPage(title: title, origin: origin).text(Html.heading(1, title) + body.joined())
  }
}
