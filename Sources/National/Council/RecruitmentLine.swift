import Foundation
import ServiceModel

/// How long posts stand vacant where none is held and every search is taken in hand at once: approval and checks, and as many
/// rounds of advert and selection as it takes until somebody accepts, less the notice that whoever leaves has given.
struct RecruitmentLine {
  private let service: ServiceParameters
  /// How many of the posts that fall vacant are of each role, in their order.
  private let weights: [Double]

  /// Applicants that are taken for possible, relative to the base's.
  private static let possible = 0.02...8.0
  private static let halvings = 50

  init(_ service: ServiceParameters, weights: [Double]) {
    self.service = service
    let sum = max(weights.reduce(0, +), 1e-9)
    self.weights = weights.map { $0 / sum }
  }

  /// Days from the request of a search to the first day, averaged over posts.
  ///
  /// - Parameter applicants: in each round, relative to the base's.
  func search(_ applicants: Double) -> Double { average { searchDays($0, applicants) } }

  /// Days for which a post stands vacant, averaged over posts.
  func wait(_ applicants: Double) -> Double {
    average { role in
      let begins = service.recruitment.begins == .resignation
      return searchDays(role, applicants) - (begins ? service.leaving.noticeWeeks[role] * 7 : 0)
    }
  }

  /// Applicants, relative to the base's, with which posts stand vacant for so long; the nearest possible where none does.
  func applicants(forWait days: Double) -> Double { applicants { wait($0) > days } }

  /// The fewest applicants, relative to the base's, with which a search takes no longer than that; the most possible where
  /// none does.
  func applicants(forSearch days: Double) -> Double { applicants { search($0) > days } }

  private func applicants(_ areTooFew: (Double) -> Bool) -> Double {
    var (low, high) = (Self.possible.lowerBound, Self.possible.upperBound)
    for _ in 0..<Self.halvings {
      let middle = (low * high).squareRoot()
      if areTooFew(middle) { low = middle } else { high = middle }
    }
    return (low * high).squareRoot()
  }

  private func average(_ days: (Role) -> Double) -> Double {
    zip(Role.allCases, weights).reduce(0) { $0 + ($1.1 > 0 ? $1.1 * days($1.0) : 0) }
  }

  private func searchDays(_ role: Role, _ applicants: Double) -> Double {
    let recruitment = service.recruitment
    func mean(_ step: RecruitmentStep) -> Double { recruitment.steps[step].distribution?.mean ?? 0 }
    let offers =
      recruitment.applicantsPerRound[role] * applicants * recruitment.appointableShare
      * recruitment.acceptanceShare
    let rounds = 1 / max(1 - exp(-offers), 1e-6)
    let days = mean(.approval) + mean(.checks) + rounds * (mean(.advert) + mean(.selection))
    return role == .practiceManager ? days * recruitment.managerStepRatio : days
  }
}
