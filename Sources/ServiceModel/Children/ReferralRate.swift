import DiscreteEvents

/// The rate at which families are referred, families a day, as it changes over time.
struct ReferralRate: ~Copyable, Sendable {
  private let familiesPerDay: Double
  /// Referrals, those of children referred before among them, for each family that is drawn.
  let referralsPerFamily: Double
  private let growthPerDay: Double
  private let yearFactor: [Double]
  private let months: SeasonalRate
  private let weekdayProfile: [Double]
  private let firstWeekday: Int
  private let waveAmplitude: Double
  private let wavePerDay: Double
  private let surges: [Surge]
  /// Candidates are drawn at this rate and thinned. A power of two times the plain rate, so that scenarios which
  /// differ a little in demand meet the same candidates.
  let ceiling: Double

  /// - Parameter highest: the most that partners and other influences can multiply the rate by.
  init(
    _ demand: DemandParameters, surges: [Surge], calendar: ModelCalendar, highest: Double = 1
  ) {
    let childrenPerFamily = zip(demand.siblings, 1...).reduce(0.0) { $0 + $1.0 * Double($1.1) }
    familiesPerDay = demand.referralsPerYear * (1 - demand.repeatShare) / 365.25 / max(childrenPerFamily, 1)
    referralsPerFamily = max(childrenPerFamily, 1) / (1 - demand.repeatShare)
    growthPerDay = logarithm(1 + demand.growthPerYear) / 365.25
    yearFactor = calendar.yearLabels.indices.map { year in
      let index = demand.yearIndex.isEmpty ? 1 : demand.yearIndex[min(year, demand.yearIndex.count - 1)]
      let people =
        demand.populationByYear.isEmpty
        ? demand.population : demand.populationByYear[min(year, demand.populationByYear.count - 1)]
      return index * people / demand.population
    }
    months = SeasonalRate(demand.monthProfile, calendar: calendar)
    weekdayProfile = SeasonalRate.scaled(demand.weekdayProfile)
    firstWeekday = calendar.start.weekday - 1
    waveAmplitude = demand.wave.amplitude
    wavePerDay = 2 * Double.pi / demand.wave.periodDays
    self.surges = surges

    let years = Double(calendar.months) / 12
    let peaks =
      (yearFactor.max() ?? 1) * max(1, exponential(growthPerDay * 365.25 * years)) * months.ceiling
      * (weekdayProfile.max() ?? 1) * (1 + waveAmplitude) * surges.reduce(1) { $0 * $1.ceiling } * highest
    var doubled = 1.0
    while doubled < peaks * (1 - 1e-12) { doubled *= 2 }
    ceiling = familiesPerDay * doubled
  }

  /// Families a day at that moment; `month` and `year` are those of the moment.
  func at(day: Double, month: Int, year: Int) -> Double {
    var rate = familiesPerDay * yearFactor[year]
    if growthPerDay != 0 { rate *= exponential(growthPerDay * day) }
    if months.isSeasonal { rate *= months.factor(month: month) }
    if !weekdayProfile.isEmpty { rate *= weekdayProfile[(firstWeekday + Int(day)) % 7] }
    if waveAmplitude != 0 { rate *= 1 + waveAmplitude * sine(wavePerDay * day) }
    for surge in surges { rate *= surge.multiplier(day: day) }
    return rate
  }
}
