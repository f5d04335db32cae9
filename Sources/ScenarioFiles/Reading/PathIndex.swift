import Parameters

/// The table's paths, for looking up names and groups.
struct PathIndex<Root: ParameterSet>: Sendable {
  let table: [Parameter<Root>]
  let parameters: [String: Parameter<Root>]
  /// The names inside each group, in the table's order; the outermost group is "".
  let groups: [String: [String]]

  init() {
    let table = Root.table
    var parameters: [String: Parameter<Root>] = [:]
    var groups: [String: [String]] = ["": []]
    for parameter in table {
      parameters[parameter.path] = parameter
      var prefix = ""
      for name in parameter.path.split(separator: ".") {
        if groups[prefix, default: []].contains(String(name)) == false {
          groups[prefix, default: []].append(String(name))
        }
        prefix = PathIndex.join(prefix, String(name))
      }
    }
    (self.table, self.parameters, self.groups) = (table, parameters, groups)
  }

  static func join(_ prefix: String, _ name: String) -> String { prefix.isEmpty ? name : "\(prefix).\(name)" }

  /// What a name inside a group was probably meant to be, as the end of `did you mean …?`.
  func suggestion(for name: String, in group: String, also extra: [String] = []) -> String? {
    if let near = Suggestion.nearest(to: name, among: extra + (groups[group] ?? [])) { return near }
    if name.contains("."), let near = Suggestion.nearest(to: name, among: allPaths) { return near }
    return elsewhere(name)
  }

  /// What to do about a whole path that there is not: the one that was probably meant, or what its group holds.
  func help(forUnknown path: String) -> String? {
    if let dot = path.lastIndex(of: "."), let names = groups[String(path[..<dot])] {
      let (group, leaf) = (String(path[..<dot]), String(path[path.index(after: dot)...]))
      let near = Suggestion.nearest(to: leaf, among: names).map { Self.join(group, $0) }
      let same = table.map(\.path).first { $0.hasSuffix("." + leaf) }
      guard let found = near ?? same else {
        let rest = names.count - Self.namesShown
        return "\(group.quoted) holds \(names.prefix(Self.namesShown).joined(separator: ", "))"
          + (rest > 0 ? " and \(rest) more" : "")
      }
      return "did you mean \(found.quoted)?"
    }
    let near = Suggestion.nearest(to: path, among: table.map(\.path)) ?? suggestion(for: path, in: "")
    return near.map { "did you mean \($0.quoted)?" }
  }

  private static var namesShown: Int { 6 }

  /// Groups and parameters by their whole path.
  private var allPaths: [String] { groups.keys.filter { !$0.isEmpty }.sorted() + table.map(\.path) }

  /// The first path whose last part is the name, give or take a slip.
  private func elsewhere(_ name: String) -> String? {
    let wanted = name.split(separator: ".").last.map(String.init) ?? name
    let leaves = allPaths.map { ($0.split(separator: ".").last.map(String.init) ?? $0, $0) }
    let nearest = Suggestion.nearest(to: wanted, among: leaves.map(\.0))
    return leaves.first { $0.0 == nearest }?.1
  }
}
