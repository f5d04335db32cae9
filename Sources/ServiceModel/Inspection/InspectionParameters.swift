public import Dates
public import Parameters

/// What an inspection finds.
public enum Judgement: String, BitwiseCopyable, CaseIterable, Sendable {
  /// There is no inspection.
  case none
  /// Drawn according to the state of the service on the day.
  case drawn
  case inadequate, requiresImprovement, good
}

/// The inspections that one scenario can hold.
public enum InspectionSlot: UInt8, ParameterKey {
  case first, second, third
}

/// One inspection.
public struct InspectionParameters: ParameterGroup {
  public var date = CivilDate(2015, 7, 1)
  public var judgement = Judgement.none

  public init() {}

  public static let table: [Parameter<InspectionParameters>] = [
    Parameter("date", \.date, .modelChoice, "Day on which the judgement is published."),
    Parameter(
      "judgement", \.judgement, .modelChoice, "Judgement given; none means that there is no inspection."),
  ]
}

/// The effects of an adverse judgement from its day on, which halve in each half-life.
public struct JudgementEffects: ParameterGroup {
  public var leavingHazardRatio = 1.0
  public var applicantsRatio = 1.0
  public var agencyDemandRatio = 1.0
  public var protectionRatio = 1.0
  public var careEntryRatio = 1.0
  public var halfLifeDays = 365.0

  public init() {}

  public static let table: [Parameter<JudgementEffects>] = [
    Parameter(
      "leavingHazardRatio", \.leavingHazardRatio, .ratio, 0...20, .modelChoice,
      "Multiplier for the hazard of leaving."
    ).usually(0.5...3),
    Parameter(
      "applicantsRatio", \.applicantsRatio, .ratio, 0...20, .modelChoice,
      "Multiplier for the number of applicants in each round."),
    Parameter(
      "agencyDemandRatio", \.agencyDemandRatio, .ratio, 0...20, .modelChoice,
      "Multiplier for the chance that an agency is asked."),
    Parameter(
      "protectionRatio", \.protectionRatio, .ratio, 0...20, .modelChoice,
      "Multiplier for the weight of exits to an enquiry, a conference or a protection plan."),
    Parameter(
      "careEntryRatio", \.careEntryRatio, .ratio, 0...20, .modelChoice,
      "Multiplier for the weight of exits to care and the rate of emergency entries."),
    Parameter(
      "halfLifeDays", \.halfLifeDays, .days, 1...36_525, .modelChoice, "Time in which the effects halve."),
  ]

  var effects: [(influence: Influence, ratio: Double)] {
    [
      (.leavingHazard, leavingHazardRatio), (.applicants, applicantsRatio),
      (.agencyDemand, agencyDemandRatio),
      (.protection, protectionRatio), (.careEntry, careEntryRatio),
    ]
  }
}

/// Inspections, what they find and what that does.
public struct InspectionsParameters: ParameterGroup {
  public var slots = Keyed<InspectionSlot, InspectionParameters>(repeating: InspectionParameters())
  public var later = LaterInspectionsParameters()
  public var inadequate = JudgementEffects()
  public var requiresImprovement = JudgementEffects()
  public var inadequateShare = 0.2
  public var goodShare = 0.3
  public var perVacancy = 0.0
  public var perOverload = 0.0
  public var perUndelivered = 0.0

  public init() {}

  public static let table: [Parameter<InspectionsParameters>] =
    Keyed<InspectionSlot, InspectionParameters>.table { "\($0.spoken) inspection" }
    .lifted(to: \.slots, under: "")
    + LaterInspectionsParameters.table.lifted(to: \.later, under: "later")
    + JudgementEffects.table.lifted(
      to: \.inadequate, under: "inadequate", about: "After an inadequate judgement")
    + JudgementEffects.table.lifted(
      to: \.requiresImprovement, under: "requiresImprovement",
      about: "After a requires improvement judgement")
    + [
      Parameter(
        "inadequateShare", \.inadequateShare, .share, 0...1, .modelChoice,
        "Chance that a drawn judgement is inadequate when there are no vacancies and load is at the norm."),
      Parameter(
        "goodShare", \.goodShare, .share, 0...1, .modelChoice,
        "Chance that a drawn judgement is good when there are no vacancies and load is at the norm."),
      Parameter(
        "perVacancy", \.perVacancy, .none, 0...100, .modelChoice,
        "Rise in the log-odds of inadequate, and fall in those of good, for each unit of the vacancy rate."),
      Parameter(
        "perOverload", \.perOverload, .none, 0...100, .modelChoice,
        "Rise in the log-odds of inadequate, and fall in those of good, for each unit of load above the norm of those at work."
      ),
      Parameter(
        "perUndelivered", \.perUndelivered, .none, 0...100, .modelChoice,
        "Rise in the log-odds of inadequate, and fall in those of good, for the undelivered share of the improvement plan."
      ),
    ]
}
