import DiscreteEvents
import Parameters
import Statistics

/// Children looked after: how many, of what age and where, who starts, who ceases and why, and who moves.
struct CareMeasure: Measure {
  static let subject = Series.Subject.children
  private let placesPerHousehold: Double
  /// Children aged 0-17 in each financial year.
  private let population: [Double]
  private var lookedAfter = TimeWeightedLevel()
  private var placed = Flat<Placement, Double>()
  private var ages = Flat<AgeBand, Double>()
  private var needs = Flat<Need, Double>()
  private var started = Flat<AgeBand, Double>()
  private var ended = Flat<Exit, Double>()
  private var endedAt = Flat<AgeBand, Double>()
  private var placements = 0.0
  private var moves = 0.0
  private var places = 0.0
  private var missed = 0.0
  private var awaited = 0.0

  init(_ tables: ModelTables) {
    placesPerHousehold = Double(tables.parameters.fostering.placesPerHousehold)
    let demand = tables.parameters.demand
    population = tables.calendar.yearLabels.indices.map { year in
      demand.populationByYear.isEmpty
        ? demand.population : demand.populationByYear[min(year, demand.populationByYear.count - 1)]
    }
  }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .careStarted(_, let band):
      lookedAfter.change(by: 1, at: time.days)
      started[band] += 1
    case .careEnded(_, let exit, let band, _):
      lookedAfter.change(by: -1, at: time.days)
      ended[exit] += 1
      endedAt[band] += 1
    case .placed(_, let placement, let first):
      placed[placement] += 1
      placements += 1
      if !first { moves += 1 }
    case .placementEnded(_, let placement, _): placed[placement] -= 1
    case .fosterPlaces(let number): places = Double(number)
    case .fosterPlaceMissed: missed += 1
    case .homeAwaited(_, let begins): awaited += begins ? 1 : -1
    case .childAtCensus(_, let band, _, let need):
      ages[band] += 1
      needs[need] += 1
    default: break
    }
  }

  mutating func report(_ r: inout Report) {
    let count = lookedAfter.level
    r.stock(
      Series.lookedAfter, .children, count,
      "Children looked after; also by placement, by the Department's age bands and by need. `placement=foster` is "
        + "foster care as published: family and friends, in-house and agency. "
        + "`placement=residential_and_semi_independent` is children's homes, secure units and supported living.",
      .less.headline(1, "Children looked after").fan)
    r.parts(Series.lookedAfter, placed)
    r.part(
      Series.lookedAfter, of: "placement=foster",
      placed[.kinship] + placed[.inHouseFostering] + placed[.agencyFostering])
    r.part(
      Series.lookedAfter, of: "placement=residential_and_semi_independent",
      placed[.residential] + placed[.secure] + placed[.supported])
    r.parts(Series.lookedAfter, &ages)
    r.parts(Series.lookedAfter, &needs)
    r.stock(
      "cla_rate_per_10000", .per10000, count / population[r.month.financialYear] * 10_000,
      "Children looked after per 10,000 children aged 0-17 in that financial year.", .less)
    r.flow(
      Series.careStarted, .children, started.sum, "Children who started to be looked after; also by age.",
      .neither.headline(5, "Entries to care in the year"))
    r.parts(Series.careStarted, &started)
    r.flow(
      Series.careCeased, .children, ended.sum, "Children who ceased to be looked after; also by age.",
      .neither.labelled("Leaving care in the year"))
    r.parts(Series.careCeased, &endedAt)
    r.each("cla_ceased_by_reason", .children, &ended, "Children who ceased to be looked after, by reason.")
    r.flow(
      "placements", "placements", &placements, "Placements begun, including the first of each period of care."
    )
    r.flow(
      "placement_moves", .moves, &moves, "Placements begun that are not the first of a period of care.",
      .less.labelled("Placement moves"))
    r.stock(
      "foster_carers_in_house", "households", places / placesPerHousehold,
      "In-house foster households; 0 if places are not limited.", .more)
    r.ratio(
      "foster_occupancy", .share, placed[.inHouseFostering], over: places,
      "Children in in-house foster care as a share of in-house places.", .neither.aboveOne)
    r.flow(
      "foster_places_missed", .children, &missed,
      "Placements, first ones and moves, for which an in-house place was sought but none was vacant, or "
        + "none would take the child.",
      .less)
    r.stock(
      "home_waits", .children, awaited,
      "Children who need a children's home and live elsewhere until a place is free; 0 if places are not limited.",
      .less)
    r.average(
      Series.lookedAfterAverage, .children, &lookedAfter,
      "Children looked after, averaged over the days of the month.", .less)
  }
}
