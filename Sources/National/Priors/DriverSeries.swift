import Foundation
import ServiceModel
import Statistics

extension YearlySeries {
  private static let leastCount = 3.0

  /// Every driver's, in their order.
  static func ofDrivers(_ panel: Panel, upTo last: Int) -> [(driver: DriftPrior.Driver, series: YearlySeries)]
  {
    let parts = DriverParts(panel, last)
    return DriftPrior.Driver.allCases.map { ($0, YearlySeries($0, panel, parts, upTo: last)) }
  }

  /// The published series that stands for what drifts: the logarithm of a rate.
  private init(_ driver: DriftPrior.Driver, _ panel: Panel, _ parts: DriverParts, upTo last: Int) {
    let values = PanelSeries(panel, panel.table.years) { council, year in
      guard year <= last, let (above, below, _) = parts.rate(driver, council, year), above > 0, below > 0
      else {
        return nil
      }
      return log(above / below)
    }
    let chances = PanelSeries(panel, panel.table.years) { council, year in
      guard year <= last, let (_, _, count) = parts.rate(driver, council, year) else { return nil }
      return 1 / max(count, Self.leastCount)
    }
    self.init(last: last, values: values, chances: chances)
  }
}

/// The columns that the drivers' rates are worked out from.
private struct DriverParts {
  let population, lookedAfter, older, started, startedOlder, ceased: PanelSeries
  /// Who ceased at 16, at 17 and at 18; before 2016 all three stood together under the first.
  let ceasedOlder: [PanelSeries]
  let referrals, plans, plansStarted, need, needStarted: PanelSeries
  let inPost, vacant, starters, leavers, agency, spending: PanelSeries

  init(_ panel: Panel, _ last: Int) {
    func series(_ name: String) -> PanelSeries { panel.series(name, upTo: last) }
    func small(_ name: String) -> PanelSeries { panel.series(name, upTo: last, isReckoned: true) }
    population = panel.series("population_0_17", upTo: last - 1)
    lookedAfter = series("children_looked_after")
    older = small("children_looked_after/age=16plus")
    started = series("cla_started")
    startedOlder = small("cla_started/age=16plus")
    ceased = series("cla_ceased")
    ceasedOlder = ["16", "17", "18plus"].map { small("cla_ceased/age=\($0)") }
    referrals = series("referrals")
    plans = series("child_protection_plans")
    plansStarted = series("cpp_started")
    need = series("children_in_need")
    needStarted = series("cin_started")
    inPost = series("inpost_fte")
    vacant = series("vacancy_fte")
    starters = series("starters_fte")
    leavers = series("leavers_fte")
    agency = series("agency_fte")
    spending = series("cost_gbp/line=children_looked_after")
  }

  private static let weeks = 52.18
  /// Spending moves little by chance: as much as a mean over so many children would.
  private static let childrenOfAPrice = 2500.0
  /// Under as many FTE a ratio of agency staff to vacancies says nothing.
  private static let leastStaff = 2.0
  private static let newAges = 2016

  /// What was counted, what it is over, and the number of events whose chance moves it; nil where not all is known.
  func rate(
    _ driver: DriftPrior.Driver, _ council: Int, _ year: Int
  ) -> (above: Double, below: Double, count: Double)? {
    let found = parts(driver, council, year)
    return found.above.isFinite && found.below.isFinite && found.count.isFinite ? found : nil
  }

  private func parts(
    _ driver: DriftPrior.Driver, _ council: Int, _ year: Int
  ) -> (above: Double, below: Double, count: Double) {
    func counted(_ count: Double, over below: Double) -> (Double, Double, Double) { (count, below, count) }
    let children = children(council, year)
    let younger = started[council, year] - startedOlder[council, year]
    switch driver {
    case .referrals: return counted(referrals[council, year], over: children)
    case .careEntryUnder16: return counted(younger, over: children)
    case .careEntry16plus: return counted(startedOlder[council, year], over: children)
    case .careExitUnder16:
      let before = lookedAfter[council, year - 1] * (1 - olderShare(council, year - 1))
      return counted(ceased[council, year] - leftOlder(council, year), over: before + younger / 2)
    case .careExit16plus:
      guard year >= Self.newAges else { return (.nan, .nan, .nan) }
      let before = lookedAfter[council, year - 1] * olderShare(council, year - 1)
      let left = ceasedOlder[0][council, year] + ceasedOlder[1][council, year]
      return counted(left, over: before + startedOlder[council, year] / 2)
    case .planStarts: return counted(plansStarted[council, year], over: children)
    case .planEnds: return ends(plans, plansStarted, council, year)
    case .needStarts: return counted(needStarted[council, year], over: children)
    case .needEnds: return ends(need, needStarted, council, year)
    case .leaving: return counted(leavers[council, year], over: inPost[council, year])
    case .applicants:
      return counted(starters[council, year], over: inPost[council, year] + vacant[council, year])
    case .agency:
      let (covering, empty) = (agency[council, year], vacant[council, year])
      guard min(covering, empty) >= Self.leastStaff else { return (.nan, .nan, .nan) }
      return (covering, empty, 1 / (1 / covering + 1 / empty))
    case .establishment:
      return counted(inPost[council, year] + vacant[council, year], over: children)
    case .placementPrices:
      let placed = (lookedAfter[council, year - 1] + lookedAfter[council, year]) / 2
      return (spending[council, year] / Self.weeks, placed, Self.childrenOfAPrice)
    }
  }

  /// Children of the council in the middle of the year before, or of the nearest year known.
  private func children(_ council: Int, _ year: Int) -> Double {
    YearlySeries.children(population, council, year)
  }

  /// The share aged 16 and over; no ages were published of 2020.
  private func olderShare(_ council: Int, _ year: Int) -> Double {
    [year, year - 1].map { older[council, $0] / lookedAfter[council, $0] }.first(where: \.isFinite) ?? .nan
  }

  /// Those who ceased at 16 or over.
  private func leftOlder(_ council: Int, _ year: Int) -> Double {
    let parts = year < Self.newAges ? Array(ceasedOlder.prefix(1)) : ceasedOlder
    return parts.reduce(0) { $0 + $1[council, year] }
  }

  /// Those of a stock who left it in a year, over those who could.
  private func ends(
    _ stock: PanelSeries, _ entered: PanelSeries, _ council: Int, _ year: Int
  ) -> (above: Double, below: Double, count: Double) {
    let before = stock[council, year - 1]
    let left = before + entered[council, year] - stock[council, year]
    return (left, before + entered[council, year] / 2, left)
  }
}
