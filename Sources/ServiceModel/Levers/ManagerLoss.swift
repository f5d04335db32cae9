public import Parameters

/// A shock: practice managers leave on one day, without notice.
public struct ManagerLoss: DatedLever {
  public static let title = "Loss of managers"
  public var dates = LeverDates()
  public var managers = 0

  public init() {}

  public static let own: [Parameter<ManagerLoss>] = [
    Parameter(
      "managers", \.managers, .people, 0...10_000, .modelChoice,
      "How many leave on the first day, spread evenly across those in post.")
  ]

  public var doesMore: Bool { managers > 0 }
}

extension ManagerLoss: NeedyLever {
  func needs(in service: ServiceParameters) -> [(name: String, idleness: Idleness)] {
    guard service.posts(.practiceManager) == 0 else { return [] }
    return [("managers", Idleness("there is no practice manager post", ["workforce.teams"]))]
  }
}
