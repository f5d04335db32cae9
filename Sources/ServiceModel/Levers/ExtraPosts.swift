public import Parameters

/// Posts added to one team on a given day, and then filled like any others.
public struct ExtraPosts: DatedLever {
  public static let title = "Extra posts"
  public var dates = LeverDates()
  public var team: Team? = .protection
  public var posts = Keyed<Role, Int>(repeating: 0)
  public var ownCampaign = false

  public init() {}

  public static let own: [Parameter<ExtraPosts>] =
    [Parameter("team", \.team, among: Team.orNobody, .modelChoice, "Team to which the posts are added.")]
    + Keyed<Role, Int>.table(.posts, 0...10_000, .modelChoice, "Full-time posts added, by role")
    .lifted(to: \.posts, under: "posts")
    + [
      Parameter(
        "ownCampaign", \.ownCampaign, .modelChoice,
        "Whether the first search for each of these posts runs beside the others, however many can run at once: they are recruited to by a campaign of their own."
      )
    ]

  public var doesMore: Bool { posts.elements.contains { $0 > 0 } }

  public func contradictions(in service: ServiceParameters) -> [Contradiction] {
    guard doesMore, team == nil else { return [] }
    return [
      Contradiction(
        .error, ["levers.extraPosts.team"], code: "no-team", "extra posts cannot be added to nobody")
    ]
  }

  /// Posts of the role that are added to a team.
  func added(to team: Team, _ role: Role) -> Int { self.team == team ? posts[role] : 0 }
}

extension ExtraPosts: NeedyLever {
  func needs(in service: ServiceParameters) -> [(name: String, idleness: Idleness)] {
    guard let team else { return [] }
    let others = service.workforce.teams[team].posts
    let holds = Stage.open.contains { service.pathway.stages[$0].heldBy == team }
    let needless: [(name: String, idleness: Idleness)] =
      ownCampaign && !(service.recruitment.perPost && service.recruitment.roundsAtOnce > 0)
      ? [
        (
          "ownCampaign",
          Idleness(
            "as many posts as one likes can be in recruitment at once",
            ["recruitment.roundsAtOnce", "recruitment.perPost"])
        )
      ] : []
    return needless
      + Role.allCases.compactMap { role in
        guard posts[role] > 0 else { return nil }
        let part = "posts.\(role.name)"
        if role.holdsCases, !holds {
          return (
            part,
            Idleness("the \(team.spoken) team holds no children", ["levers.extraPosts.team", "pathway"])
          )
        }
        let led = Role.allCases.contains { $0 != .practiceManager && others[$0] + posts[$0] > 0 }
        if role == .practiceManager, !led {
          return (
            part,
            Idleness(
              "the \(team.spoken) team has nobody to lead: the posts cost their salaries and nothing else changes",
              ["levers.extraPosts.team"])
          )
        }
        return nil
      }
  }
}
