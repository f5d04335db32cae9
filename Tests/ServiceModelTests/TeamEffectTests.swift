import Dates
import DiscreteEvents
import Testing

@testable import ServiceModel

@Suite("What team and manager do to leaving, and cohorts")
struct TeamEffectTests {
  private func staff(_ change: (inout ServiceParameters) -> Void = { _ in }) -> ServiceParameters {
    var service = SmallService.empty(months: 60)
    service.workforce.teams[.assessment].posts[.socialWorker] = 60
    service.workforce.teams[.assessment].posts[.practiceManager] = 6
    service.workforce.teams[.assessment].pods = 6
    service.leaving.perYear = Keyed(repeating: 0.3)
    service.recruitment.steps[.advert] = DurationParameters(.exponential, mean: 120)
    change(&service)
    return service
  }

  private func leavers(_ service: ServiceParameters) -> Double {
    let tables = ModelTables(service)
    return SmallService.outcomes(service, 0..<6).reduce(0) { sum, outcome in
      for balance in outcome.balances { #expect(balance.largestResidual <= balance.tolerance) }
      return sum
        + SmallService.readings(outcome, tables, "leavers_fte").reduce(0, +)
    }
  }

  @Test("Each effect raises leaving", arguments: 0..<6)
  func raises(_ effect: Int) {
    let moved = staff {
      switch effect {
      case 0: $0.leaving.managerVacantRatio = 5
      case 1: $0.leaving.managerNewRatio = 5
      case 2:
        $0.leaving.spanElasticity = 1
        $0.leaving.spanNorm = 6
      case 3: $0.leaving.unfilledEffect = 4
      case 4:
        $0.leaving.absenceEffect = 4
        $0.absence.kinds[.long].perYear = 1
        $0.absence.kinds[.long].isCovered = true
        $0.absence.kinds[.long].length = DurationParameters(.constant, mean: 60)
      default:
        $0.managers.supervisionHours = 1.5
        $0.managers.hoursPerWeek = 1
        $0.leaving.supervisionMissedRatio = 2
      }
    }
    #expect(leavers(moved) > leavers(staff()) * 1.05)
  }

  @Test(
    "A manager's vacant post multiplies the hazard of the pod, bit for bit, and a manager in post does nothing"
  )
  func managerVacant() {
    func leavers(vacant: Int, perYear: Double, ratio: Double) -> [Double] {
      let service = staff {
        $0.recruitment.perPost = false
        $0.workforce.teams[.assessment].vacantAtStart[.practiceManager] = vacant
        $0.leaving.roleRatio[.practiceManager] = 0
        $0.leaving.perYear = Keyed(repeating: perYear)
        $0.leaving.managerVacantRatio = ratio
      }
      let tables = ModelTables(service)
      return SmallService.readings(Replicator.once(tables), tables, "leavers_fte")
    }
    let plain = leavers(vacant: 6, perYear: 0.2, ratio: 1)
    #expect(leavers(vacant: 0, perYear: 0.2, ratio: 4) == plain)
    #expect(leavers(vacant: 6, perYear: 0.05, ratio: 4) == plain)
    #expect(leavers(vacant: 6, perYear: 0.2, ratio: 4) != plain)
  }

  @Test("A wide span doubles the hazard exactly where the power is exact")
  func span() {
    // Ten workers for each of six managers who stay: twice the norm of five.
    func service(_ change: (inout ServiceParameters) -> Void) -> ServiceParameters {
      staff {
        $0.recruitment.perPost = false
        $0.leaving.roleRatio[.practiceManager] = 0
        $0.leaving.roleRatio[.socialWorker] = 0
        $0.leaving.roleRatio[.seniorPractitioner] = 1
        change(&$0)
      }
    }
    let wide = service {
      $0.leaving.spanElasticity = 1
      $0.leaving.spanNorm = 5
    }
    var model = Service(ModelTables(wide))
    model.reset(replication: 0)
    model.open()
    for pod in 0..<model.desks.count {
      #expect(model.desks[pod].people == 10 && model.desks[pod].lead == Int32(pod))
      #expect(model.posts[Int(model.desks[pod].post)].leadEffect == 2)
    }
  }

  @Test("A cohort fills the posts that are vacant, and the others wait until one is")
  func cohorts() {
    let service = staff {
      $0.recruitment.perPost = false
      $0.workforce.teams[.assessment].vacantAtStart[.socialWorker] = 4
      $0.leaving.perYear = Keyed(repeating: 0)
      $0.cohorts[.academy].people = 6
      $0.cohorts[.academy].month = 9
      $0.cohorts[.academy].waitDays = 90
      $0.cohorts[.academy].until = CivilDate(2015, 12, 31)
      $0.cohorts[.academy].poundsEach = 1000
    }
    let tables = ModelTables(service)
    let outcome = Replicator.once(tables)
    func readings(_ measure: String, _ breakdown: String = "") -> [Double] {
      SmallService.readings(outcome, tables, measure, breakdown)
    }
    #expect(readings("cohort_starters", "route=academy").reduce(0, +) == 4)
    #expect(readings("vacancy_fte")[4] == 4 && readings("vacancy_fte")[5] == 0)
    #expect(readings("cohort_waiting")[5] == 2 && readings("cohort_waiting")[9] == 0)
    #expect(readings("cohort_turned_away").reduce(0, +) == 2)
    #expect(abs(readings("cost_gbp", "line=recruitment").reduce(0, +) - 6000) < 1e-6)
  }

  @Test("Those who wait take the next vacancy before any search, and are newly qualified as said")
  func waiters() {
    var service = staff {
      $0.leaving.perYear = Keyed(repeating: 0.5)
      $0.cohorts[.overseas].people = 200
      $0.cohorts[.overseas].month = 4
      $0.cohorts[.overseas].areNewlyQualified = false
      $0.cohorts[.overseas].waitDays = 360
      $0.leaving.roleRatio[.practiceManager] = 0
    }
    let tables = ModelTables(service)
    let vacant = SmallService.readings(Replicator.once(tables), tables, "vacancy_fte")
    #expect(vacant.prefix(11).allSatisfy { $0 == 0 })
    service.cohorts[.overseas].people = 0
    let without = SmallService.readings(Replicator.once(ModelTables(service)), tables, "vacancy_fte")
    #expect(without.prefix(11).contains { $0 > 0 })
  }

  @Test("Leavers to an agency come back into their posts at once")
  func leaversReturn() {
    let service = staff {
      $0.leaving.reasons[.resigned] = 0
      $0.leaving.reasons[.movedToAgency] = 1
      $0.agency.leaverReturnShare = 1
      $0.agency.assignment = DurationParameters(.constant, mean: 3650)
    }
    let tables = ModelTables(service)
    let outcome = Replicator.once(tables)
    let vacant = SmallService.readings(outcome, tables, "vacancy_fte")
    let agency = SmallService.readings(outcome, tables, "agency_fte")
    #expect(vacant == agency && (vacant.max() ?? 0) > 0)
  }

  @Test("Applicants follow their season by the month in which the advert opens")
  func season() {
    let tables = ModelTables(
      staff { $0.recruitment.applicantsByMonth = [24] + Array(repeating: 0, count: 11) })
    #expect(tables.season(ofApplicantsAt: SimulatedTime(days: 3)) == 12)
    #expect(tables.season(ofApplicantsAt: SimulatedTime(days: 40)) == 0)
    #expect(tables.season(ofApplicantsAt: SimulatedTime(days: 366.5)) == 12)
    #expect(tables.season(ofNewlyQualifiedAt: SimulatedTime(days: 40)) == 1)
  }
}
