/// All that one file, or one `--set`, says.
struct Layer {
  let source: SourceText
  var title: String?
  var question: String?
  /// Whose it is, and where it says so.
  var council: (council: Council, place: Place)?
  /// The parent's name as written, and its place.
  var basedOn: (name: String, place: Place)?
  /// What the file says it knows with hindsight, and where it says so.
  var hindsight: (words: String, place: Place)?
  var entries: [String: Entry] = [:]
  /// Values that are drawn together.
  var jointly: [JointPair] = []
  var findings: [Finding] = []
  /// Paths or groups of which something could not be read; what is said about them otherwise may be wrong.
  var doubtful: Set<String> = []
  var isOverlay = false

  /// Whether a path, or a group it is in, is in doubt.
  func doubts(_ path: String) -> Bool {
    doubtful.contains { $0.isEmpty || path == $0 || path.hasPrefix($0 + ".") }
  }
}
