import DiscreteEvents
import Parameters

/// People rather than full-time equivalents, as the Department for Education counts them beside the FTE.
struct HeadcountMeasure: Measure {
  static let subject = Series.Subject.staff
  private var inPost = 0.0
  private var started = 0.0
  private var left = TwelveMonths()
  private var agency = 0.0

  init(_ tables: ModelTables) {}

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .workerStarted(_, _, let atStart):
      inPost += 1
      if !atStart { started += 1 }
    case .workerLeft:
      inPost -= 1
      left.add(1)
    case .agencyStarted: agency += 1
    case .agencyEnded: agency -= 1
    default: break
    }
  }

  mutating func report(_ r: inout Report) {
    r.flow(
      "starters_headcount", .people, &started, "People who started with the council.", .neither.workforceYear)
    r.flow(
      "leavers_headcount", .people, left.month, "People who left the council.", .neither.workforceYear)
    r.ratio(
      "turnover_rate_headcount", .share, left.total, over: inPost,
      "People who left in twelve months as a share of those in post at the end.",
      .neither.workforceYear.aboveOne)
    r.stock("agency_headcount", .people, agency, "Agency staff at work, in people.", .neither.workforceYear)
    r.ratio(
      "agency_rate_headcount", .share, agency, over: agency + inPost,
      "Agency staff as a share of agency staff and staff in post, in people.", .neither.workforceYear)
    r.forget(&left)
  }
}
