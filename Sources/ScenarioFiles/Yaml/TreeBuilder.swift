import Yams

/// Turns composed nodes into a tree: follows aliases and merges, within limits.
struct TreeBuilder {
  let source: SourceText
  let mask: Mask
  private(set) var findings: [Finding] = []

  private var anchors: [String: Tree] = [:]
  private var openAnchors: Set<String> = []
  private var expanded = 0
  private var isTooDeep = false
  private let deepest = 32
  private let mostExpanded = 20_000

  init(source: SourceText, mask: Mask) {
    self.source = source
    self.mask = mask
  }

  /// The tree of a document's root.
  mutating func tree(from root: Node) -> Tree { tree(from: root, depth: 0) }

  private mutating func tree(from node: Node, depth: Int) -> Tree {
    let place = place(of: node)
    if let alias = aliasName(node) { return followed(alias, at: place) }
    complainAboutTag(of: node, at: place)
    guard depth < deepest else {
      if !isTooDeep {
        isTooDeep = true
        findings.append(source.error("too-deep", place, "Values are nested more than \(deepest) deep."))
      }
      return Tree(.scalar("", quoted: false), at: place)
    }
    let anchor = node.anchor?.rawValue
    if let anchor { openAnchors.insert(anchor) }
    let tree = Tree(content(of: node, depth: depth), at: place)
    if let anchor {
      openAnchors.remove(anchor)
      anchors[anchor] = tree
    }
    return tree
  }

  private mutating func content(of node: Node, depth: Int) -> Tree.Content {
    switch node {
    case .scalar(let scalar):
      return .scalar(mask.restored(scalar.string), quoted: scalar.style != .plain && scalar.style != .any)
    case .sequence(let sequence):
      var items: [Tree] = []
      for item in sequence { items.append(tree(from: item, depth: depth + 1)) }
      return .list(items)
    case .mapping(let mapping): return .map(pairs(of: mapping, depth: depth))
    case .alias(let alias): return followed(alias.anchor.rawValue, at: place(of: node)).content
    }
  }

  private mutating func pairs(of mapping: Node.Mapping, depth: Int) -> [Tree.Pair] {
    var pairs: [Tree.Pair] = []
    var merged: [Tree] = []
    var seen: [String: Place] = [:]
    for (keyNode, valueNode) in mapping {
      let keyPlace = place(of: keyNode)
      let value = tree(from: valueNode, depth: depth + 1)
      guard case .scalar(let scalar) = keyNode, aliasName(keyNode) == nil, !scalar.string.isEmpty else {
        findings.append(
          source.error(
            "key-not-text", keyPlace, "A name is expected here, not an alias, a list, a group or nothing."))
        continue
      }
      let key = mask.restored(scalar.string)
      if let first = seen[key] {
        findings.append(
          source.error(
            "duplicate-key", keyPlace, "\(key.quoted) is already given on line \(first.line).",
            help: "keep one of the two"))
        continue
      }
      seen[key] = keyPlace
      if key == "<<", scalar.style == .plain {
        merged.append(value)
      } else {
        pairs.append(Tree.Pair(key: key, keyPlace: keyPlace, value: value))
      }
    }
    for tree in merged { merge(tree, into: &pairs, seen: &seen) }
    return pairs
  }

  /// Adds what `<<` brings: the names not given locally, the first group's before the next one's.
  private mutating func merge(_ tree: Tree, into pairs: inout [Tree.Pair], seen: inout [String: Place]) {
    switch tree.content {
    case .map(let others):
      for pair in others where seen[pair.key] == nil {
        seen[pair.key] = pair.keyPlace
        pairs.append(pair)
      }
    case .list(let trees) where trees.allSatisfy { if case .map = $0.content { true } else { false } }:
      for tree in trees { merge(tree, into: &pairs, seen: &seen) }
    default:
      findings.append(
        source.error("wrong-merge", tree.place, "\"<<\" takes a group of names, or a list of groups."))
    }
  }

  /// What an alias stands for. Each use counts in full, so that a few lines cannot stand for millions of values.
  private mutating func followed(_ name: String, at place: Place) -> Tree {
    let nothing = Tree(.scalar("", quoted: false), at: place)
    if openAnchors.contains(name) {
      findings.append(
        source.error("alias-loop", place, "The alias *\(name) is inside its own anchor &\(name)."))
      return nothing
    }
    guard let tree = anchors[name] else {
      let nearest = Suggestion.nearest(to: name, among: anchors.keys.sorted())
      findings.append(
        source.error(
          "unknown-alias", place, "There is no anchor \("&\(name)".quoted) above this alias.",
          help: nearest.map { "did you mean \"*\($0)\"?" }))
      return nothing
    }
    guard expanded <= mostExpanded else { return nothing }
    expanded += tree.size
    if expanded > mostExpanded {
      findings.append(
        source.error(
          "too-many-aliases", place, "Aliases expand to more than \(mostExpanded) values altogether."))
      return nothing
    }
    return tree
  }

  /// The name behind a plain `*name`, which the mask keeps from being expanded.
  private func aliasName(_ node: Node) -> String? {
    guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any,
      scalar.string.unicodeScalars.first == mask.alias
    else { return nil }
    return mask.restored(String(scalar.string.unicodeScalars.dropFirst()))
  }

  private mutating func complainAboutTag(of node: Node, at place: Place) {
    let usual: Tag.Name =
      switch node {
      case .scalar: .str
      case .sequence: .seq
      case .mapping: .map
      case .alias: .implicit
      }
    let tag = node.tag.description
    guard tag != usual.rawValue, tag != Tag.Name.implicit.rawValue else { return }
    findings.append(
      source.error("tag", place, "A YAML tag such as !!int has no meaning here.", help: "leave it out"))
  }

  private func place(of node: Node) -> Place {
    let line = node.mark?.line ?? 1
    let column = node.mark?.column ?? 1
    guard case .scalar(let scalar) = node else { return source.place(line: line, column: column) }
    let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
    let word = mask.restored(scalar.string)
    let length = source.length(of: word, isQuoted: isQuoted, line: line, column: column)
    return source.place(line: line, column: column, length: length)
  }
}
