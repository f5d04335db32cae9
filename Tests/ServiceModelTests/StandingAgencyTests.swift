import DiscreteEvents
import Statistics
import Testing

@testable import ServiceModel

@Suite("Agency staff beyond vacancies")
struct StandingAgencyTests {
  private static let people = 40
  private static let assignment = 360.0

  /// A team of four, all in post, and so many from agencies above its establishment.
  private func service(renewal: Double, family: DurationParameters.Family, months: Int = 24)
    -> ServiceParameters
  {
    var service = SmallService.empty(months: months)
    service.workforce.teams[.protection].posts[.socialWorker] = 4
    service.agency.aboveAtStart[.protection] = Self.people
    service.agency.renewalShare = renewal
    service.agency.assignment = DurationParameters(family, mean: Self.assignment)
    return service
  }

  private func readings(_ service: ServiceParameters, _ measure: String, _ replication: Int = 0) -> [Double] {
    let tables = ModelTables(service)
    return SmallService.readings(
      SmallService.outcomes(service, replication..<(replication + 1))[0], tables, measure)
  }

  @Test("Each is followed by another where all assignments are renewed, and none is where none are")
  func renewed() {
    let always = service(renewal: 1, family: .exponential)
    let there = readings(always, "agency_above_establishment_fte")
    #expect(there.allSatisfy { $0 == Double(Self.people) })
    #expect(readings(always, "agency_fte") == there)
    // None covers a vacancy, and nobody in post is moved by them.
    #expect(readings(always, "vacancy_fte").allSatisfy { $0 == 0 })
    #expect(readings(always, "inpost_fte").allSatisfy { $0 == 4 })
    // Assignments of one length are seen at a moment when an even part of each is over.
    let never = service(renewal: 0, family: .constant)
    var tallies = Array(repeating: Tally(), count: 24)
    for replication in 0..<40 {
      for (month, count) in readings(never, "agency_above_establishment_fte", replication).enumerated() {
        tallies[month].add(count)
      }
    }
    for (month, tally) in tallies.enumerated() {
      let days = Double(month + 1) * 365.25 / 12
      let left = max(1 - days / Self.assignment, 0)
      let error = (Double(Self.people) * left * (1 - left) / 40).squareRoot()
      #expect(abs(tally.mean - Double(Self.people) * left) <= 3.5 * error + 1e-9, "month \(month)")
    }
  }

  @Test("With a share renewed they become fewer by as much as the ends that nobody follows")
  func fading() {
    let renewal = 0.6
    let fading = service(renewal: renewal, family: .exponential)
    var year = Tally()
    for replication in 0..<60 {
      year.add(readings(fading, "agency_above_establishment_fte", replication)[11])
    }
    let left = exponential(-(1 - renewal) * 365.25 / Self.assignment)
    let error = (Double(Self.people) * left * (1 - left) / 60).squareRoot()
    #expect(abs(year.mean - Double(Self.people) * left) < 3.5 * error)
  }

  @Test("They hold children, and leave them to colleagues when they go")
  func children() {
    var service = SmallService.plans(
      perYear: 0, duration: DurationParameters(.constant, mean: 36_525), months: 24, open: 60)
    service.pathway.stages[.childInNeed].heldBy = .protection
    service.workforce.teams[.protection].posts[.socialWorker] = 10
    service.workforce.teams[.protection].caseloadNorm = 10
    service.workforce.teams[.protection].caseloadCap = 20
    service.agency.assignment = DurationParameters(.constant, mean: 300)
    let without = readings(service, "caseload_fte")
    service.agency.aboveAtStart[.protection] = 10
    let with = readings(service, "caseload_fte")
    #expect(without.allSatisfy { $0 == 6 })
    #expect(with[0] < 4 && with[23] == 6)
    #expect(readings(service, "unallocated_children").allSatisfy { $0 == 0 })
  }

  @Test("Assignments of no length that are always renewed come to an end of the run all the same")
  func endless() {
    var endless = service(renewal: 1, family: .constant, months: 3)
    endless.agency.assignment = DurationParameters(.constant, mean: 0)
    #expect(readings(endless, "agency_above_establishment_fte").allSatisfy { $0 == Double(Self.people) })
  }

  @Test("A team without posts that hold cases, and a share of nothing to renew, are told")
  func mistakes() {
    var service = SmallService.empty()
    func codes() -> [String] { service.contradictions().map { "\($0.severity.rawValue) \($0.code)" } }
    service.agency.renewalShare = 0.5
    #expect(codes() == ["warning nothing-to-move"])
    service.agency.aboveAtStart[.protection] = 3
    #expect(codes().contains("error nothing-to-hold"))
    service.workforce.teams[.protection].posts[.socialWorker] = 2
    #expect(!codes().contains("error nothing-to-hold"))
  }
}
