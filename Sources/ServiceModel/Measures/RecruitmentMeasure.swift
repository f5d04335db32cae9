import DiscreteEvents
import Parameters
import Statistics

/// How long posts take to fill, and how often a round fails.
struct RecruitmentMeasure: Measure {
  static let subject = Series.Subject.staff
  private var times = Records()
  private var waits = Records()
  private var hires = 0.0
  private var rounds = 0.0
  private var failed = 0.0
  private var waiting = TimeWeightedLevel()
  private var cohortStarted = Flat<CohortRoute, Double>()
  private var cohortWaits = 0.0
  private var cohortLost = 0.0

  init(_ tables: ModelTables) {}

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .hired(_, let days, let waitedDays):
      times.add(days - waitedDays)
      waits.add(days)
      hires += 1
    case .roundStarted: rounds += 1
    case .roundFailed: failed += 1
    case .searchWaits(_, let waits): waiting.change(by: waits ? 1 : -1, at: time.days)
    case .cohortStarted(let route): cohortStarted[route] += 1
    case .cohortWaits(let begins): cohortWaits += begins ? 1 : -1
    case .cohortTurnedAway: cohortLost += 1
    default: break
    }
  }

  mutating func report(_ r: inout Report) {
    r.quantile(
      0.5, Series.timeToHire, .days, of: &times,
      "Median time from the day on which a search is taken in hand to the end of its checks, failed rounds included, in the month of hiring.",
      .less.indicator(15))
    r.quantile(
      0.9, "time_to_hire_p90_days", .days, of: &times, "90th percentile of the same times.",
      .less.indicator(16))
    r.quantile(
      0.5, "time_to_fill_p50_days", .days, of: &waits,
      "Median time from the day on which a search could begin to the end of its checks, with the time for which the post is held and any wait under the limit on recruitment.",
      .less)
    r.quantile(0.9, "time_to_fill_p90_days", .days, of: &waits, "90th percentile of the same times.", .less)
    r.flow("hires", .people, &hires, "Searches that ended in a hire.", .neither.workforceYear.indicator(17))
    r.flow("recruitment_rounds", "rounds", rounds, "Adverts begun.", .less)
    r.rate(
      "failed_rounds_rate", .share, &failed, over: &rounds,
      "Rounds that failed as a share of rounds begun in the same month.", .less.aboveOne)
    r.average(
      "searches_waiting_average", .posts, &waiting,
      "Searches waiting under the limit on recruitment, averaged over the days of the month.", .less)
    r.each(
      "cohort_starters", .people, &cohortStarted, "People in cohorts who took up a post, by route.",
      .neither.workforceYear)
    r.stock("cohort_waiting", .people, cohortWaits, "People in cohorts who are waiting for a vacancy.")
    r.flow("cohort_turned_away", .people, &cohortLost, "People in cohorts who found no vacancy in time.")
  }
}
