import Parameters
import ServiceModel

/// What the Home Office pays for unaccompanied children, as it stood at the start. It does not follow prices.
extension CouncilScenario {
  /// Pounds a night for each child, and pounds a week for each care leaver, from the financial years that begin in these on.
  private static let rates: [(from: Int, standard: Double, most: Double, leavers: Double, source: Source)] = [
    (2019, 114, 114, 200, .published("one rate of £114 a night at all ages (Home Office, 2019)")),
    (
      2021, 114, 143, 240,
      .published(
        "£143 a night where unaccompanied children are 0.07% of all children or more, else £114; £240 a week for care leavers (Home Office, June 2020)"
      )
    ),
    (
      2023, 114, 143, 270,
      .published(
        "£143 a night where unaccompanied children are 0.07% of all children or more, else £114; £270 a week for care leavers (Home Office, 2023)"
      )
    ),
  ]
  /// Unaccompanied children over all children from which the higher rate is paid.
  private static let manyShare = 0.0007

  mutating func addGrants() {
    guard let rate = Self.rates.last(where: { $0.from <= year }) else { return }
    let night = unaccompaniedAtStart.lookedAfter >= Self.manyShare * population ? rate.most : rate.standard
    for kind in GrantKind.allCases {
      add("money.grantPerWeek.\(kind.name)", kind == .careLeaver ? rate.leavers : 7 * night, rate.source)
    }
  }
}
