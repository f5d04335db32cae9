import DiscreteEvents

/// A scenario laid out for the simulation: everything that every replication reads and none changes.
public final class ModelTables: Sendable {
  let parameters: ServiceParameters
  public let calendar: ModelCalendar
  let rows: [PathwayRow]
  let laws: [PathwayLaw]
  let returnInterval: Distribution
  let proceedings: Distribution
  let careReturnInterval: Distribution
  let changeSetback: Int64
  /// Cumulative placement shares by age band, and those of unaccompanied children.
  let placementMix: [[Double]]
  let unaccompaniedMix: [Double]
  let openingMix: [Double]
  /// Days between moves, by placement; nil where nobody moves.
  let meanDaysToMove: [Double?]
  let ages: [Double]
  let entry: [Double]
  let siblings: [Double]
  let surges: [Surge]
  let rate: ReferralRate
  let steps: [Distribution]
  let inductionMonths: [Double]
  let fteOfPosts: FteDeal
  let reasons: [Double]
  let postCount: Int
  /// Hazard of leaving at the norm, per second: `hazards[role * 6 + tenure band]`.
  let hazards: [Double]
  let caseloadElasticity: Double
  let endsAt18: Bool

  public init(_ parameters: ServiceParameters) {
    self.parameters = parameters
    calendar = ModelCalendar(parameters.run)
    rows = Stage.allCases.map { PathwayRow(parameters.pathway.stages[$0], stage: $0) }
    laws = Stage.allCases.map { PathwayLaw(parameters.pathway.stages[$0]) }
    returnInterval = parameters.pathway.returnInterval.distribution ?? .constant(0)
    proceedings = parameters.care.proceedings.distribution ?? .constant(0)
    careReturnInterval = parameters.care.returnInterval.distribution ?? .constant(0)
    changeSetback = Int64((parameters.pathway.changeOfWorkerSetbackDays * 86_400).rounded())
    placementMix = AgeBand.allCases.map { cumulative(parameters.placements.mix[$0].shares.elements) }
    unaccompaniedMix = cumulative(parameters.placements.unaccompaniedMix.shares.elements)
    openingMix = cumulative(parameters.opening.placements.shares.elements)
    meanDaysToMove = parameters.placements.movesPerYear.elements.map { $0 > 0 ? 365.25 / $0 : nil }
    ages = cumulative(parameters.demand.ages.elements)
    entry = cumulative(parameters.demand.entry.elements)
    siblings = cumulative(parameters.demand.siblings)
    surges = SurgeSlot.allCases.map { Surge(parameters.demand.surges[$0], start: parameters.run.starts) }
      .filter { $0.shape != .none }
    rate = ReferralRate(parameters.demand, surges: surges, calendar: calendar)
    steps = RecruitmentStep.allCases.map { parameters.recruitment.steps[$0].distribution ?? .constant(0) }
    inductionMonths = parameters.workforce.inductionMonths
    fteOfPosts = FteDeal(parameters.workforce)
    reasons = cumulative(parameters.leaving.reasons.elements)
    hazards = Role.allCases.flatMap { role in
      TenureBand.allCases.map { band in
        parameters.leaving.perYear[band] * parameters.leaving.roleRatio[role] / (365.25 * 86_400)
      }
    }
    caseloadElasticity = parameters.leaving.caseloadElasticity
    endsAt18 = parameters.pathway.endsAt18
    postCount = Team.allCases.reduce(0) { sum, team in
      sum + parameters.workforce.teams[team].posts.elements.reduce(0, +)
    }
  }
}

/// Deals the full-time equivalents out to the posts so that the shares hold as nearly as whole posts allow.
struct FteDeal: Sendable {
  private let values: [Double]
  private let shares: [Double]

  init(_ workforce: WorkforceParameters) {
    values = workforce.fteValues
    shares = workforce.fteShares
  }

  /// The FTE of each of `count` posts, the kinds spread evenly among them.
  func deal(_ count: Int) -> [Double] {
    var given = Array(repeating: 0, count: values.count)
    return (0..<count).map { post in
      let behind = shares.indices.map { shares[$0] * Double(post + 1) - Double(given[$0]) }
      let next = behind.indices.max { behind[$0] < behind[$1] } ?? 0
      given[next] += 1
      return values[next]
    }
  }
}
