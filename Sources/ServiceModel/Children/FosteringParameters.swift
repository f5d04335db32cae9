public import Parameters

/// The council's own foster carers: a finite resource that is recruited and lost.
public struct FosteringParameters: ParameterGroup {
  public var places = -1
  public var recruitedPerYear = 0.0
  public var lostPerYear = 0.0
  public var placesPerHousehold = 1
  public var overflowToAgency = 1.0

  public init() {}

  public static let table: [Parameter<FosteringParameters>] = [
    Parameter(
      "places", \.places, Unit("places"), -1...1_000_000, .modelChoice,
      "Places with in-house foster carers at the start; -1 means no limit."),
    Parameter(
      "recruitedPerYear", \.recruitedPerYear, Unit("households per year"), 0...100_000, .modelChoice,
      "Mean number of foster households approved in a year."),
    Parameter(
      "lostPerYear", \.lostPerYear, Unit("per household per year"), 0...20, .modelChoice,
      "Rate at which a foster household stops."),
    Parameter(
      "placesPerHousehold", \.placesPerHousehold, Unit("places"), 1...10, .modelChoice,
      "Places of one household."),
    Parameter(
      "overflowToAgency", \.overflowToAgency, .share, 0...1, .modelChoice,
      "Share of children who find no in-house place and go to agency fostering; the others go to a children's home."
    ),
  ]
}
