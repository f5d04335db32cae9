import Dates
import Parameters
import ServiceModel

extension CouncilScenario {
  /// How things drift from year to year, as other councils' years up to then say.
  mutating func addDrift(_ prior: PriorEstimate) {
    let day = CivilDate(year, 3, 31)
    add("drift.from", .date(day), .published("the newest position published: \(day)"))
    for driver in DriftPrior.Driver.allCases {
      let path = "drift.\(driver.name)"
      guard let found = prior.drivers[driver] else {
        // Not what the base has, which may rest on later years.
        for name in ["sd", "persistence", "nationalSd", "trend"] {
          add("\(path).\(name)", .number(0), .derived("too few years of it were known by \(prior.year)"))
        }
        continue
      }
      let source = Source.derived(
        "\(found.councils) other English councils' \(driver.series), \(found.years.lowerBound) to "
          + "\(found.years.upperBound) (priors.csv, \(prior.year))")
      add("\(path).sd", .number(Self.rounded(min(ownSurprise(driver, prior), 1))), source)
      add("\(path).persistence", .number(Self.rounded(min(found.law.persistence, 0.99))), source)
      add("\(path).nationalSd", .number(Self.rounded(min(found.nationalSd, 1))), source)
      add("\(path).from", .date(beginning(of: driver)), source)
      let trend = found.trend(driver)
      add("\(path).trend", .number(Self.rounded(min(max(trend, -0.5), 0.5))), source)
    }
    if let prices = prior.drivers[.placementPrices], prices.trend(.placementPrices) != 0 {
      // What the price of a week has grown by, over all kinds, is the trend of its drift: not twice.
      for placement in Placement.allCases where placement != .withParents {
        add(
          "money.placementInflation.\(placement.name)", .number(0),
          .modelChoice)
      }
    }
    for pair in DriftPrior.Pair.allCases {
      let correlation = prior.correlations[pair] ?? 0
      add(
        "drift.correlations.\(pair.name)", .number(Self.rounded(correlation)),
        .derived("surprises of other English councils up to \(prior.year) (priors.csv)"))
    }
  }
}

extension CouncilScenario {
  /// The day about which the newest figure of what drifts is: that of a position, or the middle of a year.
  private func beginning(of driver: DriftPrior.Driver) -> CivilDate {
    let autumn = min(figures.newest(.september), year)
    switch driver {
    case .establishment, .agency: return CivilDate(autumn, 9, 30)
    case .leaving, .applicants: return CivilDate(autumn, 3, 31)
    case .placementPrices: return CivilDate(min(figures.newest(.financial), year) - 1, 9, 30)
    default: return CivilDate(year - 1, 9, 30)
    }
  }

  /// Standard deviation of a year's surprise, less what comes with referrals.
  ///
  /// A run's referrals carry need, plans and entries with them one for one. Published ones do so only in part: what is
  /// shared drifts with referrals, and the rest of what was measured with each by itself, so that each moves by as much as
  /// it was measured to. Referrals by themselves move by less than that.
  private func ownSurprise(_ driver: DriftPrior.Driver, _ prior: PriorEstimate) -> Double {
    func variance(_ driver: DriftPrior.Driver) -> Double {
      prior.drivers[driver].map { $0.law.innovation * $0.law.innovation } ?? 0
    }
    let shared = CouncilAssumption.sharedReferrals.value * variance(.referrals)
    switch driver {
    case .referrals: return shared.squareRoot()
    case .needStarts, .planStarts, .careEntryUnder16, .careEntry16plus:
      let own = variance(driver)
      return max(own - shared, own / 4).squareRoot()
    default: return variance(driver).squareRoot()
    }
  }
}

extension DriftPrior.Driver {
  /// What a value that is worked out from a measure, or from its ratio to another, drifts with; nil where nothing does.
  init?(measure: String, over other: String?) {
    switch (measure, other) {
    case ("children_in_need", nil): self = .needStarts
    case ("section47_enquiries", _), ("initial_conferences", _): self = .planStarts
    case ("cla_started", _): self = .careEntryUnder16
    case ("children_in_need", _): self = .needEnds
    case ("child_protection_plans", _): self = .planEnds
    case ("children_looked_after", _): self = .careExitUnder16
    case ("turnover_rate_fte", _): self = .leaving
    default: return nil
    }
  }

  /// The published series that stands for it, in words.
  var series: String {
    switch self {
    case .referrals: "referrals for each child"
    case .careEntryUnder16: "entries to care under 16 for each child"
    case .careEntry16plus: "entries to care at 16 and over for each child"
    case .careExitUnder16: "exits from care under 16 for each child looked after"
    case .careExit16plus: "exits from care at 16 and 17 for each child looked after"
    case .planStarts: "plans started for each child"
    case .planEnds: "plans ended for each plan"
    case .needStarts: "starts of need for each child"
    case .needEnds: "ends of need for each child in need"
    case .leaving: "leavers for each FTE in post"
    case .applicants: "starters for each post"
    case .agency: "agency staff for each vacancy"
    case .establishment: "posts for each child"
    case .placementPrices: "spending for each child looked after and week"
    }
  }
}
