public import Parameters

/// Workers of a team work longer: they get on faster and may be given more, for extra pay, and some leave over it.
public struct OvertimeResponse: ManagementResponse {
  public static let title = "Overtime"
  public var terms = {
    var terms = ResponseTerms(triggerAt: 0.05, endsBelow: 0.01, delayDays: 7, leastDays: 14)
    terms.mostDays = 84
    terms.restDays = 28
    return terms
  }()
  public var share = 0.1
  public var payRatio = 1.5
  public var leavingHazardRatio = 1.0

  public init() {}

  public static let own: [Parameter<OvertimeResponse>] = [
    Parameter(
      "share", \.share, .share, 0...1, .modelChoice,
      "Hours worked beyond the usual ones, as a share of them: work goes faster, and the caseload cap is higher, by as much."
    ),
    Parameter(
      "payRatio", \.payRatio, .ratio, 0...5, .modelChoice,
      "Price of an hour of overtime relative to a usual one."),
    Parameter(
      "leavingHazardRatio", \.leavingHazardRatio, .ratio, 0.1...10, .modelChoice,
      "Multiplier for the hazard of leaving in a team that works overtime; 1 means no change."
    ).usually(0.8...2),
  ]

  public var neutralPart: String? { share == 0 ? "share" : nil }

  public func contradictions(in service: ServiceParameters, at path: String) -> [Contradiction] {
    guard service.levers.caseloadPolicy.capRatio < 1 else { return [] }
    return [
      Contradiction(
        .warning, ["\(path).share", "levers.caseloadPolicy.capRatio"], code: "response-against-lever",
        "overtime raises the caseload cap, which the caseload policy lowers")
    ]
  }
}
