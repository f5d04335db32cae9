public import Parameters

/// How the prices of placements respond to demand, in addition to their own inflation.
public struct MarketParameters: ParameterGroup {
  public var nationalDemand: [Double] = []
  public var nationalElasticity = Keyed<Placement, Double>(repeating: 0)
  public var ownElasticity = Keyed<Placement, Double>(repeating: 0)
  public var openingRatio = Keyed<Placement, Double>(repeating: 1)

  public init() {}

  public static let table: [Parameter<MarketParameters>] =
    [
      Parameter(
        "nationalDemand", \.nationalDemand, .ratio, 0.01...100, .anyLength, .modelChoice,
        "National demand for purchased placements in each financial year from the start, on any scale; the last figure applies afterwards; empty means constant."
      )
    ]
    + Keyed<Placement, Double>.table(
      .elasticity, 0...5, .modelChoice,
      "Percentage rise in price for each 1% by which national demand exceeds the first year's (0 means none)"
    ).lifted(to: \.nationalElasticity, under: "nationalElasticity")
    + Keyed<Placement, Double>.table(
      .elasticity, 0...5, .modelChoice,
      "Percentage rise in price for each 1% rise since the start in the children whom the council has in this type of placement (0 means none)"
    ).lifted(to: \.ownElasticity, under: "ownElasticity")
    + Keyed<Placement, Double>.table(
      .ratio, 0.001...1000, .modelChoice,
      "Children from whom that rise is counted, over those in this type of placement at the start; what is laid over a scenario keeps the scenario's own"
    ).lifted(to: \.openingRatio, under: "openingRatio")
}

/// The market as the simulation reads it.
struct MarketTable: Sendable {
  let isOn: Bool
  private let own: Keyed<Placement, Double>
  private let openingRatio: Keyed<Placement, Double>
  /// Price by financial year that national demand makes, over the first year's.
  private let national: Keyed<Placement, [Double]>

  init(_ market: MarketParameters, calendar: ModelCalendar) {
    own = market.ownElasticity
    openingRatio = market.openingRatio
    let demand = market.nationalDemand
    national = Keyed { placement in
      calendar.yearLabels.indices.map { year in
        guard let first = demand.first, first > 0 else { return 1 }
        let now = demand[min(year, demand.count - 1)]
        let elasticity = market.nationalElasticity[placement]
        return elasticity == 0 ? 1 : power(now / first, elasticity)
      }
    }
    isOn = own.elements.contains { $0 != 0 } || national.elements.joined().contains { $0 != 1 }
  }

  /// Price over the price without the market. Fewer than one child counts as one, so that a type of placement that
  /// nobody was in at the start has a price too.
  func index(_ placement: Placement, year: Int, placed: Int, atStart: Int) -> Double {
    let elasticity = own[placement]
    let reference = Double(max(atStart, 1)) * openingRatio[placement]
    let growth = elasticity == 0 ? 1 : power(Double(max(placed, 1)) / reference, elasticity)
    return national[placement][year] * growth
  }
}
