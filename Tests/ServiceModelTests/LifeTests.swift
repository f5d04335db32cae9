import Dates
import DiscreteEvents
import Testing

@testable import ServiceModel

@Suite("Children's lives")
struct LifeTests {
  /// Children who come into care at any age and leave it by nothing but the eighteenth birthday.
  private func care(months: Int = 60) -> ServiceParameters {
    var service = SmallService.empty(months: months)
    service.run.calendar = .england
    service.demand.referralsPerYear = 200
    service.demand.entry[.frontDoor] = 0
    service.demand.entry[.lookedAfter] = 1
    service.opening.children[.lookedAfter] = 300
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.constant, mean: 36_525)
    service.demand.direct[.unaccompanied].perYear = 20
    return service
  }

  /// The day on which a child reaches an age; those born on 29 February reach it on 1 March in other years.
  private func day(_ years: Int, of child: Child, _ start: CivilDate) -> Double {
    let (year, month, day) = start.adding(days: Int(child.birthDay)).civil
    let isLeap = (year + years) % 4 == 0
    let reached =
      month == 2 && day == 29 && !isLeap ? CivilDate(year + years, 3, 1) : CivilDate(year + years, month, day)
    return Double(reached.dayNumber - start.dayNumber)
  }

  @Test("Nobody is looked after beyond the eighteenth birthday, nor supported beyond the twenty-first")
  func birthdays() {
    var model = Service(ModelTables(care()))
    let outcome = model.run(replication: 0)
    let end = model.tables.calendar.end.days
    var leavers = 0
    for place in 0..<model.children.count {
      let child = model.children[place]
      let eighteenth = day(18, of: child, model.tables.calendar.start)
      if child.stage == .lookedAfter { #expect(eighteenth >= end) }
      if child.stage == .careLeaver {
        leavers += 1
        #expect(child.enteredStage.days == eighteenth)
        #expect(child.endsAt.days == day(21, of: child, model.tables.calendar.start))
      }
    }
    #expect(leavers > 100)
    #expect(outcome.balances.allSatisfy { $0.largestResidual <= $0.tolerance })
  }

  @Test func theStoryTellsTheBirthday() {
    let tables = ModelTables(care())
    var told = 0
    for child in 0..<40 {
      let life = Replicator.trace(.child(child), replication: 0, tables)
      #expect(life.children > 300)
      let leaving = life.story.first { $0.sentence.contains("eighteenth birthday") }
      guard let leaving else { continue }
      told += 1
      #expect(leaving.day == leaving.day.rounded())
      #expect(life.story.filter { $0.day > leaving.day }.allSatisfy { !$0.sentence.contains("moves") })
    }
    #expect(told > 5)
  }

  @Test func withoutTheBirthdayCareGoesOn() {
    var service = care(months: 24)
    service.pathway.endsAt18 = false
    service.demand.direct[.unaccompanied].stay.law = .likeAll
    let tables = ModelTables(service)
    let ceased = SmallService.readings(SmallService.outcomes(service)[0], tables, "cla_ceased")
    #expect(ceased.reduce(0, +) == 0)
  }

  /// A child whose life holds every kind of event: each has its own sentence.
  @Test func everyKindOfEventHasASentence() {
    var service = care(months: 120)
    service.pathway.stages[.lookedAfter].duration = DurationParameters(.exponential, mean: 200)
    service.pathway.stages[.lookedAfter].heldBy = .caredFor
    service.pathway.stages[.lookedAfter].exits[.stepDown] = 0
    for (exit, share) in [(Exit.returnedHome, 0.6), (.adoption, 0.2), (.independence, 0.2)] {
      service.pathway.stages[.lookedAfter].exits[exit] = share
    }
    service.pathway.stages[.childInNeed].duration = DurationParameters(.exponential, mean: 60)
    service.pathway.stages[.childInNeed].heldBy = .caredFor
    service.pathway.stages[.childInNeed].returnShare = 0.8
    service.pathway.stages[.childInNeed].emergencyEntryPerYear = 0.5
    service.pathway.stages[.frontDoor].exits[.stepDown] = 0.5
    service.pathway.stages[.frontDoor].exits[.section47] = 0.5
    service.pathway.stages[.section47].exits[.stepDown] = 0
    service.pathway.stages[.section47].exits[.conference] = 1
    service.pathway.stages[.section47].duration = DurationParameters(.constant, mean: 8)
    service.pathway.stages[.initialConference].exits[.stepDown] = 0
    service.pathway.stages[.initialConference].exits[.protectionPlan] = 1
    service.pathway.stages[.initialConference].duration = DurationParameters(.constant, mean: 9)
    service.pathway.stages[.initialConference].statutoryWorkingDays = 15
    service.care.returnShare = 0.5
    service.care.orderShare = 0.5
    service.placements.movesPerYear[.inHouseFostering] = 2
    service.money.allowanceShare = 1
    service.workforce.teams[.caredFor].posts[.socialWorker] = 12
    service.workforce.teams[.caredFor].waitingLimit = 20
    service.leaving.perYear = Keyed(repeating: 0.5)
    service.leaving.noticeWeeks = Keyed(repeating: 4)
    service.leaving.handoverDays = 7
    service.recruitment.steps[.advert] = DurationParameters(.exponential, mean: 40)
    service.workforce.inductionMonths = [0.5, 0.75]
    let tables = ModelTables(service)
    var sentences = Set<String>()
    for number in 0..<140 {
      for entry in Replicator.trace(.child(number), replication: 0, tables).story {
        sentences.insert(entry.sentence.split(separator: " ").prefix(2).joined(separator: " "))
      }
    }
    for worker in 0..<14 {
      for entry in Replicator.trace(.worker(worker), replication: 0, tables).story {
        sentences.insert(entry.sentence.split(separator: " ").prefix(2).joined(separator: " "))
      }
    }
    for beginning in [
      "is referred", "is allocated", "waits on", "enters care", "leaves care", "is placed:", "moves: in",
      "is closed",
      "gives notice.", "takes on", "no longer",
    ] {
      let words = beginning.split(separator: " ").joined(separator: " ")
      #expect(sentences.contains { $0.hasPrefix(words) }, "\(beginning) of \(sentences.sorted())")
    }
  }
}
