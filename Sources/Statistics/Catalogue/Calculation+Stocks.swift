/// The stocks of the catalogue: populations without limit, and a stock with steady joiners.
extension Calculation {
  private static let usualLaws = ["exp", "det", "lnorm_cv1.2", "gamma_shape2"]

  /// A law from its short name: `exp`, `det`, `lnorm_cv` with a coefficient of variation, `gamma_shape` with a shape.
  private static func law(_ name: String, mean: Double) throws(CalculationError) -> DurationLaw {
    if name == "exp" { return .exponential(mean: mean) }
    if name == "det" { return .fixed(mean) }
    if name.hasPrefix("lnorm_cv"), let variation = Double(name.dropFirst(8)) {
      return .lognormal(mean: mean, variation: variation)
    }
    if name.hasPrefix("gamma_shape"), let shape = Double(name.dropFirst(11)) {
      return .gamma(mean: mean, shape: shape)
    }
    throw .wrongShape(
      input: "dists", wanted: "names like \(usualLaws.joined(separator: ", ")), not '\(name)'")
  }

  static func populationFromEmpty(
    _ inputs: CalculationInputs
  ) throws(CalculationError) -> [String: CalculationValue] {
    let arrivals = try inputs.number("lam_per_month")
    let mean = try inputs.number("mean_los_months")
    let times = try inputs.list("t")
    for time in times { try Check.notNegative("t", time) }
    var means: [String: CalculationValue] = [:]
    for name in try inputs.texts("dists", default: usualLaws) {
      let population = try InfiniteServers(arrivalRate: arrivals, duration: try law(name, mean: mean))
      means[name] = .list(times.map { population.meanFromEmpty(at: $0) })
    }
    return [
      "mean": .record(means), "distribution": "Poisson (variance = mean)",
      "steady_state": .number(arrivals * mean),
    ]
  }

  static func steadyPopulation(
    _ inputs: CalculationInputs
  ) throws(CalculationError) -> [String: CalculationValue] {
    let mean = try inputs.number("mean")
    for name in try inputs.texts("dists", default: []) { try law(name, mean: mean).validate() }
    let population = try InfiniteServers(
      arrivalRate: try inputs.number("lam"), duration: .exponential(mean: mean))
    return [
      "mean": .number(population.steadyMean), "variance": .number(population.steadyMean),
      "P10": .number(Double(population.steadyQuantile(0.1))),
      "P90": .number(Double(population.steadyQuantile(0.9))),
    ]
  }

  static func seasonalPopulation(
    _ inputs: CalculationInputs
  ) throws(CalculationError) -> [String: CalculationValue] {
    let population = try SeasonalInfiniteServers(
      arrivalRate: try inputs.number("lam0"), relativeAmplitude: try inputs.number("amplitude"),
      period: try inputs.number("period_months"), meanStay: try inputs.number("mean"))
    return [
      "formula": "lam0/mu + lam0*b*(mu sin wt - w cos wt)/(mu^2+w^2)", "mean": .number(population.mean),
      "amplitude": .number(population.amplitude), "lag_months": .number(population.lag),
      "peak_caseload": .number(population.mean + population.amplitude),
      "peak_time": .number(population.peakTime), "peak_referral_time": .number(population.arrivalPeakTime),
    ]
  }

  static func populationIntegral(
    _ inputs: CalculationInputs
  ) throws(CalculationError) -> [String: CalculationValue] {
    let arrivals = try inputs.number("lam_per_month")
    let mean = try inputs.number("mean_los_months")
    let cost = try inputs.number("cost_per_month_k")
    let span = try inputs.number("T_months")
    let memoryless = try InfiniteServers(arrivalRate: arrivals, duration: .exponential(mean: mean))
      .integral(over: span)
    let fixed = try InfiniteServers(arrivalRate: arrivals, duration: .fixed(mean)).integral(over: span)
    return [
      "mean_k": .number(cost * memoryless.mean),
      "sd_k_exp": .number(abs(cost) * memoryless.standardDeviation),
      "sd_k_det": .number(abs(cost) * fixed.standardDeviation),
      "formula_exp": "var=2c^2(lam/mu)(T/mu-(1-e^{-mu T})/mu^2)",
    ]
  }

  static func constantInflow(
    _ inputs: CalculationInputs
  ) throws(CalculationError) -> [String: CalculationValue] {
    let stock = try ConstantInflowStock(
      initial: try inputs.number("n0"), inflow: try inputs.number("recruits_per_year"),
      hazard: try inputs.number("wastage"))
    let leavers = stock.leavers(from: 0, to: 1)
    return [
      "mean_headcount": .list(try inputs.list("t").map { stock.mean(at: $0) }),
      "leavers_year1": .number(leavers), "dfe_turnover_year1": .number(leavers / stock.mean(at: 1)),
    ]
  }

  private static func multiplier(
    _ inputs: CalculationInputs
  ) throws(CalculationError) -> DriftingMultiplier {
    try DriftingMultiplier(
      sd: try inputs.number("sd"), persistence: try inputs.number("persistence"),
      opening: try inputs.number("opening"), trend: try inputs.number("trend"),
      nationalSd: try inputs.number("national_sd"))
  }

  private static func months(_ inputs: CalculationInputs) throws(CalculationError) -> [Int] {
    var months: [Int] = []
    for month in try inputs.list("months") { months.append(try CalculationInputs.whole("months", month)) }
    return months
  }

  static func driftingMultiplier(
    _ inputs: CalculationInputs
  ) throws(CalculationError) -> [String: CalculationValue] {
    let multiplier = try multiplier(inputs)
    let months = try months(inputs)
    return [
      "mean": .list(months.map { multiplier.mean(month: $0 - 1) }),
      "sd": .list(months.map { multiplier.covariance(months: $0 - 1, $0 - 1).squareRoot() }),
    ]
  }

  static func driftingStock(
    _ inputs: CalculationInputs
  ) throws(CalculationError) -> [String: CalculationValue] {
    let stock = try DriftingStock(
      arrivalsPerYear: try inputs.number("lam_per_year"), hazardPerYear: try inputs.number("mu_per_year"),
      initial: try inputs.count("n0"), multiplier: try multiplier(inputs))
    let months = try months(inputs)
    return [
      "mean": .list(months.map { stock.mean(months: $0) }),
      "variance": .list(months.map { stock.variance(months: $0) }),
    ]
  }
}
