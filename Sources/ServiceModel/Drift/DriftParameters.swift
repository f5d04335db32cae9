public import Dates
public import Parameters

/// How one driver drifts. Everything is on the logarithm of its multiplier, and by the year.
public struct DriftTerms: ParameterGroup {
  public var sd = 0.0
  public var persistence = 0.0
  public var opening = 0.0
  public var trend = 0.0
  public var nationalSd = 0.0
  public var from: CivilDate?

  public init() {}

  public static let table: [Parameter<DriftTerms>] = [
    Parameter(
      "sd", \.sd, .ratio, 0...1, .modelChoice,
      "Standard deviation of a year's surprise of the council's own, on the logarithm of the multiplier; 0 means none."
    ),
    Parameter(
      "persistence", \.persistence, .ratio, 0...1, .modelChoice,
      "Part of the council's own deviation that is still there a year later; below 1."),
    Parameter(
      "opening", \.opening, .ratio, -2...2, .modelChoice,
      "Logarithm of the multiplier where the drift begins, which then fades with the persistence."),
    Parameter(
      "trend", \.trend, .ratio, -0.5...0.5, .modelChoice,
      "Yearly change that all councils share, on the logarithm of the multiplier."),
    Parameter(
      "nationalSd", \.nationalSd, .ratio, 0...1, .modelChoice,
      "Standard deviation of a year's surprise that all councils share and that stays, on the logarithm of the multiplier."
    ),
    Parameter(
      "from", \.from, .modelChoice,
      "Last day up to which this multiplier is 1: the day that the newest figure of it is about, or the middle of its year. Where it is not set, drift.from."
    ),
  ]

  /// Whether the multiplier is ever anything but 1.
  var isOn: Bool { sd > 0 || opening != 0 || trend != 0 || nationalSd > 0 }
}

/// What drifts from year to year, from when on, and how.
public struct DriftParameters: ParameterGroup {
  public var active = true
  public var from: CivilDate?
  public var drivers = Keyed<DriftDriver, DriftTerms>(repeating: DriftTerms())
  public var correlations = Keyed<DriftPair, Double>(repeating: 0)

  public init() {}

  public static let table: [Parameter<DriftParameters>] =
    [
      Parameter(
        "active", \.active, .modelChoice,
        "Whether anything drifts; false leaves everything as it would be without this section."),
      Parameter(
        "from", \.from, .modelChoice,
        "Last day up to which every multiplier is 1 that has no day of its own: the drift begins with the first month after it. Where it is not set, run.dataAsOf."
      ),
    ]
    + Keyed<DriftDriver, DriftTerms>.table { "Drift of \($0.about)" }
    .lifted(to: \.drivers, under: "")
    + Keyed<DriftPair, Double>.table(
      .ratio, -1...1, .modelChoice, "Correlation of the surprises of a year that are the council's own"
    ).lifted(to: \.correlations, under: "correlations")

  /// The last day up to which a driver's multiplier is 1.
  func begins(_ driver: DriftDriver, _ run: RunParameters) -> CivilDate {
    drivers[driver].from ?? from ?? run.dataAsOf
  }

  /// The drivers whose multiplier is ever anything but 1; none where the section is switched off.
  var driversOn: [DriftDriver] { active ? DriftDriver.allCases.filter { drivers[$0].isOn } : [] }
}

extension DriftDriver {
  /// What drifts, as a phrase.
  var about: String {
    switch self {
    case .referrals: "the rate of referrals"
    case .careEntryUnder16: "entries to care under 16"
    case .careEntry16plus: "entries to care at 16 and over"
    case .careExitUnder16: "exits from care under 16, birthdays aside"
    case .careExit16plus: "exits from care at 16 and over, birthdays aside"
    case .planStarts: "the chance of going on towards a child protection plan"
    case .planEnds: "the rate at which child protection plans end"
    case .needStarts: "the chance of going on to help under section 17"
    case .needEnds: "the rate at which help under section 17 ends"
    case .leaving: "every worker's hazard of leaving"
    case .applicants: "applicants in a round of recruitment"
    case .agency: "the odds that an agency is asked for an empty post"
    case .establishment: "the number of established posts, practice managers' aside"
    case .placementPrices: "the price of every placement"
    }
  }
}
