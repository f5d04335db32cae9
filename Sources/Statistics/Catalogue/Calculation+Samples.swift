/// The calculations of the catalogue that take a sample.
extension Calculation {
  private static func pair(_ interval: Interval) -> [Double] { [interval.lower, interval.upper] }

  private static func confidence(_ inputs: CalculationInputs) throws(CalculationError) -> Double {
    let confidence = try inputs.number("conf", default: 0.95)
    try Check.confidence("conf", confidence)
    return confidence
  }

  static func studentInterval(
    _ inputs: CalculationInputs
  ) throws(CalculationError) -> [String: CalculationValue] {
    let tally = Tally(try inputs.series("x"))
    let confidence = try confidence(inputs)
    guard let interval = tally.meanInterval(confidence: confidence) else {
      throw .wrongShape(input: "x", wanted: "at least two numbers")
    }
    return [
      "mean": .number(tally.mean), "var": .number(tally.variance), "half_width": .number(interval.halfWidth),
      "ci": .list(pair(interval)),
    ]
  }

  static func replicationsTable(
    _ inputs: CalculationInputs
  ) throws(CalculationError) -> [String: CalculationValue] {
    let table = ReplicationsTable(try inputs.series("x"), confidence: try confidence(inputs))
    var answers: [String: CalculationValue] = ["columns": "cum_mean,sd,lower,upper,relative_half_width"]
    for row in table.rows {
      answers["n\(row.count)"] = .list(
        [row.mean, row.standardDeviation] + pair(row.interval) + [row.relativeHalfWidth])
    }
    return answers
  }

  static func pairedComparison(
    _ inputs: CalculationInputs
  ) throws(CalculationError) -> [String: CalculationValue] {
    let confidence = try confidence(inputs)
    guard let paired = PairedComparison(try inputs.series("A"), try inputs.series("B")) else {
      throw .wrongShape(input: "B", wanted: "as many numbers as 'A', and at least two")
    }
    let unpaired = paired.unpaired
    return [
      "paired_mean": .number(paired.meanDifference),
      "paired_ci": .list(pair(paired.interval(confidence: confidence))),
      "welch_df": .number(unpaired.degreesOfFreedom),
      "welch_ci": .list(pair(unpaired.interval(confidence: confidence))),
      "variance_reduction": .number(paired.varianceReduction),
    ]
  }

  static func twoSampleReplications(
    _ inputs: CalculationInputs
  ) throws(CalculationError) -> [String: CalculationValue] {
    let needed = try TwoSampleSize.needed(
      deviation: try inputs.number("sd"), difference: try inputs.number("difference"),
      significance: try inputs.number("alpha", default: 0.05),
      power: try inputs.number("power", default: 0.8),
      correlation: inputs.has("correlation") ? try inputs.number("correlation") : nil)
    return ["normal": .number(needed.normal), "each": .number(Double(needed.student))]
  }

  static func proportionIntervals(
    _ inputs: CalculationInputs
  ) throws(CalculationError) -> [String: CalculationValue] {
    var wilson: [[Double]] = []
    var exact: [[Double]] = []
    for (hits, tries) in try inputs.pairs("k_n") {
      let successes = try CalculationInputs.whole("k_n", hits)
      let trials = try CalculationInputs.whole("k_n", tries)
      try Check.shape(
        "k_n", trials >= 1 && successes <= trials, wanted: "successes and at least as many trials")
      let proportion = Proportion(successes: successes, trials: trials)
      wilson.append(pair(proportion.wilson()))
      exact.append(pair(proportion.clopperPearson()))
    }
    return ["wilson95": .table(wilson), "clopper_pearson95": .table(exact)]
  }

  static func quantileRanks(
    _ inputs: CalculationInputs
  ) throws(CalculationError) -> [String: CalculationValue] {
    let confidence = try confidence(inputs)
    var ranks: [[Double]] = []
    var coverage: [Double] = []
    for (count, probability) in try inputs.pairs("n_p") {
      try Check.confidence("n_p", probability)
      let size = try CalculationInputs.whole("n_p", count)
      try Check.count("n_p", size, from: 1)
      guard let found = Sample.quantileInterval(n: size, p: probability, confidence: confidence) else {
        throw .wrongShape(input: "n_p", wanted: "enough numbers to enclose the quantile")
      }
      ranks.append([Double(found.lowerRank), Double(found.upperRank)])
      coverage.append(found.coverage)
    }
    return ["ranks": .table(ranks), "coverage": .list(coverage)]
  }

  static func warmUp(_ inputs: CalculationInputs) throws(CalculationError) -> [String: CalculationValue] {
    var answers: [String: CalculationValue] = [:]
    for name in inputs.values.keys.sorted() {
      guard let warmUp = WarmUp(try inputs.series(name)) else {
        throw .wrongShape(input: name, wanted: "at least two batches of five")
      }
      answers[name] = .record([
        "batches": .number(Double(warmUp.batches)), "observations": .number(Double(warmUp.observations)),
        "mser": .number(warmUp.statistic), "mean": .number(warmUp.mean),
        "unrestricted_argmin": .number(Double(warmUp.unrestrictedBatches)),
      ])
    }
    return answers
  }

  static func tallies(_ inputs: CalculationInputs) throws(CalculationError) -> [String: CalculationValue] {
    var means: [Double] = []
    var deviations: [Double] = []
    for name in inputs.values.keys.sorted() {
      let tally = Tally(try inputs.series(name))
      try Check.shape(name, tally.count >= 2, wanted: "at least two numbers")
      means.append(tally.mean)
      deviations.append(tally.standardDeviation)
    }
    return ["mean": .list(means), "sd": .list(deviations)]
  }
}
