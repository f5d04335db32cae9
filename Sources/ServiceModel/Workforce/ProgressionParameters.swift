public import Parameters

/// How senior posts are filled from within, which opens a vacancy below.
public struct ProgressionParameters: ParameterGroup {
  public var internalManagerShare = 0.0
  public var internalSeniorShare = 0.0
  public var leastYears = 2.0

  public init() {}

  public static let table: [Parameter<ProgressionParameters>] = [
    Parameter(
      "internalManagerShare", \.internalManagerShare, .share, 0...1, .modelChoice,
      "Share of successful rounds for a practice manager post won by a colleague in the team."),
    Parameter(
      "internalSeniorShare", \.internalSeniorShare, .share, 0...1, .modelChoice,
      "Share of successful rounds for a senior practitioner post won by a social worker in the team."),
    Parameter(
      "leastYears", \.leastYears, .years, 0...40, .modelChoice,
      "Length of service a colleague needs before winning a more senior post."),
  ]
}
