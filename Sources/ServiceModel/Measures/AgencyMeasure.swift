import DiscreteEvents

/// Agency staff by the Department for Education's definition: agency FTE over agency and in-post FTE. A vacancy that
/// an agency worker covers is still a vacancy.
struct AgencyMeasure: Measure {
  private let agency, byRole, rate, coverRate, cover, shareCovering, started, converted: Int
  private var working = Keyed<Role, Double>(repeating: 0)
  private var covering = 0.0
  private var vacant = 0.0
  private var inPost = 0.0
  private var isVacant: [Bool] = []
  private var coveredPosts: [Double] = []
  private var starts = 0.0
  private var conversions = 0.0

  init(_ tables: ModelTables, _ catalogue: inout SeriesCatalogue) {
    agency = catalogue.declare("agency_fte", "FTE", .stock, workforceYear: true)
    byRole = catalogue.declare("agency_fte", for: Role.self, as: "role", "FTE", .stock, workforceYear: true)
    rate = catalogue.declare("agency_rate_fte", "share", .stockRate, workforceYear: true)
    coverRate = catalogue.declare("vacancy_agency_cover_rate_fte", "share", .stockRate, workforceYear: true)
    cover = catalogue.declare("agency_cover_fte", "FTE", .stock, workforceYear: true)
    shareCovering = catalogue.declare("agency_cover_rate_fte", "share", .stockRate, workforceYear: true)
    started = catalogue.declare("agency_starters_fte", "FTE", .flow, workforceYear: true)
    converted = catalogue.declare("agency_converted_fte", "FTE", .flow, workforceYear: true)
    isVacant = Array(repeating: true, count: tables.postCount)
    coveredPosts = Array(repeating: 0, count: tables.postCount)
  }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .postOpened(_, _, _, let fte): vacant += fte
    case .workerStarted(_, let post, _, _, let fte, _):
      vacant -= fte
      inPost += fte
      covering -= coveredPosts[post]
      isVacant[post] = false
    case .workerLeft(_, let post, _, _, let fte, _, _):
      vacant += fte
      inPost -= fte
      covering += coveredPosts[post]
      isVacant[post] = true
    case .workerPromoted(_, let below, _, let fromFte, let above, _, let fte):
      vacant += fromFte - fte
      inPost += fte - fromFte
      covering += coveredPosts[below] - coveredPosts[above]
      isVacant[below] = true
      isVacant[above] = false
    case .agencyStarted(_, let post, let role, _, let fte):
      working[role] += fte
      coveredPosts[post] = fte
      if isVacant[post] { covering += fte }
      starts += fte
    case .agencyEnded(_, let post, let role, _, let fte, let isConverted):
      working[role] -= fte
      coveredPosts[post] = 0
      if isVacant[post] { covering -= fte }
      if isConverted { conversions += fte }
    default: break
    }
  }

  mutating func start() {
    starts = 0
    conversions = 0
  }

  mutating func close(_ month: Month, into readings: inout Readings) {
    readings.set(agency, month.index, working.sum)
    for role in Role.allCases { readings.set(byRole + role.index, month.index, working[role]) }
    readings.set(rate, month.index, working.sum, over: working.sum + inPost)
    readings.set(coverRate, month.index, covering, over: vacant)
    readings.set(cover, month.index, covering)
    readings.set(shareCovering, month.index, covering, over: working.sum)
    readings.set(started, month.index, starts)
    readings.set(converted, month.index, conversions)
    start()
  }
}
