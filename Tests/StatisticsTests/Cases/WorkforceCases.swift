@testable import Statistics

/// Outside answers for the workforce calculations, each with its public source.
extension OutsideCase {
  static let workforces: [OutsideCase] = [
    m02,
    m04,
    m05,
    m06,
    m08,
    m10,
    m11,
    m12,
    m14,
    m16,
    m17,
    m18,
    m19,
    m20,
  ]

  // Source: Finite-source birth-death; with ample recruiters vacancies ~ Binomial(N, w/(w+mu)) whatever the
  // hire-time distribution (alternating renewal)
  private static let m02 = OutsideCase(
    "M02", "machine-repair",
    inputs: ["N": 100, "w": 0.16, "mu": 3.0, "R": 100],
    expected: [
      "mean_vacancies": 5.06329114, "vacancy_rate": 0.05063291, "sd": 2.19246938,
      "P_vac_ge_10pct": 0.03036182, "waiting_for_recruiter": 0.0, "recruits_per_year": 15.18987342,
    ])

  // Source: Finite-source birth-death; with ample recruiters vacancies ~ Binomial(N, w/(w+mu)) whatever the
  // hire-time distribution (alternating renewal)
  private static let m04 = OutsideCase(
    "M04", "machine-repair",
    inputs: ["N": 40, "w": 0.2, "mu": 2.5, "R": 40],
    expected: [
      "mean_vacancies": 2.96296296, "vacancy_rate": 0.07407407, "sd": 1.65634665,
      "P_vac_ge_10pct": 0.34403342, "waiting_for_recruiter": 0.0, "recruits_per_year": 7.40740741,
    ])

  // Source: Finite-source birth-death; with ample recruiters vacancies ~ Binomial(N, w/(w+mu)) whatever the
  // hire-time distribution (alternating renewal)
  private static let m05 = OutsideCase(
    "M05", "machine-repair",
    inputs: ["N": 10, "w": 0.1, "mu": 1, "R": 1],
    expected: [
      "mean_vacancies": 2.14582343, "vacancy_rate": 0.21458234, "sd": 1.80266979,
      "P_vac_ge_10pct": 0.78541766, "waiting_for_recruiter": 1.36040577, "recruits_per_year": 0.78541766,
    ])

  // Source: Finite-source birth-death; with ample recruiters vacancies ~ Binomial(N, w/(w+mu)) whatever the
  // hire-time distribution (alternating renewal)
  private static let m06 = OutsideCase(
    "M06", "machine-repair",
    inputs: ["N": 10, "w": 0.1, "mu": 1, "R": 2],
    expected: [
      "mean_vacancies": 1.03863782, "vacancy_rate": 0.10386378, "sd": 1.08432533,
      "P_vac_ge_10pct": 0.63204541, "waiting_for_recruiter": 0.1425016, "recruits_per_year": 0.89613622,
    ])

  // Source: w/(w+mu)(1-exp(-(w+mu)t))
  private static let m08 = OutsideCase(
    "M08", "repair-build-up",
    inputs: ["w": 0.16, "mu": 3.0, "t": .list([0.25, 0.5, 1, 2])],
    expected: ["vacancy_prob": .list([0.02765343, 0.04020379, 0.04848477, 0.05054178])])

  // Source: Alternating renewal; answers the 5% vacancy-factor question
  private static let m10 = OutsideCase(
    "M10", "structural-vacancy",
    inputs: ["pairs_turnover_weeks": .table([[0.159, 16], [0.159, 26], [0.2, 20], [0.25, 26]])],
    expected: [
      "vacancy": .list([0.04648995, 0.07341307, 0.07120288, 0.110775]),
      "weeks_for_5pct": .record(["t0_159": 17.2716, "t0_20": 13.7309, "t0_25": 10.9847]),
    ])

  // Source: Closed form
  private static let m11 = OutsideCase(
    "M11", "mixed-exponential",
    inputs: ["p": 0.4, "a": 1.2, "b": 0.1, "t": .list([0.25, 0.5, 1, 2, 3, 5, 10])],
    expected: [
      "survival": .list([0.88151324, 0.79026231, 0.66338014, 0.52752563, 0.45542042, 0.3649099, 0.22073012]),
      "mean": 6.33333333, "median": 2.32627692, "hazard_at_0_1_5": .list([0.54, 0.29977302, 0.10298882]),
    ])

  // Source: h(t)=1/mu+(h0-1/mu)exp(-(pb+(1-p)a)t); turnover looks 42.6 in year 1 and 15.8 in the long run
  // with UNCHANGED behaviour
  private static let m12 = OutsideCase(
    "M12", "renewal",
    inputs: ["N": 100, "p": 0.4, "a": 1.2, "b": 0.1],
    expected: [
      "recruits_by_year": .record([
        "1": 42.553613, "2": 28.306163, "3": 21.643109, "4": 18.527022, "5": 17.069733, "10": 15.818114,
      ]), "limit": 15.789474,
    ])

