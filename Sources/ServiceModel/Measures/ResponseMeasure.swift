import DiscreteEvents
import Parameters
import Statistics

/// When management responds, and with how much. Without a response in the scenario there is nothing to read, but of agency
/// staff above establishment where some are there from the start.
struct ResponseMeasure: Measure {
  static let subject = Series.Subject.staff
  private let isOn: Bool
  private let hasStanding: Bool
  /// One child as part of a worker of each team, at the norm.
  private let ftePerChild: Flat<Team, Double>
  /// Teams in which each is in force, or 1 for the whole service; and whether there are any.
  private var places = Flat<Response, Int>()
  private var levels = Flat<Response, TimeWeightedLevel>(repeating: TimeWeightedLevel())
  private var all = TimeWeightedLevel()
  private var above = ExactAmount.zero
  private var lent = Flat<Team, Int>()

  init(_ tables: ModelTables) {
    isOn = tables.responses.isOn
    hasStanding = tables.parameters.agency.aboveAtStart.elements.contains { $0 > 0 }
    let teams = tables.parameters.workforce.teams
    ftePerChild = Flat { teams[$0].caseloadNorm > 0 ? 1 / teams[$0].caseloadNorm : 0 }
  }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .responseChanged(let response, _, let inForce):
      let before = places[response]
      places[response] += inForce ? 1 : -1
      let change = Double(places[response].signum() - before.signum())
      levels[response].change(by: change, at: time.days)
      all.change(by: change, at: time.days)
    case .agencyAbove(let placing, let there): above += there ? placing.fte : -placing.fte
    case .caseLent(_, _, let lender, let begins): lent[lender] += begins ? 1 : -1
    default: break
    }
  }

  mutating func report(_ r: inout Report) {
    r.hasReadings = isOn
    let days = r.month.days
    let areas = Flat<Response, Double> { r.area(levels[$0]) }
    r.average(
      "responses_in_force", .count, &all,
      "Ways in which management responds that are in force in any team, averaged over the days of the month.")
    r.parts("responses_in_force", by: Response.self) { (areas[$0], over: days) }
    r.forget(&levels)
    r.hasReadings = isOn || hasStanding
    r.stock(
      "agency_above_establishment_fte", .fte, above.value, "FTE of agency staff above establishment.",
      .less.workforceYear)
    r.hasReadings = isOn
    r.stock(
      "lent_fte", .fte, lentFte,
      "Children held by another team's workers, as FTE of those workers at their team's norm.")
  }

  private var lentFte: Double {
    var sum = 0.0
    for place in 0..<Team.allCases.count {
      sum += Double(lent[Team.at(place)]) * ftePerChild[Team.at(place)]
    }
    return sum
  }
}
