public import Parameters

/// One row of the pathway: how long a stage lasts, who may hold it, and where it leads.
public struct StageParameters: ParameterGroup {
  public var heldBy: Team?
  public var waitsForWorker = true
  public var weight = 1.0
  public var priority = 4
  public var needsExperience = false
  public var places = -1
  public var statutoryWorkingDays = 0
  public var signOffHours = 0.0
  public var duration = DurationParameters()
  public var ageRatio = Keyed<AgeBand, Double>(repeating: 1)
  public var exits: Keyed<Exit, Double> = {
    var exits = Keyed<Exit, Double>(repeating: 0)
    exits[.stepDown] = 1
    return exits
  }()
  public var exitRatio = Keyed<AgeBand, ExitRatios>(repeating: ExitRatios())
  public var emergencyEntryPerYear = 0.0
  public var returnShare = 0.0
  public var waiting = WaitingParameters()

  public init() {}

  private static let off = Source.modelChoice
  /// Who does the work of the stage, and by when.
  private static let work: [Parameter<StageParameters>] = [
    Parameter(
      "heldBy", \.heldBy, among: Team.orNobody, off,
      "Team whose workers hold the children in this stage; nobody means that no worker is needed."),
    Parameter(
      "waitsForWorker", \.waitsForWorker, off,
      "Whether the stage makes progress only while a worker holds the child."),
    Parameter(
      "weight", \.weight, .cases, 0.01...20, off, "Weighted cases that one child adds to a caseload."),
    Parameter(
      "priority", \.priority, .none, priorities, off,
      "Priority of waiting children in allocation; 1 comes first."),
    Parameter(
      "needsExperience", \.needsExperience, off,
      "Whether the child needs an experienced worker, rather than one in the supported year."),
    Parameter(
      "places", \.places, .children, -1...1_000_000, off,
      "Places in a stage that needs no worker, such as early help; children who find none wait; -1 means no limit."
    ),
    Parameter(
      "statutoryWorkingDays", \.statutoryWorkingDays, .workingDays, 0...1000, off,
      "Statutory time limit, against which timeliness is measured; 0 means none."),
    Parameter(
      "signOffHours", \.signOffHours, Unit("hours"), 0...100, off,
      "Mean time the practice manager takes to sign off the end of the stage, for a child with a worker; 0 means that no sign-off is needed."
    ),
  ]

  /// The priorities that a stage's children can have, the first before all others.
  static let priorities = 1...8

  public static let table: [Parameter<StageParameters>] =
    work
    + DurationParameters.table.lifted(to: \.duration, under: "duration")
    + Keyed<AgeBand, Double>.table(
      .ratio, 0.01...100, off, "Length of the stage relative to all ages, by age"
    ).lifted(to: \.ageRatio, under: "ageRatio")
    + Keyed<Exit, Double>.table(.share, 0...1, off, "Share of children who leave the stage by this exit")
    .lifted(to: \.exits, under: "exits")
    + Keyed<AgeBand, ExitRatios>.table { "aged \($0.published)" }
    .lifted(to: \.exitRatio, under: "exitRatio")
    + [
      Parameter(
        "emergencyEntryPerYear", \.emergencyEntryPerYear, .perChildYear, 0...50, off,
        "Rate at which a child in this stage enters care in an emergency."),
      Parameter(
        "returnShare", \.returnShare, .share, 0...1, off,
        "Share of children closed from this stage who are later referred again."),
    ]
    + WaitingParameters.table.lifted(to: \.waiting, under: "waiting")

  /// Exit shares of one age band: the shares for all ages times the band's ratios, scaled to sum to 1.
  ///
  /// - Parameter careRatio: what the weight of care is multiplied by in addition.
  func exitShares(of band: AgeBand, careRatio: Double = 1) -> [Double] {
    var raw = zip(exits.elements, exitRatio[band].ratios.elements).map { $0 * $1 }
    raw[Exit.care.index] *= careRatio
    let sum = raw.reduce(0, +)
    return sum > 0 ? raw.map { $0 / sum } : exits.elements
  }

  func contradictions(of stage: Stage, at path: String) -> [Contradiction] {
    var found = sumsToOne(exits.elements, "\(path).exits", "the exit shares of \(stage.spoken)")
    found += duration.contradictions(at: "\(path).duration")
    for exit in Exit.allCases where exits[exit] > 0 && exit.next == stage {
      found.append(
        Contradiction(
          .error, ["\(path).exits.\(exit.name)"], code: "own-exit",
          "\(stage.spoken) leads back to itself by the exit \(exit.spoken)",
          help: "lengthen the stage instead: an exit must lead to another stage"))
    }
    if heldBy != nil, places >= 0 {
      found.append(
        Contradiction(
          .error, ["\(path).places", "\(path).heldBy"], code: "places-and-team",
          "\(stage.spoken) is held by a team and has \(places) places of its own",
          help: "a team's capacity is its workers' caseload cap: leave places at -1"))
    }
    return found
  }
}

/// How much likelier each exit is for one age band than for all ages, before the shares are scaled to sum to 1.
public struct ExitRatios: ParameterGroup {
  public var ratios = Keyed<Exit, Double>(repeating: 1)

  public init() {}

