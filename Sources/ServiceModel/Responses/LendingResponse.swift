public import Parameters

/// Workers of teams with room take children of a team whose list grows.
public struct LendingResponse: ManagementResponse {
  public static let title = "Help from other teams"
  public var terms = ResponseTerms(triggerAt: 0.05, endsBelow: 0.01, delayDays: 14, leastDays: 28)
  public var upToLoad = 1.0
  public var mostChildren = 100_000

  public init() {}

  public static let own: [Parameter<LendingResponse>] = [
    Parameter(
      "upToLoad", \.upToLoad, .ratio, 0...10, .modelChoice,
      "Load up to which a worker takes another team's children, relative to the norm of the worker's own team; never above its cap."
    ),
    Parameter(
      "mostChildren", \.mostChildren, .children, 0...100_000, .modelChoice,
      "Most children of one team whom other teams hold at a time."),
  ]

  public var neutralPart: String? { mostChildren == 0 ? "mostChildren" : upToLoad == 0 ? "upToLoad" : nil }

  public func contradictions(in service: ServiceParameters, at path: String) -> [Contradiction] {
    guard Team.allCases.filter({ service.workforce.teams[$0].hasCases }).count < 2 else { return [] }
    return [
      Contradiction(
        .warning, ["\(path).isOn"], code: "response-without-use",
        "fewer than two teams hold cases, so no team can help another")
    ]
  }
}
