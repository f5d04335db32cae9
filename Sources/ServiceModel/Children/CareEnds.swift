import DiscreteEvents

/// Stays in care that are expected to end in the first year after the opening.
package struct CareEnds: Sendable, Equatable {
  /// By a stay's own length, children.
  package var before18 = 0.0
  /// By the eighteenth birthday, children.
  package var at18 = 0.0

  package var all: Double { before18 + at18 }
}

extension ServiceParameters {
  /// What the first year's ends of stays in care are on average, as long as neither load nor levers, drift nor policies
  /// change a length: an integral over the stays that are under way at the opening, and over those that begin.
  ///
  /// - Parameter entries: children who begin to be looked after in the year, all ways of entry together.
  package func expectedCareEnds(entries: Double) -> CareEnds {
    let terms = stayTerms(of: .lookedAfter, availability: 1)
    let law = StayLaw(terms, agesNow: opening.lookedAfterAges.elements)
    let grid = StayGrid(terms)
    var ends = CareEnds()
    let stock = Double(opening.children[.lookedAfter])
    var direct = 0.0
    for way in DirectEntry.allCases where demand.direct[way].from <= run.starts {
      guard demand.direct[way].stay.law == .own else { continue }
      direct += demand.direct[way].perYear
      ends.before18 += demand.direct[way].expectedEndsInYear
    }
    let begun = AgeBand.allCases.map { law.entriesPerDay[$0] }
    let sum = max(begun.reduce(0, +), 1e-12)
    for band in AgeBand.allCases {
      let met = grid.met(now: band, entries: begun)
      let share = opening.lookedAfterAges[band] * stock
      ends.before18 += share * met.before18
      ends.at18 += share * met.at18
      let new = grid.begun(in: band)
      let count = max(entries - direct, 0) * begun[band.index] / sum
      ends.before18 += count * new.before18
      ends.at18 += count * new.at18
    }
    return ends
  }
}

extension DirectEntryParameters {
  /// Of those who come in a year, as many as leave within it by a length of their own, spread evenly over the year.
  fileprivate var expectedEndsInYear: Double {
    guard let length = stay.duration.distribution else { return 0 }
    let points = 64
    let ended = (0..<points).reduce(0.0) {
      $0 + length.cdf((Double($1) + 0.5) / Double(points) * 365.25)
    }
    return perYear * (1 - stay.to18Share) * ended / Double(points)
  }
}

/// The chance that a stay still lasts, at even steps of its length, for each band in which it may have begun.
private struct StayGrid {
  /// What of the stays of one kind ends within a year; shares.
  typealias Ends = (before18: Double, at18: Double)

  private let terms: StayTerms
  /// By band, then by step.
  private let lasting: [[Double]]

  private static let perYear = 64
  private static let step = 365.25 / Double(perYear)
  /// Ages at entry within a band at which stays are begun.
  private static let ages = 12
  private static let adult = 18 * 365.25

  init(_ terms: StayTerms) {
    self.terms = terms
    lasting = AgeBand.allCases.map { band in
      (0...19 * Self.perYear + 1).map { terms.survival(Double($0) * Self.step, band) }
    }
  }

  /// The share of stays that have lasted so many days, read between two steps.
  private func lasting(_ band: AgeBand, _ days: Double) -> Double {
    let row = lasting[band.index]
    let place = min(max(days / Self.step, 0), Double(row.count - 1))
    let low = min(Int(place), row.count - 2)
    return row[low] + (row[low + 1] - row[low]) * (place - Double(low))
  }

  private func entryAges(_ band: AgeBand) -> [Double] {
    let born = terms.days(of: band)
    return (0..<Self.ages).map {
      born.lowerBound + (Double($0) + 0.5) / Double(Self.ages) * (born.upperBound - born.lowerBound)
    }
  }

  /// Of the stays of children who are in a band now, those that end within a year.
  func met(now: AgeBand, entries: [Double]) -> Ends {
    let there = terms.days(of: now)
    var (stays, own, birthdays) = (0.0, 0.0, 0.0)
    for band in AgeBand.allCases where band.index <= now.index {
      for entry in entryAges(band) {
        var gone = max(0, there.lowerBound - entry) + Self.step / 2
        while entry + gone < there.upperBound {
          let weight = entries[band.index]
          let left = terms.endsAt18 ? Self.adult - entry - gone : .infinity
          let (here, then) = (lasting(band, gone), lasting(band, gone + min(left, 365.25)))
          stays += weight * here
          own += weight * (here - then)
          if left < 365.25 { birthdays += weight * then }
          gone += Self.step
        }
      }
    }
    return stays > 0 ? (own / stays, birthdays / stays) : (0, 0)
  }

  /// Of the stays that begin in a band, evenly over the year, those that end within it.
  func begun(in band: AgeBand) -> Ends {
    var (own, birthdays) = (0.0, 0.0)
    let points = Self.ages * Self.perYear
    for entry in entryAges(band) {
      let left = terms.endsAt18 ? Self.adult - entry : .infinity
      for point in 0..<Self.perYear {
        let rest = (Double(point) + 0.5) * Self.step
        own += 1 - lasting(band, min(left, rest))
        if left < rest { birthdays += lasting(band, left) }
      }
    }
    return (own / Double(points), birthdays / Double(points))
  }
}
