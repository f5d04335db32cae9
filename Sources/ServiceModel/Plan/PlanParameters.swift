public import Dates
public import Parameters

/// The actions that one plan can have: 17 of the council and 8 of the safeguarding board.
public enum ActionSlot: UInt8, ParameterKey {
  case council1, council2, council3, council4, council5, council6, council7, council8, council9
  case council10, council11, council12, council13, council14, council15, council16, council17
  case board1, board2, board3, board4, board5, board6, board7, board8
  /// The number by which other actions name it, from 1.
  public var number: Int { index + 1 }
  var isCouncils: Bool { index < 17 }
  public var spoken: String {
    isCouncils ? "action \(number) of the council" : "action \(number - 17) of the safeguarding board"
  }
}

/// What an action is about.
public enum ActionTheme: String, CaseIterable, Sendable {
  case other, leadership, workforce, supervision, management, frontDoor, earlyHelp, assessment, planning
  case protection, courtWork, permanence, placements, careLeavers, missingChildren, voice, quality, data
  case partnership, training, learning, thresholds, exploitation, challenge, communication
}

/// What an action moves once it is delivered.
public enum ActionEffect: String, CaseIterable, Sendable {
  case none, leavingHazard, applicants, acceptance, recruitmentSteps, agencyDemand, absence, engagement
  case referrals, assessmentLength, moves, fosterApprovals, placementPrice
  case recruitmentCapacity, careEntry, reunification, permanence

  var influence: Influence? { Influence.allCases.first { $0.name == rawValue } }
}

/// One action of the improvement plan.
public struct ActionParameters: ParameterGroup {
  public var isPlanned = false
  public var theme = ActionTheme.other
  public var from = CivilDate(2015, 4, 1)
  public var due = CivilDate(2016, 3, 31)
  public var leastHours = 0.0
  public var likelyHours = 0.0
  public var mostHours = 0.0
  public var after: [Double] = []
  public var partner: Partner?
  public var pounds = 0.0
  public var effect = ActionEffect.none
  public var ratio = 1.0
  public var halfLifeDays = 0.0

  public init() {}

  public static let table: [Parameter<ActionParameters>] = [
    Parameter("isPlanned", \.isPlanned, .modelChoice, "Whether the plan has this action."),
    Parameter(
      "theme", \.theme, .modelChoice,
      "Theme of the action; what delays a theme (plan.themeDelayCv) delays all its actions."),
    Parameter("from", \.from, .modelChoice, "First day on which work on it may begin."),
    Parameter("due", \.due, .modelChoice, "Day by which it is due to be delivered."),
    Parameter(
      "leastHours", \.leastHours, Unit("hours"), 0...100_000, .modelChoice, "Least effort it could take."),
    Parameter("likelyHours", \.likelyHours, Unit("hours"), 0...100_000, .modelChoice, "Most likely effort."),
    Parameter(
      "mostHours", \.mostHours, Unit("hours"), 0...100_000, .modelChoice,
      "Most effort it could take; the effort is drawn from the PERT distribution with these three figures."),
    Parameter(
      "after", \.after, .none, 1...25, .anyLength, .modelChoice,
      "Numbers of the actions that must be delivered first: 1 to 17 are the council's, 18 to 25 the board's."),
    Parameter(
      "partner", \.partner, among: Partner.orNobody, .modelChoice,
      "Partner whose engagement sets the pace of the work."),
    Parameter("pounds", \.pounds, .pounds, 0...1e8, .modelChoice, "Money spent when work on it begins.")
      .usually(500...10_000_000),
    Parameter("effect", \.effect, .modelChoice, "What it changes once it is delivered."),
    Parameter(
      "ratio", \.ratio, .ratio, 0.01...20, .modelChoice,
      "Multiplier for what it changes, once it is delivered; 1 switches the effect off."),
    Parameter(
      "halfLifeDays", \.halfLifeDays, .days, 0...36_525, .modelChoice,
      "Time from delivery in which its effect halves, and halves again; 0 means that it lasts."),
  ]
}

/// The improvement plan: actions that wait for one another, done in managers' time.
public struct PlanParameters: ParameterGroup {
  /// Whose time goes into it.
  public enum Doer: String, CaseIterable, Sendable {
    /// A pool of hours that the practice managers at work have for it, shared evenly.
    case pool
    /// The practice managers themselves, at their desks, in the time that sign-off, interviews and supervision leave.
    case desks
  }

  public var doneBy = Doer.pool
  public var hoursPerWeek = 37.0
  public var hoursPerManagerWeek = -1.0
  public var failureShare = 0.0
  public var repeatEffort = 1.0
  public var commonDelayCv = 0.0
  public var themeDelayCv = 0.0
  public var partnerDelayCv = 0.0
  public var actions = Keyed<ActionSlot, ActionParameters>(repeating: ActionParameters())

  public init() {}

  var hasActions: Bool { actions.elements.contains(where: \.isPlanned) }

  public static let table: [Parameter<PlanParameters>] =
    [
      Parameter(
        "doneBy", \.doneBy, .modelChoice,
        "Whether actions share a pool of managers' time, or each sits on one practice manager's desk behind all other work."
      ),
      Parameter(
        "hoursPerWeek", \.hoursPerWeek, Unit("hours per week"), 0.01...10_000, .modelChoice,
        "Most effort that can go into one action in a week, when a pool is used."),
      Parameter(
        "hoursPerManagerWeek", \.hoursPerManagerWeek, Unit("hours per week"), -1...168, .modelChoice,
        "Time that each FTE practice manager at work has for the plan, shared evenly among the actions under way, when a pool is used; -1 means no limit."
      ),
      Parameter(
        "failureShare", \.failureShare, .share, 0...0.95, .modelChoice,
        "Chance that an action proves not to have worked when its work is done, each time, so that it is done again; 0 means never."
      ),
      Parameter(
        "repeatEffort", \.repeatEffort, .ratio, 0.01...10, .modelChoice,
        "Effort of doing an action again, relative to a first time; it is drawn anew."),
      Parameter(
        "commonDelayCv", \.commonDelayCv, .ratio, 0...5, .modelChoice,
        "Standard deviation of a factor of mean 1 by which every effort of the plan is longer or shorter (lognormal distribution); 0 means none."
      ),
      Parameter(
        "themeDelayCv", \.themeDelayCv, .ratio, 0...5, .modelChoice,
        "The same for a factor that all actions of one theme share."),
      Parameter(
        "partnerDelayCv", \.partnerDelayCv, .ratio, 0...5, .modelChoice,
        "The same for a factor that all actions of one partner share."),
    ]
    + Keyed<ActionSlot, ActionParameters>.table {
      "\($0.spoken.prefix(1).uppercased())\($0.spoken.dropFirst())"
    }.lifted(to: \.actions, under: "actions")
}
