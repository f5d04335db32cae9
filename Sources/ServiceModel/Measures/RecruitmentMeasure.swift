import DiscreteEvents
import Statistics

/// How long posts take to fill, and how often a round fails.
struct RecruitmentMeasure: Measure {
  private let p50, p90, hires, rounds, failed, waitingAverage, cohortStarters, cohortWaiting, turnedAway: Int
  private var cohortStarted = Keyed<CohortRoute, Double>(repeating: 0)
  private var cohortWaits = 0.0
  private var cohortLost = 0.0
  private var times = Records()
  private var hired = 0.0
  private var begun = 0.0
  private var lost = 0.0
  private var waiting = TimeWeightedLevel()

  init(_ tables: ModelTables, _ catalogue: inout SeriesCatalogue) {
    p50 = catalogue.declare("time_to_hire_p50_days", "days", .distribution)
    p90 = catalogue.declare("time_to_hire_p90_days", "days", .distribution)
    hires = catalogue.declare("hires", "people", .flow, workforceYear: true)
    rounds = catalogue.declare("recruitment_rounds", "rounds", .flow)
    failed = catalogue.declare("failed_rounds_rate", "share", .rate)
    waitingAverage = catalogue.declare("searches_waiting_average", "posts", .rate)
    cohortStarters = catalogue.declare(
      "cohort_starters", for: CohortRoute.self, as: "route", "people", .flow, workforceYear: true)
    cohortWaiting = catalogue.declare("cohort_waiting", "people", .stock)
    turnedAway = catalogue.declare("cohort_turned_away", "people", .flow)
  }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .hired(_, let days):
      times.add(days)
      hired += 1
    case .roundStarted: begun += 1
    case .roundFailed: lost += 1
    case .searchWaits(_, let waits): waiting.change(by: waits ? 1 : -1, at: time.days)
    case .cohortStarted(let route): cohortStarted[route] += 1
    case .cohortWaits(let begins): cohortWaits += begins ? 1 : -1
    case .cohortTurnedAway: cohortLost += 1
    default: break
    }
  }

  mutating func start() {
    cohortStarted = Keyed(repeating: 0)
    cohortLost = 0
    times.clear()
    hired = 0
    begun = 0
    lost = 0
    waiting.reset(at: waiting.lastTime)
  }

  mutating func close(_ month: Month, into readings: inout Readings) {
    times.closeMonth()
    times.write(p50, 0.5, month.index, into: &readings)
    times.write(p90, 0.9, month.index, into: &readings)
    times.startMonth(newYear: month.endsYear)
    readings.set(hires, month.index, hired)
    readings.set(rounds, month.index, begun)
    readings.set(failed, month.index, lost, over: begun)
    readings.set(waitingAverage, month.index, waiting.integral(to: month.end.days), over: month.days)
    for route in CohortRoute.allCases {
      readings.set(cohortStarters + route.index, month.index, cohortStarted[route])
    }
    readings.set(cohortWaiting, month.index, cohortWaits)
    readings.set(turnedAway, month.index, cohortLost)
    cohortStarted = Keyed(repeating: 0)
    cohortLost = 0
    waiting.reset(at: month.end)
    hired = 0
    begun = 0
    lost = 0
  }
}
