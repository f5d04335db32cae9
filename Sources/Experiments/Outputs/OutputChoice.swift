import Parameters
import Results
import ServiceModel

/// One number that a replication gives: a measure, perhaps of one part of the service, over a stated span.
///
/// Written `measure`, `measure{key=value}`, and either with an ending: `@2017-18` for a financial year, `@average` for
/// the average over the run after its warm-up. Without an ending it is what the measure says of the whole run: flows
/// summed, stocks and their ratios at the end, other rates as a ratio of sums.
package struct OutputChoice: Sendable, Hashable {
  /// As written, and the name of its column.
  package let name: String
  package let unit: String
  package let better: Series.Better
  let series: Int
  let span: Span
  let measure: String
  /// How it is gathered from a run, and over which months.
  let period: String
  /// What it can be; a sum of months has no upper end.
  package let range: ClosedRange<Double>

  enum Span: Sendable, Hashable {
    case whole
    case average
    case months(Range<Int>)
  }

  /// Finds an output by its name in what a run watches.
  ///
  /// - Parameter warmUp: months at the start that no average counts.
  package init(_ name: String, in tables: ModelTables, warmUp: Int = 0) throws(OutputFault) {
    let parts = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let (measure, breakdown) = OutputChoice.parts(String(parts[0]))
    let watched = tables.watched
    guard let series = watched.place(of: measure, breakdown) else {
      throw .unknown(name, OutputChoice.known(measure, breakdown, watched))
    }
    self.name = name
    self.series = series
    unit = watched[series].unit.symbol
    better = watched[series].better
    let own = watched[series].range
    range = watched[series].gathering == .flow ? min(own.lowerBound, 0) ... .infinity : own
    let span = try OutputChoice.span(parts.count > 1 ? String(parts[1]) : nil, of: name, tables.calendar)
    (self.span, self.measure) = (span, measure)
    period = OutputChoice.period(watched[series].gathering, span, tables.calendar, warmUp: warmUp)
  }

  /// What keeps a number from being a level of it; nil where nothing does.
  package func fault(of number: WrittenNumber) -> BoundFault? {
    BoundFault(number, of: name, unit: Unit(unit), range: range)
  }

  /// The number, not a number where the replication has nothing to say.
  func value(of gathered: Gathered, months: Range<Int>, warmUp: Int) -> Double {
    let values =
      switch span {
      case .whole: gathered.span(series, months)
      case .average: gathered.longRun(series, min(warmUp, months.upperBound - 1)..<months.upperBound)
      case .months(let span): gathered.span(series, span)
      }
    return values.first ?? .nan
  }

  private static func parts(_ text: String) -> (measure: String, breakdown: String) {
    guard let brace = text.firstIndex(of: "{"), text.hasSuffix("}") else { return (text, "") }
    return (String(text[..<brace]), String(text[text.index(after: brace)...].dropLast()))
  }

  private static func span(
    _ word: String?, of name: String, _ calendar: ModelCalendar
  ) throws(OutputFault) -> Span {
    guard let word else { return .whole }
    if word == "average" { return .average }
    guard let year = calendar.yearLabels.firstIndex(of: word) else {
      throw .unknownSpan(name, word, calendar.yearLabels)
    }
    let months = calendar.yearOfMonth.indices.filter { calendar.yearOfMonth[$0] == year }
    guard let first = months.first, let last = months.last else {
      throw .unknownSpan(name, word, calendar.yearLabels)
    }
    return .months(first..<(last + 1))
  }

  /// What might have been meant: the measure's parts where the measure exists, else every measure.
  private static func known(_ measure: String, _ breakdown: String, _ watched: [Series]) -> [String] {
    let parts = watched.filter { $0.measure == measure }.map(\.name)
    if !parts.isEmpty { return parts }
    var seen: Set<String> = []
    return watched.map(\.measure).filter { seen.insert($0).inserted }
  }
}

/// An output that was asked for and does not exist.
package enum OutputFault: Error, Sendable, Equatable {
  /// The name, and those that exist.
  case unknown(String, [String])
  /// The name, the span, and the financial years of the run.
  case unknownSpan(String, String, [String])
  case twice(String)
}
