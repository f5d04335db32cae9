/// More of the council's own foster households.
public struct FosteringDrive: DatedLever {
  public static let title = "Fostering drive"
  public var dates = LeverDates()
  public var approvalsRatio = 1.0

  public init() {}

  public static let ratios: [LeverRatio<Self>] = [
    LeverRatio(
      "approvalsRatio", \.approvalsRatio, .fosterApprovals, 0...20,
      "the rate at which foster households are approved")
  ]
}
