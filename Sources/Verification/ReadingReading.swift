/// How an expected reading stands in a file of cases.
extension CaseReading {
  static func reading(_ item: CaseMembers) throws(VerificationError) -> ExpectedReading {
    try item.allow([
      "name", "measure", "breakdown", "over", "when", "statistic", "scale", "offset", "value", "halfWidth",
      "absoluteHalfWidth", "tolerance",
    ])
    var over: ExpectedReading.Series?
    if let tree = item.members["over"] {
      guard case .record(let members) = tree else { throw item.wrong("'over' must be an object") }
      let inner = CaseMembers(id: item.id, members: members)
      try inner.allow(["measure", "breakdown"])
      over = try series(inner)
    }
    let statistic = try statistic(item)
    if over != nil, statistic != .mean { throw item.wrong("'over' goes with the mean only") }
    var value = 0.0
    if case .law = statistic {
      if item.members["value"] != nil { throw item.wrong("a test of a law has no value") }
    } else {
      value = try item.number("value")
    }
    return ExpectedReading(
      name: try item.text("name"), series: try series(item), over: over, when: try when(item),
      statistic: statistic, scale: try item.number("scale", or: 1), offset: try item.number("offset", or: 0),
      value: value, closeness: try closeness(item, value: value))
  }

  private static func series(_ item: CaseMembers) throws(VerificationError) -> ExpectedReading.Series {
    let breakdowns = try item.texts("breakdown")
    return ExpectedReading.Series(
      measure: try item.text("measure"), breakdowns: breakdowns.isEmpty ? [""] : breakdowns)
  }

  private static func when(_ item: CaseMembers) throws(VerificationError) -> ExpectedReading.When {
    switch item.members["when"] {
    case nil, .text("long run"): return .longRun
    case .text("opening"): return .opening
    case .number(let month) where month >= 1 && month == month.rounded(): return .month(Int(month))
    case .list(let list):
      if let ends = JsonTree.numbers(list), ends.count == 2, ends[0] >= 1, ends[1] >= ends[0] {
        return .months(Int(ends[0])...Int(ends[1]))
      }
    default: break
    }
    throw item.wrong("'when' must be \"long run\", \"opening\", a month from 1, or a first and a last month")
  }

  private static func statistic(
    _ item: CaseMembers
  ) throws(VerificationError) -> ExpectedReading.Statistic {
    switch item.members["statistic"] {
    case nil, .text("mean"): return .mean
    case .text("sd"): return .sd
    case .text("variance"): return .variance
    case .text("varianceOverMean"): return .varianceOverMean
    case .record(let members):
      guard members.count == 1, let (name, tree) = members.first else { break }
      switch (name, tree) {
      case ("quantile", .number(let p)) where p > 0 && p < 1: return .quantile(p)
      case ("share", .number(let least)): return .share(least)
      case ("poisson", .number(let mean)) where mean > 0: return .law(.poisson(mean: mean))
      case ("binomial", .list(let list)):
        guard let figures = JsonTree.numbers(list), figures.count == 2, figures[0] >= 1,
          figures[1] > 0, figures[1] < 1
        else { break }
        return .law(.binomial(trials: Int(figures[0]), share: figures[1]))
      default: break
      }
    default: break
    }
    throw item.wrong(
      "'statistic' must be mean, sd, variance, varianceOverMean, {quantile: p}, {share: least value}, "
        + "{poisson: mean} or {binomial: [trials, share]}")
  }

  private static func closeness(
    _ item: CaseMembers, value: Double
  ) throws(VerificationError) -> ExpectedReading.Closeness {
    if item.members["tolerance"] != nil { return .exact(try item.number("tolerance")) }
    if item.members["absoluteHalfWidth"] != nil {
      return .absoluteHalfWidth(try item.number("absoluteHalfWidth"))
    }
    return .relativeHalfWidth(try item.number("halfWidth", or: 0.01))
  }
}
