import Charts

/// Pieces of an HTML page, each as text. Whatever is not markup is escaped on its way in.
enum Html {
  /// Words as markup; minus signs and days as people write them.
  static func escape(_ text: String) -> String { Markup.words(text) }

  /// The same, and what stands between backquotes as code, which is shown as it is typed.
  static func inline(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return escape(text) }
    return parts.enumerated().map { place, part in
      place % 2 == 0 ? escape(String(part)) : "<code>\(Markup.escape(String(part)))</code>"
    }.joined()
  }

  static func heading(_ level: Int, _ text: String, id: String = "") -> String {
    "<h\(level)\(id.isEmpty ? "" : " id=\"\(id)\"")>\(escape(text))</h\(level)>\n"
  }

  static func paragraph(_ text: String, _ style: String = "") -> String {
    "<p\(style.isEmpty ? "" : " class=\"\(style)\"")>\(inline(text))</p>\n"
  }

  static func list(_ items: [String]) -> String {
    items.isEmpty ? "" : "<ul>\n" + items.map { "<li>\(inline($0))</li>\n" }.joined() + "</ul>\n"
  }

  static func code(_ lines: [String]) -> String {
    // A region that may scroll must be reachable by the keyboard.
    "<pre tabindex=\"0\"><code>" + Markup.escape(lines.joined(separator: "\n")) + "</code></pre>\n"
  }

  /// What is there for those who ask: closed on the screen, open where the page says so.
  static func details(_ summary: String, _ body: String, isOpen: Bool = false) -> String {
    "<details\(isOpen ? " open" : "")><summary>\(escape(summary))</summary>\n\(body)</details>\n"
  }

  /// A table with a caption. The first column holds the rows' names; `numeric` columns stand to the right.
  static func table(
    caption: String, columns: [String], rows: [[String]], numeric: Set<Int> = [], hidesCaption: Bool = false,
    name: String = ""
  ) -> String {
    var text =
      "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(escape(name.isEmpty ? caption : name))\"><table>\n"
    text +=
      "<caption\(hidesCaption ? " class=\"unseen\"" : "")><span>\(escape(caption))</span></caption>\n<thead><tr>"
    for (index, column) in columns.enumerated() {
      text += "<th scope=\"col\"\(numeric.contains(index) ? " class=\"n\"" : "")>\(escape(column))</th>"
    }
    text += "</tr></thead>\n<tbody>\n"
    for row in rows {
      text += "<tr>"
      for (index, cell) in row.enumerated() {
        if index == 0 {
          text += "<th scope=\"row\">\(cell.isEmpty ? "–" : escape(cell))</th>"
        } else {
          text += "<td\(numeric.contains(index) ? " class=\"n\"" : "")>\(escape(cell))</td>"
        }
      }
      text += "</tr>\n"
    }
    return text + "</tbody></table></div>\n"
  }

  /// A few numbers to be met first, each with its name above and what it is held against below.
  static func cards(_ cards: [(name: String, number: String, note: String)]) -> String {
    guard !cards.isEmpty else { return "" }
    return "<ul class=\"cards\">\n"
      + cards.map {
        "<li><span class=\"name\">\(escape($0.name))</span> <strong>\(escape($0.number))</strong> "
          + "<span class=\"note\">\(escape($0.note))</span></li>\n"
      }.joined() + "</ul>\n"
  }

  /// A list of links: what each says, and where it leads.
  static func links(_ links: [(words: String, place: String)]) -> String {
    links.isEmpty
      ? ""
      : "<ul>\n"
        + links.map { "<li><a href=\"\(Markup.escape($0.place))\">\(escape($0.words))</a></li>\n" }.joined()
        + "</ul>\n"
  }

  /// A section of the page, reachable by its id.
  static func section(_ id: String, _ title: String, _ body: String) -> String {
    "<section aria-labelledby=\"\(id)\">\n" + heading(2, title, id: id) + body + "</section>\n"
  }
}
