import Foundation
import Parameters
import ServiceModel

/// Agency staff: those who cover vacant posts, and those who are there beyond them.
extension CouncilScenario {
  /// FTE of agency staff for each FTE of vacant posts about which a run moves.
  private func agencyForVacancy(_ autumn: Int) -> Told? {
    guard let agency = figures.flow("agency_fte", autumn), let empty = figures.flow("vacancy_fte", autumn),
      let inPost = figures.flow("inpost_fte", autumn)
    else { return nil }
    let least = Self.leastVacant * (inPost.value + empty.value)
    return Told(
      agency.value / max(empty.value, least), .derived("\(agency.source.reference), for each vacancy"))
  }

  private static let leastVacant = 0.02
  /// Of the time that posts stand vacant, what assignments are lengthened for at most.
  private static let mostCovered = 0.85

  mutating func addAgency(
    _ posts: Keyed<Team, Keyed<Role, Int>>, _ vacancies: Keyed<Team, Keyed<Role, Int>>,
    _ solved: ReferralFlows, wait: Double, _ autumn: Int
  ) {
    guard let agency = figures.stock("agency_fte", autumn), let ratio = agencyForVacancy(autumn)
    else { return }
    let cover = AgencyCover(base.agency, wait: wait)
    let (share, assignment) = cover.solved(for: min(ratio.value, Self.mostCovered))
    let covering = Source.derived(
      "\(ratio.source.reference), of which assignments cover \(Self.percent(cover.covered(assignment)))"
    )
    let usual = max(base.agency.coverShare[.socialWorker], 1e-9)
    for role in Role.allCases where base.agency.coverShare[role] > 0 {
      let own = base.agency.coverShare[role] / usual * share
      add("agency.coverShare.\(role.name)", min(max(own, 0.01), AgencyCover.most), covering)
    }
    if assignment != base.agency.assignment.mean {
      add(
        "agency.assignment.mean", assignment,
        .derived("as long as so many agency staff for each vacancy ask for"))
    }
    for (role, among) in [
      (Role.socialWorker, CouncilAssumption.agencyWorkers), (.practiceManager, .agencyManagers),
    ] {
      let room = Team.allCases.reduce(0) { $0 + vacancies[$1][role] }
      let people = min(Int((among.value * agency.value / baseSize).rounded()), room)
      add("agency.atStart.\(role.name)", .whole(people), agency.source)
      guard role == .socialWorker else { continue }
      addBeyondVacancies(
        among.value * agency.value - Double(people) * baseSize, posts, solved, assignment, agency.source)
    }
  }

  /// Those whom no vacancy has room for hold cases above establishment. Few councils lose them: as they become fewer, posts
  /// and permanent staff become more.
  private mutating func addBeyondVacancies(
    _ fte: Double, _ posts: Keyed<Team, Keyed<Role, Int>>, _ solved: ReferralFlows, _ assignment: Double,
    _ source: Source
  ) {
    let teams = Team.allCases.filter { posts[$0][.socialWorker] + posts[$0][.seniorPractitioner] > 0 }
    let counts = Apportionment.whole(
      max(Int(fte.rounded()), 0), by: teams.map { Self.load($0, solved.stocks, base) })
    guard counts.reduce(0, +) > 0 else { return }
    let beyond = Source.derived(
      "\(source.reference), less those who cover vacant posts; by the children in each team")
    for (team, count) in zip(teams, counts) where count > 0 {
      add("agency.aboveAtStart.\(team.name)", .whole(count), beyond)
    }
    let kept = CouncilAssumption.staffKept
    let ends = 365.25 / max(assignment, 1)
    add(
      "agency.renewalShare", min(max(1 + log(kept.value) / ends, 0), 1), kept.source)
  }
}
