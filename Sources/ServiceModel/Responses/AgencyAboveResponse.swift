public import Parameters

/// A managed team from an agency, above establishment: it holds cases in the team that needs it until the list is gone.
///
/// So many come as the list needs at the team's norm, up to a limit; more come if it has grown by a later review. When
/// it ends they take no more children, and each goes when the last is closed or the time to wind down is over.
public struct AgencyAboveResponse: ManagementResponse {
  public static let title = "Agency staff above establishment"
  public var terms = ResponseTerms(triggerAt: 0.1, endsBelow: 0.01, delayDays: 28, leastDays: 91)
  public var mostWorkers = 10
  public var windDownDays = 56.0
  public var premium = 0.0

  public init() {}

  public static let own: [Parameter<AgencyAboveResponse>] = [
    Parameter(
      "mostWorkers", \.mostWorkers, .people, 1...1_000, .modelChoice,
      "Most full-time agency workers above establishment in one team. They do not count under agency.cap."),
    Parameter(
      "windDownDays", \.windDownDays, .days, 0...3650, .modelChoice,
      "Time after its end for which they keep their children; what is left then goes to colleagues."),
    Parameter(
      "premium", \.premium, .share, 0...5, .modelChoice,
      "What a managed team costs above the weekly price of agency social workers, as a share of it."),
  ]

  /// Posts kept ready for it in a team that holds cases.
  func added(to team: Team, _ role: Role, _ workforce: WorkforceParameters) -> Int {
    guard terms.isOn, role == .socialWorker, workforce.teams[team].hasCases else { return 0 }
    return mostWorkers
  }
}

extension ServiceParameters {
  /// Posts of a role that a team does not have at the start and may get: by drift, by a lever, for a managed team, and for
  /// agency staff who are there beyond vacancies.
  func postsInReserve(_ team: Team, _ role: Role) -> Int {
    postsForDrift(team, role) + levers.extraPosts.added(to: team, role)
      + responses.agencyAbove.added(to: team, role, workforce) + agency.standing(in: team, role)
  }
}

extension TeamParameters {
  /// Whether the team has posts that hold cases.
  var hasCases: Bool { posts[.socialWorker] + posts[.seniorPractitioner] > 0 }
}
