public import Dates
public import Parameters

/// The dated surges of demand that one scenario can hold.
public enum SurgeSlot: UInt8, ParameterKey {
  case first, second, third
}

/// A dated change of the referral rate.
public struct SurgeParameters: ParameterGroup {
  /// How the change comes and goes.
  public enum Shape: String, CaseIterable, Sendable {
    case none
    /// Full at once, from the first to the last day.
    case step
    /// Full at once, then fading by half in each half-life.
    case pulse
    /// Rising evenly from the first day to the last, and staying.
    case ramp
  }

  public var shape = Shape.none
  public var from = CivilDate(2015, 4, 1)
  public var until = CivilDate(2016, 3, 31)
  public var ratio = 1.0
  public var halfLifeDays = 90.0

  public init() {}

  public static let table: [Parameter<SurgeParameters>] = [
    Parameter("shape", \.shape, .modelChoice, "How the surge rises and falls."),
    Parameter("from", \.from, .modelChoice, "First day."),
    Parameter("until", \.until, .modelChoice, "Last day of a step, or the day on which a ramp is complete."),
    Parameter(
      "ratio", \.ratio, .ratio, 0...20, .modelChoice,
      "Referral rate at the full height of the surge, relative to the rate without it."),
    Parameter("halfLifeDays", \.halfLifeDays, .days, 1...3650, .modelChoice, "Time in which a pulse halves."),
  ]

  func contradictions(at path: String) -> [Contradiction] {
    guard shape == .step || shape == .ramp, until < from else { return [] }
    return [
      Contradiction(
        .error, ["\(path).until", "\(path).from"], code: "ends-before-start",
        "the surge ends on \(until), before it starts on \(from)")
    ]
  }
}

/// A surge as the simulation uses it: times in days after the start.
struct Surge: Sendable {
  let shape: SurgeParameters.Shape
  let from: Double
  let until: Double
  let ratio: Double
  let decayPerDay: Double

  init(_ parameters: SurgeParameters, start: CivilDate) {
    shape = parameters.shape
    from = Double(parameters.from.dayNumber - start.dayNumber)
    until = Double(parameters.until.dayNumber - start.dayNumber) + 1
    ratio = parameters.ratio
    decayPerDay = 0.693_147_180_559_945_3 / parameters.halfLifeDays
  }

  /// The multiplier of the referral rate on that day.
  func multiplier(day: Double) -> Double {
    guard day >= from else { return 1 }
    switch shape {
    case .none: return 1
    case .step: return day < until ? ratio : 1
    case .pulse: return 1 + (ratio - 1) * exponential(-decayPerDay * (day - from))
    case .ramp: return 1 + (ratio - 1) * min(1, (day - from) / (until - from))
    }
  }

  /// The largest multiplier at any time.
  var ceiling: Double { max(1, ratio) }
}
