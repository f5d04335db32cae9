import Parameters
import Results
import ServiceModel

/// The placements of children looked after as finance sees them: quantities, prices, and the flat service beside them.
///
/// The flat service is made for each replication by itself, from the same future: the number of children looked after
/// stays what it was on the first day, in the same types of placement, at the prices of the first financial year raised
/// by general inflation only. Growth is what the replication cost beyond that.
struct FlatService: Sendable {
  /// One kind of cost: a type of placement, or the other services for children looked after, which every child has.
  struct Kind: Sendable {
    /// The budget line's label.
    let line: String
    /// The placement's label; empty for the other services.
    let placement: String
  }

  /// Types of placement, then the other services.
  static let kinds: [Kind] =
    Placement.allCases.map { Kind(line: BudgetLine(placement: $0).label, placement: $0.label) }
    + [Kind(line: BudgetLine.careOverheads.label, placement: "")]

  /// A part of what social workers cost, which every child looked after is taken to cause alike.
  static let staffing = Kind(line: "staffing", placement: "")
  /// The lines that staffing is a share of.
  static let staffLines: [BudgetLine] = [
    .socialWorkers, .seniorPractitioners, .practiceManagers, .withoutCases, .marketSupplements, .agency,
    .absenceCover,
  ]

  /// What this evidence reads.
  @Sendable static func isWanted(_ measure: String, _ breakdown: String) -> Bool {
    switch measure {
    case Series.cost:
      breakdown.isEmpty
        || (kinds.map(\.line) + staffLines.map(\.label)).contains { breakdown == "line=\($0)" }
    case Series.realCost: breakdown.isEmpty
    case Series.activity: kinds.contains { breakdown == "line=\($0.line)" }
    case Series.lookedAfter: breakdown.isEmpty || breakdown.hasPrefix("placement=")
    case Series.lookedAfterAverage, Series.lookedAfterAtFirstStay: breakdown.isEmpty
    default: false
    }
  }

  let readings: MonthlyReadings
  /// The kinds of cost that are compared.
  let kinds: [Kind]
  /// Share of what staff cost that belongs to children looked after; 0 leaves staff out.
  private let staffShare: Double
  private let staff: [Int]
  private var pooledPrices: [Double] = []
  let years: [(label: String, months: Range<Int>)]
  private let cost, activity: [Int]
  private let opening: [Int]
  private let total, nominal, real, average, atFirstStay: Int

  init(_ readings: MonthlyReadings, staffShare: Double = 0) throws(EvidenceFailure) {
    self.readings = readings
    self.staffShare = staffShare
    kinds = Self.kinds + (staffShare > 0 ? [Self.staffing] : [])
    years = readings.financialYears
    func place(_ measure: String, _ breakdown: String = "") throws(EvidenceFailure) -> Int {
      guard let place = readings.place(measure, breakdown) else {
        throw EvidenceFailure(
          "error[unknown-measure]: the result has no \(measure)\(breakdown.isEmpty ? "" : "{\(breakdown)}")\n"
            + "help: run the scenario again with this version of the program")
      }
      return place
    }
    staff =
      staffShare > 0
      ? try Self.staffLines.map { line throws(EvidenceFailure) in
        try place(Series.cost, "line=\(line.label)")
      } : []
    cost = try Self.kinds.map { kind throws(EvidenceFailure) in try place(Series.cost, "line=\(kind.line)") }
    activity = try Self.kinds.map { kind throws(EvidenceFailure) in
      try place(Series.activity, "line=\(kind.line)")
    }
    opening = try Placement.allCases.map { kind throws(EvidenceFailure) in
      try place(Series.lookedAfter, "placement=\(kind.label)")
    }
    total = try place(Series.lookedAfter)
    nominal = try place(Series.cost)
    real = try place(Series.realCost)
    average = try place(Series.lookedAfterAverage)
    atFirstStay = try place(Series.lookedAfterAtFirstStay)
    pooledPrices = pooled()
  }

