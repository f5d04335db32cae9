import Notation

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
    /// What the link says, and the file beside this one that it leads to.
    case link(String, String)
  }

  let title: String
  let blocks: [Block]

  var markdown: String {
    func safe(_ text: String) -> String { SafeText.markdown(text) }
    var lines = ["# \(safe(title))"]
    for block in blocks {
      lines.append("")
      switch block {
      case .heading(let text): lines.append("## \(safe(text))")
      case .paragraph(let text): lines.append(safe(text))
      case .quote(let text): lines.append("> \(safe(text))")
      case .link(let words, let place): lines.append("[\(safe(words))](\(place))")
      case .list(let items): lines += items.map { "- \(safe($0))" }
      case .table(let caption, let columns, let rows):
        func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        lines += [safe(caption), "", row(columns.map(safe)), row(columns.map { _ in "---" })]
        lines += rows.map { row($0.map(safe)) }
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
      case .link(let words, let place): Html.links([(words, place)])
      case .table(let caption, let columns, let rows):
        Html.table(caption: caption, columns: columns, rows: rows)
      }
    }
    return HtmlPage(title: title, origin: origin).text(Html.heading(1, title) + body.joined())
  }
}
