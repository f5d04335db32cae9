import Experiments
import Parameters
import Results
import ServiceModel
import Statistics

/// Whether an overlay is worth it: what it changes in the whole cost of the service, its own cost among it, and in
/// leavers; each replication with the overlay held against the same replication without it.
///
/// The net falls into two classes against a baseline, the cost of the first financial year without the overlay, raised by
/// general inflation: what is spent below it is cashable, since a budget holds it; what keeps spending from rising above it
/// is avoidance, which no budget holds. In each replication and year the two make up the net.
package struct Worth: Sendable {
  let overlay: String
  let base, with: MonthlyReadings
  let years: [(label: String, months: Range<Int>)]

  /// What it reads.
  @Sendable package static func isWanted(_ measure: String, _ breakdown: String) -> Bool {
    switch measure {
    case Series.cost: true
    case Series.realCost, Series.leavers: breakdown.isEmpty
    default: false
    }
  }

  /// The same replications without the overlay and with it.
  package init(overlay: String, base: MonthlyReadings, with: MonthlyReadings) {
    precondition(
      base.replications == with.replications && base.months == with.months,
      "An overlay is held against the same replications.")
    (self.overlay, self.base, self.with) = (overlay, base, with)
    years = base.financialYears
  }

  package var count: Int { base.count }

  // MARK: Numbers by replication

  /// A series of one replication over a span of months, summed; months without a value count for nothing.
  private func sum(
    _ readings: MonthlyReadings, _ measure: String, _ breakdown: String, _ months: Range<Int>,
    _ replication: Int
  ) -> Double {
    guard let place = readings.place(measure, breakdown) else { return 0 }
    let own = readings.months(of: place, in: replication)
    return own[(own.startIndex + months.lowerBound)..<(own.startIndex + months.upperBound)]
      .reduce(0) { $0 + ($1.isFinite ? $1 : 0) }
  }

  /// With the overlay less without it, by replication.
  func changes(_ measure: String, _ breakdowns: [String], _ months: Range<Int>) -> [Double] {
    (0..<count).map { replication in
      Self.withoutDust(
        breakdowns.reduce(0) { total, breakdown in
          total + sum(with, measure, breakdown, months, replication)
            - sum(base, measure, breakdown, months, replication)
        })
    }
  }

  /// Nothing, where what should be nothing is what rounding has left: less than a thousandth of a penny.
  private static func withoutDust(_ pounds: Double) -> Double { abs(pounds) < 1e-5 ? 0 : pounds }

  var all: Range<Int> { 0..<base.months.count }

  /// General price level of a year, 1 in the first, as a replication's own costs tell it.
  private func priceLevel(_ year: Int, _ replication: Int) -> Double {
    let real = sum(base, Series.realCost, "", years[year].months, replication)
    return real != 0 ? sum(base, Series.cost, "", years[year].months, replication) / real : 1
  }

  /// The change of a year in the prices of the first, by replication.
  func realChanges(_ year: Int) -> [Double] {
    let nominal = changes(Series.cost, [""], years[year].months)
    return nominal.indices.map { nominal[$0] / priceLevel(year, $0) }
  }

  /// The two classes of a year's change, by replication; negative where money is saved.
  func classes(_ year: Int) -> (cashable: [Double], avoidance: [Double]) {
    let days = base.days
    func length(_ year: Int) -> Double { days[years[year].months].reduce(0, +) }
    var found: (cashable: [Double], avoidance: [Double]) = ([], [])
    for replication in 0..<count {
      let first = sum(base, Series.cost, "", years[0].months, replication) / length(0)
      let baseline = first * length(year) * priceLevel(year, replication) / priceLevel(0, replication)
      let without = sum(base, Series.cost, "", years[year].months, replication)
      let with = sum(self.with, Series.cost, "", years[year].months, replication)
      let split = Self.split(base: without, with: with, baseline: baseline)
      found.cashable.append(Self.withoutDust(split.cashable))
      found.avoidance.append(Self.withoutDust(split.avoidance))
    }
    return found
  }

  /// The two parts of a change: below the baseline, and above it.
  package static func split(
    base: Double, with: Double, baseline: Double
  ) -> (cashable: Double, avoidance: Double) {
    (min(with, baseline) - min(base, baseline), max(with, baseline) - max(base, baseline))
  }
}
