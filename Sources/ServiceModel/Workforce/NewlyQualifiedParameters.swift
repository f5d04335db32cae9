public import Parameters

/// Social workers in their assessed and supported year (ASYE): a protected year with a rising caseload.
public struct NewlyQualifiedParameters: ParameterGroup {
  public var share = 0.0
  public var caseloadMonths: [Double] = [0.6]
  public var supportMonths = 12
  public var salaryRatio = 1.0
  public var hazardRatio = 1.0
  public var atStart = 0

  public init() {}

  public static let table: [Parameter<NewlyQualifiedParameters>] = [
    Parameter(
      "share", \.share, .share, 0...1, .modelChoice,
      "Share of starters in social worker posts who are newly qualified."),
    Parameter(
      "caseloadMonths", \.caseloadMonths, .share, 0.01...1, .modelChoice,
      "Part of a full caseload in each month since starting; the last one holds until the supported year ends."
    ),
    Parameter(
      "supportMonths", \.supportMonths, .months, 1...36, .modelChoice,
      "Length of the supported year, in which the worker takes no child who needs an experienced one."),
    Parameter(
      "salaryRatio", \.salaryRatio, .ratio, 0.1...2, .modelChoice,
      "Salary in the supported year over that of a social worker."),
    Parameter(
      "hazardRatio", \.hazardRatio, .ratio, 0...10, .modelChoice,
      "Hazard of leaving in the supported year over that of others with the same time with the council."),
    Parameter(
      "atStart", \.atStart, .people, 0...100_000, .modelChoice,
      "Newly qualified staff among the social workers in post at the start, in the middle of their year on average."
    ),
  ]
}
