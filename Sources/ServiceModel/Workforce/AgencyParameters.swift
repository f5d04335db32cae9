public import Parameters

/// Temporary staff from agencies, who cover posts that nobody holds or whose holder is long absent.
public struct AgencyParameters: ParameterGroup {
  public var coverShare = Keyed<Role, Double>(repeating: 0)
  public var afterDays = 0.0
  public var fill = DurationParameters()
  public var assignment = DurationParameters(.constant, mean: 180)
  public var cap = 1.0
  public var capacity = 1.0
  public var conversionShare = 0.0
  public var leaverReturnShare = 0.0
  public var perWeek = Keyed<Role, Double>(repeating: 0)
  public var priceRise: [Double] = []
  public var atStart = Keyed<Role, Int>(repeating: 0)
  public var aboveAtStart = Keyed<Team, Int>(repeating: 0)
  public var renewalShare = 0.0

  public init() {}

  public static let table: [Parameter<AgencyParameters>] =
    Keyed<Role, Double>.table(
      .share, 0...1, .modelChoice,
      "Share of vacancies and long absences for which the council asks an agency, by role"
    ).lifted(to: \.coverShare, under: "coverShare")
    + [
      Parameter(
        "afterDays", \.afterDays, .days, 0...3650, .modelChoice,
        "Time a post stands empty before an agency is asked."),
      Parameter(
        "cap", \.cap, .share, 0...1, .modelChoice,
        "Policy limit on agency staff, as a share of the whole establishment in FTE; requests above it wait."),
      Parameter(
        "capacity", \.capacity, .share, 0.05...2, .modelChoice,
        "Caseload that an agency worker carries, relative to a permanent worker."),
      Parameter(
        "conversionShare", \.conversionShare, .share, 0...1, .modelChoice,
        "Share of assignments that end with the worker taking the post permanently, if it is still vacant."),
      Parameter(
        "leaverReturnShare", \.leaverReturnShare, .share, 0...1, .modelChoice,
        "Share of leavers to an agency who return through it at once, to cover the post they left."),
      Parameter(
        "priceRise", \.priceRise, .share, -0.5...1, .anyLength, .modelChoice,
        "Rise in the weekly price at the start of each financial year from the second; the last figure applies afterwards."
      ).usually(-0.1...0.3),
    ] + DurationParameters.table.lifted(to: \.fill, under: "fill", about: "Time from request to first day")
    + DurationParameters.table.lifted(to: \.assignment, under: "assignment", about: "Length of an assignment")
    + Keyed<Role, Double>.table(.poundsPerWeek, 0...20_000, .modelChoice, "Weekly price of one FTE, by role")
    .usually(300...6000).lifted(to: \.perWeek, under: "perWeek")
    + Keyed<Role, Int>.table(
      .people, 0...100_000, .modelChoice, "Agency staff covering vacant posts at the start, by role"
    )
    .lifted(to: \.atStart, under: "atStart")
    + Keyed<Team, Int>.table(
      .people, 0...10_000, .modelChoice,
      "Full-time agency social workers above establishment at the start, by team"
    ).lifted(to: \.aboveAtStart, under: "aboveAtStart")
    + [
      Parameter(
        "renewalShare", \.renewalShare, .share, 0...1, .modelChoice,
        "Share of assignments above establishment that another follows at once. They do not count under the cap."
      )
    ]

  func contradictions() -> [Contradiction] {
    fill.contradictions(at: "agency.fill") + assignment.contradictions(at: "agency.assignment")
  }
}
