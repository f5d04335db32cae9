public import Parameters

/// An agency is asked again for a vacancy, or a long absence, that it was not asked for or that it has not filled.
public struct AskAgainResponse: ManagementResponse {
  public static let title = "Asking agencies again"
  public var terms = ResponseTerms()
  public var everyDays = 91.0

  public init() {}

  public static let own: [Parameter<AskAgainResponse>] = [
    Parameter(
      "everyDays", \.everyDays, .days, 1...3650, .modelChoice,
      "Time after which an agency may be asked again for a post that is still empty, with the same chance as at first."
    )
  ]

  public func contradictions(in service: ServiceParameters, at path: String) -> [Contradiction] {
    guard service.agency.coverShare.elements.allSatisfy({ $0 == 0 }) else { return [] }
    return [
      Contradiction(
        .warning, ["\(path).isOn", "agency.coverShare"], code: "response-without-use",
        "no agency is ever asked for a vacancy (agency.coverShare is 0), so none is asked again")
    ]
  }
}
