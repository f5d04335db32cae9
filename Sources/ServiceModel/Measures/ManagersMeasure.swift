import DiscreteEvents
import Statistics

/// Practice managers' work: how long a signature takes, whether supervision takes place, and how busy they are.
struct ManagersMeasure: Measure {
  private let signOffs, waitMean, waitP90, waitingAverage, held, utilisation: Int
  private var waits = Records()
  private var waitSum = 0.0
  private var given = 0.0
  private var waiting = TimeWeightedLevel()
  private var supervisions = 0.0
  private var supervisionsHeld = 0.0
  private var busy = TimeWeightedLevel()
  private var there = TimeWeightedLevel()

  init(_ tables: ModelTables, _ catalogue: inout SeriesCatalogue) {
    signOffs = catalogue.declare("signoffs", "signatures", .flow)
    waitMean = catalogue.declare("signoff_wait_mean_days", "days", .rate)
    waitP90 = catalogue.declare("signoff_wait_p90_days", "days", .distribution)
    waitingAverage = catalogue.declare("signoffs_waiting_average", "children", .rate)
    held = catalogue.declare("supervision_held_rate", "share", .rate)
    utilisation = catalogue.declare("manager_utilisation", "share", .rate)
  }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .signOffAsked: waiting.change(by: 1, at: time.days)
    case .signOffGiven(_, let days):
      waiting.change(by: -1, at: time.days)
      waits.add(days)
      waitSum += days
      given += 1
    case .signOffWithdrawn: waiting.change(by: -1, at: time.days)
    case .supervisionEnded(_, let wasHeld):
      supervisions += 1
      if wasHeld { supervisionsHeld += 1 }
    case .managerThere(let isThere): there.change(by: isThere ? 1 : -1, at: time.days)
    case .managerBusy(let begins, let kind):
      // Improvement is what is done with the time that is left.
      if kind != .improvement { busy.change(by: begins ? 1 : -1, at: time.days) }
    default: break
    }
  }

  mutating func start() {
    waits.clear()
    waiting.reset(at: waiting.lastTime)
    busy.reset(at: busy.lastTime)
    there.reset(at: there.lastTime)
    clear()
  }

  private mutating func clear() {
    waitSum = 0
    given = 0
    supervisions = 0
    supervisionsHeld = 0
  }

  mutating func close(_ month: Month, into readings: inout Readings) {
    let end = month.end.days
    readings.set(signOffs, month.index, given)
    readings.set(waitMean, month.index, waitSum, over: given)
    waits.closeMonth()
    waits.write(waitP90, 0.9, month.index, into: &readings)
    waits.startMonth(newYear: month.endsYear)
    readings.set(waitingAverage, month.index, waiting.integral(to: end), over: month.days)
    readings.set(held, month.index, supervisionsHeld, over: supervisions)
    readings.set(utilisation, month.index, busy.integral(to: end), over: there.integral(to: end))
    waiting.reset(at: month.end)
    busy.reset(at: month.end)
    there.reset(at: month.end)
    clear()
  }
}
