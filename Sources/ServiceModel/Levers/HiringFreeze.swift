public import Parameters

/// A shock: while it lasts, nobody gets permission to fill a post. Searches that already have it continue.
public struct HiringFreeze: DatedLever {
  public static let title = "Hiring freeze"
  public var dates = LeverDates()
  public var isInForce = false

  public init() {}

  public static let own: [Parameter<HiringFreeze>] = [
    Parameter("isInForce", \.isInForce, .modelChoice, "Whether a freeze is in force between the dates.")
  ]

  public var doesMore: Bool { isInForce }
}

extension HiringFreeze: NeedyLever {
  func needs(in service: ServiceParameters) -> [(name: String, idleness: Idleness)] {
    let isFilled = service.recruitment.perPost && Role.allCases.contains { service.posts($0) > 0 }
    guard !isFilled else { return [] }
    let paths = ["recruitment.perPost", "workforce.teams"]
    return [("isInForce", Idleness("no post is filled by permission", paths))]
  }
}
