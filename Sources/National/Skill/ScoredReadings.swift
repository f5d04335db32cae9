import Dates
import Experiments
import Parameters
import Results
import ServiceModel
import Statistics

/// The readings of a run that stand beside published figures some years after an origin.
package struct ScoredReadings: Sendable {
  /// One number that is read of each replication.
  struct Place: Sendable {
    /// Of the measure in `SkillMeasure.all`.
    let measure: Int
    /// Years after the origin; 0 for the level that a change is told from.
    let horizon: Int
    /// Of the series in what the run watches.
    let series: Int
    let months: Range<Int>
  }

  let places: [Place]
  /// Months from the start to the last that is read.
  let months: Int
  private let watched: [Series]

  /// - Parameter origin: the year whose figures are the newest that the run rests on.
  package init(_ tables: ModelTables, origin: Int) {
    watched = tables.watched
    let ends = tables.calendar.monthLastDays
    let monthByDay = Dictionary(uniqueKeysWithValues: ends.enumerated().map { ($1, $0) })
    places = SkillMeasure.all.indices.flatMap { measure in
      let scored = SkillMeasure.all[measure]
      return ((scored.keepsLevel ? [0] : []) + SkillMeasure.horizons).compactMap { horizon -> Place? in
        guard let series = tables.watched.place(of: scored.measure, scored.breakdown),
          let last = monthByDay[scored.date(origin, horizon)],
          last >= 11 || tables.watched[series].gathering.isReadAtDate
        else { return nil }
        return Place(
          measure: measure, horizon: horizon, series: series, months: max(0, last - 11)..<(last + 1))
      }
    }
    months = (places.map(\.months.upperBound).max() ?? 0)
  }

  /// The readings of one replication, in the order of the places; not a number where there was nothing to read.
  func numbers(_ outcome: ReplicationOutcome) -> [Double] {
    let gathered = Gathered([outcome], watched: watched)
    return places.map { gathered.span($0.series, $0.months)[0] }
  }
}

/// What replications say of a measure some years ahead, as it came out and as it is told: from the published level where only
/// its change is told, and anchored.
package struct ScoredForecast: Sendable {
  package let measure: SkillMeasure
  package let horizon: Int
  package let raw: QuantileForecast
  /// With the weights of the anchor of children looked after.
  let weighted: QuantileForecast
  /// What the regression says of children looked after, and the council's own years of the others; nil where there is no
  /// anchor.
  let law: Anchor.Law?

  /// As it is told: drawn to its law by a share of the way.
  func anchored(by share: Double) -> QuantileForecast {
    guard let law else { return weighted }
    return weighted.drawn(by: share, toMiddle: law.middle, deviation: law.deviation, on: measure.scale)
  }

  /// The forecasts at each place that has a reading in every replication.
  ///
  /// - Parameters:
  ///   - numbers: a row for each replication, as `ScoredReadings.numbers` gives it.
  ///   - published: what a measure was at the origin; nil where it had not been published.
  ///   - law: what the regression says of children looked after, by years ahead.
  ///   - usual: what the council's own years say of another measure, by years ahead.
  static func all(
    _ readings: ScoredReadings, _ numbers: [[Double]], published: (SkillMeasure) -> Double?,
    law: (Int) -> Anchor.Law?, usual: (SkillMeasure, Int) -> Anchor.Law?
  ) -> (forecasts: [ScoredForecast], anchoring: Anchoring) {
    let columns = readings.places.indices.map { place in numbers.map { $0[place] } }
    let first = SkillMeasure.all.firstIndex { $0.column.name == "children_looked_after" }
    var lookedAfter: [Int: [Double]] = [:]
    for (place, column) in zip(readings.places, columns) where place.measure == first {
      if column.allSatisfy(\.isFinite) { lookedAfter[place.horizon] = column }
    }
    let anchoring = Anchoring(lookedAfter, law: law)
    let forecasts = zip(readings.places, columns).compactMap { place, column -> ScoredForecast? in
      guard place.horizon > 0, !column.isEmpty, column.allSatisfy(\.isFinite) else { return nil }
      let measure = SkillMeasure.all[place.measure]
      let start = readings.places.firstIndex { $0.measure == place.measure && $0.horizon == 0 }
      let told = levelled(column, from: start.map { columns[$0] }, published(measure))
      let weighted = QuantileForecast(sample: told, weights: anchoring.weights(place.horizon))
      return ScoredForecast(
        measure: measure, horizon: place.horizon, raw: QuantileForecast(sample: column), weighted: weighted,
        law: place.measure == first ? law(place.horizon) : usual(measure, place.horizon))
    }
    return (forecasts, anchoring)
  }

  /// Each replication's change from its own reading at the origin, laid on what was published then; as it is where one of
  /// these is not known.
  static func levelled(_ column: [Double], from start: [Double]?, _ published: Double?) -> [Double] {
    guard let start, let published, start.allSatisfy({ $0.isFinite && $0 > 0 }) else { return column }
    return zip(column, start).map { $0 / $1 * published }
  }
}
