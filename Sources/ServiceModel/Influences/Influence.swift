/// What policies, events, partners and the plan can multiply.
///
/// Each is 1 when nothing is on. A case is added at the end, read where its meaning says, and, where what is pending
/// rests on it, refreshed in `Service.influenceChanged`.
public enum Influence: UInt8, ParameterKey {
  /// Every worker's hazard of leaving.
  case leavingHazard
  /// The mean number of applicants in a round, as it stands when the round is decided.
  case applicants
  /// The chance that an offer is accepted, 1 at most.
  case acceptance
  /// The length of each step of recruitment that begins.
  case recruitmentSteps
  /// The chance that an agency is asked to cover a post that falls empty, 1 at most.
  case agencyDemand
  /// The weekly price of agency staff.
  case agencyPrice
  /// The rate at which spells of absence begin.
  case absence
  /// The council's pay relative to its neighbours'.
  case pay
  /// The rates at which partners recover and strengthen, and the reciprocal of those at which they weaken and fail.
  case engagement
  /// The rate of referrals. What sources known before the run can make of it is in the ceiling of thinning
  /// (`ModelTables`); beyond that ceiling nothing more comes.
  case referrals
  /// The length of each assessment that begins, and what is left of those under way.
  case assessmentLength
  /// The rate of moves from each placement.
  case moves
  /// The rate at which foster households are approved.
  case fosterApprovals
  /// The prices of placements that are bought: agency fostering, homes, supported living, secure units and schools.
  case placementPrice
  /// The weight of leaving a stage for an enquiry, a conference or a protection plan, against the other exits, as it
  /// stands when the stage ends.
  case protection
  /// The weight of leaving a stage for care against the other exits, and the rate of emergencies.
  case careEntry
  /// The weight of leaving a stage for early help against the other exits.
  case earlyHelpUptake
  /// Places in early help.
  case earlyHelpPlaces
  /// The chance that an assignment ends in a permanent post, 1 at most.
  case conversion
  /// The cap on agency staff.
  case agencyCap
  /// Practice managers' hours a week, for each piece of work that begins.
  case managerHours
  /// The hours that go into the improvement plan.
  case planHours
  /// Each team's caseload norm, and each team's cap.
  case caseloadNorm, caseloadCap
  /// The hazards of leaving care by returning home and by special guardianship, for all who are there. What sources known
  /// before the run can make of them is in the ceiling of thinning; beyond it nothing more comes.
  case reunification, permanence
  /// The searches that can run at the same time, where there is a limit.
  case recruitmentCapacity
}

/// The current influences: each is the product of what every source contributes.
///
/// A source is anything that changes influences: a lever, a shock, the notice to improve, a partner, an action of the plan.
/// Products are recalculated from all factors at each change, in the order of the sources, so that an influence whose
/// sources are all off again is exactly 1, and reading one costs one load.
struct Influences: ~Copyable {
  private let sources: Int
  private var products = Store<Double>(repeating: 1, count: Influence.allCases.count)
  /// `factors[influence * sources + source]`.
  private var factors: Store<Double>

  /// No source does anything yet.
  init(sources: Int) {
    self.sources = sources
    factors = Store(repeating: 1, count: max(1, sources * Influence.allCases.count))
  }

  mutating func reset() {
    for influence in 0..<products.count { products[influence] = 1 }
    for place in 0..<factors.count { factors[place] = 1 }
  }

  subscript(influence: Influence) -> Double {
    @inline(__always)
    get { products[influence.index] }
  }

  /// Sets what a source contributes to an influence, and says whether the product is another now.
  mutating func set(_ influence: Influence, from source: Int, to factor: Double) -> Bool {
    precondition(source >= 0 && source < sources, "There is no such source of influence.")
    let first = influence.index * sources
    factors[first + source] = factor
    var product = 1.0
    for place in first..<(first + sources) { product *= factors[place] }
    guard product != products[influence.index] else { return false }
    products[influence.index] = product
    return true
  }
}
