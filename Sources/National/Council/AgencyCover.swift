import Foundation
import ServiceModel

/// How much of the time that posts stand vacant agency workers cover.
///
/// An agency is asked some days after a post falls vacant, sends somebody some days later, and whoever comes stays for an
/// assignment, or until the post is filled. Where vacancies end at a steady rate, one of mean length T is covered for
/// exp(-d / T) (1 - E[exp(-A / T)]) of its time, with d the days until somebody comes and A the assignment, gamma
/// distributed.
struct AgencyCover {
  private let agency: AgencyParameters
  /// Days for which a post stands vacant on average.
  private let wait: Double

  /// No council covers every vacancy.
  static let most = 0.95
  private static let longest = 1500.0
  private static let halvings = 40

  init(_ agency: AgencyParameters, wait: Double) { (self.agency, self.wait) = (agency, max(wait, 1)) }

  /// The share of a vacancy's time that is covered, where somebody is asked for.
  func covered(_ assignment: Double) -> Double {
    let delay = agency.afterDays + (agency.fill.distribution?.mean ?? 0)
    let shape = 1 / max(agency.assignment.cv * agency.assignment.cv, 1e-6)
    return exp(-delay / wait) * (1 - pow(1 + assignment / shape / wait, -shape))
  }

  /// The share of vacancies that are to be covered, and the mean assignment in days, for so many agency staff for each
  /// vacancy: assignments as in the base, and longer ones only where covering nearly all vacancies does not do.
  func solved(for ratio: Double) -> (share: Double, assignment: Double) {
    let usual = agency.assignment.mean
    let share = ratio / max(covered(usual), 1e-9)
    guard share > Self.most else { return (max(share, 0.01), usual) }
    var (low, high) = (usual, max(Self.longest, usual))
    for _ in 0..<Self.halvings {
      let middle = (low + high) / 2
      if covered(middle) * Self.most < ratio { low = middle } else { high = middle }
    }
    return (Self.most, ((low + high) / 2).rounded())
  }
}
