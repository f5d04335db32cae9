public import Parameters

/// Quicker steps from approval to the first day.
public struct FasterRecruitment: DatedLever {
  static let title = "Faster recruitment"
  public var dates = LeverDates()
  public var stepsRatio = 1.0

  public init() {}

  public static let table: [Parameter<FasterRecruitment>] =
    ofDates
    + [
      Parameter(
        "stepsRatio", \.stepsRatio, .ratio, 0...20, .modelChoice,
        "Length of each step that begins over that without.")
    ]

  var effects: [(influence: Influence, ratio: Double)] { [(.recruitmentSteps, stepsRatio)] }
}
