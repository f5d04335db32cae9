@testable import Statistics

/// Outside answers for the stock calculations, each with its public source.
extension OutsideCase {
  static let stocks: [OutsideCase] = [
    i01,
    i02,
    i04,
    i06,
    m01,
    d07,
    d08,
  ]

  // Source: m(t)=lam*int_0^t P(S>u)du; Eick, Massey & Whitt (1993) Opns Res 41(4):731. The last printed
  // digit of the lognormal column comes from quadrature
  private static let i01 = OutsideCase(
    "I01", "mginf-from-empty", tolerance: 1e-5,
    inputs: ["lam_per_month": 50, "mean_los_months": 6, "t": .list([1, 3, 6, 12, 24, 36])],
    expected: [
      "mean": .record([
        "exp": .list([46.055483, 118.040802, 189.636168, 259.399415, 294.505308, 299.256374]),
        "det": .list([50.0, 150.0, 300.0, 300.0, 300.0, 300.0]),
        "lnorm_cv1.2": .list([48.818208, 124.647119, 191.029166, 249.294237, 283.507016, 292.909243]),
        "gamma_shape2": .list([49.214041, 134.454251, 218.79883, 283.515925, 299.496806, 299.987097]),
      ]), "distribution": "Poisson (variance = mean)", "steady_state": 300,
    ])

  // Source: Poisson(300): insensitive to G
  private static let i02 = OutsideCase(
    "I02", "mginf-steady",
    inputs: ["lam": 50, "mean": 6, "dists": .texts(["exp", "det", "lnorm_cv1.2", "gamma_shape2"])],
    expected: ["mean": 300, "variance": 300, "P10": 278, "P90": 322])

  // Source: Eick-Massey-Whitt; caseload peaks 2.41 months after referrals
  private static let i04 = OutsideCase(
    "I04", "mginf-seasonal",
    inputs: ["lam0": 50, "amplitude": 0.3, "period_months": 12, "mean": 6],
    expected: [
      "formula": "lam0/mu + lam0*b*(mu sin wt - w cos wt)/(mu^2+w^2)", "mean": 300, "amplitude": 27.298302,
      "lag_months": 2.41144, "peak_caseload": 327.298302, "peak_time": 5.41144, "peak_referral_time": 3,
    ])

  // Source: Covariance of M/G/inf: Cov(N(t),N(t+u))=lam int_u^inf P(S>v)dv
  private static let i06 = OutsideCase(
    "I06", "mginf-integral",
    inputs: ["lam_per_month": 10, "mean_los_months": 18, "cost_per_month_k": 4.0, "T_months": 12],
    expected: [
      "mean_k": 8640.0, "sd_k_exp": 579.723696, "sd_k_det": 567.943659,
      "formula_exp": "var=2c^2(lam/mu)(T/mu-(1-e^{-mu T})/mu^2)",
    ])

  // Source: dn/dt=R-wn; DfE turnover = leavers/year-end stock, so it is NOT w
  private static let m01 = OutsideCase(
    "M01", "constant-inflow",
    inputs: ["n0": 100, "recruits_per_year": 12, "wastage": 0.16, "t": .list([0.5, 1, 2, 3, 5, 10])],
    expected: [
      "mean_headcount": .list([98.077909, 96.303595, 93.153726, 90.469585, 86.233224, 80.047413]),
      "leavers_year1": 15.696405, "dfe_turnover_year1": 0.162989,
    ])

  private static let drift: [String: CalculationValue] = [
    "sd": 0.19, "persistence": 0.7, "opening": 0.1, "trend": 0.03, "national_sd": 0.05,
    "months": .list([12, 24, 60]),
  ]

  // Source: exp(normal) at 40 midpoints a month, from the covariance matrix of the yearly values, by matrices
  private static let d07 = OutsideCase(
    "D07", "drifting-multiplier", tolerance: 1e-7, inputs: drift,
    expected: [
      "mean": .list([1.124947908875, 1.146571166407, 1.228172240787]),
      "sd": .list([0.213706536650, 0.275874404294, 0.352861035491]),
    ])

  // Source: the same, and the law of total variance
  private static let d08 = OutsideCase(
    "D08", "drifting-stock", tolerance: 1e-3,
    inputs: drift.merging(["lam_per_year": 600, "mu_per_year": 2, "n0": 300]) { $1 },
    expected: [
      "mean": .list([330.057677992, 339.651446887, 363.361821845]),
      "variance": .list([1735.756892388, 4622.732982774, 9348.430203761]),
    ])
}
