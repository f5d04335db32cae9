import Parameters

/// Reads `--set path=value`.
struct SetReading<Root: ParameterSet> {
  let index: PathIndex<Root>
  /// The option that was given, for the place of a finding.
  var option = "--set"

  /// The layer that one argument makes; its place is the argument itself.
  func layer(_ argument: String) -> Layer {
    let source = SourceText(name: "\(option) \(argument)", text: argument)
    var reading = LayerReading(index: index, source: source)
    guard let equals = argument.firstIndex(of: "=") else {
      return failed(
        source, "set-syntax", source.beginning, "\"\(option)\" needs a path and a value.",
        "write \(option) path=value")
    }
    let path = argument[..<equals].trimmingSpaces
    let keyPlace = source.place(line: 1, column: 1, length: max(1, path.unicodeScalars.count))
    guard let parameter = index.parameters[path] else { return unknown(path, source, keyPlace) }
    let column = argument[...equals].unicodeScalars.count + 1
    let text = String(argument[argument.index(after: equals)...])
    var findings: [Finding] = []
    guard let tree = value(text, source: source, column: column, into: &findings) else {
      var layer = Layer(source: source)
      layer.findings = findings
      layer.doubtful.insert(path)
      return layer
    }
    reading.readSet(tree, parameter, keyPlace: keyPlace, allowsRunDays: option == "--set")
    var layer = reading.layer
    layer.findings += findings
    return layer
  }

  /// A bare word is taken as it stands; brackets, braces and quotes are read as YAML.
  private func value(
    _ text: String, source: SourceText, column: Int, into findings: inout [Finding]
  ) -> Tree? {
    let bare = text.trimmingSpaces
    let place = source.place(line: 1, column: column, length: text.unicodeScalars.count)
    guard let first = bare.first, "[{\"'".contains(first) else {
      return Tree(.scalar(bare, quoted: false), at: place)
    }
    // Blanks keep the columns what they are in the whole argument.
    let inner = SourceText(name: source.name, text: String(repeating: " ", count: column - 1) + text)
    var inside: [Finding] = []
    let tree = YamlReader(source: inner).read(into: &inside)
    findings += inside.map {
      Finding(
        $0.severity, code: $0.code, at: $0.place, $0.message, help: $0.help, sourceLine: source.lines.first)
    }
    return inside.isEmpty ? tree : nil
  }

  private func unknown(_ path: String, _ source: SourceText, _ place: Place) -> Layer {
    if let names = index.groups[path], !path.isEmpty {
      return failed(
        source, "not-a-parameter", place, "\(path.quoted) is a group, not a single parameter.",
        "it holds for example \(names.prefix(3).map { "\(path).\($0)" }.joined(separator: ", "))")
    }
    return failed(
      source, "unknown-key", place, "There is no parameter \(path.quoted).", index.help(forUnknown: path))
  }

  private func failed(
    _ source: SourceText, _ code: String, _ place: Place, _ message: String, _ help: String?
  ) -> Layer {
    var layer = Layer(source: source)
    layer.findings = [source.error(code, place, message, help: help)]
    layer.doubtful.insert("")
    return layer
  }
}

extension StringProtocol {
  /// The text without blanks at its ends.
  fileprivate var trimmingSpaces: String {
    let start = drop { $0 == " " || $0 == "\t" }
    return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
