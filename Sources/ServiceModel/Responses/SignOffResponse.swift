public import Parameters

/// A stage is signed off by whichever practice manager is free, of any team, rather than in the pod's own queue; and
/// a child whose sign-off has to wait takes less of the worker's time meanwhile.
public struct SignOffResponse: ManagementResponse {
  public static let title = "Sign-off by any manager who is free"
  public var terms = ResponseTerms()
  public var elsewhereRatio = 1.0
  public var weightWhileWaiting = 1.0

  public init() {}

  public static let own: [Parameter<SignOffResponse>] = [
    Parameter(
      "elsewhereRatio", \.elsewhereRatio, .ratio, 1...10, .modelChoice,
      "Time that a sign-off takes a manager of another team, relative to one of the child's own."),
    Parameter(
      "weightWhileWaiting", \.weightWhileWaiting, .share, 0...1, .modelChoice,
      "Weight on the worker of a child whose sign-off has to wait for a manager, relative to the stage's; 1 means the same."
    ),
  ]

  public func contradictions(in service: ServiceParameters, at path: String) -> [Contradiction] {
    guard service.pathway.stages.elements.allSatisfy({ $0.signOffHours == 0 }) else { return [] }
    return [
      Contradiction(
        .warning, ["\(path).isOn"], code: "response-without-use",
        "no stage is signed off (pathway.….signOffHours), so who signs makes no difference")
    ]
  }
}
