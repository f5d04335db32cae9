/// A service of a few workers over one year, in which every part of the model has something to do.
public enum SmallService {
  /// The one risk of a register for it; `controls:`, `actions:` and `stress:` of the risk may stand below.
  public static let risk = """
    risks:
      - id: R1
        title: Vacancies
        owner: HR
        cause: Turnover
        means: One post in five is empty
        event: vacancy_rate_fte{role=social_worker} > 20% for 2 months
        consequence: Waiting
        impacts:
          - { dimension: money, value: sum_12_months(cost_gbp), gather: worst }

    """

  public static let text = """
    scenario: Small service
    question: Does a small service hold together?
    run: { starts: 2015-04-01, ends: 2016-03-31, replications: 3, seed: 11 }
    demand: { referralsPerYear: 600, population: 5000 }
    pathway:
      frontDoor:
        heldBy: frontDoor
        duration: { family: exponential, mean: 2 }
        exits: { stepDown: 0, noFurtherAction: 0.5, assessment: 0.5 }
      assessment:
        heldBy: assessment
        statutoryWorkingDays: 45
        duration: { family: gamma, mean: 40, cv: 0.5 }
        exits: { stepDown: 0.6, childInNeed: 0.3, care: 0.1 }
        returnShare: 0.2
      childInNeed:
        heldBy: protection
        duration: { family: lognormal, mean: 120, cv: 1 }
      lookedAfter:
        heldBy: caredFor
        duration: { family: exponential, mean: 400 }
        exits: { stepDown: 0, returnedHome: 1 }
      careLeaver: { heldBy: leavingCare }
    workforce:
      teams:
        frontDoor: { posts: { socialWorker: 2 } }
        assessment: { posts: { socialWorker: 4 }, vacantAtStart: { socialWorker: 1 } }
        protection: { posts: { socialWorker: 4 } }
        caredFor: { posts: { socialWorker: 6 } }
        leavingCare: { posts: { socialWorker: 2 } }
    leaving: { perYear: { under2Years: 0.5 }, caseloadElasticity: 0.4, noticeWeeks: { socialWorker: 4 } }
    recruitment: { steps: { advert: { family: exponential, mean: 60 } } }
    money:
      salary: { socialWorker: 35000 }
      placementPerWeek: { inHouseFostering: 500 }
    opening: { children: { lookedAfter: 60, childInNeed: 40 } }

    """

  /// The same with one part changed; the part must be there.
  public static func with(_ part: String, _ change: String) -> String {
    precondition(text.contains(part), "the small service has no '\(part)'")
    return text.replacing(part, with: change)
  }

  /// So many replications that a run is still under way when a signal comes.
  public static let long = with("replications: 3", "replications: 500000")
}
