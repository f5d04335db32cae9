import Notation

/// A list of things that a reader of a simulation study may ask, each with what this program knows of it.
struct Checklist: Sendable {
  /// How far an item is answered.
  enum Standing: String, Sendable {
    case reported
    case inPart = "reported in part"
    case notReported = "not reported"
  }

  /// One thing that is asked for.
  struct Item: Sendable {
    let number: String
    let title: String
    /// What the item asks for, in one sentence.
    let asks: String
    var standing = Standing.reported
    /// The answer, a paragraph each.
    var answer: [String] = []
    /// Columns and rows of a table that belongs to the answer; empty for none.
    var columns: [String] = []
    var rows: [[String]] = []
    /// What a person still has to write.
    var missing: [String] = []
  }

  let title: String
  let introduction: [String]
  let items: [Item]
  /// From what it was made.
  let origin: String

  var counts: String {
    let all = [Standing.reported, .inPart, .notReported].map { standing in
      "\(items.count { $0.standing == standing }) \(standing.rawValue)"
    }
    return "\(items.count) items: " + all.joined(separator: ", ")
  }

  /// What a person still has to write, item by item.
  var gaps: [String] {
    items.flatMap { item in item.missing.map { "\(item.number) \(item.title): \($0)" } }
  }

  // MARK: - Markdown

  var markdown: [UInt8] {
    func safe(_ text: String) -> String { SafeText.markdown(text) }
    var text = "# \(safe(title))\n\n" + introduction.map { safe($0) + "\n\n" }.joined() + counts + ".\n\n"
    for item in items {
      text +=
        "## \(item.number) \(safe(item.title))\n\n*\(safe(item.asks))* **\(item.standing.rawValue.capitalisedFirst).**\n\n"
      text += item.answer.map { safe($0) + "\n\n" }.joined()
      if !item.columns.isEmpty { text += Checklist.markdownTable(item.columns, item.rows) + "\n" }
      if !item.missing.isEmpty {
        text += item.missing.map { "- [ ] Not reported: \(safe($0))\n" }.joined() + "\n"
      }
    }
    text += "## What is still to be written\n\n"
    text += gaps.isEmpty ? "Nothing.\n" : gaps.map { "- [ ] \(safe($0))\n" }.joined()
    return Array((text + "\n---\n\(safe(origin))\n").utf8)
  }

  private static func markdownTable(_ columns: [String], _ rows: [[String]]) -> String {
    func line(_ cells: [String]) -> String {
      "| " + cells.map(SafeText.markdown).joined(separator: " | ") + " |\n"
    }
    return line(columns) + "|" + columns.map { _ in "---|" }.joined() + "\n" + rows.map(line).joined()
  }

  // MARK: - HTML

  var html: [UInt8] {
    var body = Html.heading(1, title) + introduction.map { Html.paragraph($0) }.joined()
    body += Html.paragraph(counts + ".", "lead")
    for (index, item) in items.enumerated() {
      var text =
        "<p class=\"soft\">\(Html.escape(item.asks)) <strong>\(item.standing.rawValue.capitalisedFirst).</strong></p>\n"
      text += item.answer.map { Html.paragraph($0) }.joined()
      if !item.columns.isEmpty {
        let table = Html.table(
          caption: item.title, columns: item.columns, rows: item.rows, hidesCaption: true)
        text += item.rows.count > 20 ? Html.details("\(item.rows.count) rows", table) : table
      }
      if !item.missing.isEmpty {
        text +=
          "<div class=\"notice\" role=\"note\">"
          + item.missing.map { Html.paragraph("Not reported: \($0)") }.joined() + "</div>\n"
      }
      body += Html.section("item-\(index + 1)", "\(item.number) \(item.title)", text)
    }
    body += Html.section(
      "gaps", "What is still to be written", gaps.isEmpty ? Html.paragraph("Nothing.") : Html.list(gaps))
    return HtmlPage(title: title, origin: origin).text(body)
  }
}

extension String {
  /// The text as it stands at the beginning of a sentence.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
