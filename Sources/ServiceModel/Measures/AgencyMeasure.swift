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
    case .postOpened(let post): vacant += post.fte
    case .workerStarted(_, let placing, _):
      vacant -= placing.fte
      inPost += placing.fte
      covering -= coveredPosts[placing.post]
      isVacant[placing.post] = false
    case .workerLeft(_, let placing, _, _):
      vacant += placing.fte
      inPost -= placing.fte
      covering += coveredPosts[placing.post]
      isVacant[placing.post] = true
    case .workerPromoted(_, let below, let above):
      vacant += below.fte - above.fte
      inPost += above.fte - below.fte
      covering += coveredPosts[below.post] - coveredPosts[above.post]
      isVacant[below.post] = true
      isVacant[above.post] = false
    case .agencyStarted(_, let placing):
      working[placing.role] += placing.fte
      coveredPosts[placing.post] = placing.fte
      if isVacant[placing.post] { covering += placing.fte }
      starts += placing.fte
    case .agencyEnded(_, let placing, let isConverted):
      working[placing.role] -= placing.fte
      coveredPosts[placing.post] = 0
      if isVacant[placing.post] { covering -= placing.fte }
      if isConverted { conversions += placing.fte }
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
