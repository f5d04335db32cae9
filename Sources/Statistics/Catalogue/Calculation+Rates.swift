/// The published workforce rates of the catalogue.
extension Calculation {
  static let dfeCounts = [
    "inpost_fte", "inpost_headcount", "leavers_fte", "leavers_headcount", "agency_fte", "agency_headcount",
    "agency_cover_fte", "vacancy_fte", "case_holders_fte", "cases", "working_days_lost_fte",
  ]

  static func dfeRates(_ inputs: CalculationInputs) throws(CalculationError) -> [String: CalculationValue] {
    for name in dfeCounts { try Check.notNegative(name, try inputs.number(name)) }
    for name in ["inpost_fte", "inpost_headcount", "agency_fte", "vacancy_fte", "case_holders_fte"] {
      try Check.positive(name, try inputs.number(name))
    }
    var counts = WorkforceRates.Counts()
    counts.inPostFTE = try inputs.number("inpost_fte")
    counts.inPostHeadcount = try inputs.number("inpost_headcount")
    counts.leaversFTE = try inputs.number("leavers_fte")
    counts.leaversHeadcount = try inputs.number("leavers_headcount")
    counts.agencyFTE = try inputs.number("agency_fte")
    counts.agencyHeadcount = try inputs.number("agency_headcount")
    counts.agencyCoverFTE = try inputs.number("agency_cover_fte")
    counts.vacancyFTE = try inputs.number("vacancy_fte")
    counts.caseHoldersFTE = try inputs.number("case_holders_fte")
    counts.cases = try inputs.number("cases")
    counts.workingDaysLostFTE = try inputs.number("working_days_lost_fte")
    let rates = WorkforceRates(counts)
    return [
      "turnover_rate_fte": rates.turnoverFTE, "turnover_rate_headcount": rates.turnoverHeadcount,
      "agency_rate_fte": rates.agencyFTE, "agency_rate_headcount": rates.agencyHeadcount,
      "agency_cover_rate_fte": rates.agencyCoverFTE, "vacancy_rate_fte": rates.vacancyFTE,
      "vacancy_agency_cover_rate_fte": rates.vacancyAgencyCoverFTE, "caseload_fte": rates.caseloadFTE,
      "absence_rate_fte": rates.absenceFTE,
    ].mapValues { .number(WorkforceRates.published($0)) }
  }
}
