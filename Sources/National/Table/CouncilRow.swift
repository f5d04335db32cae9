import Notation

/// One council as it is listed.
package struct CouncilRow: Sendable, Encodable {
  package let code: String
  package let name: String
  package let region: String
  /// The newest year of which children, staff and spending are known; nil where none is.
  package let children, workforce, money: Int?
  /// Codes of the councils that took its place.
  package let successors: [String]

  package init(_ council: ListedCouncil, _ table: NationalTable) {
    (code, name, region) = (council.code, council.name, council.region)
    successors = council.successors
    func newest(_ name: String) -> Int? {
      NationalMeasure.named(name).flatMap { table.newest($0, council.code) }
    }
    children = newest("children_looked_after")
    workforce = newest("inpost_fte")
    money = newest("cost_gbp/line=children_looked_after")
  }

  /// The list as lines of at most 80 columns.
  package static func text(_ rows: [CouncilRow]) -> String {
    func year(_ year: Int?) -> String { year.map { String($0) } ?? "–" }
    func line(_ cells: [String]) -> String {
      let widths = [5, 32, 25, 7, 6]
      let padded = zip(cells, widths).map { cell, width in
        cell.count < width ? cell + String(repeating: " ", count: width - cell.count) : cell + " "
      }
      return (padded + cells.dropFirst(widths.count)).joined().trimmed
    }
    var lines = [line(["code", "name", "region", "child.", "staff", "money"])]
    for row in rows {
      lines.append(
        line([row.code, row.name, row.region] + [row.children, row.workforce, row.money].map(year)))
      if !row.successors.isEmpty {
        lines.append("     followed by \(row.successors.joined(separator: ", "))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension String {
  fileprivate var trimmed: String {
    var rest = self
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