  // Source: Bartholomew n(t+1)=n(t)P+R r; n_inf=R r (I-P)^-1
  private static let m14 = OutsideCase(
    "M14", "grade-stocks",
    inputs: [
      "P": .table([
        [0.2, 0.62, 0.0, 0.0], [0.0, 0.76, 0.1, 0.0], [0.0, 0.0, 0.8, 0.06], [0.0, 0.0, 0.0, 0.88],
      ]), "n0": .list([15, 60, 25, 14]), "R": 22, "r": .list([0.55, 0.35, 0.08, 0.02]),
    ],
    expected: [
      "stocks": .record([
        "1": .list([15.1, 62.6, 27.76, 14.26]), "2": .list([15.12, 64.638, 30.228, 14.6544]),
        "5": .list([15.12496, 68.292509, 35.942744, 16.328354]),
        "10": .list([15.125, 70.43013, 41.083309, 19.469484]),
      ]), "steady_state": .list([15.125, 71.15625, 44.378125, 25.85572917]), "total_ss": 156.51510417,
      "fundamental_matrix": .table([
        [1.25, 3.229167, 1.614583, 0.807292], [0, 4.166667, 2.083333, 1.041667], [0, 0, 5, 2.5],
        [0, 0, 0, 8.333333],
      ]),
    ])

  // Source: n(t)=sum y s(u)
  private static let m16 = OutsideCase(
    "M16", "cohort-stock",
    inputs: ["y": 20, "s": .list([1, 0.82, 0.7, 0.62, 0.56, 0.51])],
    expected: ["stock_year_0_to_5": .list([20, 36.4, 50.4, 62.8, 74.0, 84.2])])

  // Source: Published leukaemia data set used in most survival texts
  private static let m17 = OutsideCase(
    "M17", "kaplan-meier",
    inputs: [
      "events": .list([6, 6, 6, 7, 10, 13, 16, 22, 23]),
      "censored": .list([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]),
    ],
    expected: [
      "t": .list([6, 7, 10, 13, 16, 22, 23]),
      "S": .list([0.857143, 0.806723, 0.752941, 0.690196, 0.627451, 0.537815, 0.448179]),
      "se": .list([0.07636, 0.086935, 0.09635, 0.106815, 0.114054, 0.128234, 0.134591]), "exposure": 359,
      "exp_rate": 0.02506964,
    ])

  // Source: explore-education-statistics data set bd4d8c04-716a-4447-af3d-677aa3223917 preview rows (2023).
  // The Department rounds unrounded counts
  private static let m18 = OutsideCase(
    "M18", "dfe-rates", tolerance: 0.1,
    inputs: [
      "inpost_fte": 33119.1, "inpost_headcount": 35199, "leavers_fte": 5254.6, "leavers_headcount": 5640,
      "agency_fte": 7173.5, "agency_headcount": 7429, "agency_cover_fte": 5744.2, "vacancy_fte": 7722.7,
      "case_holders_fte": 21111.4, "cases": 337055, "working_days_lost_fte": 270751,
    ],
    expected: [
      "turnover_rate_fte": 15.9, "turnover_rate_headcount": 16.0, "agency_rate_fte": 17.8,
      "agency_rate_headcount": 17.4, "agency_cover_rate_fte": 80.1, "vacancy_rate_fte": 18.9,
      "vacancy_agency_cover_rate_fte": 74.4, "caseload_fte": 16.0, "absence_rate_fte": 3.2,
    ])

  // Source: explore-education-statistics data set bd4d8c04-716a-4447-af3d-677aa3223917 preview rows (2023).
  // The Department rounds unrounded counts
  private static let m19 = OutsideCase(
    "M19", "dfe-rates", tolerance: 0.1,
    inputs: [
      "inpost_fte": 2159.9, "inpost_headcount": 2266, "leavers_fte": 307.6, "leavers_headcount": 331,
      "agency_fte": 236.5, "agency_headcount": 243, "agency_cover_fte": 158, "vacancy_fte": 265.6,
      "case_holders_fte": 1388.8, "cases": 23660, "working_days_lost_fte": 19673,
    ],
    expected: [
      "turnover_rate_fte": 14.2, "turnover_rate_headcount": 14.6, "agency_rate_fte": 9.9,
      "agency_rate_headcount": 9.7, "agency_cover_rate_fte": 66.8, "vacancy_rate_fte": 10.9,
      "vacancy_agency_cover_rate_fte": 59.5, "caseload_fte": 17.0, "absence_rate_fte": 3.6,
    ])

  // Source: explore-education-statistics data set bd4d8c04-716a-4447-af3d-677aa3223917 preview rows (2023).
  // The Department rounds unrounded counts
  private static let m20 = OutsideCase(
    "M20", "dfe-rates", tolerance: 0.1,
    inputs: [
      "inpost_fte": 4693.9, "inpost_headcount": 4951, "leavers_fte": 717.1, "leavers_headcount": 758,
      "agency_fte": 1207.1, "agency_headcount": 1215, "agency_cover_fte": 954.8, "vacancy_fte": 1211.3,
      "case_holders_fte": 2969.9, "cases": 48864, "working_days_lost_fte": 44417,
    ],
    expected: [
      "turnover_rate_fte": 15.3, "turnover_rate_headcount": 15.3, "agency_rate_fte": 20.5,
      "agency_rate_headcount": 19.7, "agency_cover_rate_fte": 79.1, "vacancy_rate_fte": 20.5,
      "vacancy_agency_cover_rate_fte": 78.8, "caseload_fte": 16.5, "absence_rate_fte": 3.7,
    ])
}
