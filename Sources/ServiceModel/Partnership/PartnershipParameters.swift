public import Parameters

/// One partner: its engagement at the start, how that changes, and its share of each task.
public struct PartnerParameters: ParameterGroup {
  public var atStart = Engagement.adequate
  public var rates = Keyed<EngagementStep, Double>(repeating: 0)
  public var shares = Keyed<PartnerTask, Double>(repeating: 0)

  public init() {}

  public static let table: [Parameter<PartnerParameters>] =
    [Parameter("atStart", \.atStart, .modelChoice, "Engagement at the start.")]
    + Keyed<EngagementStep, Double>.table(.perYear, 0...100, .modelChoice, "Rate of this change")
    .lifted(to: \.rates, under: "rates")
    + Keyed<PartnerTask, Double>.table(.share, 0...1, .modelChoice, "The partner's share of this work")
    .lifted(to: \.shares, under: "shares")
}

/// One figure for each state of engagement.
public struct EngagementValues: Sendable, Equatable {
  public var strong: Double
  public var adequate: Double
  public var weak: Double

  /// The same in every state.
  public init(_ value: Double) {
    strong = value
    adequate = value
    weak = value
  }

  subscript(engagement: Engagement) -> Double {
    engagement == .strong ? strong : engagement == .adequate ? adequate : weak
  }

  /// The largest of the three.
  var highest: Double { max(strong, adequate, weak) }

  static func table(
    _ unit: Unit, _ range: ClosedRange<Double>, _ meaning: String
  ) -> [Parameter<EngagementValues>] {
    [
      Parameter("strong", \.strong, unit, range, .modelChoice, "\(meaning), for a strong partner."),
      Parameter("adequate", \.adequate, unit, range, .modelChoice, "\(meaning), for an adequate partner."),
      Parameter("weak", \.weak, unit, range, .modelChoice, "\(meaning), for a weak partner."),
    ]
  }
}

/// Police, health, schools and others, and what their engagement does to the service.
public struct PartnershipParameters: ParameterGroup {
  public var partners = Keyed<Partner, PartnerParameters>(repeating: PartnerParameters())
  public var contacts = EngagementValues(1)
  public var noActionShare = EngagementValues(0)
  public var earlyHelpTakeUp = EngagementValues(1)
  public var informationDays = EngagementValues(0)
  public var notQuorateShare = EngagementValues(0)
  public var adjournmentDays = 14.0
  public var jointPace = EngagementValues(1)
  public var progressEffect = 0.0

  public init() {}

  public static let table: [Parameter<PartnershipParameters>] =
    Keyed<Partner, PartnerParameters>.table { "\($0.spoken.prefix(1).uppercased())\($0.spoken.dropFirst())" }
    .lifted(to: \.partners, under: "partners")
    + EngagementValues.table(.ratio, 0...5, "Referrals relative to an adequate partner")
    .lifted(to: \.contacts, under: "contacts")
    + EngagementValues.table(
      .share, 0...1, "Additional share of referrals due for assessment that turn out to need no action"
    ).lifted(to: \.noActionShare, under: "noActionShare")
    + EngagementValues.table(.share, 0...1, "Share of families offered early help who take it up")
    .lifted(to: \.earlyHelpTakeUp, under: "earlyHelpTakeUp")
    + EngagementValues.table(.days, 0...200, "Time that waiting for its information adds to an assessment")
    .lifted(to: \.informationDays, under: "informationDays")
    + EngagementValues.table(.share, 0...1, "Share of initial conferences adjourned in its absence")
    .lifted(to: \.notQuorateShare, under: "notQuorateShare")
    + EngagementValues.table(.ratio, 0...5, "Multiplier for the pace of plan actions that need the partner")
    .lifted(to: \.jointPace, under: "jointPace")
    + [
      Parameter(
        "adjournmentDays", \.adjournmentDays, .days, 0...200, .modelChoice,
        "Delay that an adjournment adds before the initial conference is held."),
      Parameter(
        "progressEffect", \.progressEffect, .ratio, 0...20, .modelChoice,
        "Rise in the rates at which partners recover and strengthen, and fall in the others, once the whole plan is delivered, and in proportion until then; 0 switches the effect off."
      ),
    ]

  func contradictions() -> [Contradiction] {
    var found: [Contradiction] = []
    for task in PartnerTask.allCases {
      let sum = Partner.allCases.reduce(0.0) { $0 + partners[$1].shares[task] }
      guard sum > 1 + 1e-6 else { continue }
      found.append(
        Contradiction(
          .error, Partner.allCases.map { "partnership.partners.\($0.name).shares.\(task.name)" },
          code: "shares-above-one",
          "the partners' shares of \(task.spoken) sum to \(rounded(sum)), more than 1",
          help: "lower one of them by \(rounded(sum - 1))"))
    }
    return found
  }
}
