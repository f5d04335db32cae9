public import Parameters

/// A supplement to the salaries of those who hold cases.
public struct PaySupplement: DatedLever {
  public static let title = "Pay supplement"
  public var dates = LeverDates()
  public var share = 0.0

  public init() {}

  public static let own: [Parameter<PaySupplement>] = [
    Parameter(
      "share", \.share, .share, 0...1, .modelChoice,
      "Supplement as a share of salary, before on-costs."
    ).usually(0.002...0.3)
  ]

  public var doesMore: Bool { share > 0 }

  public var effects: [LeverEffect] { [LeverEffect(.pay, 1 + share, by: "share")] }
}

extension PaySupplement: NeedyLever {
  func needs(in service: ServiceParameters) -> [(name: String, idleness: Idleness)] {
    guard service.postsThatHoldCases == 0 else { return [] }
    return [("share", Idleness("there is no post whose holder could be paid", ["workforce.teams"]))]
  }
}
