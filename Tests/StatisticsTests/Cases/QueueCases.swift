@testable import Statistics

/// Outside answers for the queue calculations, each with its public source.
extension OutsideCase {
  static let queues: [OutsideCase] = [
    q01,
    q02,
    q04,
    q05,
    q06,
    q07,
    q08,
    q10,
    q13,
    q11,
    q14,
    q15,
    q16,
    q18,
    q19,
    q20,
    q21,
    q23,
  ]

  // Source: Textbook; Ciw docs docs/Background/simulationpractice.rst publishes a 25-replication estimate
  // 0.2013 for the wait
  private static let q01 = OutsideCase(
    "Q01", "mmc",
    inputs: ["lam": 5, "mu": 8, "c": 1],
    expected: ["rho": 0.625, "P_wait": 0.625, "Lq": 1.041667, "L": 1.666667, "Wq": 0.208333, "W": 0.333333])

  // Source: Textbook Erlang C (=4/9); Ciw tutorial I part 4 prints a 10-replication mean of 5.626 because
  // one replication returned 17.95 - a lesson in too few replications
  private static let q02 = OutsideCase(
    "Q02", "mmc",
    inputs: ["lam": 0.2, "mu": 0.1, "c": 3],
    expected: [
      "rho": 0.666667, "P_wait": 0.444444, "Lq": 0.888889, "L": 2.888889, "Wq": 4.444444, "W": 14.444444,
    ])

  // Source: pythonhealthdatascience/pydesrap_mms tests/test_mms.py (inputs); values recomputed from the formulas
  private static let q04 = OutsideCase(
    "Q04", "mmc",
    inputs: ["mean_interarrival": 10, "mean_service": 3, "c": 2],
    expected: [
      "rho": 0.15, "P_wait": 0.03913043, "Lq": 0.00690537, "L": 0.30690537, "Wq": 0.06905371, "W": 3.06905371,
    ])

  // Source: pythonhealthdatascience/pydesrap_mms tests/test_mms.py (inputs); values recomputed from the formulas
  private static let q05 = OutsideCase(
    "Q05", "mmc",
    inputs: ["mean_interarrival": 6, "mean_service": 4, "c": 2],
    expected: ["rho": 0.33333333, "P_wait": 0.16666667, "Lq": 0.08333333, "L": 0.75, "Wq": 0.5, "W": 4.5])

  // Source: pythonhealthdatascience/pydesrap_mms tests/test_mms.py (inputs); values recomputed from the formulas
  private static let q06 = OutsideCase(
    "Q06", "mmc",
    inputs: ["mean_interarrival": 4, "mean_service": 3, "c": 1],
    expected: ["rho": 0.75, "P_wait": 0.75, "Lq": 2.25, "L": 3.0, "Wq": 9.0, "W": 12.0])

  // Source: pythonhealthdatascience/pydesrap_mms tests/test_mms.py (inputs); values recomputed from the formulas
  private static let q07 = OutsideCase(
    "Q07", "mmc",
    inputs: ["mean_interarrival": 5.5, "mean_service": 5, "c": 3],
    expected: [
      "rho": 0.3030303, "P_wait": 0.07180813, "Lq": 0.03122093, "L": 0.94031183, "Wq": 0.17171509,
      "W": 5.17171509,
    ])

  // Source: pythonhealthdatascience/pydesrap_mms tests/test_mms.py (inputs); values recomputed from the formulas
  private static let q08 = OutsideCase(
    "Q08", "mmc",
    inputs: ["mean_interarrival": 8, "mean_service": 4, "c": 1],
    expected: ["rho": 0.5, "P_wait": 0.5, "Lq": 0.5, "L": 1.0, "Wq": 4.0, "W": 8.0])

  // Source: pythonhealthdatascience/pydesrap_mms tests/test_mms.py (inputs); values recomputed from the formulas
  private static let q10 = OutsideCase(
    "Q10", "mmc",
    inputs: ["mean_interarrival": 60, "mean_service": 10, "c": 15],
    expected: ["rho": 0.01111111, "P_wait": 0.0, "Lq": 0.0, "L": 0.16666667, "Wq": 0.0, "W": 10.0])

  // Source: Textbook
  private static let q13 = OutsideCase(
    "Q13", "mmc",
    inputs: ["lam": 8, "mu": 1, "c": 10, "t": 1.0],
    expected: ["P_wait_gt_t": 0.05537651, "formula": "C(c,a) exp(-(c mu - lam) t)"])

