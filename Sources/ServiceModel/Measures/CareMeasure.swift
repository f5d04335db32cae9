import DiscreteEvents

/// Children looked after: how many, of what age and where, who starts, who ceases and why, and who moves.
struct CareMeasure: Measure {
  private let total, byPlacement, foster, homes, byAge, byNeed, perTenThousand: Int
  private let started, startedByAge, ceased, ceasedByReason, placements, moves, placementDays: Int
  private let fosterCarers, fosterOccupancy, fosterMissed: Int
  private let placesPerHousehold: Double
  private let population: [Double]
  private var count = 0.0
  private var placed = Keyed<Placement, Double>(repeating: 0)
  private var ages = Keyed<AgeBand, Double>(repeating: 0)
  private var needs = Keyed<Need, Double>(repeating: 0)
  private var starts = Keyed<AgeBand, Double>(repeating: 0)
  private var ends = Keyed<Exit, Double>(repeating: 0)
  private var placementsMade = 0.0
  private var moved = 0.0
  private var days = 0.0
  private var lastChange = 0.0
  private var places = 0.0
  private var missed = 0.0

  init(_ tables: ModelTables, _ catalogue: inout SeriesCatalogue) {
    let demand = tables.parameters.demand
    population = tables.calendar.yearLabels.indices.map { year in
      demand.populationByYear.isEmpty
        ? demand.population : demand.populationByYear[min(year, demand.populationByYear.count - 1)]
    }
    total = catalogue.declare("children_looked_after", "children", .stock)
    byPlacement = catalogue.declare(
      "children_looked_after", for: Placement.self, as: "placement", "children", .stock)
    foster = catalogue.declare("children_looked_after", of: "placement=foster", "children", .stock)
    homes = catalogue.declare(
      "children_looked_after", of: "placement=residential_and_semi_independent", "children", .stock)
    byAge = catalogue.series.count
    for band in AgeBand.allCases {
      _ = catalogue.declare("children_looked_after", of: "age=\(band.breakdown)", "children", .stock)
    }
    byNeed = catalogue.declare("children_looked_after", for: Need.self, as: "need", "children", .stock)
    perTenThousand = catalogue.declare("cla_rate_per_10000", "per 10,000 children aged 0-17", .stock)
    started = catalogue.declare("cla_started", "children", .flow)
    startedByAge = catalogue.series.count
    for band in AgeBand.allCases {
      _ = catalogue.declare("cla_started", of: "age=\(band.breakdown)", "children", .flow)
    }
    ceased = catalogue.declare("cla_ceased", "children", .flow)
    ceasedByReason = catalogue.declare(
      "cla_ceased_by_reason", for: Exit.self, as: "reason", "children", .flow)
    placements = catalogue.declare("placements", "placements", .flow)
    moves = catalogue.declare("placement_moves", "moves", .flow)
    placesPerHousehold = Double(tables.parameters.fostering.placesPerHousehold)
    fosterCarers = catalogue.declare("foster_carers_in_house", "households", .stock)
    fosterOccupancy = catalogue.declare("foster_occupancy", "share", .stockRate)
    fosterMissed = catalogue.declare("foster_places_missed", "children", .flow)
    placementDays = catalogue.declare("children_looked_after_average", "children", .rate)
  }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .careStarted(_, let band):
      change(by: 1, at: time)
      starts[band] += 1
    case .careEnded(_, let exit, _, _):
      change(by: -1, at: time)
      ends[exit] += 1
    case .placed(_, let placement, let first):
      placed[placement] += 1
      placementsMade += 1
      if !first { moved += 1 }
    case .placementEnded(_, let placement, _): placed[placement] -= 1
    case .fosterPlaces(let number): places = Double(number)
    case .fosterPlaceMissed: missed += 1
    case .childAtCensus(_, let band, _, let need):
      ages[band] += 1
      needs[need] += 1
    default: break
    }
  }

  private mutating func change(by change: Double, at time: SimulatedTime) {
    days += count * (time.days - lastChange)
    lastChange = time.days
    count += change
  }

  mutating func start() {
    ages = Keyed(repeating: 0)
    needs = Keyed(repeating: 0)
    starts = Keyed(repeating: 0)
    ends = Keyed(repeating: 0)
    placementsMade = 0
    moved = 0
    missed = 0
    days = 0
  }

  mutating func close(_ month: Month, into readings: inout Readings) {
    change(by: 0, at: month.end)
    readings.set(total, month.index, count)
    for placement in Placement.allCases {
      readings.set(byPlacement + placement.index, month.index, placed[placement])
    }
    // As published: foster care includes family and friends; homes include secure units and supported living.
    let fostered = placed[.kinship] + placed[.inHouseFostering] + placed[.agencyFostering]
    readings.set(foster, month.index, fostered)
    readings.set(homes, month.index, placed[.residential] + placed[.secure] + placed[.supported])
    for band in AgeBand.allCases {
      readings.set(byAge + band.index, month.index, ages[band])
      readings.set(startedByAge + band.index, month.index, starts[band])
    }
    for need in Need.allCases { readings.set(byNeed + need.index, month.index, needs[need]) }
    readings.set(perTenThousand, month.index, count / population[month.financialYear] * 10_000)
    readings.set(started, month.index, starts.sum)
    readings.set(ceased, month.index, ends.sum)
    for exit in Exit.allCases { readings.set(ceasedByReason + exit.index, month.index, ends[exit]) }
    readings.set(placements, month.index, placementsMade)
    readings.set(fosterCarers, month.index, places / placesPerHousehold)
    readings.set(fosterOccupancy, month.index, placed[.inHouseFostering], over: places)
    readings.set(fosterMissed, month.index, missed)
    readings.set(moves, month.index, moved)
    readings.set(placementDays, month.index, days, over: month.days)
    start()
  }
}
