public import Parameters

/// The council's pay compared with that of nearby councils, between which social workers choose.
public struct PayParameters: ParameterGroup {
  public var againstNeighbours: [Double] = []

  public init() {}

  public static let table: [Parameter<PayParameters>] = [
    Parameter(
      "againstNeighbours", \.againstNeighbours, .ratio, 0.2...5, .anyLength, .modelChoice,
      "The council's pay relative to its neighbours' in each financial year; the last figure applies afterwards; empty means equal."
    )
  ]

  /// Lays the years' ratios on the calendar, as a source of influence.
  func lay(into dated: inout DatedInfluences, _ calendar: ModelCalendar) {
    guard let last = againstNeighbours.last, againstNeighbours.contains(where: { $0 != 1 }) else { return }
    let source = dated.newSource()
    dated.insert(
      calendar.yearStarts.enumerated().map { year, start in
        InfluenceChange(
          time: start, influence: .pay, source: source,
          factor: year < againstNeighbours.count ? againstNeighbours[year] : last)
      })
  }
}
