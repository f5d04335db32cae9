import Parameters

/// Parameters that vary together: the first row's values, then the second's, and so on. Axes are crossed.
struct DesignAxis: Sendable {
  let paths: [String]
  /// One value for each path in each row.
  let rows: [[Value]]
}

/// What one argument says of an axis, before its values are read.
struct AxisText: Sendable, Equatable {
  /// The option as it was given.
  let argument: String
  let paths: [String]
  /// One text for each path in each row.
  let rows: [[String]]

  /// Reads `--vary path=levels`.
  static func vary(_ text: String) throws(DesignFault) -> AxisText {
    let argument = "--vary \(text)"
    let (path, levels) = try parts(text, argument)
    let rows = try LevelList.read(levels, argument: argument).map { [$0] }
    return AxisText(argument: argument, paths: [path], rows: rows)
  }

  /// Reads `--zip name: a=1,2 b=3,4 other: c=5,6 d=7,8`: each name with its colon begins a group.
  static func zip(_ words: [String]) throws(DesignFault) -> [AxisText] {
    guard let first = words.first else { return [] }
    guard first.hasSuffix(":") else {
      throw DesignFault(
        "--zip \(first)", "zip-name", "A group of linked parameters begins with its name and a colon.",
        help: "write --zip pay: \(first) other.path=1,2")
    }
    var groups: [[String]] = []
    for word in words {
      if word.hasSuffix(":") { groups.append([word]) } else { groups[groups.count - 1].append(word) }
    }
    var axes: [AxisText] = []
    for group in groups { axes.append(try linked(group)) }
    return axes
  }

  private static func linked(_ group: [String]) throws(DesignFault) -> AxisText {
    let argument = "--zip \(group.joined(separator: " "))"
    guard group.count > 1 else {
      throw DesignFault(
        argument, "zip-empty", "The group \"\(group[0])\" links nothing.",
        help: "write --zip \(group[0]) a.path=1,2 b.path=3,4 after the scenario's name")
    }
    var paths: [String] = []
    var columns: [[String]] = []
    for word in group.dropFirst() {
      let (path, levels) = try parts(word, argument)
      paths.append(path)
      columns.append(try LevelList.read(levels, argument: argument))
    }
    let count = columns[0].count
    if let odd = columns.firstIndex(where: { $0.count != count }) {
      throw DesignFault(
        argument, "zip-length",
        "Linked parameters need equally many levels: \(paths[0]) has \(count), \(paths[odd]) has \(columns[odd].count)."
      )
    }
    return AxisText(
      argument: argument, paths: paths, rows: (0..<count).map { row in columns.map { $0[row] } })
  }

  private static func parts(
    _ text: String, _ argument: String
  ) throws(DesignFault) -> (path: String, levels: String) {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
      throw DesignFault(
        argument, "vary-syntax", "A varied parameter needs a path and its levels.",
        help: "write path=1,2,5 or path=start:stop:step; the scenario's name comes before --zip")
    }
    return (String(text[..<equals]), String(text[text.index(after: equals)...]))
  }
}
