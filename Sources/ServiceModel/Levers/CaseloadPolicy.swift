public import Parameters

/// How much a worker can carry, and how much anyone may be given, from a given day.
///
/// The norm is what a worker can carry: raising it says that each can carry more, because others do part of the work. The
/// cap is a rule: lowering it says that no more may be given, whatever waits. Nothing is taken away from who has more.
public struct CaseloadPolicy: DatedLever {
  public static let title = "Caseload norm and cap"
  public var dates = LeverDates()
  public var normRatio = 1.0
  public var capRatio = 1.0

  public init() {}

  public static let ratios: [LeverRatio<Self>] = [
    LeverRatio("normRatio", \.normRatio, .caseloadNorm, 0.01...100, "each team's caseload norm"),
    LeverRatio("capRatio", \.capRatio, .caseloadCap, 0.01...100, "each team's caseload cap"),
  ]

  /// The first team whose cap would fall below its norm.
  public func contradictions(in service: ServiceParameters) -> [Contradiction] {
    let workforce = service.workforce
    guard normRatio != 1 || capRatio != 1 else { return [] }
    for team in Team.allCases where !workforce.teams[team].posts.elements.allSatisfy({ $0 == 0 }) {
      let norm = workforce.teams[team].caseloadNorm * normRatio
      let cap = workforce.teams[team].caseloadCap * capRatio
      guard cap < norm * (1 - 1e-9) else { continue }
      let path = "workforce.teams.\(team.name)"
      return [
        Contradiction(
          .error,
          [
            "levers.caseloadPolicy.capRatio", "levers.caseloadPolicy.normRatio", "\(path).caseloadCap",
            "\(path).caseloadNorm",
          ], code: "cap-below-norm",
          "the lever would bring the caseload cap of the \(team.spoken) team to \(rounded(cap)), below its norm of \(rounded(norm))",
          help: "raise levers.caseloadPolicy.capRatio, or lower normRatio with it")
      ]
    }
    return []
  }
}
