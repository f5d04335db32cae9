import DiscreteEvents
import Parameters
import Statistics

/// Practice managers' work: how long a signature takes, whether supervision takes place, and how busy they are.
struct ManagersMeasure: Measure {
  static let subject = Series.Subject.staff
  private var waits = Records()
  private var waitSum = 0.0
  private var given = 0.0
  private var waiting = TimeWeightedLevel()
  private var supervisions = 0.0
  private var held = 0.0
  private var busy = TimeWeightedLevel()
  private var there = TimeWeightedLevel()

  init(_ tables: ModelTables) {}

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
      if wasHeld { held += 1 }
    case .managerThere(let isThere): there.change(by: isThere ? 1 : -1, at: time.days)
    case .managerBusy(let begins, let kind):
      // Improvement is what is done with the time that is left.
      if kind != .improvement { busy.change(by: begins ? 1 : -1, at: time.days) }
    default: break
    }
  }

  mutating func report(_ r: inout Report) {
    r.flow("signoffs", "signatures", given, "Stages signed off.")
    r.rate(
      "signoff_wait_mean_days", .days, &waitSum, over: &given,
      "Mean time from the end of the stage's work to the sign-off, including the manager's own time on it.")
    r.quantile(
      0.9, "signoff_wait_p90_days", .days, of: &waits, "90th percentile of the same times.",
      .less.indicator(22))
    r.average(
      "signoffs_waiting_average", .children, &waiting,
      "Children waiting for a sign-off, averaged over the days of the month.")
    r.rate(
      "supervision_held_rate", .share, &held, over: &supervisions,
      "Share of supervisions due that took place.", .more.indicator(21))
    r.rate(
      "manager_utilisation", .share, r.area(busy), over: r.area(there),
      "Share of the time of practice managers at work (including agency cover) that goes on sign-off, "
        + "interviews and supervision.")
    r.forget(&busy)
    r.forget(&there)
  }
}
