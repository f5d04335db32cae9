public import Parameters

/// What happens to a child who finds no place in a stage that nobody holds, such as early help, while it waits for one:
/// the hazards of a child who gets no help. Each is constant, so a wait is exponential.
public struct WaitingParameters: ParameterGroup {
  public var stepUpPerYear = 0.0
  public var referralPerYear = 0.0
  public var givingUpPerYear = 0.0
  public var returnShare = 0.0

  public init() {}

  public static let table: [Parameter<WaitingParameters>] = [
    Parameter(
      "stepUpPerYear", \.stepUpPerYear, .perChildYear, 0...50, .modelChoice,
      "Rate at which a child who waits for a place steps up to an assessment, which is a referral."),
    Parameter(
      "referralPerYear", \.referralPerYear, .perChildYear, 0...50, .modelChoice,
      "Rate at which a child who waits for a place is referred again, and so goes back to the front door."),
    Parameter(
      "givingUpPerYear", \.givingUpPerYear, .perChildYear, 0...365, .modelChoice,
      "Rate at which a child who waits for a place gives up and is closed without help."),
    Parameter(
      "returnShare", \.returnShare, .share, 0...1, .modelChoice,
      "Share of children who gave up waiting, or were turned away, who are later referred again."),
  ]

  /// Rate at which a child who waits comes to social care, each child a year.
  var needPerYear: Double { stepUpPerYear + referralPerYear }
}

extension StageParameters {
  /// What makes a place worse than none: a child who waits would be lost, or safer than one who is helped.
  ///
  /// - Parameter helpedReturnShare: share of children referred again after help.
  func waitingContradictions(of stage: Stage, at path: String, helpedReturnShare: Double) -> [Contradiction] {
    guard places >= 0, heldBy == nil else { return [] }
    if waiting.needPerYear + waiting.givingUpPerYear == 0 {
      return [
        Contradiction(
          .warning, ["\(path).waiting.givingUpPerYear", "\(path).places"], code: "waits-for-ever",
          "a child who finds no place in \(stage.spoken) waits for ever: it neither gives up, steps up nor is referred again",
          help: "set the rates in \(path).waiting, or leave places at -1")
      ]
    }
    var found: [Contradiction] = []
    let mean = duration.distribution?.mean ?? 0
    let helped = mean > 0 ? exits[.assessment] * 365.25 / mean : 0
    if waiting.needPerYear < helped * (1 - 1e-9) {
      found.append(
        Contradiction(
          .warning, ["\(path).waiting.stepUpPerYear", "\(path).waiting.referralPerYear"],
          code: "safer-without-place",
          "a child who waits for \(stage.spoken) comes back to social care at \(rounded(waiting.needPerYear)) a year, less than the \(rounded(helped)) of one who has a place",
          help: "fewer places would lower demand: raise the rates in \(path).waiting"))
    }
    if waiting.returnShare < helpedReturnShare * (1 - 1e-9) {
      found.append(
        Contradiction(
          .warning, ["\(path).waiting.returnShare", "\(path).returnShare"], code: "safer-without-place",
          "fewer children are referred again after giving up waiting for \(stage.spoken) (\(rounded(waiting.returnShare))) than after it (\(rounded(helpedReturnShare)))",
          help: "fewer places would lower demand: raise \(path).waiting.returnShare"))
    }
    return found
  }
}

/// The rates of a wait, each day, as the simulation reads them.
struct WaitingRates: BitwiseCopyable, Sendable {
  let stepUp: Double
  let referral: Double
  let givingUp: Double
  let returnShare: Double

  init(_ parameters: WaitingParameters) {
    stepUp = parameters.stepUpPerYear / 365.25
    referral = parameters.referralPerYear / 365.25
    givingUp = parameters.givingUpPerYear / 365.25
    returnShare = parameters.returnShare
  }
}

/// How a wait for a place ends, unless a place is found.
enum WaitEnd: UInt8 {
  case givesUp, stepsUp, isReferred
}
