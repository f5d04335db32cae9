import Notation

/// How an expected reading stands in a file of cases.
extension CaseReading {
  static func reading(_ item: CaseMembers) throws(VerificationError) -> ExpectedReading {
    try item.allow([
      "name", "measure", "breakdown", "over", "when", "statistic", "scale", "offset", "value", "halfWidth",
      "absoluteHalfWidth", "tolerance", "of",
    ])
    var over: ExpectedReading.Series?
    if let tree = item.members["over"] {
      guard let members = tree.members else { throw item.wrong("'over' must be an object") }
      let inner = CaseMembers(id: item.id, members: members)
      try inner.allow(["measure", "breakdown"])
      over = try series(inner)
    }
    let statistic = try statistic(item)
    if over != nil, statistic != .mean { throw item.wrong("'over' goes with the mean only") }
    let side = try side(item)
    if side == .ratio, statistic != .mean { throw item.wrong("a ratio goes with the mean only") }
    if over != nil, side == .difference || side == .ratio {
      throw item.wrong("'over' goes with one scenario only, not with a difference or a ratio")
    }
    var value = 0.0
    if case .law = statistic {
      if item.members["value"] != nil { throw item.wrong("a test of a law has no value") }
    } else {
      value = try item.number("value")
    }
    return ExpectedReading(
      name: try item.text("name"), series: try series(item), over: over, side: side, when: try when(item),
      statistic: statistic, scale: try item.number("scale", or: 1), offset: try item.number("offset", or: 0),
      value: value, closeness: try closeness(item, value: value))
  }

  private static func side(_ item: CaseMembers) throws(VerificationError) -> ExpectedReading.Side {
    guard let side = ExpectedReading.Side(rawValue: try item.text("of", or: "scenario")) else {
      let known = ExpectedReading.Side.allCases.map(\.rawValue).joined(separator: ", ")
      throw item.wrong("'of' must be one of \(known)")
    }
    return side
  }

  private static func series(_ item: CaseMembers) throws(VerificationError) -> ExpectedReading.Series {
    let breakdowns = try item.texts("breakdown")
    return ExpectedReading.Series(
      measure: try item.text("measure"), breakdowns: breakdowns.isEmpty ? [""] : breakdowns)
  }

  private static func when(_ item: CaseMembers) throws(VerificationError) -> ExpectedReading.When {
    switch item.members["when"] {
    case nil, .string("long run"): return .longRun
    case .string("opening"): return .opening
    case .integer(let month) where month >= 1: return .month(month)
    case let list?:
      if let ends = list.numbers, ends.count == 2, ends[0] >= 1, ends[1] >= ends[0], ends[1] < 1e6 {
        return .months(Int(ends[0])...Int(ends[1]))
      }
    }
    throw item.wrong("'when' must be \"long run\", \"opening\", a month from 1, or a first and a last month")
  }

  private static func statistic(
    _ item: CaseMembers
  ) throws(VerificationError) -> ExpectedReading.Statistic {
    switch item.members["statistic"] {
    case nil, .string("mean"): return .mean
    case .string("sd"): return .sd
    case .string("variance"): return .variance
    case .string("varianceOverMean"): return .varianceOverMean
    case .object(let members):
      guard members.count == 1, let member = members.first else { break }
      let figures = member.value.asNumber.map { [$0] } ?? member.value.numbers ?? []
      switch (member.name, figures.count) {
      case ("quantile", 1) where figures[0] > 0 && figures[0] < 1: return .quantile(figures[0])
      case ("share", 1): return .share(figures[0])
      case ("poisson", 1) where figures[0] > 0 && figures[0] <= 1e6: return .law(.poisson(mean: figures[0]))
      case ("binomial", 2) where figures[0] >= 1 && figures[0] <= 1e6 && figures[1] > 0 && figures[1] < 1:
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
    if item.members["tolerance"] != nil { return .exact(try item.width("tolerance")) }
    if item.members["absoluteHalfWidth"] != nil {
      return .absoluteHalfWidth(try item.width("absoluteHalfWidth"))
    }
    return .relativeHalfWidth(try item.width("halfWidth", or: 0.01))
  }
}
