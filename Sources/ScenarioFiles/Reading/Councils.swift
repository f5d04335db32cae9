import Parameters

/// Whose scenario it is, and what stands in it of another council's.
struct Councils {
  /// The scenario's ancestors, itself and its overlays, weakest first.
  let layers: [Layer]
  /// The scenario's own layer.
  let own: Layer?
  let settings: [String: Setting]

  /// Values that no two councils share: whoever sets one of them describes a council.
  private static let ofOne = [
    "demand.population", "demand.populationByYear", "demand.referralsPerYear", "opening.children.",
  ]

  private var inherited: Council? {
    layers.prefix { $0.source.name != own?.source.name }.last { $0.council != nil }?.council?.council
  }

  /// The own layer's value by which it is another council than the one it is based on, without saying which.
  private var unnamed: Entry? {
    guard let own, own.council == nil, inherited != nil else { return nil }
    return own.entries.values.filter { entry in
      entry.value != nil
        && Self.ofOne.contains { entry.path == $0 || $0.hasSuffix(".") && entry.path.hasPrefix($0) }
    }.min { $0.place < $1.place }
  }

  /// The council; nil where no file says, or where the scenario has become another's.
  var council: Council? {
    unnamed == nil ? layers.last { $0.council != nil }?.council?.council : nil
  }

  var findings: [Finding] { unnamedFindings + inheritedFindings + overlayFindings }

  private var unnamedFindings: [Finding] {
    guard let unnamed, let own, let inherited else { return [] }
    return [
      own.source.finding(
        .warning, "no-council", unnamed.place,
        "\(unnamed.path.quoted) is set on the file of \(inherited.name), and nothing says whose it is: published figures of "
          + "\(inherited.name) are not shown beside it.",
        help:
          "add council: { name: …, code: … }; where it is \(inherited.name), that of the file it is based on")
    ]
  }

  /// Values that a scenario of one council still has of another's.
  private var inheritedFindings: [Finding] {
    guard let own, let (council, place) = own.council, let inherited, !council.isSame(as: inherited) else {
      return []
    }
    let others = layers.prefix { $0.source.name != own.source.name }.map(\.source.name)
    let count = settings.values.count { setting in
      setting.valuePlace.map { others.contains($0.file) } ?? false
    }
    guard count > 0 else { return [] }
    return [
      own.source.finding(
        .warning, "based-on-another", place,
        "\(count == 1 ? "1 value of \(council.name) is that" : "\(count) values of \(council.name) are those") "
          + "of \(inherited.name), on whose file it is based.",
        help: "caseload explain SCENARIO --all says where each value is from; replace what differs")
    ]
  }

  /// An overlay made for another council.
  private var overlayFindings: [Finding] {
    layers.filter(\.isOverlay).compactMap { layer in
      guard let (council, place) = layer.council,
        let scenario = layers.last(where: { !$0.isOverlay && $0.council != nil })?.council?.council,
        !council.isSame(as: scenario)
      else { return nil }
      return layer.source.finding(
        .warning, "overlay-of-another", place,
        "This overlay is of \(council.name), and is laid over the scenario of \(scenario.name).",
        help: "lay it over its own council's scenario")
    }
  }
}
