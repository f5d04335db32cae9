import Dates
import Parameters

@testable import ServiceModel

extension Mistake {
  static let ofResponses: [Mistake] = [
    Mistake("ends-at-trigger", "responses.managersFirst.endsBelow") {
      $0.responses.managersFirst.terms.isOn = true
      $0.responses.managersFirst.terms.triggerAt = 0.1
      $0.responses.managersFirst.terms.endsBelow = 0.1
    },
    Mistake("least-above-most", "responses.managersFirst.leastDays") {
      $0.responses.managersFirst.terms.isOn = true
      $0.responses.managersFirst.terms.leastDays = 30
      $0.responses.managersFirst.terms.mostDays = 20
    },
    Mistake("never-triggers", "responses.managersFirst.triggerAt") {
      $0.responses.managersFirst.terms.isOn = true
      $0.responses.managersFirst.terms.triggerAt = 1.5
    },
    Mistake("never-triggers", "responses.managersFirst.delayDays") {
      $0.run.ends = CivilDate(2016, 3, 31)
      $0.responses.managersFirst.terms.isOn = true
      $0.responses.managersFirst.terms.delayDays = 400
    },
    Mistake("never-triggers", "responses.managersFirst.signal") {
      $0.responses.managersFirst.terms.isOn = true
      $0.responses.managersFirst.terms.signal = .signOffDays
      $0.responses.managersFirst.terms.triggerAt = 5
    },
    Mistake("triggers-at-start", "responses.managersFirst.triggerAt") {
      $0.workforce.teams[.assessment].posts[.socialWorker] = 4
      $0.workforce.teams[.assessment].vacantAtStart[.socialWorker] = 2
      $0.responses.managersFirst.terms.isOn = true
      $0.responses.managersFirst.terms.signal = .vacancyRate
      $0.responses.managersFirst.terms.triggerAt = 0.3
    },
    Mistake("triggers-at-start", "responses.managersFirst.triggerAt") {
      $0.workforce.teams[.assessment].posts[.socialWorker] = 2
      $0.pathway.stages[.assessment].heldBy = .assessment
      $0.opening.children[.assessment] = 40
      $0.responses.managersFirst.terms.isOn = true
      $0.responses.managersFirst.terms.signal = .loadRatio
      $0.responses.managersFirst.terms.triggerAt = 1.2
    },
    Mistake("response-without-use", "responses.signOff.isOn") { $0.responses.signOff.terms.isOn = true },
    Mistake("response-without-use", "responses.askAgain.isOn") { $0.responses.askAgain.terms.isOn = true },
    Mistake("response-without-use", "responses.lending.isOn") { $0.responses.lending.terms.isOn = true },
    Mistake("response-without-use", "responses.managersCarry.isOn") {
      $0.responses.managersCarry.terms.isOn = true
    },
    Mistake("response-without-use", "responses.thresholds.isOn") {
      $0.responses.thresholds.terms.isOn = true
      $0.demand.entry[.frontDoor] = 0
      $0.demand.entry[.assessment] = 1
    },
    Mistake("response-against-lever", "responses.overtime.share") {
      $0.workforce.teams[.assessment].posts[.socialWorker] = 1
      $0.pathway.stages[.assessment].heldBy = .assessment
      $0.responses.overtime.terms.isOn = true
      $0.levers.caseloadPolicy.capRatio = 0.9
      $0.levers.caseloadPolicy.dates.from = $0.run.starts
    },
  ]
}