  /// Children looked after on the first day.
  func start(_ replication: Int) -> Double { readings.series[total].opening[replication] }

  /// General price level of each year, 1 in the first, as the replication's own costs tell it.
  func priceLevels(_ replication: Int) -> [Double] {
    let (nominal, real) = (sums(nominal, replication), sums(real, replication))
    return zip(nominal, real).map { $1 != 0 ? $0 / $1 : 1 }
  }

  /// One year of one replication: each kind's quantity (child-weeks) and price (pounds a week), flat and as simulated.
  /// The last kind is the other services. Prices are nominal.
  func bridges(_ replication: Int) -> [[Bridge.Kind]] {
    let levels = priceLevels(replication)
    let weeks = weeksOfYears
    let (costs, activities) = bought(replication)
    return years.indices.map { year in
      kinds.indices.map { kind in
        let flatPrice = firstPrice(kind, costs[kind], activities[kind], levels) * levels[year]
        let quantity = activities[kind][year]
        let flatChildren =
          kind < opening.count ? readings.series[opening[kind]].opening[replication] : start(replication)
        return Bridge.Kind(
          quantity0: flatChildren * weeks[year], price0: flatPrice, quantity1: quantity,
          price1: quantity > 0 ? costs[kind][year] / quantity : flatPrice)
      }
    }
  }

  /// The kind's price in the first year; where nobody was placed so then, that of its first year of use, deflated.
  private func firstPrice(_ kind: Int, _ costs: [Double], _ activities: [Double], _ levels: [Double])
    -> Double
  {
    if let year = activities.firstIndex(where: { $0 > 0 }) {
      return costs[year] / activities[year] / levels[year]
    }
    return pooledPrices[kind]
  }

  /// Pounds and child-weeks of each kind, by year. Staffing has the child-weeks of the other services.
  private func bought(_ replication: Int) -> (costs: [[Double]], activities: [[Double]]) {
    var costs = cost.map { sums($0, replication) }
    var activities = activity.map { sums($0, replication) }
    if staffShare > 0, let weeks = activities.last {
      let whole = staff.map { sums($0, replication) }
      costs.append(years.indices.map { year in staffShare * whole.reduce(0) { $0 + $1[year] } })
      activities.append(weeks)
    }
    return (costs, activities)
  }

  /// Price of each kind in the first year over all replications: for a replication that never used it.
  private func pooled() -> [Double] {
    let all = (0..<readings.count).map { bought($0) }
    return kinds.indices.map { kind in
      var (pounds, weeks) = (0.0, 0.0)
      for one in all {
        pounds += one.costs[kind].first ?? 0
        weeks += one.activities[kind].first ?? 0
      }
      return weeks > 0 ? pounds / weeks : 0
    }
  }

  private var weeksOfYears: [Double] { yearly(readings.days).map { $0 / 7 } }

  /// Child-weeks of each year that longer or shorter stays have brought about: those there were, less those there would
  /// have been had each child stayed as long as was drawn for it at entry, under the first year's law.
  func weeksOfLengthOfStay(_ replication: Int) -> [Double] {
    let changes = zip(
      readings.months(of: average, in: replication), readings.months(of: atFirstStay, in: replication)
    ).map { $0 - $1 }
    return yearly(zip(changes, readings.days).map { $0 * $1 / 7 })
  }

  /// Average number of children looked after in each year.
  func averages(_ replication: Int) -> [Double] {
    let childDays = zip(readings.months(of: average, in: replication), readings.days).map { $0 * $1 }
    return zip(yearly(childDays), yearly(readings.days)).map { $0 / $1 }
  }

  private func sums(_ series: Int, _ replication: Int) -> [Double] {
    yearly(Array(readings.months(of: series, in: replication)))
  }

  /// The sum of a month's values in each year; months without a value count for nothing.
  private func yearly(_ months: [Double]) -> [Double] {
    years.map { year in months[year.months].reduce(0) { $0 + ($1.isFinite ? $1 : 0) } }
  }
}
