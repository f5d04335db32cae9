extension [Series] {
  /// The first series of each measure, which says what its other parts say too.
  package var measures: [Series] {
    var seen: Set<String> = []
    return filter { seen.insert($0.measure).inserted }
  }

  /// The tables of the page on measures, in Markdown: one for each subject.
  package var page: String {
    Series.Subject.allCases.map { subject in
      let rows = measures.filter { $0.subject == subject }.map { one in
        "| `\(one.measure)` | \(one.measureUnit) | \(one.gathering.title) | \(one.better.title) | \(one.definition) |"
      }
      return
        ([
          "## \(subject.title)", "", "| Measure | Unit | Kind | Better | What it is |",
          "|---|---|---|---|---|",
        ]
        + rows).joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }
}

extension Series {
  /// The unit of the measure; that of the activity that money buys differs from line to line.
  package var measureUnit: String { measure == Series.activity ? "by line" : unit.symbol }
}

extension Series.Gathering {
  package var title: String { self == .stockRate ? "stock rate" : rawValue }
}

extension Series.Better {
  /// Empty where the number alone does not say.
  package var title: String { self == .neither ? "" : rawValue }
}

extension Series.Subject {
  package var title: String {
    switch self {
    case .children: "Children"
    case .staff: "Staff"
    case .improvement: "Inspection, partners and plan"
    case .money: "Money"
    }
  }
}
