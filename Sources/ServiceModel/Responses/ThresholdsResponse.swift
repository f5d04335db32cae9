public import Parameters

/// More referrals end at the front door. Those children come back as often as others whom the front door sends away.
public struct ThresholdsResponse: ManagementResponse {
  public static let title = "Higher thresholds at the front door"
  public var terms = ResponseTerms(triggerAt: 0.1, endsBelow: 0.02, delayDays: 14, leastDays: 56)
  public var share = 0.1
  public var earlyHelpShare = 0.5

  public init() {}

  public static let own: [Parameter<ThresholdsResponse>] = [
    Parameter(
      "share", \.share, .share, 0...1, .modelChoice,
      "Share of the children decided on at the front door who would have been assessed and are not."),
    Parameter(
      "earlyHelpShare", \.earlyHelpShare, .share, 0...1, .modelChoice,
      "Share of these who are offered early help; the others get no further action."),
  ]

  public var neutralPart: String? { share == 0 ? "share" : nil }

  public func contradictions(in service: ServiceParameters, at path: String) -> [Contradiction] {
    let decided = service.pathway.stages[.frontDoor].exits[.assessment]
    guard decided == 0 || service.demand.entry[.frontDoor] == 0 else { return [] }
    return [
      Contradiction(
        .warning, ["\(path).isOn", "pathway.frontDoor.exits.assessment"], code: "response-without-use",
        "no referral goes from the front door to an assessment, so a higher threshold there stops nothing")
    ]
  }
}
