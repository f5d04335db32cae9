import DiscreteEvents
import Parameters

/// Agency staff by the Department for Education's definition: agency FTE over agency and in-post FTE. A vacancy that
/// an agency worker covers is still a vacancy.
struct AgencyMeasure: Measure {
  static let subject = Series.Subject.staff
  private var working = Flat<Role, ExactAmount>()
  private var covering = ExactAmount.zero
  private var vacant = ExactAmount.zero
  private var inPost = ExactAmount.zero
  private var isVacant: [Bool]
  /// FTE of the agency worker in each post.
  private var covered: [Double]
  private var started = 0.0
  private var converted = 0.0

  init(_ tables: ModelTables) {
    isVacant = Array(repeating: false, count: tables.postCount)
    covered = Array(repeating: 0, count: tables.postCount)
  }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .postOpened(let post):
      vacant += post.fte
      isVacant[post.post] = true
    case .postClosed(let post):
      vacant -= post.fte
      isVacant[post.post] = false
    case .workerStarted(_, let placing, _):
      vacant -= placing.fte
      inPost += placing.fte
      covering -= covered[placing.post]
      isVacant[placing.post] = false
    case .workerLeft(_, let placing, _, _):
      vacant += placing.fte
      inPost -= placing.fte
      covering += covered[placing.post]
      isVacant[placing.post] = true
    case .workerPromoted(_, let below, let above):
      vacant += below.fte - above.fte
      inPost += above.fte - below.fte
      covering += covered[below.post] - covered[above.post]
      isVacant[below.post] = true
      isVacant[above.post] = false
    case .agencyStarted(_, let placing):
      working[placing.role] += placing.fte
      covered[placing.post] = placing.fte
      if isVacant[placing.post] { covering += placing.fte }
      started += placing.fte
    case .agencyEnded(_, let placing, let isConverted):
      working[placing.role] -= placing.fte
      covered[placing.post] = 0
      if isVacant[placing.post] { covering -= placing.fte }
      if isConverted { converted += placing.fte }
    default: break
    }
  }

  mutating func report(_ r: inout Report) {
    r.stock(
      "agency_fte", .fte, working.sum.value,
      "FTE of agency staff at work; also by role of the post they cover.",
      .less.workforceYear.indicator(9))
    r.parts("agency_fte", working)
    r.ratio(
      "agency_rate_fte", .share, working.sum.value, over: (working.sum + inPost).value,
      "Agency FTE as a share of agency and in-post FTE: the Department's definition.",
      .less.workforceYear.indicator(10).headline(9, "Agency rate"))
    r.ratio(
      Series.agencyCover, .share, covering.value, over: vacant.value,
      "Share of vacant FTE that an agency worker covers. A covered vacancy is still a vacancy.",
      .more.workforceYear)
    r.stock(
      "agency_cover_fte", .fte, covering.value,
      "FTE of agency staff who cover a vacancy rather than an absence.", .neither.workforceYear)
    r.ratio(
      "agency_cover_rate_fte", .share, covering.value, over: working.sum.value,
      "Share of agency FTE that covers a vacancy.", .neither.workforceYear)
    r.flow("agency_starters_fte", .fte, &started, "FTE of agency assignments begun.", .neither.workforceYear)
    r.flow(
      "agency_converted_fte", .fte, &converted,
      "FTE of agency assignments that ended with the worker taking the post permanently.",
      .neither.workforceYear)
  }
}
