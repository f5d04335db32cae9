public import Parameters

/// Social workers in their assessed and supported year (ASYE): a protected year with a rising caseload.
public struct NewlyQualifiedParameters: ParameterGroup {
  public var share = 0.0
  public var shareByMonth: [Double] = []
  public var caseloadMonths: [Double] = [0.6]
  public var supportMonths = 12
  public var salaryRatio = 1.0
  public var hazardRatio = 1.0
  public var atStart = 0
  public var mentorHours = 0.0
  public var hoursPerWeek = 37.0

  public init() {}

  public static let table: [Parameter<NewlyQualifiedParameters>] = [
    Parameter(
      "share", \.share, .share, 0...1, .modelChoice,
      "Share of starters in social worker posts who are newly qualified."),
    Parameter(
      "shareByMonth", \.shareByMonth, .ratio, 0...100, .weights(12), .modelChoice,
      "Relative share of starters who are newly qualified in each month, from April: twelve figures, scaled to a mean of 1; empty means even."
    ),
    Parameter(
      "caseloadMonths", \.caseloadMonths, .share, 0.01...2, .anyLength, .modelChoice,
      "Share of a full caseload in each month since starting; the last figure applies until the supported year ends."
    ),
    Parameter(
      "supportMonths", \.supportMonths, .months, 1...36, .modelChoice,
      "Length of the supported year, in which the worker takes no child who needs an experienced worker."),
    Parameter(
      "salaryRatio", \.salaryRatio, .ratio, 0.1...2, .modelChoice,
      "Salary in the supported year, relative to that of a social worker."),
    Parameter(
      "hazardRatio", \.hazardRatio, .ratio, 0...10, .modelChoice,
      "Hazard of leaving in the supported year, relative to others with the same length of service."
    ).usually(0.1...3),
    Parameter(
      "atStart", \.atStart, .people, 0...100_000, .modelChoice,
      "Newly qualified staff among the social workers in post at the start, on average halfway through their year."
    ),
    Parameter(
      "mentorHours", \.mentorHours, Unit("hours per week"), 0...37, .modelChoice,
      "Time that an experienced colleague gives to each newly qualified worker in the supported year; the colleague carries that much less; 0 switches the effect off."
    ),
    Parameter(
      "hoursPerWeek", \.hoursPerWeek, Unit("hours per week"), 1...168, .modelChoice,
      "Working week of one FTE, of which the mentor's hours are a part."),
  ]

  /// What mentoring one newly qualified worker takes of a colleague's time, in FTE.
  var mentorFte: Double { mentorHours / hoursPerWeek }

  func contradictions() -> [Contradiction] {
    var found: [Contradiction] = []
    if let month = caseloadMonths.firstIndex(where: { $0 > 1 }) {
      found.append(
        Contradiction(
          .error, ["newlyQualified.caseloadMonths"], code: "protected-above-norm",
          "the protected caseload is \(rounded(caseloadMonths[month])) of a full one in month \(month + 1)",
          help: "no month of the supported year may be above 1"))
    }
    if zip(caseloadMonths, caseloadMonths.dropFirst()).contains(where: { $0 > $1 }) {
      found.append(
        Contradiction(
          .warning, ["newlyQualified.caseloadMonths"], code: "protected-falls",
          "the protected caseload falls from one month to the next"))
    }
    return found
  }
}
