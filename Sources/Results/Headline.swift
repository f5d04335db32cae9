import Parameters

/// What a reader meets first: one of the headlines that the series declare.
package struct Headline: Sendable {
  package let label: String
  /// The label, with whose it is where a part is shown in the whole's place.
  package let name: String
  package let measure: String
  package let subject: Series.Subject
  package let hasFan: Bool
  /// Places of its series in order of preference: a part that stands for the whole comes before it.
  package let places: [Int]

  /// The place of the series that is shown.
  package var place: Int { places[0] }
}

extension [Series] {
  /// The headlines, in their order.
  package var headlines: [Headline] {
    let places = Dictionary(grouping: indices.filter { self[$0].headline != nil }) { self[$0].headline ?? 0 }
    return places.sorted { $0.key < $1.key }.map { _, places in
      let preferred =
        places.filter { !self[$0].breakdown.isEmpty } + places.filter { self[$0].breakdown.isEmpty }
      let first = self[preferred[0]]
      return Headline(
        label: first.label, name: first.named(first.label), measure: first.measure, subject: first.subject,
        hasFan: first.hasFan,
        places: preferred)
    }
  }

  /// Places of what human resources read of the workforce: every part of each measure, in the measures' order.
  package var indicators: [Int] {
    indices.filter { self[$0].indicator != nil }.sorted {
      (self[$0].indicator ?? 0, $0) < (self[$1].indicator ?? 0, $1)
    }
  }

  /// The place of one part of a measure, or of the whole; nil where it is not watched.
  package func place(of measure: String, _ breakdown: String = "") -> Int? {
    firstIndex { $0.measure == measure && $0.breakdown == breakdown }
  }
}

extension Series {
  /// What it is called, with whose it is where it is of a part of the service: `Vacancy rate (social workers)`.
  package func named(_ label: String) -> String {
    breakdown.isEmpty ? label : "\(label) (\(Phrase.words(breakdown)))"
  }
}

extension Array where Element: Hashable {
  /// Each element once, where it first stands.
  package var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
