import Dates

@testable import ServiceModel

extension Mistake {
  static let ofDrift: [Mistake] = [
    Mistake("never-fades", "drift.placementPrices.persistence") {
      $0.money.placementPerWeek = Keyed(repeating: 700)
      $0.drift.drivers[.placementPrices].sd = 0.1
      $0.drift.drivers[.placementPrices].persistence = 1
    },
    Mistake("not-positive-definite", "drift.correlations.needStartsWithNeedEnds") {
      $0.pathway.stages[.assessment].exits[.stepDown] = 0
      $0.pathway.stages[.assessment].exits[.childInNeed] = 1
      $0.drift.drivers[.needStarts].sd = 0.1
      $0.drift.drivers[.needEnds].sd = 0.1
      $0.drift.correlations[.needStartsWithNeedEnds] = -1
    },
    Mistake("outside-run", "drift.from") {
      $0.demand.referralsPerYear = 100
      $0.drift.drivers[.referrals].sd = 0.1
      $0.drift.from = CivilDate(2025, 3, 31)
    },
    Mistake("nothing-to-move", "drift.referrals") { $0.drift.drivers[.referrals].trend = 0.1 },
    Mistake("nothing-to-move", "drift.leaving") { $0.drift.drivers[.leaving].sd = 0.1 },
    Mistake("nothing-to-move", "drift.agency") { $0.drift.drivers[.agency].sd = 0.1 },
    Mistake("nothing-to-move", "drift.establishment") { $0.drift.drivers[.establishment].sd = 0.1 },
    Mistake("nothing-to-move", "drift.planStarts") { $0.drift.drivers[.planStarts].nationalSd = 0.1 },
    Mistake("nothing-to-move", "drift.placementPrices") { $0.drift.drivers[.placementPrices].sd = 0.1 },
    Mistake("nothing-to-move", "drift.referrals.persistence") {
      $0.drift.drivers[.referrals].persistence = 0.5
    },
    Mistake("nothing-to-move", "drift.correlations.planStartsWithPlanEnds") {
      $0.drift.correlations[.planStartsWithPlanEnds] = 0.5
    },
  ]
}
