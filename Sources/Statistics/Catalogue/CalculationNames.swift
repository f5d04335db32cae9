extension Calculation {
  /// Every calculation that can be named, in the order of the verification cases.
  public static let all: [Calculation] = [
    // Queues
    Calculation(
      "mmc", "Poisson arrivals, exponential service, several servers",
      inputs: ["lam", "mu", "mean_interarrival", "mean_service", "c", "t"],
      called: ["arrivalRate": "lam", "serviceRate": "mu", "servers": "c"], work: manyServers),
    Calculation(
      "erlang-table", "Erlang's formulas B and C", inputs: ["pairs_c_a"],
      called: ["servers": "pairs_c_a", "load": "pairs_c_a"], work: erlangTable),
    Calculation(
      "pollaczek-khinchine", "one server, any law of service", inputs: ["lam", "mean_S", "cv2"],
      called: ["arrivalRate": "lam", "meanService": "mean_S", "squaredVariation": "cv2"],
      work: pollaczekKhinchine),
    Calculation(
      "mmck", "several servers and limited room", inputs: ["lam", "mu", "c", "K"],
      called: ["arrivalRate": "lam", "serviceRate": "mu", "servers": "c", "capacity": "K"], work: limitedRoom),
    Calculation(
      "two-kind-loss", "one server, no waiting, two kinds of arrival", inputs: ["lam", "p", "mu"],
      called: ["arrivalRate": "lam", "firstShare": "p", "serviceRates": "mu"], work: twoKindLoss),
    Calculation(
      "cobham", "priorities without interruption", inputs: ["lam", "mu", "c"],
      called: ["arrivalRates": "lam", "arrivalRate": "lam", "serviceRate": "mu", "servers": "c"], work: cobham
    ),
    Calculation(
      "mmc-abandonment", "several servers, and a patience after which those who wait give up",
      inputs: ["lam", "mu", "theta", "c"],
      called: ["arrivalRate": "lam", "serviceRate": "mu", "abandonmentRate": "theta", "servers": "c"],
      work: abandonment),
    Calculation(
      "shared-capacity", "state probabilities when servers share their effort",
      inputs: ["lam", "mu", "R", "states"],
      called: ["arrivalRate": "lam", "serviceRate": "mu", "servers": "R"], work: sharedCapacity),
    // Stocks
    Calculation(
      "mginf-from-empty", "unlimited population, starting empty",
      inputs: ["lam_per_month", "mean_los_months", "t", "dists"],
      called: [
        "arrivalRate": "lam_per_month", "mean": "mean_los_months", "variation": "dists", "shape": "dists",
      ], work: populationFromEmpty),
    Calculation(
      "mginf-steady", "unlimited population in the long run", inputs: ["lam", "mean", "dists"],
      called: ["arrivalRate": "lam", "variation": "dists", "shape": "dists"], work: steadyPopulation),
    Calculation(
      "mginf-seasonal", "unlimited population with seasonal arrivals",
      inputs: ["lam0", "amplitude", "period_months", "mean"],
      called: [
        "arrivalRate": "lam0", "relativeAmplitude": "amplitude", "period": "period_months",
        "meanStay": "mean",
      ], work: seasonalPopulation),
    Calculation(
      "mginf-integral", "cost of an unlimited population over a span of time",
      inputs: ["lam_per_month", "mean_los_months", "cost_per_month_k", "T_months"],
      called: ["arrivalRate": "lam_per_month", "mean": "mean_los_months", "span": "T_months"],
      work: populationIntegral),
    Calculation(
      "constant-inflow", "stock with steady joiners and a constant leaving hazard",
      inputs: ["n0", "recruits_per_year", "wastage", "t"],
      called: ["initial": "n0", "inflow": "recruits_per_year", "hazard": "wastage"], work: constantInflow),
    Calculation(
      "drifting-multiplier", "a multiplier whose logarithm drifts from year to year, by month",
      inputs: ["sd", "persistence", "opening", "trend", "national_sd", "months"],
      called: ["nationalSd": "national_sd"], work: driftingMultiplier),
    Calculation(
      "drifting-stock", "unlimited population whose arrivals drift from year to year",
      inputs: [
        "lam_per_year", "mu_per_year", "n0", "sd", "persistence", "opening", "trend", "national_sd", "months",
      ],
      called: [
        "arrivalsPerYear": "lam_per_year", "hazardPerYear": "mu_per_year", "initial": "n0",
        "nationalSd": "national_sd",
      ], work: driftingStock),
    Calculation(
      "machine-repair", "units that fail, and limited repairers", inputs: ["N", "w", "mu", "R"],
      called: ["units": "N", "failureRate": "w", "repairRate": "mu", "repairers": "R"], work: machineRepair),
    Calculation(
      "repair-build-up", "share down after a start with all up", inputs: ["w", "mu", "t"], work: repairBuildUp
    ),
    Calculation(
      "structural-vacancy", "long-run vacancy from turnover and lag", inputs: ["pairs_turnover_weeks"],
      called: ["turnover": "pairs_turnover_weeks", "lagYears": "pairs_turnover_weeks"],
      work: structuralVacancy),
    Calculation(
      "mixed-exponential", "survival with two hidden hazards", inputs: ["p", "a", "b", "t"],
      called: ["firstShare": "p", "firstHazard": "a", "secondHazard": "b"], work: mixedExponential),
    Calculation(
      "tenure-bands", "how long people stay where the hazard differs by any number of bands of tenure",
      inputs: ["bounds", "hazards", "t", "N"], work: tenureBands),
    Calculation(
      "renewal", "yearly replacements with two hidden hazards", inputs: ["N", "p", "a", "b", "years"],
      called: ["firstShare": "p", "firstHazard": "a", "secondHazard": "b"], work: renewal),
    Calculation(
      "grade-stocks", "stocks by grade with fixed chances of moving",
      inputs: ["P", "n0", "R", "r", "years"], called: ["transitions": "P", "intake": "r", "initial": "n0"],
      work: gradeStocks),
    Calculation(
      "cohort-stock", "stock of equal cohorts that wear away", inputs: ["y", "s"],
      called: ["intake": "y", "present": "s"], work: cohortStock),
    Calculation("dfe-rates", "workforce rates as published", inputs: dfeCounts, work: dfeRates),
    // Samples
    Calculation(
      "kaplan-meier", "share still present, with censoring", inputs: ["events", "censored"], work: kaplanMeier
    ),
    Calculation("t-interval", "Student interval for a mean", inputs: ["x", "conf"], work: studentInterval),
    Calculation(
      "replications-table", "mean and precision after each replication", inputs: ["x", "conf"],
      work: replicationsTable),
    Calculation(
      "paired-comparison", "paired and unpaired intervals for a difference", inputs: ["A", "B", "conf"],
      work: pairedComparison),
    Calculation(
      "two-sample-replications", "replications of each of two designs that show a difference",
      inputs: ["sd", "difference", "alpha", "power", "correlation"],
      called: ["deviation": "sd", "significance": "alpha"], work: twoSampleReplications),
    Calculation(
      "proportion-intervals", "Wilson and exact 95 per cent intervals", inputs: ["k_n"],
      work: proportionIntervals),
    Calculation(
      "quantile-ranks", "order statistics that enclose a quantile", inputs: ["n_p", "conf"],
      work: quantileRanks),
    Calculation("mser5", "warm-up to discard from each series given", work: warmUp),
    Calculation("tally", "mean and standard deviation of each series given, in order of name", work: tallies),
    // Laws
    Calculation(
      "lognormal-quantiles", "quantiles, shortfall and tail of a lognormal law", inputs: ["mean", "cv"],
      called: ["variation": "cv"], work: lognormalQuantiles),
    Calculation(
      "law-parameters", "parameters of laws stated by their means",
      inputs: ["lognormal", "triangular", "pert", "weibull"], called: ["variation": "lognormal"],
      work: lawParameters),
    // Money
    Calculation(
      "net-present-value", "discount factors, and the present value of a stream whose first year is year 0",
      inputs: ["rates", "years", "npv_of"], work: netPresentValue),
    // Sensitivity
    Calculation(
      "sobol-indices", "shares of variance of Ishigami's, Sobol's and a linear function, exact and estimated",
      inputs: ["a", "b", "coef", "x", "N"], work: sobolIndices),
    Calculation(
      "elementary-effects", "effects of a step over a whole grid, of the same functions",
      inputs: ["a", "b", "coef", "x", "levels", "delta"], work: elementaryEffects),
  ]
}
