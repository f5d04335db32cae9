/// The rates that the Department for Education publishes from a year's counts of its children's social work workforce
/// (Children's social work workforce, methodology), as percentages; the caseload is a number of cases.
public struct WorkforceRates: Sendable, Hashable {
  /// The counts, at 30 September or over the year to it. FTE is full-time equivalent.
  public struct Counts: Sendable, Hashable {
    /// Employed social workers in post at the end.
    public var inPostFTE = 0.0, inPostHeadcount = 0.0
    /// Employed social workers who left over the year.
    public var leaversFTE = 0.0, leaversHeadcount = 0.0
    /// Agency social workers at the end.
    public var agencyFTE = 0.0, agencyHeadcount = 0.0
    /// Agency social workers at the end who cover a vacancy.
    public var agencyCoverFTE = 0.0
    /// Vacancies at the end, whether or not agency workers cover them.
    public var vacancyFTE = 0.0
    /// Social workers, agency among them, who hold one case or more at the end.
    public var caseHoldersFTE = 0.0
    /// Cases held at the end.
    public var cases = 0.0
    /// Working days lost to sickness over the year.
    public var workingDaysLostFTE = 0.0

    /// All counts zero.
    public init() {}
  }

  /// Working days in a year, as the Department takes them.
  public static let workingDaysPerYear = 253.0

  /// Leavers in the year over those in post at its end: a ratio as published, not the hazard of leaving.
  public let turnoverFTE: Double, turnoverHeadcount: Double
  /// Agency over agency and in post.
  public let agencyFTE: Double, agencyHeadcount: Double
  /// Agency workers who cover a vacancy over all agency workers.
  public let agencyCoverFTE: Double
  /// Vacancies over vacancies and in post.
  public let vacancyFTE: Double
  /// Agency workers who cover a vacancy over vacancies.
  public let vacancyAgencyCoverFTE: Double
  /// Cases for each FTE who holds one or more.
  public let caseloadFTE: Double
  /// Working days lost over FTE in post times the working days of a year.
  public let absenceFTE: Double

  /// Rates from counts, unrounded; a rate whose denominator is zero is not a number.
  public init(_ counts: Counts) {
    func percent(_ part: Double, of whole: Double) -> Double { whole > 0 ? 100 * part / whole : .nan }
    turnoverFTE = percent(counts.leaversFTE, of: counts.inPostFTE)
    turnoverHeadcount = percent(counts.leaversHeadcount, of: counts.inPostHeadcount)
    agencyFTE = percent(counts.agencyFTE, of: counts.agencyFTE + counts.inPostFTE)
    agencyHeadcount = percent(counts.agencyHeadcount, of: counts.agencyHeadcount + counts.inPostHeadcount)
    agencyCoverFTE = percent(counts.agencyCoverFTE, of: counts.agencyFTE)
    vacancyFTE = percent(counts.vacancyFTE, of: counts.vacancyFTE + counts.inPostFTE)
    vacancyAgencyCoverFTE = percent(counts.agencyCoverFTE, of: counts.vacancyFTE)
    caseloadFTE = counts.caseHoldersFTE > 0 ? counts.cases / counts.caseHoldersFTE : .nan
    absenceFTE = percent(counts.workingDaysLostFTE, of: counts.inPostFTE * Self.workingDaysPerYear)
  }

  /// A rate to one decimal place, halves away from zero, as the Department prints it. Its own rates come from
  /// unrounded counts, so a rate from printed counts may differ in the last place.
  public static func published(_ rate: Double) -> Double { (rate * 10).rounded() / 10 }
}