  // Source: Recursion B(k)=aB(k-1)/(k+aB(k-1)); C=cB/(c-a(1-B)); C(2,1)=1/3 and C(3,2)=4/9 are textbook
  private static let q11 = OutsideCase(
    "Q11", "erlang-table",
    inputs: [
      "pairs_c_a": .table([
        [1, 0.5], [1, 0.8], [2, 1], [2, 1.5], [3, 2], [4, 3], [5, 4], [8, 6], [10, 8], [20, 16], [25, 22],
        [50, 45], [100, 95],
      ])
    ],
    expected: [
      "C": .list([
        0.5, 0.8, 0.33333333, 0.64285714, 0.44444444, 0.50943396, 0.55411255, 0.35698109, 0.40918015,
        0.25607779, 0.43359243, 0.36386447, 0.50645685,
      ]),
      "B": .list([
        0.33333333, 0.44444444, 0.2, 0.31034483, 0.21052632, 0.20610687, 0.19906687, 0.12187578, 0.12166106,
        0.06441092, 0.08413299, 0.05410447, 0.04880421,
      ]),
    ])

  // Source: Wq = lam E[S](1+cv^2)E[S]/(2(1-rho))
  private static let q14 = OutsideCase(
    "Q14", "pollaczek-khinchine",
    inputs: ["lam": 0.8, "mean_S": 1, "cv2": 0],
    expected: ["Wq": 2.0, "Lq": 1.6])

  // Source: Wq = lam E[S](1+cv^2)E[S]/(2(1-rho))
  private static let q15 = OutsideCase(
    "Q15", "pollaczek-khinchine",
    inputs: ["lam": 0.8, "mean_S": 1, "cv2": 0.5],
    expected: ["Wq": 3.0, "Lq": 2.4])

  // Source: Wq = lam E[S](1+cv^2)E[S]/(2(1-rho))
  private static let q16 = OutsideCase(
    "Q16", "pollaczek-khinchine",
    inputs: ["lam": 0.8, "mean_S": 1, "cv2": 1],
    expected: ["Wq": 4.0, "Lq": 3.2])

  // Source: Wq = lam E[S](1+cv^2)E[S]/(2(1-rho))
  private static let q18 = OutsideCase(
    "Q18", "pollaczek-khinchine",
    inputs: ["lam": 0.8, "mean_S": 1, "cv2": 4],
    expected: ["Wq": 10.0, "Lq": 8.0])

  // Source: r-simmer/simmer vignettes/simmer-06-queueing.Rmd (formula and inputs)
  private static let q19 = OutsideCase(
    "Q19", "mmck",
    inputs: ["lam": 3, "mu": 4, "c": 2, "K": 3],
    expected: [
      "p": .list([0.46800731, 0.35100548, 0.13162706, 0.04936015]), "P_loss": 0.04936015, "L": 0.76234004,
    ])

  // Source: r-simmer/simmer vignettes/simmer-07-ctmc.Rmd
  private static let q20 = OutsideCase(
    "Q20", "two-kind-loss",
    inputs: ["lam": 0.15, "p": 0.75, "mu": .list([0.125, 0.3333333333333333])],
    expected: ["P": .list([0.44720497, 0.49689441, 0.05590062]), "N": 0.50310559])

  // Source: Cobham formula; cross-checked with Ciw 12 reps: 0.863+-0.029, 1.786+-0.092, 9.94+-0.90
  private static let q21 = OutsideCase(
    "Q21", "cobham",
    inputs: ["lam": .list([0.2, 0.3, 0.35]), "mu": 0.25, "c": 4],
    expected: [
      "P_wait": 0.68931622, "Wq": .list([0.86164528, 1.72329055, 9.19088296]), "Wq_fifo": 4.59544148,
    ])

  // Source: Ciw docs/Guides/Services/processor-sharing.rst publishes a one-run estimate 0.4399 0.3635 0.1451
  // 0.0392 0.0092
  private static let q23 = OutsideCase(
    "Q23", "shared-capacity",
    inputs: ["lam": 10, "mu": 12, "R": 3],
    expected: ["p": .list([0.43213296, 0.3601108, 0.15004617, 0.04167949, 0.01157764, 0.00321601])])
}
