@testable import Statistics

/// Outside answers for functions of known sensitivity, for money, and for queues and stays that others work out.
extension OutsideCase {
  static let sensitivities: [OutsideCase] = [
    g01, g02, g03, g05, g05Steps, g06, f01, oneRate, erlangA, palm, bands, oneBand, sixteen, paired,
  ]

  // Source: analytic; SALib's tests print 0.31, 0.44, 0.00 and 0.55, 0.44, 0.24
  private static let g01 = OutsideCase(
    "G01", "sobol-indices", inputs: ["a": 7, "b": 0.1, "x": "U(-pi,pi)^3"],
    expected: [
      "mean": 3.5, "V": 13.84458794, "S1": .list([0.31390519, 0.44241114, 0]),
      "ST": .list([0.55758886, 0.44241114, 0.24368366]), "S13": 0.24368366,
    ])

  // Source: analytic, as SALib's test functions
  private static let g02 = OutsideCase(
    "G02", "sobol-indices", tolerance: 5.1e-7, inputs: ["a": .list([0, 1, 4.5, 9, 99, 99, 99, 99])],
    expected: [
      "mean": 1, "V": 0.46542443,
      "S1": .list([0.716192, 0.179048, 0.023676, 0.007162, 7.2e-05, 7.2e-05, 7.2e-05, 7.2e-05]),
      "ST": .list([0.787144, 0.242198, 0.034317, 0.010460, 1.05e-04, 1.05e-04, 1.05e-04, 1.05e-04]),
    ])

  // Source: SALib's tests print a total variance of 0.19347
  private static let g03 = OutsideCase(
    "G03", "sobol-indices", inputs: ["a": .list([78, 12, 0.5, 2, 97, 33])],
    expected: [
      "V": 0.19346979, "S1": .list([0.000276, 0.010195, 0.765743, 0.191436, 0.000179, 0.001490]),
      "ST": .list([0.000329, 0.012143, 0.795970, 0.220313, 0.000214, 0.001778]),
    ])

  // Source: closed form (SALib's linear_model_2)
  private static let g05 = OutsideCase(
    "G05", "sobol-indices", inputs: ["coef": .list([5, 4, 3, 2, 1]), "x": "U(0,1)^5"],
    expected: [
      "S1": .list([0.45454545, 0.29090909, 0.16363636, 0.07272727, 0.01818182]), "V": 4.58333333, "mean": 7.5,
    ])

  private static let g05Steps = OutsideCase(
    "G05", "elementary-effects", tolerance: 1e-12,
    inputs: ["coef": .list([5, -4, 3, 2, 1]), "levels": 4, "delta": "2/3"],
    expected: [
      "mu_star": .list([5, 4, 3, 2, 1]), "mu": .list([5, -4, 3, 2, 1]), "sigma_pop": .list([0, 0, 0, 0, 0]),
    ])

  // Source: counted over all grid points; SALib's regression of 10,000 trajectories gives 7.6828, 7.8750, 6.2563
  private static let g06 = OutsideCase(
    "G06", "elementary-effects", inputs: ["levels": 4, "delta": "2/3"],
    expected: [
      "mu_star": .list([7.70405411, 7.875, 6.2487961]), "mu": .list([7.70405411, 0, 0]),
      "sigma_pop": .list([6.2487961, 7.875, 8.8371322]),
    ])

  // Source: the Green Book's rates as the discount rate review's terms of reference restate them (gov.uk, 2025)
  private static let f01 = OutsideCase(
    "F01", "net-present-value",
    inputs: [
      "rates": "3.5% y1-30, 3.0% y31-75, 2.5% after", "npv_of": .list([-250, 40, 85, 95, 100, 100]),
    ],
    expected: [
      "npv": 125.021849,
      "df": .record([
        "0": 1.0, "1": 0.966184, "2": 0.933511, "3": 0.901943, "10": 0.708919, "30": 0.356278,
        "31": 0.345901, "75": 0.094214, "76": 0.091916, "100": 0.050818,
      ]),
    ])

  // Source: 100 a year for two years at 10% is 100/1.1 + 100/1.21
  private static let oneRate = OutsideCase(
    "one rate", "net-present-value",
    inputs: ["rates": 0.1, "npv_of": .list([0, 100, 100]), "years": .list([2])],
    expected: [
      "npv": 173.5537190, "equivalent_annual": 100, "df": .record(["2": 0.8264462810]),
    ])

  // Source: one server, rates of arrival, service and giving up all 1: the number is Poisson with mean 1
  private static let erlangA = OutsideCase(
    "Erlang A", "mmc-abandonment", inputs: ["lam": 1, "mu": 1, "theta": 1, "c": 1],
    expected: [
      "P_wait": 0.6321205588, "P_abandon": 0.3678794412, "Lq": 0.3678794412, "L": 1, "busy": 0.6321205588,
      "Wq": 0.3678794412,
    ])

  // Source: no server at all: everybody gives up, after the whole of their patience
  private static let palm = OutsideCase(
    "nobody serves", "mmc-abandonment", inputs: ["lam": 3, "mu": 1, "theta": 0.5, "c": 0],
    expected: ["P_wait": 1, "P_abandon": 1, "Lq": 6, "L": 6, "busy": 0, "Wq": 2])

  // Source: by hand: one year at 0.2, one at 0.1, then 0.05
  private static let bands = OutsideCase(
    "three bands", "tenure-bands",
    inputs: ["bounds": .list([1, 2]), "hazards": .list([0.2, 0.1, 0.05]), "t": .list([0.5, 4]), "N": 100],
    expected: [
      "survival": .list([0.9048374180, 0.6703200460]),
      "survival_at_bounds": .list([0.8187307531, 0.7408182207]),
      "mean": 16.5018360, "recruits_per_year": 6.0599318,
    ])

  // Source: without bounds the law is exponential
  private static let oneBand = OutsideCase(
    "one band", "tenure-bands", inputs: ["bounds": .list([]), "hazards": .list([0.25])],
    expected: ["mean": 4, "share_in_band": .list([1]), "survival_at_bounds": .list([])])

  // Source: the rule of sixteen: 2 (1.959964 + 0.841621)² = 15.6978 for a difference of one deviation
  private static let sixteen = OutsideCase(
    "rule of sixteen", "two-sample-replications", inputs: ["sd": 1, "difference": 1],
    expected: ["normal": 15.6978, "each": 17])

  // Source: as above, times 1 - 0.9
  private static let paired = OutsideCase(
    "paired", "two-sample-replications", inputs: ["sd": 2, "difference": -0.5, "correlation": 0.9],
    expected: ["normal": 25.1164])
}
