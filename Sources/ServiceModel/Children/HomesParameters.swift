public import Parameters

/// Children's homes as a limited number of places, the council's own and those that it can buy.
public struct HomesParameters: ParameterGroup {
  public var places = -1
  public var waits = true
  public var meanwhile = Placement.other
  public var meanwhilePriceRatio = 1.0
  public var scarcityElasticity = 0.0

  public init() {}

  public static let table: [Parameter<HomesParameters>] = [
    Parameter(
      "places", \.places, Unit("places"), -1...1_000_000, .modelChoice,
      "Places in children's homes, own and in the market, that the council's children can have at one time; -1 means no limit."
    ),
    Parameter(
      "waits", \.waits, .modelChoice,
      "Whether a child who finds no place in a home waits for one, first come first served, and moves when it is free."
    ),
    Parameter(
      "meanwhile", \.meanwhile, among: Placement.allCases.map { ($0.name, $0) }, .modelChoice,
      "Type of placement of a child who needs a home and finds no place."),
    Parameter(
      "meanwhilePriceRatio", \.meanwhilePriceRatio, .ratio, 0...20, .modelChoice,
      "Price of that placement, relative to the price of its type, for a child who needs a home."),
    Parameter(
      "scarcityElasticity", \.scarcityElasticity, .elasticity, 0...5, .modelChoice,
      "Percentage rise in the price of homes for each 1% by which children in them and waiting for them exceed the places (0 means none)."
    ),
  ]

  func contradictions(in service: ServiceParameters) -> [Contradiction] {
    guard places >= 0 else { return [] }
    var found: [Contradiction] = []
    if meanwhile == .residential || meanwhile == .inHouseFostering {
      found.append(
        Contradiction(
          .error, ["placements.homes.meanwhile", "placements.homes.places"], code: "meanwhile-limited",
          "a child who finds no place in a home cannot go to \(meanwhile.spoken), whose places are limited",
          help: "name a type of placement without a limit, such as agencyFostering or other"))
    }
    let homes =
      Double(service.opening.children[.lookedAfter]) * service.opening.placements.shares[.residential]
    if Double(places) < homes.rounded(.down) {
      found.append(
        Contradiction(
          .error,
          ["placements.homes.places", "opening.children.lookedAfter", "opening.placements.residential"],
          code: "homes-below-stock",
          "there are \(places) places in homes but about \(rounded(homes.rounded())) children in them at the start",
          help: "raise placements.homes.places, or lower opening.placements.residential"))
    }
    return found
  }
}

/// A child who waits for a place in a home, told from others who had the same place in the model by its number.
struct HomeWait: BitwiseCopyable {
  let child: Int32
  let number: UInt32
}
