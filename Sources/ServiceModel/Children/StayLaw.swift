import DiscreteEvents

/// What decides how long a child stays in a stage.
struct StayTerms {
  /// Length for a child of a band with the ratio 1.
  var length: Distribution
  /// Ratio of the length by age at entry.
  var ratios: [Double]
  /// Mean days to an emergency that ends the stay early, and how much likelier it is by age; nil where there is none.
  var meanDaysToEmergency: Double?
  var emergencyRatios = Keyed<AgeBand, Double>(repeating: 1)
  /// Share of children who stay at least as long as proceedings last, and how long these last.
  var orderShare = 0.0
  var proceedings = Distribution.constant(0)
  /// Share of those who enter under one who do so at birth; the others do evenly over their first year.
  var atBirthShare = 0.0
  /// How much likelier it is to enter with each birthday within a band.
  var entrySteps = Keyed<AgeBand, Double>(repeating: 1)
  /// Whether the stay ends on the eighteenth birthday at the latest.
  var endsAt18: Bool
  /// Days of the calendar in which a day of the length passes.
  var slowness = 1.0
}

/// A stay that is under way.
struct OpeningStay {
  let enteredAs: AgeBand
  /// Age now, days.
  let age: Double
  /// Days of the calendar since it began.
  let gone: Double
  /// What is left of its length, days.
  let left: Double
}

/// The stays in one stage that are met at a moment picked at random, in the steady state.
///
/// Age at entry and time since belong together: they have the density (rate of entry at that age) x (chance that a stay
/// which began at that age has lasted so long), as far as they make up the age now. The rate of entry changes within a
/// band by a step at each birthday, and is such in each band that the stock has the published ages. Where age changes
/// nothing it is even throughout.
struct StayLaw: ~Copyable, Sendable {
  private let terms: StayTerms
  private let ratios: PlainTable<AgeBand, Double>
  /// For each band now, the bands in which a stay may have begun, by the child-days of all that began there.
  private let entered: PlainTable<AgeBand, Shares<AgeBand>>
  /// Children who enter in each band in a day, for each child in the stock.
  let entriesPerDay: PlainTable<AgeBand, Double>
  private let meanLength: Double
  private let meanProceedings: Double

  /// Children who enter in a day for each child in the stock, in the order of the bands.
  var entries: [Double] { AgeBand.allCases.map { entriesPerDay[$0] } }

  init(_ terms: StayTerms, agesNow: [Double]) {
    self.terms = terms
    let ratios = terms.ratios
    self.ratios = PlainTable { ratios[$0.index] }
    let bands = AgeBand.allCases
    let (length, proceedings) = (terms.length.mean, terms.proceedings.mean)
    (meanLength, meanProceedings) = (length, proceedings)
    let entries = Self.entries(terms, agesNow)
    entriesPerDay = PlainTable { entries[$0.index] }
    entered = PlainTable { now in
      Shares(
        bands.map { band in
          guard band.index <= now.index else { return 0 }
          let days = ratios[band.index] * length + terms.orderShare * proceedings
          return entries[band.index] * max(days, 1e-9)
        })
    }
  }

  /// One stay of a child who is now in that band.
  func draw(_ stream: RandomStream, now: AgeBand) -> OpeningStay {
    let whole = terms.days(of: now)
    // Trials are as many as children in the stage for each in the band, a handful on average.
    for _ in 0..<4096 where meanLength > 0 {
      let band = entered[now].pick(stream)
      let entry = terms.drawEntry(stream, band)
      guard let length = lengthBiased(stream, band) else { continue }
      let part = stream.uniform()
      let gone = length * part * terms.slowness
      guard whole.contains(entry + gone) else { continue }
      if let mean = terms.meanDaysToEmergency,
        stream.uniform() >= exponential(-gone / mean * terms.emergencyRatios[band])
      {
        continue
      }
      return OpeningStay(enteredAs: band, age: entry + gone, gone: gone, left: length * (1 - part))
    }
    let born = terms.days(of: now)
    let age = born.lowerBound + stream.uniform() * (born.upperBound - born.lowerBound)
    return OpeningStay(
      enteredAs: now, age: age, gone: 0, left: terms.length.sample(stream) * ratios[now])
  }

