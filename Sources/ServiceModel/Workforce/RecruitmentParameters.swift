public import Parameters

/// The steps of filling a post, in order.
public enum RecruitmentStep: UInt8, ParameterKey {
  /// Permission to fill the post.
  case approval
  /// The advert is open and applicants come.
  case advert
  /// Shortlisting and interviews; at its end an offer is accepted or the round has failed.
  case selection
  /// Checks, references and the new starter's own notice.
  case checks
}

/// How a vacant post is filled.
public struct RecruitmentParameters: ParameterGroup {
  /// When the search for a successor begins.
  public enum Beginning: String, CaseIterable, Sendable { case resignation, departure }

  public var perPost = true
  public var begins = Beginning.departure
  public var heldDays = Keyed<Role, Double>(repeating: 0)
  public var steps = Keyed<RecruitmentStep, DurationParameters>(repeating: DurationParameters())
  public var managerStepRatio = 1.0
  public var everyRoundFills = true
  public var applicantsPerRound = Keyed<Role, Double>(repeating: 4)
  public var regionRatio = 1.0
  public var payElasticity = 0.0
  public var applicantsByMonth: [Double] = []
  public var appointableShare = 0.5
  public var acceptanceShare = 0.8
  public var roundsAtOnce = 0
  public var caseloadElasticity = 0.0
  public var rollingStartersPerYear = 0.0
  public var overspendDelay = 0.0
  public var overspendFreeze = 0.0

  public init() {}

  public static let table: [Parameter<RecruitmentParameters>] =
    [
      Parameter("perPost", \.perPost, .modelChoice, "Whether each vacant post is advertised separately."),
      Parameter(
        "begins", \.begins, .modelChoice,
        "Whether the search begins when notice is given or when the post falls vacant."),
    ]
    + Keyed<Role, Double>.table(
      .days, 0...36_525, .modelChoice,
      "Mean time for which a post is held, with nobody asked to fill it, from the moment at which its search could begin (exponential; 0: not at all; posts that are newly established are not held), by role"
    ).lifted(to: \.heldDays, under: "heldDays")
    + Keyed<RecruitmentStep, DurationParameters>.table { "\($0.spoken) step of recruitment" }
    .lifted(to: \.steps, under: "steps")
    + [
      Parameter(
        "managerStepRatio", \.managerStepRatio, .ratio, 0...20, .modelChoice,
        "Length of the steps for a practice manager post, relative to other posts."),
      Parameter(
        "everyRoundFills", \.everyRoundFills, .modelChoice,
        "Whether every round ends in a hire, whoever applies."),
      Parameter(
        "regionRatio", \.regionRatio, .ratio, 0...10, .modelChoice,
        "Applicants in this region, relative to the figures of applicantsPerRound."),
      Parameter(
        "payElasticity", \.payElasticity, .elasticity, 0...10, .modelChoice,
        "Percentage rise in applicants for each 1% rise in pay relative to neighbouring councils; 0 switches the effect off."
      ),
      Parameter(
        "applicantsByMonth", \.applicantsByMonth, .ratio, 0...100, .weights(12), .modelChoice,
        "Relative number of applicants by the month in which the advert opens, from April: twelve figures, scaled to a mean of 1; empty means even."
      ),
      Parameter(
        "appointableShare", \.appointableShare, .share, 0...1, .modelChoice,
        "Share of applicants who could be appointed."),
      Parameter(
        "acceptanceShare", \.acceptanceShare, .share, 0...1, .modelChoice,
        "Chance that an offer is accepted; if refused, it goes to the next appointable applicant."),
      Parameter(
        "roundsAtOnce", \.roundsAtOnce, .count, 0...100_000, .modelChoice,
        "Posts that those who run recruitment can have in hand at the same time; the others wait their turn; 0 means no limit."
      ),
      Parameter(
        "caseloadElasticity", \.caseloadElasticity, .elasticity, 0...3, .modelChoice,
        "Percentage rise in roundsAtOnce and in rollingStartersPerYear for each 1% rise in the council's caseload relative to the reference load: a loaded council does more to hire; 0 switches the effect off."
      ),
      Parameter(
        "overspendDelay", \.overspendDelay, .ratio, 0...1000, .modelChoice,
        "How much longer permission to fill a post takes, relative to its usual length, for an overspend on staff of the whole year's budget of posts: 5 means a quarter longer at an overspend of 5%; 0 switches the effect off."
      ),
      Parameter(
        "overspendFreeze", \.overspendFreeze, .share, 0...10, .modelChoice,
        "Overspend on staff in the financial year so far, as a share of the year's budget of posts, from which permission to fill a post waits for the next year; 0 means never."
      ),
      Parameter(
        "rollingStartersPerYear", \.rollingStartersPerYear, Unit("people per year"), 0...100_000,
        .modelChoice,
        "Starters from an advert that is always open, however many leave; each takes a vacant post that holds cases, or is turned away if there is none."
      ),
    ]
    + Keyed<Role, Double>.table(
      Unit("applicants per round"), 0...1000, .modelChoice, "Mean number of applicants, by role"
    ).lifted(to: \.applicantsPerRound, under: "applicantsPerRound")

  func contradictions() -> [Contradiction] {
    var found = RecruitmentStep.allCases.flatMap {
      steps[$0].contradictions(at: "recruitment.steps.\($0.name)")
    }
    guard perPost, !everyRoundFills else { return found }
    let roundTakes =
      (steps[.advert].distribution?.mean ?? 0) + (steps[.selection].distribution?.mean ?? 0)
    for role in Role.allCases
    where applicantsPerRound[role] * regionRatio * appointableShare * acceptanceShare <= 0 || roundTakes <= 0
    {
      found.append(
        Contradiction(
          .error, ["recruitment.applicantsPerRound.\(role.name)", "recruitment.appointableShare"],
          code: "never-hires",
          roundTakes <= 0
            ? "a failed round would be repeated for ever at the same moment: advert and selection take no time"
            : "no round for a \(role.spoken) can ever end in a hire",
          help: "raise the chances or lengthen the steps, or set recruitment.everyRoundFills: true"))
      break
    }
    return found
  }
}
