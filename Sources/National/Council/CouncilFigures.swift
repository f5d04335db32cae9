import Dates
import Foundation
import Parameters

/// What is known of a council at a day: its own figures where they are published, and what stands in for those that are
/// not, each with its source.
struct CouncilFigures {
  let table: NationalTable
  let council: ListedCouncil
  /// Nothing that was published after this day is used; nil uses everything.
  let asOf: CivilDate?
  /// For England, councils among which its counts are shared; 1 for a council.
  let share: Double

  /// Years of its own that a yearly number rests on.
  static let span = 3
  /// Years before or after the one asked for from which a figure is taken where it was not published.
  private static let reach = 2

  init(_ table: NationalTable, _ council: ListedCouncil, asOf: CivilDate?) {
    (self.table, self.council, self.asOf) = (table, council, asOf)
    share = council.code == "ENG" ? Double(table.real.filter { $0.successors.isEmpty }.count) : 1
  }

  /// The newest year of which figures of that kind had been published.
  func newest(_ period: NationalMeasure.Period) -> Int {
    guard let asOf else { return table.years.upperBound }
    let (year, month, _) = asOf.civil
    // A figure of year Y is known from the month after month `publishedAfterMonths`, counted from January of Y.
    return (year * 12 + month - 1 - period.publishedAfterMonths) / 12
  }

  /// The newest year up to `year` of which the council's own figure is known.
  func newest(_ measure: NationalMeasure, upTo year: Int? = nil) -> Int? {
    table.newest(measure, council.code, upTo: min(newest(measure.period), year ?? .max))
  }

  /// Its own figure of that year, a small count as the middle of what it may be; nil where nothing is known.
  func own(_ measure: NationalMeasure, _ year: Int) -> Double? {
    guard year <= newest(measure.period) else { return nil }
    let divisor = measure.unit == "share" || measure.unit.hasPrefix("£ per") || measure.unit.contains(" per ")
    return table.figure(measure, council.code, year).reckoned.map { divisor ? $0 : $0 / share }
  }

  /// The number of a year or a day: its own, or that of the nearest year, or what councils of its region have.
  func stock(_ name: String, _ year: Int) -> Told? {
    guard let measure = NationalMeasure.named(name) else { return nil }
    let years = [0, -1, 1, -2, 2].map { year + $0 }.filter { abs($0 - year) <= Self.reach }
    for near in years {
      if let value = own(measure, near) {
        let told = words(measure, "\(near)", of: near)
        return Told(value, isSmall(measure, near) ? .derived(told) : .published(told))
      }
    }
    return standIn(measure, year)
  }

  /// The mean of the newest years up to `year`, drawn towards the region's by as much as one council's years vary.
  func flow(_ name: String, _ year: Int) -> Told? {
    guard let measure = NationalMeasure.named(name) else { return nil }
    let last = min(year, newest(measure.period))
    let own = ((last - Self.span + 1)...last).compactMap { self.own(measure, $0) }
    guard !own.isEmpty else { return standIn(measure, year) }
    let mean = own.reduce(0, +) / Double(own.count)
    let first = last - own.count + 1
    let span = own.count == 1 ? "\(last)" : "mean of \(own.count) of the years \(first) to \(last)"
    guard mean > 0, let other = standIn(measure, year), other.value > 0,
      let prior = Shrinkage(table, measure, upTo: last, populationUpTo: newest(.midYear))
    else { return Told(mean, .derived(words(measure, span, of: last))) }
    let weight = prior.ownShare(years: own.count)
    let value = exp(weight * log(mean) + (1 - weight) * log(other.value))
    let percent = Int((weight * 100).rounded())
    let drawn = percent >= 100 ? "" : "; \(percent)% its own, \(100 - percent)% \(region)'s"
    return Told(value, .derived(words(measure, span, of: last) + drawn))
  }

  /// A rate of nothing counts as this one where logarithms are taken.
  static let leastRate = 0.01

  /// The mean of a rate over all councils whose figure of that year is known.
  func meanOfAll(_ name: String, _ year: Int) -> Double? {
    guard let measure = NationalMeasure.named(name), year <= newest(measure.period) else { return nil }
    let values = table.real.compactMap { table.figure(measure, $0.code, year).value }
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// What all councils have of a count for each of another, of the newest years known.
  func ratioOfAll(_ name: String, over other: String, _ year: Int) -> Double? {
    guard let upper = NationalMeasure.named(name), let lower = NationalMeasure.named(other) else {
      return nil
    }
    let (last, day) = (min(year, newest(upper.period)), min(year, newest(lower.period)))
    var (sum, over) = (0.0, 0.0)
    for council in table.real {
      guard let value = table.figure(upper, council.code, last).value,
        let whole = [day, day - 1].lazy.compactMap({ table.figure(lower, council.code, $0).value }).first
      else { continue }
      sum += value
      over += whole
    }
    return over > 0 ? sum / over : nil
  }

  /// What councils like it have: the median of its region's, for each child where it is a count.
  private func standIn(_ measure: NationalMeasure, _ year: Int) -> Told? {
    let isRate = measure.unit == "share" || measure.unit.hasPrefix("£ per") || measure.unit.contains(" per ")
    let last = min(year, newest(measure.period))
    for near in [last, last - 1, last + 1, last - 2] where near <= newest(measure.period) {
      for isNear in [true, false] {
        let others = table.real.filter { $0.code != council.code && (!isNear || $0.region == council.region) }
        let rates = others.compactMap { other -> Double? in
          guard let value = table.figure(measure, other.code, near).value else { return nil }
          return isRate ? value : population(of: other.code, near).map { value / $0 }
        }
        guard rates.count >= 5 else { continue }
        let median = rates.sorted()[rates.count / 2]
        let whose = isNear ? region : "England"
        if isRate {
          return Told(
            median, .derived("median of \(whose)'s councils in \(near): \(words(measure, "", of: near))"))
        }
        guard let own = population(of: council.code, near) else { continue }
        return Told(
          median * own / share,
          .derived(
            "median for each child of \(whose)'s councils in \(near), by its number of children: \(measure.name)"
          ))
      }
    }
    return nil
  }

  /// Children aged 0 to 17 in the middle of that year, or of the nearest one known.
  private func population(of code: String, _ year: Int) -> Double? {
    guard let measure = NationalMeasure.named("population_0_17") else { return nil }
    let last = newest(.midYear)
    return [year, year - 1, year + 1, year - 2, year + 2, year - 3].filter { $0 <= last }
      .lazy.compactMap { table.figure(measure, code, $0).value }.first
  }

  private var region: String { council.region.isEmpty ? "England" : council.region }

  private func words(_ measure: NationalMeasure, _ when: String, of year: Int) -> String {
    let small = isSmall(measure, year) ? "fewer than 6 and not told: the middle of what it may be" : ""
    return [measure.name, when, table.release(measure, year), small].filter { !$0.isEmpty }.joined(
      separator: ", ")
  }

  /// Whether its own figure of that year is a small count that is not told.
  private func isSmall(_ measure: NationalMeasure, _ year: Int) -> Bool {
    table.figure(measure, council.code, year) == .small
  }
}
