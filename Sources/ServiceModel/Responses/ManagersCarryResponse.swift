public import Parameters

/// Practice managers hold children of their team themselves, at the expense of their time for everything else.
public struct ManagersCarryResponse: ManagementResponse {
  public static let title = "Managers who carry cases"
  public var terms = ResponseTerms(triggerAt: 0.1, endsBelow: 0.02, delayDays: 7, leastDays: 28)
  public var mostCases = 4.0
  public var deskShare = 0.75

  public init() {}

  public static let own: [Parameter<ManagersCarryResponse>] = [
    Parameter(
      "mostCases", \.mostCases, .cases, 0...100, .modelChoice,
      "Weighted cases up to which one full-time practice manager takes children; those held at its end stay."),
    Parameter(
      "deskShare", \.deskShare, .share, 0.01...1, .modelChoice,
      "Share of a manager's hours that is left for sign-off, interviews, supervision and improvement while it is in force."
    ),
  ]

  public var neutralPart: String? { mostCases == 0 ? "mostCases" : nil }

  public func contradictions(in service: ServiceParameters, at path: String) -> [Contradiction] {
    let teams = service.workforce.teams.elements
    guard !teams.contains(where: { $0.hasCases && $0.posts[.practiceManager] > 0 }) else { return [] }
    return [
      Contradiction(
        .warning, ["\(path).isOn"], code: "response-without-use",
        "no team that holds cases has a practice manager, so none can carry any")
    ]
  }

  /// Whether posts of the role can come to hold cases in a team.
  func opens(_ role: Role, of team: TeamParameters) -> Bool {
    terms.isOn && role == .practiceManager && team.hasCases
  }
}
