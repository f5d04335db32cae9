import Parameters
import TestSupport
import Testing

@testable import ServiceModel

/// A path of parameters with what stands below it. Children that bear the names of one list, such as stages, are one.
private struct Branch {
  private(set) var children: [(name: String, branch: Branch)] = []
  private(set) var parameter: Parameter<ServiceParameters>?

  mutating func add(_ parameter: Parameter<ServiceParameters>, at path: ArraySlice<String>) {
    guard let first = path.first else {
      self.parameter = self.parameter ?? parameter
      return
    }
    let place = children.firstIndex { $0.name == first } ?? children.count
    if place == children.count { children.append((first, Branch())) }
    children[place].branch.add(parameter, at: path.dropFirst())
  }

  /// The same with names of lists in the place of their members, all below them laid together.
  func folded(_ lists: [(name: String, members: [String])]) -> Branch {
    var folded = Branch()
    folded.parameter = parameter
    var best: (name: String, members: Set<String>) = ("", [])
    for list in lists {
      let found = Set(list.members).intersection(children.map(\.name))
      if found.count > best.members.count { best = (list.name, found) }
    }
    // Two names of many would be chance.
    let isList = best.members.count > 2 || best.members.count == 2 && children.count == 2
    var one = Branch()
    for child in children {
      if isList, best.members.contains(child.name) {
        if one.children.isEmpty, one.parameter == nil { folded.children.append(("<\(best.name)>", Branch())) }
        child.branch.each { one.add($1, at: $0[...]) }
      } else {
        folded.children.append((child.name, child.branch.folded(lists)))
      }
    }
    if let place = folded.children.firstIndex(where: { $0.name == "<\(best.name)>" }) {
      folded.children[place].branch = one.folded(lists)
    }
    return folded
  }

  /// Every parameter with its path from here.
  func each(_ take: ([String], Parameter<ServiceParameters>) -> Void) {
    if let parameter { take([], parameter) }
    for child in children { child.branch.each { take([child.name] + $0, $1) } }
  }
}

@Suite("The page on parameters")
struct ParameterPageTests {
  private let lists: [(name: String, members: [String])] = ParameterTests.lists.map { list in
    let name = "\(list)".reduce("") { $1.isUppercase ? "\($0) \($1.lowercased())" : "\($0)\($1)" }
      .trimmingPrefix(" ")
    return (String(name), ParameterTests.names(of: list))
  }

  private var folded: Branch {
    var root = Branch()
    for parameter in ServiceParameters.table {
      root.add(parameter, at: parameter.path.split(separator: ".").map(String.init)[...])
    }
    return root.folded(lists)
  }

  /// What a parameter means, without the names of the members of lists before and after it.
  private static func meaning(of parameter: Parameter<ServiceParameters>, at path: [String]) -> String {
    var parts = parameter.meaning.components(separatedBy: ": ")[...]
    let isLast = path.last?.hasPrefix("<") ?? false
    if isLast, parts.count > 1 { parts = parts.dropLast() }
    for name in path.dropLast() where name.hasPrefix("<") && parts.count > 1 { parts = parts.dropFirst() }
    let text = parts.joined(separator: ": ")
    return text.hasSuffix(".") ? text : text + "."
  }

  private var page: String {
    var groups: [(name: String, rows: [String])] = []
    var used: Set<String> = []
    let defaults = ServiceParameters()
    folded.each { path, parameter in
      if groups.last?.name != path[0] { groups.append((path[0], [])) }
      used.formUnion(path.filter { $0.hasPrefix("<") })
      let meaning = Self.meaning(of: parameter, at: path)
      let cells = [
        "`\(path.joined(separator: "."))`", parameter.unit.symbol,
        parameter.kind.rangeText.replacing(" | ", with: ", "), parameter.read(defaults)?.text ?? "",
        meaning.prefix(1).uppercased() + meaning.dropFirst(),
      ]
      groups[groups.count - 1].rows.append("| \(cells.joined(separator: " | ")) |")
    }
    let names = lists.filter { used.contains("<\($0.name)>") }.map { list in
      "| `<\(list.name)>` | \(list.members.map { "`\($0)`" }.joined(separator: ", ")) |"
    }
    let tables = groups.map { group in
      "## \(group.name)\n\n| Path | Unit | Range | Default | What it is |\n|---|---|---|---|---|\n"
        + group.rows.joined(separator: "\n")
    }
    return "## Names in paths\n\n| In a path | Any of |\n|---|---|\n" + names.joined(separator: "\n") + "\n\n"
      + tables.joined(separator: "\n\n") + "\n"
  }

  @Test("It holds what their declarations say")
  func holds() throws {
    #expect(
      try GeneratedPart(
        of: "Sources/caseload/Documentation.docc/ServiceModel/Parameters.md", named: "parameters"
      ).holds(page), "Parameters.md is old: make pages")
  }

  @Test("Every parameter is on it, and few rows say so")
  func complete() {
    var rows = 0
    folded.each { _, _ in rows += 1 }
    #expect((300..<1000).contains(rows), "\(rows) rows for \(ServiceParameters.table.count) parameters")
    let page = page
    for parameter in ServiceParameters.table {
      let name = parameter.path.split(separator: ".").last.map(String.init) ?? ""
      let isKey = lists.contains { $0.members.contains(name) }
      #expect(page.contains(isKey ? "`\(name)`" : ".\(name)`"), "\(parameter.path) is not on the page")
    }
  }
}
