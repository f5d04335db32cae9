public import Dates
public import Parameters

/// How many children come to the service, when, and at what age.
public struct DemandParameters: ParameterGroup {
  public var referralsPerYear = 0.0
  public var repeatShare = 0.0
  public var contactsPerReferral = 1.0
  public var growthPerYear = 0.0
  public var yearIndex: [Double] = []
  public var population = 75_000.0
  public var populationByYear: [Double] = []
  public var monthProfile: [Double] = []
  public var weekdayProfile: [Double] = []
  public var monthlyNoiseCv = 0.0
  public var siblings: [Double] = [1]
  public var siblingsShareDecisions = 0.0
  public var siblingsShareWorker = 0.0
  public var ages = Keyed<AgeBand, Double>(repeating: 0.2)
  public var entry: Keyed<Stage, Double> = {
    var entry = Keyed<Stage, Double>(repeating: 0)
    entry[.frontDoor] = 1
    return entry
  }()
  public var wave = WaveParameters()
  public var surges = Keyed<SurgeSlot, SurgeParameters>(repeating: SurgeParameters())
  public var direct = Keyed<DirectEntry, DirectEntryParameters>(DirectEntryParameters.usual)
  public var replay = ReplayParameters()

  public init() {}

  private static let off = Source.modelChoice
  public static let table: [Parameter<DemandParameters>] =
    [
      Parameter(
        "referralsPerYear", \.referralsPerYear, Unit("children per year"), 0...1_000_000, off,
        "Children referred in a year, as published: a child referred twice counts twice."),
      Parameter(
        "repeatShare", \.repeatShare, .share, 0...0.95, off,
        "Share of published referrals that are re-referrals, which the model produces itself and so does not draw as new."
      ),
      Parameter(
        "contactsPerReferral", \.contactsPerReferral, .ratio, 1...50, off,
        "Contacts at the front door for each published referral; those that are not referrals cost nothing and change nothing."
      ),
      Parameter(
        "growthPerYear", \.growthPerYear, Unit("per year"), -0.5...0.5, off,
        "Steady compound growth in referrals, on top of population growth."),
      Parameter(
        "yearIndex", \.yearIndex, .ratio, 0...20, .anyLength, off,
        "Referral index for each financial year from the start; the last figure applies afterwards; empty means 1."
      ),
      Parameter(
        "population", \.population, .children, 1...20_000_000, off, "Children aged 0-17 at the start."
      ).usually(300...13_000_000),
      Parameter(
        "populationByYear", \.populationByYear, .children, 1...20_000_000, .anyLength, off,
        "Children aged 0-17 in the middle of each financial year from the start; the last figure applies afterwards; empty means constant."
      ).usually(300...13_000_000),
      Parameter(
        "monthProfile", \.monthProfile, .ratio, 0...20, .weights(12), off,
        "Relative referral rate in each month, from April: twelve figures, scaled to a mean of 1; empty means even."
      ),
      Parameter(
        "weekdayProfile", \.weekdayProfile, .ratio, 0...20, .weights(7), off,
        "Relative referral rate on each day of the week, from Monday: seven figures, scaled to a mean of 1; empty means even."
      ),
      Parameter(
        "monthlyNoiseCv", \.monthlyNoiseCv, .ratio, 0...3, off,
        "Coefficient of variation of a gamma multiplier drawn for each month, on top of Poisson variation."),
      Parameter(
        "siblings", \.siblings, .share, 0...1, .shares(1...16), off,
        "Shares of referred families with 1, 2, 3 … children; they sum to 1."),
      Parameter(
        "siblingsShareDecisions", \.siblingsShareDecisions, .share, 0...1, off,
        "Chance that a stage of a child's goes by the same draws as that of the first of its siblings: the same exit, length and emergency at the same age; each child's own chances stay the same."
      ),
      Parameter(
        "siblingsShareWorker", \.siblingsShareWorker, .share, 0...1, off,
        "Chance that a child is given to the worker in the team who has one of its siblings, if there is room, rather than to the least loaded."
      ),
    ]
    + Keyed<AgeBand, Double>.table(.share, 0...1, off, "Share of referred children, by age")
    .lifted(to: \.ages, under: "ages")
    + Keyed<Stage, Double>.table(.share, 0...1, off, "Share of referrals that enter at this stage")
    .lifted(to: \.entry, under: "entry") + WaveParameters.table.lifted(to: \.wave, under: "wave")
    + Keyed<SurgeSlot, SurgeParameters>.table { "\($0.spoken) surge" }
    .lifted(to: \.surges, under: "surges")
    + Keyed<DirectEntry, DirectEntryParameters>.table(about: \.title).lifted(to: \.direct, under: "")
    + ReplayParameters.table.lifted(to: \.replay, under: "replay")

