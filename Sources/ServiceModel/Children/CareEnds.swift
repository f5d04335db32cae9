import DiscreteEvents

/// Stays in care that are expected to end in the first years after the opening.
package struct CareEnds: Sendable, Equatable {
  /// By a stay's own length, children.
  package var before18 = 0.0
  /// By the eighteenth birthday, children.
  package var at18 = 0.0

  package var all: Double { before18 + at18 }
}

extension ServiceParameters {
  /// What the first years' ends of stays in care are on average, as long as neither load nor levers, drift nor policies
  /// change a length: an integral over the stays that are under way at the opening, and over those that begin.
  ///
  /// - Parameters:
  ///   - entries: children who begin to be looked after in a year, all ways of entry together.
  ///   - ages: of those who come from the pathway, in proportion; nil for those that keep the ages of the stock.
  ///   - years: how many of the first years' ends are counted, 1 to 10.
  package func expectedCareEnds(entries: Double, ages: [Double]? = nil, years: Int = 1) -> CareEnds {
    let span = Double(years)
    var ends = CareEnds()
    var direct = 0.0
    for way in DirectEntry.allCases where demand.direct[way].from <= run.starts {
      guard demand.direct[way].stay.law == .own else { continue }
      direct += demand.direct[way].perYear
      ends.add(
        span * demand.direct[way].perYear, begun: demand.direct[way].ages,
        StayGrid(stayTerms(of: way), years: years))
    }
    let (others, alone) = openingAges()
    if opening.unaccompanied > 0 {
      let law = openingStays(of: .unaccompanied)
      ends.add(alone, met: law, StayGrid(stayTerms(of: .unaccompanied), years: years))
    }
    let law = openingStays(of: .lookedAfter)
    let grid = StayGrid(stayTerms(of: .lookedAfter, availability: 1), years: years)
    ends.add(others, met: law, grid)
    ends.add(span * max(entries - direct, 0), begun: ages ?? law.entries, grid)
    return ends
  }
}

extension CareEnds {
  /// Ends of the stays of so many who are met in each band at the opening.
  fileprivate mutating func add(_ counts: [Int], met law: borrowing StayLaw, _ grid: StayGrid) {
    let entries = law.entries
    for band in AgeBand.allCases where counts[band.index] > 0 {
      let met = grid.met(now: band, entries: entries)
      before18 += Double(counts[band.index]) * met.before18
      at18 += Double(counts[band.index]) * met.at18
    }
  }

  /// Ends of stays that begin evenly over the years, at ages in such proportions.
  fileprivate mutating func add(_ count: Double, begun ages: [Double], _ grid: StayGrid) {
    let sum = max(ages.reduce(0, +), 1e-12)
    for band in AgeBand.allCases where ages[band.index] > 0 {
      let new = grid.begun(in: band)
      before18 += count * ages[band.index] / sum * new.before18
      at18 += count * ages[band.index] / sum * new.at18
    }
  }
}

/// The chance that a stay still lasts, at even steps of its length, for each band in which it may have begun.
private struct StayGrid {
  /// What of the stays of one kind ends within the years; shares.
  typealias Ends = (before18: Double, at18: Double)

  private let terms: StayTerms
  /// Days of the years whose ends are counted, and steps of them.
  private let span: Double
  private let points: Int
  /// By band, then by step.
  private let lasting: [[Double]]

  private static let perYear = 64
  private static let step = 365.25 / Double(perYear)
  /// Ages at entry within a band at which stays are begun.
  private static let ages = 12
  private static let adult = AgeBand.adulthood

  init(_ terms: StayTerms, years: Int) {
    self.terms = terms
    (span, points) = (365.25 * Double(years), Self.perYear * years)
    lasting = AgeBand.allCases.map { band in
      (0...(18 + years) * Self.perYear + 1).map { terms.survival(Double($0) * Self.step, band) }
    }
  }

  /// The share of stays that have lasted so many days, read between two steps.
  private func lasting(_ band: AgeBand, _ days: Double) -> Double {
    let row = lasting[band.index]
    let place = min(max(days / Self.step, 0), Double(row.count - 1))
    let low = min(Int(place), row.count - 2)
    return row[low] + (row[low + 1] - row[low]) * (place - Double(low))
  }

  /// Of the stays of children who are in a band now, those that end within the years.
  func met(now: AgeBand, entries: [Double]) -> Ends {
    let there = terms.days(of: now)
    var (stays, own, birthdays) = (0.0, 0.0, 0.0)
    for band in AgeBand.allCases where band.index <= now.index {
      for (entry, share) in terms.entryAges(band, Self.ages) {
        var gone = max(0, there.lowerBound - entry) + Self.step / 2
        while entry + gone < there.upperBound {
          let weight = entries[band.index] * share
          let left = terms.endsAt18 ? Self.adult - entry - gone : .infinity
          let (here, then) = (lasting(band, gone), lasting(band, gone + min(left, span)))
          stays += weight * here
          own += weight * (here - then)
          if left < span { birthdays += weight * then }
          gone += Self.step
        }
      }
    }
    return stays > 0 ? (own / stays, birthdays / stays) : (0, 0)
  }

  /// Of the stays that begin in a band, evenly over the years, those that end within them.
  func begun(in band: AgeBand) -> Ends {
    var (own, birthdays) = (0.0, 0.0)
    for (entry, share) in terms.entryAges(band, Self.ages) {
      let left = terms.endsAt18 ? Self.adult - entry : .infinity
      let weight = share / Double(points)
      for point in 0..<points {
        let rest = (Double(point) + 0.5) * Self.step
        own += weight * (1 - lasting(band, min(left, rest)))
        if left < rest { birthdays += weight * lasting(band, left) }
      }
    }
    return (own, birthdays)
  }
}
