/// The workforce formulas of the catalogue.
extension Calculation {
  static func machineRepair(
    _ inputs: CalculationInputs
  ) throws(CalculationError) -> [String: CalculationValue] {
    let system = try FiniteSourceRepair(
      units: try inputs.count("N"), failureRate: try inputs.number("w"), repairRate: try inputs.number("mu"),
      repairers: try inputs.count("R"))
    return [
      "mean_vacancies": .number(system.meanDown), "vacancy_rate": .number(system.downShare),
      "sd": .number(system.standardDeviation),
      "P_vac_ge_10pct": .number(system.probabilityDown(atLeastShare: 0.1)),
      "waiting_for_recruiter": .number(system.meanWaiting),
      "recruits_per_year": .number(system.repairsPerTime),
    ]
  }

  static func repairBuildUp(
    _ inputs: CalculationInputs
  ) throws(CalculationError) -> [String: CalculationValue] {
    let failure = try inputs.number("w")
    let repair = try inputs.number("mu")
    try Check.positive("w", failure)
    try Check.positive("mu", repair)
    let shares = try inputs.list("t").map {
      FiniteSourceRepair.downProbability(at: $0, failureRate: failure, repairRate: repair)
    }
    return ["vacancy_prob": .list(shares)]
  }

  static func structuralVacancy(
    _ inputs: CalculationInputs
  ) throws(CalculationError) -> [String: CalculationValue] {
    var shares: [Double] = []
    var weeksForFive: [String: CalculationValue] = [:]
    for (turnover, weeks) in try inputs.pairs("pairs_turnover_weeks") {
      shares.append(
        try StructuralVacancy.share(turnover: turnover, lagYears: weeks / StructuralVacancy.weeksPerYear))
      let years = try StructuralVacancy.lagYears(share: 0.05, turnover: turnover)
      weeksForFive[turnoverName(turnover)] = .number(years * StructuralVacancy.weeksPerYear)
    }
    return ["vacancy": .list(shares), "weeks_for_5pct": .record(weeksForFive)]
  }

  /// `t0_20` for 0.2: at least two decimals, and no point.
  private static func turnoverName(_ turnover: Double) -> String {
    let digits = String(turnover).split(separator: ".", omittingEmptySubsequences: false)
    guard digits.count == 2 else { return "t\(turnover)" }
    return "t\(digits[0])_\(digits[1])\(digits[1].count < 2 ? "0" : "")"
  }

  private static func mixture(_ inputs: CalculationInputs) throws(CalculationError) -> MixedExponential {
    try MixedExponential(
      firstShare: try inputs.number("p"), firstHazard: try inputs.number("a"),
      secondHazard: try inputs.number("b"))
  }

  static func mixedExponential(
    _ inputs: CalculationInputs
  ) throws(CalculationError) -> [String: CalculationValue] {
    let law = try mixture(inputs)
    return [
      "survival": .list(try inputs.list("t").map { law.survival($0) }), "mean": .number(law.mean),
      "median": .number(law.median), "hazard_at_0_1_5": .list([0, 1, 5].map { law.hazard($0) }),
    ]
  }

  /// Without `years`, those of the first ten that show the fall: 1 to 5, and 10.
  private static let usualYears = [1.0, 2, 3, 4, 5, 10]

  static func renewal(_ inputs: CalculationInputs) throws(CalculationError) -> [String: CalculationValue] {
    let law = try mixture(inputs)
    let posts = try inputs.number("N")
    var byYear: [String: CalculationValue] = [:]
    for number in try inputs.list("years", default: usualYears) {
      let year = try CalculationInputs.whole("years", number)
      try Check.count("years", year, from: 1)
      let inYear = law.renewals(to: Double(year)) - law.renewals(to: Double(year - 1))
      byYear["\(year)"] = .number(posts * inYear)
    }
    return ["recruits_by_year": .record(byYear), "limit": .number(posts / law.mean)]
  }

  static func gradeStocks(_ inputs: CalculationInputs) throws(CalculationError) -> [String: CalculationValue]
  {
    let joiners = try inputs.number("R")
    let model = try GradeStocks(
      transitions: try inputs.table("P"), intake: try inputs.list("r").map { joiners * $0 })
    let initial = try inputs.list("n0")
    var stocks: [String: CalculationValue] = [:]
    for number in try inputs.list("years", default: usualYears) {
      let year = try CalculationInputs.whole("years", number)
      stocks["\(year)"] = .list(try model.stocks(after: year, from: initial))
    }
    let steady = try model.fixedPoint()
    return [
      "stocks": .record(stocks), "steady_state": .list(steady), "total_ss": .number(steady.reduce(0, +)),
      "fundamental_matrix": .table(try model.fundamentalMatrix()),
    ]
  }

  static func tenureBands(_ inputs: CalculationInputs) throws(CalculationError) -> [String: CalculationValue]
  {
    let law = try BandedHazard(bounds: try inputs.list("bounds"), hazards: try inputs.list("hazards"))
    let mean = law.mean
    var answers: [String: CalculationValue] = [
      "mean": .number(mean), "share_in_band": .list(law.timeInBands.map { $0 / mean }),
      "survival_at_bounds": .list(law.bounds.map { law.survival($0) }),
    ]
    if inputs.has("t") {
      let times = try inputs.list("t")
      for time in times { try Check.notNegative("t", time) }
      answers["survival"] = .list(times.map { law.survival($0) })
    }
    if inputs.has("N") {
      try Check.notNegative("N", try inputs.number("N"))
      answers["recruits_per_year"] = .number(try inputs.number("N") / mean)
    }
    return answers
  }

  static func cohortStock(_ inputs: CalculationInputs) throws(CalculationError) -> [String: CalculationValue]
  {
    let stocks = try CohortStock.stocks(intake: try inputs.number("y"), present: try inputs.list("s"))
    return ["stock_year_0_to_\(max(0, stocks.count - 1))": .list(stocks)]
  }
}
