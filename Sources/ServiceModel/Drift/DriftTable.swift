import Dates
import DiscreteEvents

/// Drift laid on the months of a run.
struct DriftTable: Sendable {
  /// Whether anything drifts, and what does.
  let isOn: Bool
  let drives: Flat<DriftDriver, Bool>
  /// Month of the run with which the drift of each driver begins; below 0 where it began so many months before the run.
  let firstMonth: Flat<DriftDriver, Int>
  let months: Int
  /// Drift years of each driver up to the end of the run, an unfinished one among them.
  private let years: Flat<DriftDriver, Int>
  /// The most years of any driver that drifts.
  let mostYears: Int
  private let terms: Keyed<DriftDriver, DriftTerms>
  /// The lower triangle of Cholesky's root of the correlations, row after row.
  private let root: [Double]
  /// Source of what drift does to influences; nil where it does nothing to any.
  let source: Int?

  init(_ parameters: ServiceParameters, _ calendar: ModelCalendar, into dated: inout DatedInfluences) {
    let drift = parameters.drift
    let driving = drift.driversOn.filter { DriftSpan(parameters, $0).years > 0 }
    isOn = !driving.isEmpty
    drives = Flat { driving.contains($0) }
    firstMonth = Flat { DriftSpan(parameters, $0).firstMonth }
    years = Flat { DriftSpan(parameters, $0).years }
    mostYears = driving.map { DriftSpan(parameters, $0).years }.max() ?? 0
    months = calendar.months
    terms = drift.drivers
    // What cannot be is a finding; a table that is laid out all the same draws each driver by itself.
    root = drift.correlationRoot() ?? DriftParameters.uncorrelated
    source = driving.contains(.leaving) || driving.contains(.applicants) ? dated.newSource() : nil
  }

  /// Fills in the logarithm of a driver's multiplier at the turn of each drift year, from the beginning on.
  func draw(_ driver: DriftDriver, into knots: inout Store<Double>, _ streams: borrowing RandomStreams) {
    let (own, size) = (terms[driver], DriftDriver.allCases.count)
    var (deviation, walk) = (own.opening, 0.0)
    let first = driver.index * (mostYears + 1)
    knots[first] = deviation
    for year in 1...max(years[driver], 1) where year <= years[driver] {
      var surprise = 0.0
      if own.sd > 0 {
        for other in DriftDriver.allCases where other.index <= driver.index {
          let share = root[driver.index * size + other.index]
          if share != 0 { surprise += share * Self.normal(other, year, streams, occurrence: 0) }
        }
      }
      deviation = own.persistence * deviation + own.sd * surprise
      walk += own.trend
      if own.nationalSd > 0 {
        walk += own.nationalSd * Self.normal(driver, year, streams, occurrence: 1)
      }
      knots[first + year] = deviation + walk
    }
  }

  /// The year's number of a driver's stream: its own, or the one that all councils share.
  private static func normal(
    _ driver: DriftDriver, _ year: Int, _ streams: borrowing RandomStreams, occurrence: UInt32
  ) -> Double {
    streams.stream(
      Purpose.drift, entity: UInt64(driver.index) << 32 | UInt64(year), occurrence: occurrence
    ).normal(mean: 0, sd: 1)
  }
}

/// From which month of a run the drift of a driver goes, and over how many drift years.
struct DriftSpan {
  let firstMonth: Int
  let years: Int

  init(_ parameters: ServiceParameters, _ driver: DriftDriver) {
    let run = parameters.run
    let (year, month, day) = parameters.drift.begins(driver, run).adding(days: 1).civil
    let (startYear, startMonth, _) = run.starts.civil
    firstMonth = (year - startYear) * 12 + month - startMonth + (day == 1 ? 0 : 1)
    years = max(0, ((run.months ?? 0) - firstMonth + 11) / 12)
  }
}

extension DriftParameters {
  static var uncorrelated: [Double] {
    let size = DriftDriver.allCases.count
    return (0..<size * size).map { $0 % (size + 1) == 0 ? 1 : 0 }
  }

  /// The lower triangular root of the matrix of correlations, row after row; nil where it is not positive definite.
  func correlationRoot() -> [Double]? {
    let size = DriftDriver.allCases.count
    var matrix = Self.uncorrelated
    for pair in DriftPair.allCases {
      let (one, two) = pair.drivers
      matrix[one.index * size + two.index] = correlations[pair]
      matrix[two.index * size + one.index] = correlations[pair]
    }
    for row in 0..<size {
      for column in 0...row {
        var rest = matrix[row * size + column]
        for place in 0..<column { rest -= matrix[row * size + place] * matrix[column * size + place] }
        if row > column {
          matrix[row * size + column] = rest / matrix[column * size + column]
        } else {
          guard rest > 1e-12 else { return nil }
          matrix[row * size + row] = rest.squareRoot()
        }
      }
      for column in (row + 1)..<max(size, row + 1) { matrix[row * size + column] = 0 }
    }
    return matrix
  }
}
