/// What a YAML text says, with aliases and merges followed, and places.
struct Tree: Sendable {
  enum Content: Sendable {
    /// A single value as written; `quoted` when the writer made plain that it is text.
    case scalar(String, quoted: Bool)
    case list([Tree])
    case map([Pair])
  }

  struct Pair: Sendable {
    let key: String
    let keyPlace: Place
    let value: Tree
  }

  let content: Content
  let place: Place
  /// How many values the tree holds, itself included.
  let size: Int

  init(_ content: Content, at place: Place) {
    self.content = content
    self.place = place
    size =
      switch content {
      case .scalar: 1
      case .list(let items): items.reduce(1) { $0 + $1.size }
      case .map(let pairs): pairs.reduce(1) { $0 + $1.value.size }
      }
  }

  /// The value's words where it is single.
  var scalar: (text: String, quoted: Bool)? {
    if case .scalar(let text, let quoted) = content { (text, quoted) } else { nil }
  }

  /// Whether nothing was written where a value could be.
  var isNull: Bool {
    guard let scalar, !scalar.quoted else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.text)
  }

  /// `text`, `a list` or `a group of names`: what stands there, in words.
  var kindName: String {
    switch content {
    case .scalar: isNull ? "nothing" : "a single value"
    case .list: "a list"
    case .map: "a group of names"
    }
  }
}
