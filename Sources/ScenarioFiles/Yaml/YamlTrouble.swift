import Yams

/// Says in plain words what the YAML library found wrong.
struct YamlTrouble {
  let source: SourceText

  /// The finding for an error of the library, at its place.
  func finding(for error: any Error) -> Finding {
    switch error {
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      return finding(problem, context: context?.text, mark)
    case YamlError.reader(let problem, _, _, _):
      return source.error("yaml-syntax", source.beginning, "The text cannot be read: \(problem).")
    default:
      return source.error("yaml-syntax", source.beginning, "The text cannot be read as YAML.")
    }
  }

  private func finding(_ problem: String, context: String?, _ mark: Mark) -> Finding {
    let place = source.place(line: mark.line, column: mark.column)
    if problem.hasPrefix("Maximum nesting") {
      return source.error("too-deep", place, "Values are nested far too deep.")
    }
    if problem.contains("another document") {
      return source.error(
        "several-documents", place, "A scenario file holds one document, but another begins here.",
        help: "remove the line \"---\"")
    }
    if startsWithTab(place.line) {
      return source.error(
        "tab", place, "The line is indented with a tab, which YAML does not allow.",
        help: "indent with spaces")
    }
    let (message, help) = words(for: problem, context: context, at: place)
    return source.error("yaml-syntax", place, message, help: help)
  }

  private func words(
    for problem: String, context: String?, at place: Place
  ) -> (message: String, help: String?) {
    switch problem {
    case "mapping values are not allowed in this context":
      return (
        "A colon followed by a space is not allowed here.",
        "put text that holds a colon in quotes, and check the indentation"
      )
    case "could not find expected ':'":
      return ("A colon is missing after this name.", "write \"name: value\"")
    case "did not find expected key", "did not find expected '-' indicator":
      return ("The line does not fit the lines above it.", "check the indentation, and close every quote")
    case "did not find expected ',' or '}'":
      return ("A comma or a closing } is missing.", "close the { before it")
    case "did not find expected ',' or ']'":
      return ("A comma or a closing ] is missing.", "close the [ before it")
    case "found unexpected end of stream":
      return ("The file ends inside a quoted text.", "close the quote")
    case "found character that cannot start any token":
      let character = character(at: place).map { String($0).quoted } ?? "This character"
      return ("\(character) cannot begin a value.", "put the text in quotes")
    default:
      let sentence = [problem, context].compactMap { $0 }.joined(separator: " ")
      return ("YAML: \(sentence).", nil)
    }
  }

  private func startsWithTab(_ line: Int) -> Bool {
    source.lines[line - 1].prefix { $0 == " " || $0 == "\t" }.contains("\t")
  }

  private func character(at place: Place) -> Unicode.Scalar? {
    source.lines[place.line - 1].unicodeScalars.dropFirst(place.column - 1).first
  }
}
