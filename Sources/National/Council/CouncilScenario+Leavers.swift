import Parameters
import ServiceModel

/// Care leavers who are supported at the start. Published are those aged 19 to 21; support begins at eighteen, and goes on
/// for some beyond that age.
extension CouncilScenario {
  /// Of those who turned eighteen in the last year, in the one before and so on, the shares who are still supported.
  var supportedShares: [Double] {
    let care = base.care
    let (usual, most) = (Int(care.leaverUntil - 18), Int(care.extendedUntil - 18))
    return (0..<max(usual, most, 0)).map { $0 < usual ? 1 : care.extendedShare }
  }

  /// All who are supported, where so many are aged 19 to 21: those who turned eighteen in the last year, and of each year
  /// before it a third of these, or the share of it whose support goes on.
  func supportedLeavers(_ published: Double) -> Double {
    guard let newest = supportedShares.first else { return 0 }
    let each = published / 3
    let turned18 = figures.stock("cla_ceased/age=18plus", year)?.value ?? each
    return newest * turned18 + supportedShares.dropFirst().reduce(0) { $0 + $1 * each }
  }

  func leaverWords(_ source: Source?) -> Source {
    .derived(
      "as many a year of age as \(source?.reference ?? "care_leavers_19_to_21"), for as long as the base supports them; those aged 18: cla_ceased/age=18plus"
    )
  }
}
