import Parameters
import ScenarioFiles

/// A council's way of scoring risks: the bands of likelihood and impact, and the colours of the matrix.
package struct RiskProfile: Sendable {
  /// A band from one value to below another; the last has no end.
  package struct Band: Sendable, Equatable {
    package let label: String
    package let from: Double
    package let to: Double
  }

  /// One way in which a risk hurts, such as money.
  package struct Dimension: Sendable {
    package let id: String
    package let unit: String
    /// Lower ends of the impact bands, rising; below the first there is no impact worth the name.
    package let starts: [Double]

    package var isMoney: Bool { unit == "£" }

    /// The impact band of a value, from 1; an event has at least the lowest.
    package func band(_ value: Double) -> Int {
      value.isFinite ? max(1, starts.count { value >= $0 }) : 1
    }
  }

  package let name: String
  package let source: String
  package let likelihood: [Band]
  package let impactLabels: [String]
  package let dimensions: [Dimension]
  /// Scores from which a risk is amber and red.
  package let amber, red: Int
  /// Months to the event, with the word for it; the last has no end.
  package let velocity: [Band]

  /// The likelihood band of a probability, from 1.
  package func likelihoodBand(_ probability: Double) -> Int {
    max(1, likelihood.count { probability >= $0.from })
  }

  /// The lowest and highest band that an interval of probabilities reaches.
  package func likelihoodBands(from lower: Double, to upper: Double) -> ClosedRange<Int> {
    likelihoodBand(lower)...likelihoodBand(upper)
  }

  package func colour(_ score: Int) -> String { score >= red ? "red" : score >= amber ? "amber" : "green" }

  package func velocityLabel(_ months: Double) -> String {
    guard months.isFinite else { return "not seen" }
    return velocity.last { months >= $0.from }?.label ?? ""
  }
}

extension RiskProfile {
  /// Reads a profile from a file.
  package init(path: String) throws { try self.init(Document(path: path)) }

  package init(_ document: Document) throws(ScenarioFailure) {
    var reading = DocumentReading(document)
    let top = reading.group(
      document.root, "A profile", ["profile", "source", "likelihood", "impact", "colours", "velocity"])
    name = reading.text(top, "profile")
    source = reading.text(top, "source")
    likelihood = reading.bands(top["likelihood"], "likelihood", start: 0, end: 1)
    velocity = reading.bands(top["velocity"], "velocity", start: 0)
    let impact = reading.group(top["impact"], "impact", ["labels", "dimensions"])
    impactLabels = reading.items(impact["labels"], "impact.labels").map { reading.text($0, "A label") }
    var dimensions: [Dimension] = []
    for member in impact["dimensions"]?.members ?? [] {
      let parts = reading.group(member.value, "A dimension of impact", ["unit", "bands"])
      let bands = reading.bands(parts["bands"], "\(member.key).bands", isLabelled: false)
      if !bands.isEmpty, bands.count != impactLabels.count {
        reading.complain(
          "bands-and-labels", member.place,
          "\(member.key) has \(bands.count) bands, and there are \(impactLabels.count) labels of impact.",
          help: "give one band for each label")
      }
      let unit = reading.text(parts, "unit")
      let range = Unit(unit).range
      if let beyond = bands.first(where: { !range.contains($0.from) }), let node = parts["bands"] {
        let isPercent = unit == Unit.share.symbol && beyond.from > 1 && beyond.from <= 100
        reading.complain(
          "out-of-range", node.place,
          "A band of \(member.key) begins at \(Value.number(beyond.from).text), and a \(unit) is \(range.text).",
          help: isPercent ? "did you mean \(Value.number(beyond.from).text)%?" : "choose bands within that")
      }
      dimensions.append(Dimension(id: member.key, unit: unit, starts: bands.map(\.from)))
    }
    self.dimensions = dimensions
    let colours = reading.group(top["colours"], "colours", ["amber", "red"])
    amber = reading.whole(colours, "amber", 1...10_000) ?? 1
    red = reading.whole(colours, "red", 1...10_000) ?? 1
    if amber > red, let node = top["colours"] {
      reading.complain("colours-order", node.place, "Amber begins at \(amber), above red at \(red).")
    }
    if dimensions.isEmpty, let node = top["impact"] {
      reading.complain("missing-key", node.place, "impact.dimensions names no dimension.")
    }
    try reading.finish()
  }
}

extension DocumentReading {
  /// A list of bands without a gap or an overlap, each beginning where the one before it ends.
  ///
  /// - Parameters: where the first must begin and the last must end; nil where that is free. A last band without `to`
  ///   has no end.
  fileprivate mutating func bands(
    _ node: Document.Node?, _ what: String, start: Double? = nil, end: Double? = nil, isLabelled: Bool = true
  ) -> [RiskProfile.Band] {
    guard let node else { return [] }
    var bands: [RiskProfile.Band] = []
    let items = items(node, what)
    for (place, item) in items.enumerated() {
      let isLast = place == items.count - 1
      let parts = group(
        item, "A band of \(what)", (isLabelled ? ["label"] : []) + ["from"], optional: ["to"])
      guard let from = number(parts, "from") else { continue }
      let to = number(parts, "to") ?? end ?? (isLast ? .infinity : .nan)
      if parts["to"] == nil, !isLast {
        complain(
          "missing-key", item.place, "A band of \(what) before the last needs 'to'.", help: "add to: …")
      }
      if to <= from {
        complain(
          "band-order", item.place,
          "A band of \(what) ends at \(Self.plain(to)), not above its beginning at \(Self.plain(from)).")
      }
      if let before = bands.last, before.to.isFinite, before.to != from {
        let kind = before.to < from ? "gap" : "overlap"
        complain(
          "band-\(kind)", (parts["from"] ?? item).place,
          "There is \(kind == "gap" ? "a gap" : "an overlap") in \(what): one band ends at "
            + "\(Self.plain(before.to)) and the next begins at \(Self.plain(from)).",
          help: "begin the band at \(Self.plain(before.to))")
      }
      bands.append(RiskProfile.Band(label: isLabelled ? text(parts, "label") : "", from: from, to: to))
    }
    for (wanted, found, verb, item) in [
      (start, bands.first?.from, "begins", items.first), (end, bands.last?.to, "ends", items.last),
    ] {
      guard let wanted, let found, let item, found != wanted else { continue }
      complain(
        "band-gap", item.place, "\(what) \(verb) at \(Self.plain(found)), not at \(Self.plain(wanted)).")
    }
    if bands.isEmpty, items.isEmpty { complain("missing-key", node.place, "\(what) has no band.") }
    return bands
  }

  /// A number for a message.
  private static func plain(_ number: Double) -> String {
    number.isFinite && number == number.rounded() && number.magnitude < 1e15
      ? String(Int(number)) : "\(number)"
  }
}
