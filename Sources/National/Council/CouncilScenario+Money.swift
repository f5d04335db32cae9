import Foundation
import Parameters
import ServiceModel

extension CouncilScenario {
  private static let weeksInYear = 52.18
  /// The financial year whose prices the base has.
  private static let baseYear = 2016

  mutating func addMoney() {
    let last = min(figures.newest(.financial), year)
    let (staff, source) = index("unit_cost_social_work", last)
    let start = Source.derived("the base's of 2015-16, by \(source)")
    for role in Role.allCases {
      add("money.salary.\(role.name)", base.money.salary[role] * staff, start)
      add("agency.perWeek.\(role.name)", base.agency.perWeek[role] * staff, start)
    }
    for role in Role.allCases {
      add("money.payScale.\(role.name).increment", base.money.payScale[role].increment * staff, start)
    }
    for (path, value) in [
      ("perRound", base.money.perRound), ("perHire", base.money.perHire),
      ("perStarter", base.money.perStarter),
      ("perProceedings", base.money.perProceedings),
      ("familySupportPerWeek", base.money.familySupportPerWeek),
      ("earlyHelpPerWeek", base.money.earlyHelpPerWeek), ("allowancePerWeek", base.money.allowancePerWeek),
    ] {
      add("money.\(path)", value * staff, start)
    }
    let leaver = leaverPrice(last) ?? (base.money.careLeaverPerWeek * staff, start)
    add("money.careLeaverPerWeek", leaver.week, leaver.source)
    addGrants()
    addPlacementPrices(last, leaver: leaver.week)
  }

  /// What support for a care leaver costs in a week: the section 251 return's line, by those who are supported at the start.
  private func leaverPrice(_ last: Int) -> (week: Double, source: Source)? {
    let supported = counted("opening.children.careLeaver")
    guard supported > 0, let spent = figures.stock("cost_gbp/line=leaving_care", last) else { return nil }
    let week = spent.value / supported / Self.weeksInYear
    return (
      min(week, CouncilAssumption.mostLeaverPrice.value),
      .derived("\(spent.source.reference), by those who are supported at the start")
    )
  }

  /// What has been set for a path; 0 where nothing has.
  private func counted(_ path: String) -> Double {
    entries.last { $0.path == path }?.value.asNumber ?? 0
  }

  /// What England's price of a kind has become of that of the base's year.
  private func index(_ name: String, _ year: Int) -> (ratio: Double, source: String) {
    guard year > Self.baseYear else { return (1, "nothing: they are of the year") }
    guard let measure = NationalMeasure.named(name),
      let then = figures.table.figure(measure, "ENG", Self.baseYear).value,
      let now = figures.table.figure(measure, "ENG", year).value
    else { return (1, "nothing: England's \(name) is not known") }
    return (now / then, "England's \(name), £\(Int(then)) in \(Self.baseYear) and £\(Int(now)) in \(year)")
  }

  private mutating func addPlacementPrices(_ last: Int, leaver: Double) {
    let base = base.money.placementPerWeek
    let homes = figures.stock("unit_cost_residential", last)
    let foster = figures.stock("unit_cost_fostering", last)
    let (homesRatio, homesWords) = index("unit_cost_residential", last)
    let (fosterRatio, fosterWords) = index("unit_cost_fostering", last)
    // The base's children's homes cost what it paid; its fostering £630 a week over all kinds.
    let own = (
      homes: homes.map { $0.value / CouncilAssumption.homesPrice.value } ?? homesRatio,
      foster: foster.map { $0.value / CouncilAssumption.fosteringPrice.value } ?? fosterRatio
    )
    var prices = Keyed<Placement, Double>(repeating: 0)
    for placement in Placement.allCases {
      switch placement {
      case .residential, .residentialSchool: prices[placement] = base[placement] * own.homes
      case .kinship, .inHouseFostering, .agencyFostering: prices[placement] = base[placement] * own.foster
      case .supported, .secure, .other: prices[placement] = base[placement] * homesRatio
      case .forAdoption: prices[placement] = base[placement] * fosterRatio
      case .withParents: prices[placement] = base[placement]
      }
      let source: Source =
        switch placement {
        case .residential, .residentialSchool: homes?.source ?? .derived(homesWords)
        case .kinship, .inHouseFostering, .agencyFostering: foster?.source ?? .derived(fosterWords)
        case .forAdoption: .derived(fosterWords)
        case .supported, .secure, .other: .derived(homesWords)
        case .withParents: .assumption("no placement fee")
        }
      // What they have become by the start is their drift's, which begins in the middle of that year.
      add("money.placementPerWeek.\(placement.name)", prices[placement], source)
    }
    addOverhead(prices, leaver: leaver, last)
  }

  /// What prices have become by the start of those of the year before it, whose middle they are of: half a year's trend.
  private var halfYearsGrowth: Double {
    exp(0.5 * (prior?.drivers[.placementPrices]?.trend(.placementPrices) ?? 0))
  }

  private func grown(_ source: Source) -> Source {
    guard halfYearsGrowth != 1 else { return source }
    return .derived("\(source.reference), and half a year's growth of \(Self.percent(halfYearsGrowth - 1))")
  }

  /// What is left of spending on looked-after children after their placements, allowances and care leavers, which the
  /// section 251 return has among it, for each child and week.
  private mutating func addOverhead(_ prices: Keyed<Placement, Double>, leaver: Double, _ last: Int) {
    guard let spent = figures.stock("cost_gbp/line=children_looked_after", last),
      let children = figures.stock("children_looked_after", last)
    else { return }
    let before = NationalMeasure.named("children_looked_after").flatMap { figures.own($0, last - 1) }
    let average = (children.value + (before ?? children.value)) / 2
    let week = spent.value / max(average, 1) / Self.weeksInYear
    let (staff, _) = index("unit_cost_social_work", last)
    let others =
      counted("opening.allowances") * base.money.allowancePerWeek * staff
      + counted("opening.children.careLeaver") * leaver
    var placed = others / max(children.value, 1)
    for entry in entries where entry.path.hasPrefix("opening.placements.") {
      guard let share = entry.value.asNumber,
        let placement = Placement.allCases.first(where: { entry.path.hasSuffix(".\($0.name)") })
      else { continue }
      placed += share * prices[placement]
    }
    add(
      "money.careOverheadPerWeek", min(max(week - placed, 40), 1500) * halfYearsGrowth,
      grown(
        .derived(
          "what \(spent.source.reference) leaves after placements, allowances and care leavers, at least £40")
      ))
  }
}