  public static let table: [Parameter<ExitRatios>] = Exit.allCases.map { exit in
    Parameter(
      exit.name, \.ratios[exit], .ratio, 0...1000, .modelChoice,
      "Weight of this exit, relative to all ages: \(exit.spoken).")
  }
}

/// The whole pathway, and what applies across its stages.
public struct PathwayParameters: ParameterGroup {
  public var stages = Keyed<Stage, StageParameters>(repeating: StageParameters())
  public var endsAt18 = true
  public var returnInterval = DurationParameters(.exponential, mean: 365)
  public var unservedReturnInterval = DurationParameters(.exponential, mean: 365)
  public var earlyHelpReturnRatio = 1.0
  public var changeOfWorkerSetbackDays = 0.0
  public var transferSetbackDays = 0.0
  public var careEntryRatio = Keyed<AgeBand, Double>(repeating: 1)
  public var careEntryStep = Keyed<AgeBand, Double>(repeating: 1)

  public init() {}

  public static let table: [Parameter<PathwayParameters>] =
    Stage.open.flatMap { stage in
      StageParameters.table.lifted(
        to: \PathwayParameters.stages[stage], under: stage.name, about: stage.spoken)
    }
    + [
      Parameter(
        "endsAt18", \.endsAt18, .modelChoice,
        "Whether every stage except care leaver ends on the child's eighteenth birthday."),
      Parameter(
        "earlyHelpReturnRatio", \.earlyHelpReturnRatio, .ratio, 0...10, .modelChoice,
        "Chance of a later referral after completing early help, relative to the chance without it."),
      Parameter(
        "changeOfWorkerSetbackDays", \.changeOfWorkerSetbackDays, .days, 0...365, .modelChoice,
        "Time that each change of worker within a team adds to the rest of a stage that waits for its worker."
      ),
      Parameter(
        "transferSetbackDays", \.transferSetbackDays, .days, 0...365, .modelChoice,
        "Time that a change of worker by moving to another team adds to a stage that waits for its worker."),
    ]
    + Keyed<AgeBand, Double>.table(
      .ratio, 0.001...1000, .modelChoice,
      "How much likelier children are to enter care from any stage than its shares and its rate of emergencies say, by age"
    ).lifted(to: \PathwayParameters.careEntryRatio, under: "careEntryRatio")
    + AgeBand.allCases.filter { $0.wholeYears.count > 1 }.map { band in
      Parameter<Keyed<AgeBand, Double>>(
        band.name, \.[band], .ratio, 0.05...20, .modelChoice,
        "How much likelier children are to enter care with each birthday within the band, whose mean stays the same: \(band.spoken)."
      )
    }.lifted(to: \PathwayParameters.careEntryStep, under: "careEntryStep")
    + DurationParameters.table.lifted(
      to: \.returnInterval, under: "returnInterval", about: "Time from closure to the next referral")
    + DurationParameters.table.lifted(
      to: \.unservedReturnInterval, under: "unservedReturnInterval",
      about: "Time to the next referral of a child who gave up waiting or was turned away")

  /// How much likelier children of that age are to enter care than the shares and rates of all ages say.
  func careRatio(at age: YearOfAge) -> Double {
    let (step, years) = (careEntryStep[age.band], age.band.wholeYears.count)
    guard step != 1, years > 1 else { return careEntryRatio[age.band] }
    let all = (0..<years).reduce(0.0) { $0 + power(step, Double($1)) }
    return careEntryRatio[age.band] * power(step, Double(age.placeInBand)) * Double(years) / all
  }

  /// The exit shares of a stage for one year of age.
  func exitShares(_ stage: Stage, at age: YearOfAge) -> [Double] {
    stages[stage].exitShares(of: age.band, careRatio: careRatio(at: age))
  }

  func contradictions() -> [Contradiction] {
    var found = Stage.open.flatMap { stage in
      let helped = stages[stage].returnShare * (stage == .earlyHelp ? earlyHelpReturnRatio : 1)
      return stages[stage].contradictions(of: stage, at: "pathway.\(stage.name)")
        + stages[stage].waitingContradictions(
          of: stage, at: "pathway.\(stage.name)", helpedReturnShare: helped)
    }
    found += returnInterval.contradictions(at: "pathway.returnInterval")
    found += unservedReturnInterval.contradictions(at: "pathway.unservedReturnInterval")
    return found + stagesWithoutEnd()
  }

  /// Stages from which no sequence of exits ever leads to closure.
  private func stagesWithoutEnd() -> [Contradiction] {
    var ending: Set<Stage> = [.closed]
    var grew = true
    while grew {
      grew = false
      for stage in Stage.open where !ending.contains(stage) {
        let leads = Exit.allCases.contains { stages[stage].exits[$0] > 0 && ending.contains($0.next) }
        if leads || stage == .careLeaver {
          ending.insert(stage)
          grew = true
        }
      }
    }
    return Stage.open.filter { !ending.contains($0) }.map { stage in
      Contradiction(
        .error, ["pathway.\(stage.name).exits"], code: "no-way-out",
        "\(stage.spoken) can never be left for good: its exits lead only to one another",
        help: "give one stage in the circle a share of an exit that leads to closure, such as stepDown")
    }
  }
}
