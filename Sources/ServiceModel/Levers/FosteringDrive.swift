public import Parameters

/// More foster households of the council's own.
public struct FosteringDrive: DatedLever {
  static let title = "Fostering drive"
  public var dates = LeverDates()
  public var approvalsRatio = 1.0

  public init() {}

  public static let table: [Parameter<FosteringDrive>] =
    ofDates
    + [
      Parameter(
        "approvalsRatio", \.approvalsRatio, .ratio, 0...20, .modelChoice,
        "Rate of approvals of foster households over that without.")
    ]

  var effects: [(influence: Influence, ratio: Double)] { [(.fosterApprovals, approvalsRatio)] }
}