  /// Referrals of the first year over `referralsPerYear`: what its index and its population make of them.
  /// Populations that contradict each other are told by themselves, and count for nothing here.
  var firstYearRatio: Double {
    let people = (populationByYear.first ?? population) / population
    return (yearIndex.first ?? 1) * (Self.mostMismatch.contains(people) ? people : 1)
  }

  /// The first year's population over that at the start, where both can be of one council.
  static let mostMismatch = 0.1...10.0

  func contradictions() -> [Contradiction] {
    var found =
      sumsToOne(ages.elements, "demand.ages", "the age shares")
      + sumsToOne(entry.elements, "demand.entry", "the entry shares")
    if entry[.closed] > 0 {
      found.append(
        Contradiction(.error, ["demand.entry.closed"], code: "entry", "a referral cannot enter as closed"))
    }
    for entry in DirectEntry.allCases { found += direct[entry].stay.contradictions(of: entry) }
    for slot in SurgeSlot.allCases {
      found += surges[slot].contradictions(at: "demand.surges.\(slot.name)")
    }
    return found
  }
}

/// A smooth wave of demand around its mean.
public struct WaveParameters: ParameterGroup {
  public var amplitude = 0.0
  public var periodDays = 365.25

  public init() {}

  public static let table: [Parameter<WaveParameters>] = [
    Parameter(
      "amplitude", \.amplitude, .ratio, 0...1, .modelChoice,
      "Amplitude of a sine wave in the referral rate, relative to its mean; the wave starts at 0 and rises."),
    Parameter("periodDays", \.periodDays, .days, 1...36_525, .modelChoice, "Length of one cycle."),
  ]
}

/// A way into care that begins with the referral itself.
public enum DirectEntry: UInt8, ParameterKey {
  case unaccompanied, remand, transfersIn

  var title: String {
    switch self {
    case .unaccompanied: "Unaccompanied asylum-seeking children"
    case .remand: "Children remanded to care"
    case .transfersIn: "Looked-after children transferred in"
    }
  }
}

/// Children who are looked after from the day of their referral.
public struct DirectEntryParameters: ParameterGroup {
  public var perYear = 0.0
  public var from = CivilDate(1900, 1, 1)
  public var ages = [0.0, 0, 0, 0, 1]
  public var stay = StayParameters()

  public init() {}

  public static let table: [Parameter<DirectEntryParameters>] =
    [
      Parameter("perYear", \.perYear, Unit("children per year"), 0...100_000, .modelChoice, "Mean arrivals."),
      Parameter("from", \.from, .modelChoice, "First day on which they may arrive."),
      Parameter(
        "ages", \.ages, .share, 0...1, .shares(AgeBand.allCases.count), .modelChoice,
        "Shares aged under 1, 1-4, 5-9, 10-15 and 16-17; they sum to 1."),
    ] + StayParameters.table.lifted(to: \.stay, under: "stay", about: "Stays in care")
}

/// Exact arrivals instead of random ones, to follow a worked example by hand.
public struct ReplayParameters: ParameterGroup {
  public var arrivalDays: [Double] = []
  public var durationDays: [Double] = []

  public init() {}

  public static let table: [Parameter<ReplayParameters>] = [
    Parameter(
      "arrivalDays", \.arrivalDays, .days, 0...1e6, .anyLength.sorted, .modelChoice,
      "Exact referral times of one child each, in days after the start and in order; empty means random arrivals."
    ),
    Parameter(
      "durationDays", \.durationDays, .days, 0...1e6, .anyLength.reaching("arrivalDays"), .modelChoice,
      "Exact length of each replayed child's first stage."),
  ]
}

/// One finding when shares do not sum to 1.
func sumsToOne(_ shares: [Double], _ path: String, _ subject: String) -> [Contradiction] {
  let sum = shares.reduce(0, +)
  guard abs(sum - 1) > 1e-6 else { return [] }
  return [
    Contradiction(
      .error, [path], code: "sum-not-one", "\(subject) sum to \(rounded(sum)), not to 1",
      help: "change one of them by \(rounded(1 - sum))")
  ]
}

/// Six decimals at most, for messages.
func rounded(_ value: Double) -> String {
  let scaled = (value * 1e6).rounded() / 1e6
  return scaled == scaled.rounded() && abs(scaled) < 1e15 ? String(Int(scaled)) : "\(scaled)"
}
