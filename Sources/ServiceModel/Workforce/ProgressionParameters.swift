public import Parameters

/// How posts above are filled from within, which opens a vacancy below.
public struct ProgressionParameters: ParameterGroup {
  public var internalManagerShare = 0.0
  public var internalSeniorShare = 0.0
  public var leastYears = 2.0

  public init() {}

  public static let table: [Parameter<ProgressionParameters>] = [
    Parameter(
      "internalManagerShare", \.internalManagerShare, .share, 0...1, .modelChoice,
      "Share of successful rounds for a practice manager's post that a colleague of the team wins."),
    Parameter(
      "internalSeniorShare", \.internalSeniorShare, .share, 0...1, .modelChoice,
      "Share of successful rounds for a senior practitioner's post that a social worker of the team wins."),
    Parameter(
      "leastYears", \.leastYears, .years, 0...40, .modelChoice,
      "Time with the council before a colleague can win a post above."),
  ]
}
