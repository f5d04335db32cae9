/// The survival curve and the laws of the catalogue.
extension Calculation {
  static func kaplanMeier(_ inputs: CalculationInputs) throws(CalculationError) -> [String: CalculationValue]
  {
    var spells: [KaplanMeier.Spell] = []
    for (name, ended) in [("events", true), ("censored", false)] {
      for time in try inputs.list(name) {
        try Check.notNegative(name, time)
        spells.append(KaplanMeier.Spell(exit: time, ended: ended))
      }
    }
    let curve = KaplanMeier(spells)
    guard let rate = curve.exponentialRate else {
      throw .wrongShape(input: "events", wanted: "some time above zero")
    }
    return [
      "t": .list(curve.steps.map(\.time)), "S": .list(curve.steps.map(\.survival)),
      "se": .list(curve.steps.map(\.standardError)), "exposure": .number(curve.exposure),
      "exp_rate": .number(rate),
    ]
  }

  static func lognormalQuantiles(
    _ inputs: CalculationInputs
  ) throws(CalculationError) -> [String: CalculationValue] {
    let law = try ParameterConversion.lognormal(
      mean: try inputs.number("mean"), variation: try inputs.number("cv"))
    return [
      "P50": .number(law.quantile(0.5)), "P80": .number(law.quantile(0.8)), "P90": .number(law.quantile(0.9)),
      "P95": .number(law.quantile(0.95)), "ES95": .number(law.expectedShortfall(0.95)),
      "P_gt_15": .number(law.survival(15)),
    ]
  }

  static func lawParameters(
    _ inputs: CalculationInputs
  ) throws(CalculationError) -> [String: CalculationValue] {
    let stated = try inputs.list("lognormal", count: 2)
    let lognormal = try ParameterConversion.lognormal(mean: stated[0], variation: stated[1])
    let corners = try inputs.list("triangular", count: 3)
    let triangular = try ParameterConversion.triangular(low: corners[0], mode: corners[1], high: corners[2])
    let points = try inputs.list("pert", count: 3)
    let pert = try ParameterConversion.pert(low: points[0], mode: points[1], high: points[2])
    let weibull = try inputs.record("weibull")
    let shape = try weibull.number("shape")
    let scale = try ParameterConversion.weibullScale(shape: shape, mean: try weibull.number("mean"))
    return [
      "ln_mu_sigma": .list([lognormal.logMean, lognormal.logDeviation]),
      "ln_median": .number(lognormal.median),
      "tri_mean_var": .list([triangular.mean, triangular.variance]), "pert_mean": .number(pert.mean),
      "weibull_scale": .number(scale),
      "weibull_S1": .number(ParameterConversion.weibullSurvival(1, shape: shape, scale: scale)),
    ]
  }
}
