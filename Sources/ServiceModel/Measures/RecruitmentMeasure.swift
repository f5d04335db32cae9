import DiscreteEvents
import Statistics

/// How long posts take to fill, and how often a round fails.
struct RecruitmentMeasure: Measure {
  private let p50, p90, hires, rounds, failed, waitingAverage: Int
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
  }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .hired(_, _, let days):
      times.add(days)
      hired += 1
    case .roundStarted: begun += 1
    case .roundFailed: lost += 1
    case .searchWaits(_, let waits): waiting.change(by: waits ? 1 : -1, at: time.days)
    default: break
    }
  }

  mutating func start() {
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
    waiting.reset(at: month.end)
    hired = 0
    begun = 0
    lost = 0
  }
}