  /// Age in days at which a stay that began in that band comes to its own end, whatever birthdays lie before it.
  func drawEnd(_ stream: RandomStream, enteredAs band: AgeBand) -> Double {
    let entry = terms.drawEntry(stream, band)
    let hasProceedings = stream.bernoulli(terms.orderShare)
    let length = terms.length.sample(stream) * ratios[band]
    let proceedings = terms.proceedings.sample(stream)
    return entry + (hasProceedings ? max(length, proceedings) : length)
  }

  /// The length of a stay that began in that band, drawn in proportion to itself; nil where the trial failed.
  private func lengthBiased(_ stream: RandomStream, _ band: AgeBand) -> Double? {
    let ratio = ratios[band]
    guard terms.orderShare > 0 else { return terms.length.sampleLengthBiased(stream) * ratio }
    let share = terms.orderShare
    let mean = meanLength * ratio
    let place = stream.uniform() * (mean + share * meanProceedings)
    if place < (1 - share) * mean { return terms.length.sampleLengthBiased(stream) * ratio }
    // The longer of the two, from pairs in proportion to their sum.
    let (length, proceedings) =
      place < mean
      ? (terms.length.sampleLengthBiased(stream) * ratio, terms.proceedings.sample(stream))
      : (terms.length.sample(stream) * ratio, terms.proceedings.sampleLengthBiased(stream))
    let longer = max(length, proceedings)
    return stream.uniform() * (length + proceedings) < longer ? longer : nil
  }
}

extension StayLaw {
  /// Points at which the chance that a stay still lasts is read; they lie the closer, the shorter the stay.
  private static let points = 240

  /// Entries by band in a day for each child in the stock, such that the stock has those ages.
  private static func entries(_ terms: StayTerms, _ agesNow: [Double]) -> [Double] {
    let bands = AgeBand.allCases
    let widths = bands.map { terms.days(of: $0).upperBound - terms.days(of: $0).lowerBound }
    let isStepped = terms.entrySteps.elements.contains { $0 != 1 }
    let dependsOnAge = terms.endsAt18 || isStepped || Set(terms.ratios).count > 1
    guard dependsOnAge, terms.length.mean > 0 else {
      let stock = bands.reduce(0.0) { $0 + widths[$1.index] * terms.length.mean * terms.ratios[$1.index] }
      return widths.map { stock > 0 ? $0 / stock : $0 }
    }
    let times = bands.map { childDays(terms, enteredAs: $0) }
    var entries: [Double] = []
    for now in bands {
      let carried = entries.indices.reduce(0.0) { $0 + entries[$1] * times[$1][now.index] }
      let own = times[now.index][now.index]
      let least = 1e-9 * widths[now.index]
      entries.append(own > 0 ? max(least, (agesNow[now.index] - carried) / own) : least)
    }
    let stock = zip(entries, times).reduce(0) { $0 + $1.0 * $1.1.reduce(0, +) }
    return entries.map { stock > 0 ? $0 / stock : $0 }
  }

  /// The shares of the ages of a stock to which so many come at each age.
  ///
  /// - Parameter shares: of those who come, by band.
  static func agesNow(_ terms: StayTerms, entering shares: [Double]) -> [Double] {
    let bands = AgeBand.allCases
    let times = bands.map { childDays(terms, enteredAs: $0) }
    let days = bands.map { now in bands.reduce(0.0) { $0 + shares[$1.index] * times[$1.index][now.index] } }
    let sum = days.reduce(0, +)
    return sum > 0 ? days.map { $0 / sum } : shares
  }

