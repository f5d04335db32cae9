import DiscreteEvents
import Parameters
import Statistics

/// What the measures say: one line for each series, or for a series and its parts.
///
/// A line does one of three things, each in a pass of its own over all lines: it declares its series, once a scenario;
/// it writes the month's reading; it forgets what it counted, which begins the next month. A count handed over `inout`
/// is one that is to be forgotten. The order of the lines is that of the rows in every file.
struct Report {
  private enum Pass { case declaring, writing, forgetting }

  private var pass = Pass.declaring
  private(set) var series: [Series] = []
  private var readings = Readings(months: 0, series: 0)
  /// Place of the next series.
  private var place = 0
  /// The month that is told of.
  private(set) var month = Month.opening
  /// What the measure is about whose lines come next.
  private var subject = Series.Subject.children
  /// Whether the measure's next lines have anything to read; without, their readings stay empty.
  var hasReadings = true

  // MARK: Passes

  /// - Returns: every series that the measures declare.
  static func declared(by measures: inout some Measure) -> [Series] {
    var report = Report()
    measures.tell(&report)
    return report.series
  }

  static func write(_ month: Month, of measures: inout some Measure, into readings: inout Readings) {
    var report = Report()
    report.pass = .writing
    report.month = month
    swap(&report.readings, &readings)
    measures.tell(&report)
    swap(&report.readings, &readings)
  }

  static func forget(_ month: Month, in measures: inout some Measure) {
    var report = Report()
    report.pass = .forgetting
    report.month = month
    measures.tell(&report)
  }

  /// A measure's lines come next.
  mutating func begin(_ subject: Series.Subject) {
    self.subject = subject
    hasReadings = true
  }

  // MARK: The whole service

  /// What there is at the month end.
  mutating func stock(
    _ measure: String, _ unit: Unit, _ value: Double, _ definition: String,
    _ traits: @autoclosure () -> Series.Traits = .neither
  ) {
    line(measure, unit, .stock, value, definition, traits())
  }

  /// What was counted over the month; handed over by value where another line forgets it.
  mutating func flow(
    _ measure: String, _ unit: Unit, _ count: Double, _ definition: String,
    _ traits: @autoclosure () -> Series.Traits = .neither
  ) {
    line(measure, unit, .flow, count, definition, traits())
  }

  mutating func flow(
    _ measure: String, _ unit: Unit, _ count: inout Double, _ definition: String,
    _ traits: @autoclosure () -> Series.Traits = .neither
  ) {
    line(measure, unit, .flow, count, definition, traits())
    forget(&count)
  }

  /// A ratio at the month end.
  mutating func ratio(
    _ measure: String, _ unit: Unit, _ value: Double, over denominator: Double, _ definition: String,
    _ traits: @autoclosure () -> Series.Traits = .neither
  ) {
    line(measure, unit, .stockRate, value, over: denominator, definition, traits())
  }

  /// A ratio of what was counted over the month; handed over by value where other lines forget it.
  mutating func rate(
    _ measure: String, _ unit: Unit, _ count: Double, over denominator: Double, _ definition: String,
    _ traits: @autoclosure () -> Series.Traits = .neither
  ) {
    line(measure, unit, .rate, count, over: denominator, definition, traits())
  }

  mutating func rate(
    _ measure: String, _ unit: Unit, _ count: inout Double, over denominator: inout Double,
    _ definition: String, _ traits: @autoclosure () -> Series.Traits = .neither
  ) {
    line(measure, unit, .rate, count, over: denominator, definition, traits())
    forget(&count)
    forget(&denominator)
  }

  /// A level averaged over the days of the month.
  mutating func average(
    _ measure: String, _ unit: Unit, _ level: inout TimeWeightedLevel, _ definition: String,
    _ traits: @autoclosure () -> Series.Traits = .neither
  ) {
    line(measure, unit, .rate, area(level), over: month.days, definition, traits())
    forget(&level)
  }

  /// The area under a level over the month; 0 unless it is written.
  func area(_ level: TimeWeightedLevel) -> Double {
    pass == .writing ? level.integral(to: month.end.days) : 0
  }

  /// A quantile over single records: of the month's, and of those of the financial year so far.
  mutating func quantile(
    _ p: Double, _ measure: String, _ unit: Unit, of records: inout Records, _ definition: String,
    _ traits: @autoclosure () -> Series.Traits = .neither
  ) {
    let (inMonth, inYear) = pass == .writing ? records.quantile(p) : (0, 0)
    line(measure, unit, .distribution, inMonth, over: inYear, definition, traits())
    forget(&records)
  }

