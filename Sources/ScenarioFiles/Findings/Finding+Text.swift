import Notation

extension Finding {
  /// The finding as printed: `file:line:column: error[code]: sentence`, the source line, a caret, and `help: …`.
  ///
  /// Lines are separated by a line feed and the last has none. A very long source line is shown in part.
  package var text: String {
    var lines = [
      "\(place.file):\(place.line):\(place.column): \(severity.rawValue)[\(code)]: \(message)"
    ]
    if let sourceLine {
      let (shown, caret) = Self.excerpt(of: sourceLine, column: place.column, endColumn: place.endColumn)
      lines += [shown, caret]
    }
    if let help { lines.append("help: \(help)") }
    return lines.joined(separator: "\n")
  }

  /// How many scalars of a source line are shown at most.
  private static let width = 76

  /// The part of a line round a column, and the line with the caret below it; tabs are kept in both.
  private static func excerpt(
    of line: String, column: Int, endColumn: Int?
  ) -> (shown: String, caret: String) {
    let scalars = Array(line.unicodeScalars)
    let target = min(max(0, column - 1), scalars.count)
    let start = scalars.count <= width ? 0 : max(0, min(target - 40, scalars.count - width))
    let end = min(scalars.count, start + width)
    var shown = start > 0 ? "…" : ""
    shown += String(String.UnicodeScalarView(scalars[start..<end])).withoutControls
    if end < scalars.count { shown += "…" }
    var caret = start > 0 ? " " : ""
    for scalar in scalars[start..<max(start, target)] { caret += scalar == "\t" ? "\t" : " " }
    let last = min(endColumn.map { $0 - 1 } ?? target + 1, end)
    caret += "^" + String(repeating: "~", count: max(0, last - target - 1))
    return (shown, caret)
  }
}

extension Sequence where Element == Finding {
  /// All findings as printed, one after the other.
  package var text: String { map(\.text).joined(separator: "\n") }
}

extension String {
  /// The text without characters that could move a terminal's cursor; tabs are kept.
  var withoutControls: String {
    var kept = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let isSeen = scalar != "\n" && !SafeText.isUnsafe(scalar)
      kept.append(isSeen ? scalar : "\u{FFFD}")
    }
    return String(kept)
  }

  /// The user's own words inside a message: in double quotes, without control characters, cut when long.
  var quoted: String {
    let plain = withoutControls
    return plain.count > 60 ? "\"\(plain.prefix(57))…\"" : "\"\(plain)\""
  }
}
