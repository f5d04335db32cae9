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
  var blocks: [Block] = []

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

  /// One file without a script that asks nothing of the network and prints well.
  var html: String {
    var body = ["<h1>\(Self.escaped(title))</h1>"]
    for block in blocks {
      switch block {
      case .heading(let text): body.append("<h2>\(Self.escaped(text))</h2>")
      case .paragraph(let text): body.append("<p>\(Self.escaped(text))</p>")
      case .quote(let text): body.append("<blockquote><p>\(Self.escaped(text))</p></blockquote>")
      case .list(let items):
        body.append("<ul>" + items.map { "<li>\(Self.escaped($0))</li>" }.joined() + "</ul>")
      case .table(let caption, let columns, let rows):
        body.append("<div class=\"wide\"><table><caption>\(Self.escaped(caption))</caption><thead><tr>")
        body.append(
          columns.map { "<th scope=\"col\">\(Self.escaped($0))</th>" }.joined() + "</tr></thead><tbody>")
        for row in rows {
          let cells = row.enumerated().map { place, cell in
            place == 0 ? "<th scope=\"row\">\(Self.escaped(cell))</th>" : "<td>\(Self.escaped(cell))</td>"
          }
          body.append("<tr>\(cells.joined())</tr>")
        }
        body.append("</tbody></table></div>")
      }
    }
    return """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Self.escaped(title))</title>
      <style>\(Self.style)</style>
      </head>
      <body>
      <main>
      \(body.joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  private static let style = """
    :root { color-scheme: light dark; }
    body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 52rem; padding: 1.5rem; }
    h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
    blockquote { border-left: 0.3rem solid #12436D; margin: 1rem 0; padding: 0.1rem 1rem; }
    .wide { overflow-x: auto; } table { border-collapse: collapse; margin: 1rem 0; }
    caption { text-align: left; font-weight: 600; padding-bottom: 0.3rem; }
    th, td { border-bottom: 1px solid #8888; padding: 0.25rem 0.7rem 0.25rem 0; text-align: left; vertical-align: top; }
    @media print { body { max-width: none; padding: 0; } table { break-inside: avoid; } }
    """

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
