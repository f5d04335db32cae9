import Parameters

/// A table of which each column is a parameter, read into values.
package struct GivenPoints: Sendable {
  package let paths: [String]
  /// One value for each path in each row.
  package let rows: [[Value]]
}

extension ScenarioReader {
  /// The values of a table whose columns are paths of parameters, all its mistakes in one pass.
  ///
  /// - Parameter leftOut: columns that are no parameters and are not read.
  package func points(
    in table: GivenTable, leavingOut leftOut: Set<String> = []
  ) throws(ScenarioFailure) -> GivenPoints {
    var findings: [Finding] = []
    let places = table.columns.indices.filter { !leftOut.contains(table.columns[$0].text) }
    let parameters = places.map { index.parameters[table.columns[$0].text] }
    for (place, parameter) in zip(places, parameters)
    where parameter == nil && findings.count < GivenTable.mostFindings {
      findings.append(unknown(table.columns[place], in: table))
    }
    if places.isEmpty {
      findings.append(
        table.error(
          "nothing-varied", table.beginning, "No column is a parameter.", help: "name one after its path"))
    } else if table.rows.isEmpty {
      findings.append(
        table.error("no-points", table.beginning, "The table has no rows.", help: "give each point a line"))
    }
    var rows: [[Value]] = []
    var seen: [[String]: Int] = [:]
    // Levels come again and again in a design.
    var known: [String: Value] = [:]
    for row in table.rows where findings.count < GivenTable.mostFindings {
      var values: [Value] = []
      for (place, parameter) in zip(places, parameters) {
        guard let parameter else { continue }
        let key = "\(parameter.path)=\(row.cells[place].text)"
        known[key] = known[key] ?? value(of: row.cells[place], for: parameter, in: table, &findings)
        if let value = known[key] { values.append(value) }
      }
      guard values.count == places.count else { continue }
      if let first = seen[values.map(\.text)] {
        findings.append(
          table.error(
            "level-twice", row.cells[0].place, "The same point stands in line \(first) already.",
            help: "leave one of the two lines out"))
      }
      seen[values.map(\.text)] = row.line
      rows.append(values)
    }
    guard findings.isEmpty else { throw ScenarioFailure(findings: findings, kind: .invalid) }
    return GivenPoints(paths: places.map { table.columns[$0].text }, rows: rows)
  }

  private func unknown(_ column: GivenTable.Cell, in table: GivenTable) -> Finding {
    return table.error(
      "unknown-key", column.place, "There is no parameter \(column.text.quoted).",
      help: help(forUnknown: column.text) ?? "caseload explain SCENARIO --all lists them")
  }

  /// The value in a cell; what is wrong with it is told at the cell.
  private func value(
    of cell: GivenTable.Cell, for parameter: Parameter<Root>, in table: GivenTable,
    _ findings: inout [Finding]
  ) -> Value? {
    guard !cell.text.isEmpty else {
      findings.append(
        table.error(
          "no-value", cell.place, "\(parameter.path.quoted) has no value in this row.",
          help: "give every point a value of every parameter"))
      return nil
    }
    let layer = SetReading(index: index, option: "--design").layer("\(parameter.path)=\(cell.text)")
    findings += layer.findings.map {
      table.error($0.code, cell.place, $0.message, help: $0.help)
    }
    return layer.findings.isEmpty ? layer.entries[parameter.path]?.value : nil
  }
}