  /// Days that a child who enters in that band spends in each band.
  private static func childDays(_ terms: StayTerms, enteredAs band: AgeBand) -> [Double] {
    let bands = AgeBand.allCases
    let parts = terms.entryParts(band)
    let longest = terms.days(of: .age16plus).upperBound
    var days = Array(repeating: 0.0, count: bands.count)
    var before = 0.0
    for point in 1...points {
      let part = Double(point) / Double(points)
      let after = longest * part * part * part
      let middle = (before + after) / 2
      let lasting = terms.survival(middle, band) * (after - before)
      let atBirth = band == .under1 ? terms.atBirthShare : 0
      for now in bands where now.index >= band.index {
        let there = terms.days(of: now)
        for (born, share) in parts {
          let weight = lasting * share * (1 - atBirth) / (born.upperBound - born.lowerBound)
          let ages =
            min(born.upperBound, there.upperBound - middle) - max(born.lowerBound, there.lowerBound - middle)
          if ages > 0 { days[now.index] += weight * ages }
        }
        if there.contains(middle) { days[now.index] += lasting * atBirth }
      }
      before = after
    }
    return days
  }
}

extension StayTerms {
  /// Ages of the band, days. Whoever is met in a stage is under eighteen, whether or not stays end then.
  func days(of band: AgeBand) -> Range<Double> {
    band.years.lowerBound * 365.25..<band.years.upperBound * 365.25
  }

  /// An age in days at which a stay of that band begins.
  func drawEntry(_ stream: RandomStream, _ band: AgeBand) -> Double {
    if band == .under1, atBirthShare > 0, stream.bernoulli(atBirthShare) { return 0 }
    let (born, step, years) = (days(of: band), entrySteps[band], band.wholeYears.count)
    guard step != 1, years > 1 else {
      return born.lowerBound + stream.uniform() * (born.upperBound - born.lowerBound)
    }
    // The sum of a geometric series: no list is made.
    var (place, weight) = (stream.uniform() * (power(step, Double(years)) - 1) / (step - 1), 1.0)
    var year = 0
    while place >= weight, year < years - 1 {
      place -= weight
      weight *= step
      year += 1
    }
    return born.lowerBound + (Double(year) + min(place / weight, 1)) * 365.25
  }

  /// Ages in days over which stays of that band begin evenly, each with its share; the shares sum to 1.
  func entryParts(_ band: AgeBand) -> [(born: Range<Double>, share: Double)] {
    let (step, years) = (entrySteps[band], band.wholeYears)
    guard step != 1, years.count > 1 else { return [(days(of: band), 1)] }
    let weights = years.indices.map { power(step, Double($0 - years.lowerBound)) }
    let all = weights.reduce(0, +)
    return zip(years, weights).map { year, weight in
      (Double(year) * 365.25..<Double(year + 1) * 365.25, weight / all)
    }
  }

  /// Ages in days at which stays of that band begin, each with its share; the shares sum to 1.
  ///
  /// - Parameter count: about how many of them lie within the band.
  func entryAges(_ band: AgeBand, _ count: Int) -> [(age: Double, share: Double)] {
    let atBirth = band == .under1 ? atBirthShare : 0
    let parts = entryParts(band)
    let each = max(count / parts.count, 1)
    var even: [(age: Double, share: Double)] = []
    for (born, share) in parts {
      let width = born.upperBound - born.lowerBound
      for number in 0..<each {
        let place = (Double(number) + 0.5) / Double(each)
        even.append((born.lowerBound + place * width, share * (1 - atBirth) / Double(each)))
      }
    }
    return atBirth > 0 ? [(age: 0, share: atBirth)] + even : even
  }

  /// The chance that a stay which began in that band lasts longer than so many days of the calendar.
  func survival(_ days: Double, _ band: AgeBand) -> Double {
    let worked = days / slowness
    let ended = length.cdf(worked / ratios[band.index])
    var lasts = 1 - ended
    if orderShare > 0 { lasts += orderShare * ended * (1 - proceedings.cdf(worked)) }
    if let mean = meanDaysToEmergency { lasts *= exponential(-days / mean * emergencyRatios[band]) }
    return lasts
  }
}