  // MARK: Parts

  /// One part of a measure whose whole stands above.
  mutating func part(
    _ measure: String, of breakdown: @autoclosure () -> String, _ value: Double, over denominator: Double = 1,
    _ traits: Series.Traits? = nil, isHeadline: Bool = false
  ) {
    if pass == .declaring {
      series.append(whole(measure).part(breakdown(), traits, isHeadline: isHeadline))
    }
    write(value, over: denominator)
  }

  /// A measure whose whole stands above, by key; `headline` is the part that is shown in its place as a headline.
  mutating func parts<Key: Breakdown>(
    _ measure: String, by keys: Key.Type, _ traits: Series.Traits? = nil, headline: Key? = nil,
    _ reading: (Key) -> (Double, over: Double)
  ) {
    for key in Key.allCases {
      let (value, denominator) = reading(key)
      part(measure, of: key.breakdown, value, over: denominator, traits, isHeadline: key == headline)
    }
  }

  mutating func parts<Key: Breakdown>(_ measure: String, _ values: Flat<Key, Double>) {
    parts(measure, by: Key.self) { (values[$0], over: 1) }
  }

  mutating func parts<Key: Breakdown>(_ measure: String, _ amounts: Flat<Key, ExactAmount>) {
    parts(measure, by: Key.self) { (amounts[$0].value, over: 1) }
  }

  /// What was counted over the month for each key.
  mutating func parts<Key: Breakdown>(_ measure: String, _ counts: inout Flat<Key, Double>) {
    parts(measure, by: Key.self) { (counts[$0], over: 1) }
    forget(&counts)
  }

  /// What was counted over the month for each key, without a whole.
  mutating func each<Key: Breakdown>(
    _ measure: String, _ unit: Unit, _ counts: inout Flat<Key, Double>, _ definition: String,
    _ traits: @autoclosure () -> Series.Traits = .neither
  ) {
    for key in Key.allCases {
      line(measure, unit, .flow, of: key.breakdown, counts[key], definition, traits())
    }
    forget(&counts)
  }

  // MARK: What a line does

  /// Any series. The others are this one, said shorter.
  mutating func line(
    _ measure: String, _ unit: Unit, _ gathering: Series.Gathering,
    of breakdown: @autoclosure () -> String = "", _ value: Double, over denominator: Double = 1,
    _ definition: String, _ traits: @autoclosure () -> Series.Traits = .neither
  ) {
    if pass == .declaring {
      series.append(
        Series(
          measure: measure, breakdown: breakdown(), unit: unit, gathering: gathering, subject: subject,
          definition: definition, traits()))
    }
    write(value, over: denominator)
  }

  /// Begins anew after the month what no line forgets by itself.
  mutating func forget(_ state: inout some Forgetting) {
    if pass == .forgetting { state.forget(month) }
  }

  private mutating func write(_ value: Double, over denominator: Double) {
    guard pass == .writing else { return }
    if hasReadings { readings.set(place, month.index, value, over: denominator) }
    place += 1
  }

  private func whole(_ measure: String) -> Series {
    guard let whole = series.first(where: { $0.measure == measure }) else {
      preconditionFailure("The parts of \(measure) stand above their whole.")
    }
    return whole
  }
}

extension Series {
  /// The series of one part. It is no headline, unless it is shown in the whole's place.
  fileprivate func part(_ breakdown: String, _ given: Traits?, isHeadline: Bool) -> Series {
    var traits = given ?? traits
    if !isHeadline { (traits.headline, traits.label, traits.hasFan) = (nil, "", false) }
    return Series(
      measure: measure, breakdown: breakdown, unit: unit, gathering: gathering, subject: subject,
      definition: definition, traits)
  }
}

/// What begins anew after a month, and after the opening.
protocol Forgetting {
  mutating func forget(_ month: Month)
}

extension Double: Forgetting {
  mutating func forget(_ month: Month) { self = 0 }
}

extension Flat: Forgetting where Element: Forgetting {
  mutating func forget(_ month: Month) { for key in Key.allCases { self[key].forget(month) } }
}

extension TimeWeightedLevel: Forgetting {
  mutating func forget(_ month: Month) { reset(at: month.end.days) }
}
