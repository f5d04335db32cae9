@testable import Statistics

/// Outside answers for the sample calculations, each with its public source.
extension OutsideCase {
  static let samples: [OutsideCase] = [
    s01,
    s03,
    s04,
    s05,
    s07,
    s08,
    s15,
    f04,
    f06,
  ]

  // Source: Law ch.9 prints 2.03, 0.31, 2.03+-0.32
  private static let s01 = OutsideCase(
    "S01", "t-interval",
    inputs: ["x": .list([1.53, 1.66, 1.24, 2.34, 2.0, 1.69, 2.69, 2.86, 1.7, 2.6]), "conf": 0.9],
    expected: [
      "mean": 2.031, "var": 0.30909889, "half_width": 0.3222834, "ci": .list([1.7087166, 2.3532834]),
    ])

  // Source: pydesrap_mms tests/exp_results/replications.csv, cut after nine decimals
  private static let s03 = OutsideCase(
    "S03", "replications-table", tolerance: 1e-8,
    inputs: [
      "x": .list([
        9.842379990825465, 10.060423560536304, 9.925089673744292, 9.938503720153147, 10.016611116790997,
        9.883800932020227, 10.040555259165185, 10.086612424440187, 10.202806309000646, 10.093238146039786,
        10.082693576415949, 9.895606898184578, 9.808885513355504, 9.932816012126937, 10.165898811805276,
        9.97527206509048, 9.80931192832356, 9.988073964553942, 9.801716381189982, 9.92338975169577,
      ]), "conf": 0.95,
    ],
    expected: [
      "n3": .list([9.942631075, 0.110075089, 9.669189396, 10.216072754, 0.027501944]),
      "n5": .list([9.956601612, 0.084775074, 9.851339456, 10.061863769, 0.010572097]),
      "n10": .list([10.009002113, 0.110466882, 9.929978867, 10.088025359, 0.007895217]),
      "n20": .list([9.973684302, 0.118184649, 9.918372184, 10.028996419, 0.005545806]),
      "columns": "cum_mean,sd,lower,upper,relative_half_width",
    ])

  // Source: Law ch.10 prints 4.98, [1.65,8.31], 7.99, [2.66,7.30]
  private static let s04 = OutsideCase(
    "S04", "paired-comparison",
    inputs: [
      "A": .list([126.97, 124.31, 126.68, 122.66, 127.23]),
      "B": .list([118.21, 120.22, 122.45, 122.68, 119.4]), "conf": 0.9,
    ],
    expected: [
      "paired_mean": 4.978, "paired_ci": .list([1.64912687, 8.30687313]), "welch_df": 7.99238593,
      "welch_ci": .list([2.66078562, 7.29521438]),
    ])

  // Source: Closed forms; never print '0%' for 0 of 500
  private static let s05 = OutsideCase(
    "S05", "proportion-intervals",
    inputs: ["k_n": .table([[0, 500], [3, 200], [73, 500], [250, 500], [412, 500], [500, 500]])],
    expected: [
      "wilson95": .table([
        [0, 0.00762434], [0.00511424, 0.04316573], [0.11774877, 0.17964927], [0.45634127, 0.54365873],
        [0.78818583, 0.8548736], [0.99237566, 1],
      ]),
      "clopper_pearson95": .table([
        [0, 0.00735061], [0.00310411, 0.04320828], [0.11621898, 0.18003923], [0.45528557, 0.54471443],
        [0.78773243, 0.85638141], [0.99264939, 1],
      ]),
    ])

  // Source: Binomial
  private static let s07 = OutsideCase(
    "S07", "quantile-ranks",
    inputs: ["n_p": .table([[200, 0.9], [1000, 0.8], [500, 0.9], [100, 0.5]])],
    expected: [
      "ranks": .table([[171, 189], [775, 825], [436, 464], [40, 61]]),
      "coverage": .list([0.9668839, 0.95189958, 0.9633953, 0.9647998]),
    ])

  // Source: MSER(d)=sum_{j>d}(Z_j-Zbar)^2/(k-d)^2, White 1997. An unrestricted search picks the
  // last batch (variance 0): must be guarded
  private static let s08 = OutsideCase(
    "S08", "mser5",
    inputs: [
      "A": "x_i=10(1-0.9^i)+0.5(-1)^i, i=1..100", "B": "0 for i<=15 then 1 if i odd else 3, i=1..100",
    ],
    expected: [
      "A": .record([
        "batches": 7, "observations": 35, "mser": 0.0008853, "mean": 9.97307001, "unrestricted_argmin": 19,
      ]), "B": .record(["batches": 3, "observations": 15, "mser": 0.0023447995, "mean": 2.01176471]),
    ])

  // Source: NIST StRD univariate certified values
  private static let s15 = OutsideCase(
    "S15", "tally",
    inputs: [
      "NumAcc1": .list([10_000_001, 10_000_003, 10_000_002]),
      "NumAcc3": "1000000.2 then (1000000.1,1000000.3)x500",
      "NumAcc4": "10000000.2 then (10000000.1,10000000.3)x500",
    ],
    expected: ["mean": .list([10_000_002, 1000000.2, 10000000.2]), "sd": .list([1, 0.1, 0.1])])

  // Source: Closed form
  private static let f04 = OutsideCase(
    "F04", "lognormal-quantiles",
    inputs: ["mean": 12.0, "cv": 0.25],
    expected: [
      "P50": 11.64171, "P80": 14.322316, "P90": 15.96085, "P95": 17.454392, "ES95": 19.43077,
      "P_gt_15": 0.151649,
    ])

  // Source: Closed forms; stops the 'mean given, log-mean used' bug
  private static let f06 = OutsideCase(
    "F06", "law-parameters",
    inputs: [
      "lognormal": .list([52, 0.8]), "triangular": .list([5, 7, 10]), "pert": .list([5, 7, 10]),
      "weibull": .record(["shape": 1.5, "mean": 2]),
    ],
    expected: [
      "ln_mu_sigma": .list([3.7038956, 0.70334646]), "ln_median": 40.605178,
      "tri_mean_var": .list([7.333333, 1.055556]), "pert_mean": 7.166667, "weibull_scale": 2.215464,
      "weibull_S1": 0.738413,
    ])
}
