/// More foster households of the council's own.
package struct FosteringDrive: DatedLever {
  package static let title = "Fostering drive"
  package var dates = LeverDates()
  package var approvalsRatio = 1.0

  package init() {}

  package static let ratios: [LeverRatio<Self>] = [
    LeverRatio(
      "approvalsRatio", \.approvalsRatio, .fosterApprovals, 0...20,
      "the rate at which foster households are approved")
  ]
}
