public import Parameters

/// The council's own foster carers: a finite resource that is recruited and lost.
public struct FosteringParameters: ParameterGroup {
  public var places = -1
  public var recruitedPerYear = 0.0
  public var monthProfile: [Double] = []
  public var lostPerYear = 0.0
  public var placesPerHousehold = 1
  public var overflowToAgency = 1.0
  public var takes = Keyed<Need, Double>(repeating: 1)
  public var takesAtAge = Keyed<AgeBand, Double>(repeating: 1)

  public init() {}

  public static let table: [Parameter<FosteringParameters>] =
    [
      Parameter(
        "places", \.places, Unit("places"), -1...1_000_000, .modelChoice,
        "Places with in-house foster carers at the start; -1 means no limit."),
      Parameter(
        "recruitedPerYear", \.recruitedPerYear, Unit("households per year"), 0...100_000, .modelChoice,
        "Mean number of foster households approved in a year."),
      Parameter(
        "monthProfile", \.monthProfile, .ratio, 0...20, .weights(12), .modelChoice,
        "Relative rate of approvals in each month, from April: twelve figures, scaled to a mean of 1; empty means even."
      ),
      Parameter(
        "lostPerYear", \.lostPerYear, Unit("per household per year"), 0...20, .modelChoice,
        "Rate at which foster households stop fostering."
      ).usually(0.01...1),
      Parameter(
        "placesPerHousehold", \.placesPerHousehold, Unit("places"), 1...10, .modelChoice,
        "Places in one household."),
      Parameter(
        "overflowToAgency", \.overflowToAgency, .share, 0...1, .modelChoice,
        "Share of children without an in-house place who go to agency fostering, the rest going to a children's home, when placements are drawn from the mix."
      ),
    ]
    + Keyed<Need, Double>.table(
      .share, 0...1, .modelChoice, "Share of vacant in-house places open to a child with this level of need"
    ).lifted(to: \.takes, under: "takes")
    + Keyed<AgeBand, Double>.table(
      .share, 0...1, .modelChoice,
      "Share of vacant in-house places open to a child of this age, relative to all ages"
    ).lifted(to: \.takesAtAge, under: "takesAtAge")

  func contradictions() -> [Contradiction] {
    var found: [Contradiction] = []
    if places < 0, recruitedPerYear > 0 || lostPerYear > 0 {
      found.append(
        Contradiction(
          .warning, ["fostering.places", "fostering.recruitedPerYear", "fostering.lostPerYear"],
          code: "places-without-limit",
          "foster households are recruited or lost, but in-house places are not limited, so neither has an effect",
          help: "set fostering.places to the number of places at the start"))
    }
    if places > 0, Need.allCases.allSatisfy({ takes[$0] == 0 }) {
      found.append(
        Contradiction(
          .error, ["fostering.takes.standard", "fostering.places"], code: "places-for-nobody",
          "there are \(places) in-house foster places, but none takes a child with any level of need"))
    }
    return found
  }
}
