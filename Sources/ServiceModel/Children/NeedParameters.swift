public import Parameters

/// One level of need: how common it is at each age, which placements suit it in which order, and how often these
/// break down.
public struct NeedParameters: ParameterGroup {
  public var shares = Keyed<AgeBand, Double>(repeating: 0)
  public var order = Keyed<Placement, Int>(repeating: 0)
  public var found = Keyed<Placement, Double>(repeating: 1)
  public var moveRatio = 1.0

  public init() {}

  public static let table: [Parameter<NeedParameters>] =
    Keyed<AgeBand, Double>.table(
      .share, 0...1, .modelChoice, "Share who have this level of need among children entering care, by age"
    ).lifted(to: \.shares, under: "shares")
    + Keyed<Placement, Int>.table(
      .none, 0...Placement.allCases.count, .modelChoice,
      "Place in the order of preference, 1 being first and 0 meaning never sought"
    ).lifted(to: \.order, under: "order")
    + Keyed<Placement, Double>.table(
      .share, 0...1, .modelChoice, "Chance of finding this type of placement when it is sought"
    ).lifted(to: \.found, under: "found")
    + [
      Parameter(
        "moveRatio", \.moveRatio, .ratio, 0...20, .modelChoice,
        "Rate of moves, relative to all children in the same type of placement.")
    ]

  /// The placements that are sought, the most wanted first.
  var preferences: [Placement] {
    Placement.allCases.filter { order[$0] > 0 }
      .sorted { (order[$0], $0.rawValue) < (order[$1], $1.rawValue) }
  }

  /// What is wrong with the order by which children of this need are placed.
  func contradictions(of need: Need) -> [Contradiction] {
    let path = "placements.need.\(need.name).order"
    let sought = preferences
    guard let last = sought.last else {
      return [
        Contradiction(
          .error, ["\(path).residential", "placements.chosenBy"], code: "no-preference",
          "placements are chosen by need, but none is sought for a child with \(need.spoken) needs",
          help: "number the placements from 1, or set placements.chosenBy to mix")
      ]
    }
    var found: [Contradiction] = []
    for (first, second) in zip(sought, sought.dropFirst()) where order[first] == order[second] {
      found.append(
        Contradiction(
          .error, ["\(path).\(second.name)", "\(path).\(first.name)"], code: "equal-preference",
          "\(first.spoken) and \(second.spoken) share place \(order[first]) in the order of preference for a child with \(need.spoken) needs"
        ))
    }
    if last == .inHouseFostering {
      found.append(
        Contradiction(
          .error, ["\(path).inHouseFostering"], code: "ends-in-house",
          "in-house fostering is the last resort for a child with \(need.spoken) needs, but its places are limited",
          help: "put agencyFostering or residential last"))
    }
    return found
  }
}
