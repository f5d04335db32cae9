public import Dates
public import Parameters

/// A route by which people join together on given dates.
public enum CohortRoute: UInt8, ParameterKey {
  case academy, graduateProgramme, overseas
}

/// One cohort route: a number of people on the same day of each year, who fill vacant posts or wait for one.
public struct CohortParameters: ParameterGroup {
  /// What they come for.
  public enum Post: String, CaseIterable, Sendable { case socialWorker, seniorPractitioner }

  public var people = 0
  public var month = 9
  public var day = 1
  public var from = CivilDate(1900, 1, 1)
  public var until = CivilDate(2200, 12, 31)
  public var role = Post.socialWorker
  public var areNewlyQualified = true
  public var waitDays = 180.0
  public var poundsEach = 0.0

  public init() {}

  public static let table: [Parameter<CohortParameters>] = [
    Parameter(
      "people", \.people, .people, 0...10_000, .modelChoice, "People who join each year; 0 means none."),
    Parameter("month", \.month, .none, 1...12, .modelChoice, "Month in which they join."),
    Parameter("day", \.day, .none, 1...31, .modelChoice, "Day of the month on which they join."),
    Parameter("from", \.from, .modelChoice, "First day on which a cohort may join."),
    Parameter("until", \.until, .modelChoice, "Last day on which a cohort may join."),
    Parameter("role", \.role, .modelChoice, "Type of post for which they join."),
    Parameter(
      "areNewlyQualified", \.areNewlyQualified, .modelChoice,
      "Whether they begin with the supported year; social workers only."),
    Parameter(
      "waitDays", \.waitDays, .days, 0...3650, .modelChoice,
      "How long those who find no vacancy wait for one before going elsewhere."),
    Parameter(
      "poundsEach", \.poundsEach, .pounds, 0...1_000_000, .modelChoice,
      "Cost of each person, at first-year prices: training, travel and fees."
    ).usually(100...100_000),
  ]

  func contradictions(at path: String) -> [Contradiction] {
    var found: [Contradiction] = []
    if until < from {
      found.append(
        Contradiction(
          .error, ["\(path).until", "\(path).from"], code: "ends-before-start",
          "the cohorts end on \(until), before they start on \(from)"))
    }
    if CivilDate(2016, month, day).civil.month != month {
      found.append(
        Contradiction(
          .error, ["\(path).day", "\(path).month"], code: "no-such-day", "month \(month) has no day \(day)"))
    }
    return found
  }
}

extension Keyed<CohortRoute, CohortParameters> {
  func contradictions() -> [Contradiction] {
    CohortRoute.allCases.flatMap { self[$0].contradictions(at: "cohorts.\($0.name)") }
  }

  /// The days on which somebody comes, in order.
  func dates(_ calendar: ModelCalendar) -> [CohortDate] {
    let first = calendar.start.civil.year
    let last = calendar.date(calendar.end).civil.year
    var dates: [CohortDate] = []
    for year in first...last {
      for route in CohortRoute.allCases where self[route].people > 0 {
        let date = CivilDate(year, self[route].month, self[route].day)
        guard date >= self[route].from, date <= self[route].until, date >= calendar.start else { continue }
        dates.append(CohortDate(day: date.dayNumber - calendar.start.dayNumber, route: route))
      }
    }
    return dates.sorted { ($0.day, $0.route.index) < ($1.day, $1.route.index) }
  }
}

/// A day on which a cohort comes.
struct CohortDate: Sendable {
  /// Days after the start.
  let day: Int
  let route: CohortRoute
}
