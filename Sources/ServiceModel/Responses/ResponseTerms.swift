public import Parameters

/// What a review of the service looks at, in a team or in the whole service.
public enum ResponseSignal: String, CaseIterable, BitwiseCopyable, Sendable {
  /// Children on the list as a share of the team's children; of the worst team for the whole service.
  case waitingShare
  /// Children on the list; of all teams for the whole service.
  case waitingChildren
  /// Weighted cases over what those at work can carry at the norm; of the worst team for the whole service.
  case loadRatio
  /// Vacant FTE as a share of the FTE of posts that hold cases.
  case vacancyRate
  /// Days that the sign-off which has waited longest has waited.
  case signOffDays
}

/// When a response begins and ends, and what it costs while it lasts.
public struct ResponseTerms: ParameterGroup {
  public var isOn = false
  public var signal = ResponseSignal.waitingShare
  public var triggerAt = 0.0
  public var endsBelow = 0.0
  public var delayDays = 0.0
  public var leastDays = 0.0
  public var mostDays = 0.0
  public var restDays = 0.0
  public var poundsPerWeek = 0.0

  public init() {}

  init(triggerAt: Double, endsBelow: Double, delayDays: Double, leastDays: Double) {
    self.triggerAt = triggerAt
    self.endsBelow = endsBelow
    self.delayDays = delayDays
    self.leastDays = leastDays
  }

  public static let table: [Parameter<ResponseTerms>] = [
    Parameter("isOn", \.isOn, .modelChoice, "Whether management can respond in this way at all."),
    Parameter(
      "signal", \.signal, .modelChoice,
      "What the review looks at: the share or the number of children without a worker, the load over the norm, the vacancy rate, or the days that the oldest sign-off has waited."
    ),
    Parameter(
      "triggerAt", \.triggerAt, Unit("as the signal"), 0...100_000, .modelChoice,
      "Reading of the signal at which the response is decided; 0 makes it a standing arrangement, in force from the start."
    ),
    Parameter(
      "endsBelow", \.endsBelow, Unit("as the signal"), 0...100_000, .modelChoice,
      "Reading of the signal below which it ends; below the trigger, so that it does not come and go."),
    Parameter(
      "delayDays", \.delayDays, .days, 0...3650, .modelChoice,
      "Time from the review that decides on it until it takes effect."),
    Parameter(
      "leastDays", \.leastDays, .days, 0...3650, .modelChoice, "Least time for which it stays in force."),
    Parameter(
      "mostDays", \.mostDays, .days, 0...36_525, .modelChoice,
      "Most time for which it stays in force at a stretch; 0 means no limit."),
    Parameter(
      "restDays", \.restDays, .days, 0...3650, .modelChoice,
      "Time after its end before it can be decided on again."),
    Parameter(
      "poundsPerWeek", \.poundsPerWeek, .poundsPerWeek, 0...1_000_000, .modelChoice,
      "What running it costs while it is in force, in each team that has it, at first-year prices, beside what it does to other budget lines."
    ).usually(20...100_000),
  ]
}
