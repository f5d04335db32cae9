public import Parameters

/// The posts of one team and the load its workers carry.
public struct TeamParameters: ParameterGroup {
  public var pods = 1
  public var posts = Keyed<Role, Int>(repeating: 0)
  public var vacantAtStart = Keyed<Role, Int>(repeating: 0)
  public var caseloadNorm = 16.0
  public var caseloadCap = 24.0
  public var referenceLoad = 0.0
  public var referenceRatio = 1.0
  public var waitingLimit = -1

  public init() {}

  public static let table: [Parameter<TeamParameters>] =
    [
      Parameter(
        "pods", \.pods, .count, 1...500, .modelChoice,
        "Pods into which the team's posts are divided, each led by a practice manager."),
      Parameter(
        "caseloadNorm", \.caseloadNorm, Unit("weighted cases per FTE"), 0.01...10_000, .modelChoice,
        "Caseload that the council holds to be right; a child goes to the worker with the lowest load relative to it."
      ),
      Parameter(
        "caseloadCap", \.caseloadCap, Unit("weighted cases per FTE"), 0.01...1_000_000, .modelChoice,
        "Caseload that no allocation may exceed; until there is room, children wait on the unallocated list."),
      Parameter(
        "referenceLoad", \.referenceLoad, Unit("weighted cases per FTE"), 0...10_000, .modelChoice,
        "Caseload at which no effect of load changes anything: it is that at which lengths and rates were observed; 0 means the caseload that the opening position gives."
      ),
      Parameter(
        "referenceRatio", \.referenceRatio, .ratio, 0.001...1000, .modelChoice,
        "What the caseload that the opening position gives is multiplied by to be that at which no effect of load changes anything; overlays and sets that change the opening set it so that the caseload stays that of the scenario they are laid over."
      ),
      Parameter(
        "waitingLimit", \.waitingLimit, .children, -1...1_000_000, .modelChoice,
        "Longest unallocated list; further referrals are refused and counted; -1 means no limit."),
    ]
    + Keyed<Role, Int>.table(.posts, 0...100_000, .modelChoice, "Established posts")
    .lifted(to: \.posts, under: "posts")
    + Keyed<Role, Int>.table(.posts, 0...100_000, .modelChoice, "Posts vacant at the start")
    .lifted(to: \.vacantAtStart, under: "vacantAtStart")

  func contradictions(of team: Team) -> [Contradiction] {
    let path = "workforce.teams.\(team.name)"
    var found: [Contradiction] = []
    for role in Role.allCases where vacantAtStart[role] > posts[role] {
      found.append(
        Contradiction(
          .error, ["\(path).vacantAtStart.\(role.name)", "\(path).posts.\(role.name)"],
          code: "over-establishment",
          "\(vacantAtStart[role]) posts of \(role.spoken) are vacant at the start, of an establishment of \(posts[role])"
        ))
    }
    if caseloadCap < caseloadNorm {
      found.append(
        Contradiction(
          .error, ["\(path).caseloadCap", "\(path).caseloadNorm"], code: "cap-below-norm",
          "the caseload cap \(rounded(caseloadCap)) is below the norm \(rounded(caseloadNorm))"))
    }
    return found
  }
}

/// Teams, working hours and induction.
public struct WorkforceParameters: ParameterGroup {
  public var teams = Keyed<Team, TeamParameters>(repeating: TeamParameters())
  public var fteValues: [Double] = [1]
  public var fteShares: [Double] = [1]
  public var inductionMonths: [Double] = []
  public var availability = 1.0
  public var tenureAtStart = Keyed<TenureBand, Double>(repeating: 0)

  public init() {}

  public static let table: [Parameter<WorkforceParameters>] =
    Keyed<Team, TeamParameters>.table { "\($0.spoken) team" }.lifted(to: \.teams, under: "teams")
    + [
      Parameter(
        "fteValues", \.fteValues, .fte, 0.05...1, .notEmpty, .modelChoice,
        "Full-time equivalents that posts can have."),
      Parameter(
        "fteShares", \.fteShares, .share, 0...1, .shares(1...Int.max).asLong(as: "fteValues"), .modelChoice,
        "Share of posts with each value of fteValues; assigned exactly, not by chance."),
      Parameter(
        "availability", \.availability, .share, 0.05...1, .modelChoice,
        "Share of working time left after annual leave, training and other planned time away. It sets the pace of a child's stage while a worker holds the child, and of a practice manager's work. Use 1 where lengths and hours already allow for it."
      ),
      Parameter(
        "inductionMonths", \.inductionMonths, .share, 0.01...1, .anyLength, .modelChoice,
        "Share of a full caseload that a starter carries in each month of induction; empty means a full caseload at once."
      ),
    ]
    + Keyed<TenureBand, Double>.table(
      .share, 0...1, .modelChoice,
      "Share of staff in post at the start, by length of service"
    ).lifted(to: \.tenureAtStart, under: "tenureAtStart")

  func contradictions() -> [Contradiction] {
    var found = Team.allCases.flatMap { teams[$0].contradictions(of: $0) }
    let tenure = tenureAtStart.sum
    if tenure != 0, abs(tenure - 1) > 1e-6 {
      found += sumsToOne(tenureAtStart.elements, "workforce.tenureAtStart", "the shares by length of service")
    }
    return found
  }
}

/// The bands of time with the council in which leaving is published.
public enum TenureBand: UInt8, ParameterKey {
  case under2Years, years2to5, years5to10, years10to20, years20to30, over30Years
  public var spoken: String {
    switch self {
    case .under2Years: "under 2 years"
    case .years2to5: "2 to 5 years"
    case .years5to10: "5 to 10 years"
    case .years10to20: "10 to 20 years"
    case .years20to30: "20 to 30 years"
    case .over30Years: "over 30 years"
    }
  }

  /// First year of the band.
  public var from: Double { [0, 2, 5, 10, 20, 30][index] }
  /// Year at which the next band begins; 40 for the last.
  public var until: Double { [2, 5, 10, 20, 30, 40][index] }

  public init(years: Double) {
    self =
      years < 2
      ? .under2Years
      : years < 5
        ? .years2to5
        : years < 10 ? .years5to10 : years < 20 ? .years10to20 : years < 30 ? .years20to30 : .over30Years
  }
}
