/// A YAML file that is no scenario, read with the same care: places for findings, keys given twice, aliases followed.
package struct Document: Sendable {
  /// One value of the file, and where it stands.
  package struct Node: Sendable {
    let tree: Tree

    package var place: Place { tree.place }
    /// The words of a single value; nil for a list, a group, or nothing.
    package var text: String? { tree.isNull ? nil : tree.scalar?.text }
    /// The elements of a list; nil where it is none.
    package var items: [Node]? {
      if case .list(let items) = tree.content { items.map { Node(tree: $0) } } else { nil }
    }
    /// The members of a group of names, in the order of the file; nil where it is none.
    package var members: [Member]? {
      guard case .map(let pairs) = tree.content else { return nil }
      return pairs.map { Member(key: $0.key, place: $0.keyPlace, value: Node(tree: $0.value)) }
    }
    /// `a list`, `a group of names` and so on: what stands there, in words.
    package var kindName: String { tree.kindName }

    init(tree: Tree) { self.tree = tree }
  }

  /// One name of a group, and its value.
  package struct Member: Sendable {
    package let key: String
    package let place: Place
    package let value: Node
  }

  package let name: String
  package let root: Node
  private let source: SourceText

  /// Reads the file at that path; every mistake of its form is found in one pass.
  package init(path: String) throws(ScenarioFailure) {
    let file: ScenarioFile
    do {
      file = try FileLoader.load(path)
    } catch {
      let (line, column) = error.position ?? (1, 1)
      let finding = Finding(
        .error, code: error.code, at: Place(file: path, line: line, column: column),
        "\(path.quoted) \(error.message)", help: error.help)
      throw ScenarioFailure(findings: [finding], kind: error.isMissing ? .noInput : .invalid)
    }
    try self.init(text: file.text, name: path)
  }

  /// Reads a text as if it stood in a file of that name.
  package init(text: String, name: String) throws(ScenarioFailure) {
    let source = SourceText(name: name, text: text)
    var findings: [Finding] = []
    let tree = YamlReader(source: source).read(into: &findings)
    if tree == nil, findings.isEmpty {
      findings.append(source.error("empty-file", source.beginning, "The file is empty."))
    }
    guard let tree, !findings.contains(where: { $0.severity == .error }) else {
      throw ScenarioFailure(findings: findings, kind: .invalid)
    }
    self.name = name
    self.source = source
    root = Node(tree: tree)
  }

  /// An error at a place of this file, with the line it points into.
  package func error(_ code: String, _ place: Place, _ message: String, help: String? = nil) -> Finding {
    source.error(code, place, message, help: help)
  }

  /// A place inside the words of a value: the scalar at that offset, for what is written in a language of its own.
  /// Where the words were quoted or folded, the beginning of the value.
  package func place(of node: Node, offset: Int) -> Place {
    guard let text = node.text, source.lines.indices.contains(node.place.line - 1) else { return node.place }
    let line = Array(source.lines[node.place.line - 1].unicodeScalars)
    let words = Array(text.unicodeScalars)
    var start = node.place.column - 1
    if line.indices.contains(start), line[start] == "\"" || line[start] == "'" { start += 1 }
    guard start >= 0, line.dropFirst(start).starts(with: words) else { return node.place }
    return source.place(line: node.place.line, column: start + 1 + offset)
  }
}
