import Dates
import Parameters
import Statistics

/// Lays layers over each other, weakest first, over the defaults.
struct Resolution<Root: ParameterSet> {
  let index: PathIndex<Root>
  let layers: [Layer]
  private(set) var parameters = Root()
  private(set) var settings: [String: Setting] = [:]
  private(set) var findings: [Finding] = []

  /// The first day of the run; nil where the model has none.
  private let start: CivilDate?

  private static var startPath: String { "run.starts" }

  init(index: PathIndex<Root>, layers: [Layer]) {
    self.index = index
    self.layers = layers
    let given = layers.compactMap { $0.entries[Self.startPath]?.value }.last
    let value = given ?? index.parameters[Self.startPath].flatMap { $0.read(Root()) }
    start = if case .date(let day)? = value { day } else { nil }
    for parameter in index.table { resolve(parameter) }
  }

  private mutating func resolve(_ parameter: Parameter<Root>) {
    var value = parameter.read(parameters)
    var source = parameter.source
    var note: String?
    var known: CivilDate?
    var spread: (Entry.Spread, SourceText)?
    var place: Place?
    var valuePlace: Place?
    var overrode: [Setting.Overridden] = []
    var last: Entry?
    for layer in layers {
      guard let entry = layer.entries[parameter.path] else { continue }
      if let last { overrode.append(Setting.Overridden(place: last.place, value: last.value)) }
      last = entry
      place = entry.place
      if let new = entry.value {
        // A new value stands alone: nothing said about the old one is true of it.
        value = dated(new, entry, in: layer)
        source = entry.source ?? .notGiven
        note = entry.note
        known = entry.known
        valuePlace = entry.place
        spread = nil
      } else {
        source = entry.source ?? source
        note = entry.note ?? note
        // A new source stands alone too.
        known = entry.known ?? (entry.source == nil ? known : nil)
      }
      if let new = entry.uncertain { spread = (new, layer.source) }
    }
    var uncertain: Uncertainty?
    if let spread { uncertain = around(value, spread.0, parameter.path, in: spread.1) }
    if valuePlace != nil, let value { parameter.write(&parameters, value) }
    settings[parameter.path] = Setting(
      path: parameter.path, value: value, unit: parameter.unit, source: source, note: note,
      known: known, uncertain: uncertain, place: place, valuePlace: valuePlace, overrode: overrode)
  }

  /// The value itself, or the date where it is a day counted from the start of the run.
  private mutating func dated(_ value: Value, _ entry: Entry, in layer: Layer) -> Value? {
    guard index.parameters[entry.path]?.kind == .date, let day = RunDay(value) else { return value }
    if let date = start.flatMap(day.date) { return .date(date) }
    findings.append(
      layer.source.error(
        "out-of-range", entry.valuePlace,
        "\(entry.path.quoted): \(day.text.quoted) is outside \(RunDay.range.lowerBound) to \(RunDay.range.upperBound).",
        help: "count fewer days, months or years from the start of the run"))
    return nil
  }

  private mutating func around(
    _ value: Value?, _ spread: Entry.Spread, _ path: String, in source: SourceText
  ) -> Uncertainty? {
    guard Root.mayBeUncertain(path) else {
      complain(
        "not-uncertain", "\(path.quoted) says how the run is made, and cannot be uncertain.", spread, source)
      return nil
    }
    let point: Double
    switch value {
    case .number(let number)?: point = number
    case .whole(let number)?: point = Double(number)
    default:
      complain("uncertain-nothing", "\(path.quoted) has no value to be uncertain about.", spread, source)
      return nil
    }
    let text = Value.number(point).text
    if let ends = spread.shape.ends, !(ends.low...ends.high).contains(point) {
      complain(
        "uncertain-order",
        "The value \(text) of \(path.quoted) is outside its own uncertainty, "
          + "\(Value.number(ends.low).text) to \(Value.number(ends.high).text).", spread, source)
      return nil
    }
    if case .lognormal = spread.shape, point <= 0 {
      complain(
        "uncertain-order", "\(path.quoted) is \(text), and a lognormal value is above 0.", spread, source)
      return nil
    }
    let law = spread.shape.around(point)
    if let range = index.parameters[path]?.kind.bounds {
      let outside = law.shareOutside(range)
      if outside > Self.mostOutside {
        findings.append(
          source.finding(
            .warning, "uncertain-beyond", spread.place,
            "\(Int((outside * 100).rounded()))% of the draws of \(path.quoted) would lie outside "
              + "\(Value.number(range.lowerBound).text) to \(Value.number(range.upperBound).text), and are set to the nearer end.",
            help: "lower the standard deviation, or write [low, high]"))
      }
    }
    return law
  }

  /// The most of a law that may lie where its parameter cannot be.
  private static var mostOutside: Double { 0.1 }

  private mutating func complain(
    _ code: String, _ message: String, _ spread: Entry.Spread, _ source: SourceText
  ) {
    findings.append(source.error(code, spread.place, message))
  }
}
