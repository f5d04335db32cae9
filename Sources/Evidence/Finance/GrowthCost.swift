import Results

/// What growth in children looked after costs beyond a flat number, year by year, and what it is made of.
package struct GrowthCost: Sendable {
  /// The parts of growth, in the order in which they are written.
  enum Driver: Int, CaseIterable {
    case entries, lengthOfStay, mix, price

    var label: String {
      switch self {
      case .entries: "volume_entries"
      case .lengthOfStay: "volume_length_of_stay"
      case .mix: "mix"
      case .price: "price"
      }
    }
  }

  /// One year of one replication, pounds of the day.
  struct Year: Sendable {
    var actual = 0.0
    var flat = 0.0
    /// `parts[driver][kind]`.
    var parts: [[Double]]
    var growth: Double { actual - flat }
  }

  /// `years[replication][year]`.
  let years: [[Year]]
  /// Labels of the financial years.
  package let labels: [String]
  /// General price level of each year over the first, by replication.
  let levels: [[Double]]
  /// Children looked after at the start, and on average in each year, by replication.
  let start: [Double]
  let averages: [[Double]]
  let kinds: [FlatService.Kind]
  /// Budget of each year, pounds, where every line has one.
  let budgets: [Double]?

  package var count: Int { years.count }

  @Sendable package static func isWanted(_ measure: String, _ breakdown: String) -> Bool {
    FlatService.isWanted(measure, breakdown)
  }

  /// - Parameters:
  ///   - budgets: the budget of each year for placements and other services together; nil where none is set.
  ///   - staffShare: share of what social workers cost that counts as a cost of children looked after; 0 leaves them out.
  package init(
    _ readings: MonthlyReadings, budgets: [Double]?, staffShare: Double = 0
  ) throws(EvidenceFailure) {
    let service = try FlatService(readings, staffShare: staffShare)
    kinds = service.kinds
    labels = service.years.map(\.label)
    let replications = 0..<readings.count
    years = replications.map { Self.years(service, $0) }
    levels = replications.map(service.priceLevels)
    start = replications.map(service.start)
    averages = replications.map(service.averages)
    self.budgets = budgets
  }

  private static func years(_ service: FlatService, _ replication: Int) -> [Year] {
    let ofStay = service.weeksOfLengthOfStay(replication)
    return service.bridges(replication).enumerated().map { index, kinds in
      let placements = Bridge(Array(kinds.prefix(FlatService.kinds.count - 1)))
      // Every child has the other services, whatever the placement: they have a volume and a price, and no mix.
      let others = Bridge(Array(kinds.dropFirst(FlatService.kinds.count - 1)))
      let volume = placements.volume + others.volume
      // Of the change in child-weeks, what stays have brought about is known; entries are the rest.
      let stay = (placements.pricePerOne + others.pricePerOne).map { ofStay[index] * $0 }
      var year = Year(parts: [])
      year.actual = placements.cost1 + others.cost1
      year.flat = placements.cost0 + others.cost0
      year.parts = [
        zip(volume, stay).map { $0 - $1 }, stay, placements.mix + others.mix,
        placements.price + others.price,
      ]
      return year
    }
  }

  // MARK: Streams

  /// Growth of each year in each replication: `[year][replication]`, pounds of the day or of the first year.
  func stream(_ value: (Year) -> Double, isReal: Bool) -> [[Double]] {
    labels.indices.map { year in
      years.indices.map { replication in
        let pounds = value(years[replication][year])
        return isReal ? pounds / levels[replication][year] : pounds
      }
    }
  }

  /// The sum over the years of a stream in each replication.
  func sums(_ stream: [[Double]]) -> [Double] {
    years.indices.map { replication in stream.reduce(0) { $0 + $1[replication] } }
  }
}
