import Parameters

/// The points of a sweep: all combinations of the rows of its axes, the last axis changing fastest.
///
/// Points are numbered from 1. A point is worked out from its number, so that a large design takes no memory.
package struct SweepDesign: Sendable {
  let axes: [DesignAxis]
  /// Every varied path, in the order of the axes.
  package let paths: [String]
  package let count: Int

  /// The most points that a design may have.
  package static let most = 100_000_000

  init(_ axes: [DesignAxis]) throws(DesignFault) {
    self.axes = axes
    paths = axes.flatMap(\.paths)
    var seen: Set<String> = []
    for path in paths where !seen.insert(path).inserted {
      throw DesignFault(
        path, "varied-twice", "The parameter \"\(path)\" is varied twice.",
        help: "give all its levels in one place")
    }
    var count = 1
    for axis in axes {
      let (product, overflow) = count.multipliedReportingOverflow(by: axis.rows.count)
      guard !overflow, product <= SweepDesign.most else {
        throw DesignFault(
          axis.paths.joined(separator: " "), "too-many-points",
          "The design has more than \(SweepDesign.most) points.")
      }
      count = product
    }
    self.count = count
    for axis in axes {
      let texts = axis.rows.map { $0.map(\.text) }
      var rows: Set<[String]> = []
      if let twice = texts.first(where: { !rows.insert($0).inserted }) {
        throw DesignFault(
          axis.paths.joined(separator: " "), "level-twice",
          "The level \(twice.joined(separator: ", ")) of \(axis.paths.joined(separator: ", ")) is given twice."
        )
      }
    }
  }

  /// The values of the point of that number (1 to `count`), one for each path.
  package func values(_ number: Int) -> [Value] {
    precondition((1...max(1, count)).contains(number), "points are numbered from 1 to the design's count")
    var rest = number - 1
    var rows = [Int](repeating: 0, count: axes.count)
    for place in axes.indices.reversed() {
      rows[place] = rest % axes[place].rows.count
      rest /= axes[place].rows.count
    }
    return axes.indices.flatMap { axes[$0].rows[rows[$0]] }
  }

  /// The values beside their paths: `a=1 b=2`.
  package func levels(_ values: [Value], separator: String = " ") -> String {
    zip(paths, values).map { "\($0)=\($1.text)" }.joined(separator: separator)
  }

  /// The text that two designs share exactly when they have the same points in the same order.
  package var text: String {
    axes.map { axis in
      axis.paths.joined(separator: "\t") + "\n"
        + axis.rows.map { $0.map(\.text).joined(separator: "\t") }.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }
}
