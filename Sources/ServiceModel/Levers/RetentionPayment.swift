import Dates
public import Parameters

/// A yearly payment to those who hold cases and have served for some time, which ties them in for a while.
public struct RetentionPayment: DatedLever {
  public static let title = "Retention payment"
  public var dates = LeverDates()
  public var pounds = 0.0
  public var leastYears = 2.0
  public var tieInMonths = 12
  public var leavingHazardRatio = 1.0
  public var repaidShare = 0.0

  public init() {}

  public static let own: [Parameter<RetentionPayment>] = [
    Parameter(
      "pounds", \.pounds, .pounds, 0...1_000_000, .modelChoice,
      "Payment per FTE on the first day and on each anniversary of it, at the first year's level of pay and before on-costs."
    ).usually(100...20_000),
    Parameter(
      "leastYears", \.leastYears, .years, 0...40, .modelChoice,
      "Length of service from which the payment is made."),
    Parameter(
      "tieInMonths", \.tieInMonths, .months, 0...120, .modelChoice,
      "Time for which the payment ties the worker in."),
    Parameter(
      "leavingHazardRatio", \.leavingHazardRatio, .ratio, 0...10, .modelChoice,
      "Hazard of leaving of a tied-in worker, relative to others."
    ).usually(0.3...1),
    Parameter(
      "repaidShare", \.repaidShare, .share, 0...1, .modelChoice,
      "Share of the last payment that a tied-in worker repays on leaving."),
  ]

  public var doesMore: Bool { pounds > 0 || leavingHazardRatio != 1 }

  /// The days of payment, days after the start.
  func days(_ calendar: ModelCalendar) -> [Double] {
    guard doesMore else { return [] }
    let (year, month, day) = dates.from.civil
    return (0..<400).map { CivilDate(year + $0, month, min(day, month == 2 ? 28 : day)) }
      .filter { $0 <= dates.until }
      .map { Double($0.dayNumber - calendar.start.dayNumber) }
      .filter { $0 >= 0 && $0 < calendar.end.days }
  }
}

extension RetentionPayment: NeedyLever {
  func needs(in service: ServiceParameters) -> [(name: String, idleness: Idleness)] {
    if service.postsThatHoldCases == 0 {
      return [("pounds", Idleness("there is no post whose holder could be paid", ["workforce.teams"]))]
    }
    if leastYears >= 40 {
      let path = "levers.retentionPayment.leastYears"
      return [("leastYears", Idleness("nobody has served for \(rounded(leastYears)) years", [path]))]
    }
    if leavingHazardRatio != 1, tieInMonths == 0 {
      let path = "levers.retentionPayment.tieInMonths"
      return [("leavingHazardRatio", Idleness("the payment ties nobody in", [path]))]
    }
    if leavingHazardRatio == 1 {
      let path = "levers.retentionPayment.leavingHazardRatio"
      return [("pounds", Idleness("nobody stays for it: the hazard of leaving is the same", [path]))]
    }
    return service.idleness(of: .leavingHazard).map { [("leavingHazardRatio", $0)] } ?? []
  }
}
