import Foundation
import Parameters
import ServiceModel

extension CouncilScenario {
  mutating func addWorkforce(_ flows: CouncilFlows) {
    let autumn = min(figures.newest(.september), year)
    guard let inPost = figures.stock("inpost_fte", autumn),
      let rate = figures.stock("vacancy_rate_fte", autumn), let usual = usualVacancies(autumn)
    else { return }
    let vacant = inPost.value * min(rate.value, Self.mostVacant) / (1 - min(rate.value, Self.mostVacant))
    let establishment = max(inPost.value + vacant, 4)
    // The run starts with the posts that were vacant, and settles at what they were on average.
    let settled = usual * establishment
    let source = Source.derived(
      "\(inPost.source.reference), and \(rate.source.reference); the division between roles and teams is that of the base, by the children in each team"
    )
    let posts = addPosts(establishment, flows.solved, autumn, source)
    let vacancies = addVacancies(posts, rate: vacant / establishment, rate.source)
    addNorms(posts, flows.solved)
    addLeaving(autumn)
    let (searches, wait) = addRecruitment(posts, vacant: settled, establishment, autumn)
    addAgency(posts, vacancies, flows.solved, wait: wait, autumn)
    let ratio = establishment / baseEstablishment
    add(
      "newlyQualified.atStart", whole: Double(base.newlyQualified.atStart) * ratio,
      .assumption("as many for each post as in the base"))
    add(
      "recruitment.roundsAtOnce",
      whole: max(
        Double(base.recruitment.roundsAtOnce) * ratio * CouncilAssumption.searches.value, searches, 2),
      .assumption(
        "as many searches in hand for each post as in the base, once its plan was delivered, or two and a half times what vacancies and notices ask for"
      ))
  }

  private static let mostVacant = 0.6

  /// The vacancy rate about which a run moves, between this autumn's and what all councils have then, by their logarithms.
  func usualVacancies(_ autumn: Int) -> Double? {
    guard let told = figures.stock("vacancy_rate_fte", autumn)?.value else { return nil }
    let own = max(told, CouncilFigures.leastRate)
    let all = max(figures.meanOfAll("vacancy_rate_fte", autumn) ?? own, CouncilFigures.leastRate)
    let kept = CouncilAssumption.vacanciesKept.value
    return min(exp(kept * log(own) + (1 - kept) * log(all)), Self.mostVacant)
  }

  /// FTE of posts of the base.
  private var baseEstablishment: Double {
    let posts = Team.allCases.reduce(0) { sum, team in
      base.workforce.teams[team].posts.elements.reduce(sum, +)
    }
    return Double(posts) * baseSize
  }

  /// FTE of a post of the base, on average.
  var baseSize: Double {
    zip(base.workforce.fteValues, base.workforce.fteShares).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Posts of each team and role: those who hold cases by the weighted children of the team.
  private mutating func addPosts(
    _ establishment: Double, _ solved: ReferralFlows, _ autumn: Int, _ source: Source
  ) -> Keyed<Team, Keyed<Role, Int>> {
    let size = baseSize
    let total = establishment / size
    var roles = Keyed<Role, Double>(repeating: 0)
    for team in Team.allCases {
      for role in Role.allCases { roles[role] += Double(base.workforce.teams[team].posts[role]) }
    }
    let sum = roles.elements.reduce(0, +)
    let shares = holding(publishedRoles(autumn) ?? roles.elements.map { $0 / sum }, solved, autumn)
    let whole = Apportionment.whole(Int(total.rounded()), by: shares)
    var posts = Keyed<Team, Keyed<Role, Int>>(repeating: Keyed<Role, Int>(repeating: 0))
    // Managers last: each leads about as many.
    for role in Role.allCases.filter({ $0 != .practiceManager }) + [.practiceManager] {
      let weights = Team.allCases.map { team -> Double in
        let count = Double(base.workforce.teams[team].posts[role])
        guard count > 0 else { return 0 }
        if role == .practiceManager {
          return max(posts[team].elements.reduce(0) { $0 + Double($1) }, count)
        }
        // Those without cases as in the base; workers as their children.
        let (own, other) = (Self.load(team, solved.stocks, base), Self.load(team, baseStocks, base))
        return role == .socialWorker || role == .seniorPractitioner ? count * own / max(other, 1e-9) : count
      }
      for (team, count) in zip(Team.allCases, Self.dealt(whole[role.index], by: weights)) {
        posts[team][role] = count
      }
    }
    for team in Team.allCases {
      for role in Role.allCases where base.workforce.teams[team].posts[role] > 0 {
        add("workforce.teams.\(team.name).posts.\(role.name)", .whole(posts[team][role]), source)
      }
      // A pod for each manager: one that all shared would be led by one of them.
      let managers = posts[team][.practiceManager]
      if base.workforce.teams[team].pods > 1 || managers > 1 {
        add(
          "workforce.teams.\(team.name).pods", .whole(max(managers, 1)),
          .assumption("one for each manager, as in the base's larger teams"))
      }
    }
    return posts
  }

  /// So many posts by weights, one at least wherever there is a weight.
  private static func dealt(_ total: Int, by weights: [Double]) -> [Int] {
    let places = weights.indices.filter { weights[$0] > 0 }
    guard !places.isEmpty else { return weights.map { _ in 0 } }
    var parts = Apportionment.whole(max(total, places.count), by: weights)
    for place in places where parts[place] == 0 {
      guard let largest = places.max(by: { parts[$0] < parts[$1] }) else { break }
      parts[largest] -= 1
      parts[place] = 1
    }
    return parts
  }

  /// Shares of the roles, where they are published for the council; nil where they are not.
  private func publishedRoles(_ autumn: Int) -> [Double]? {
    func fte(_ role: String) -> Double? {
      guard let measure = NationalMeasure.named("inpost_fte/role=\(role)") else { return nil }
      return [autumn, autumn - 1, autumn - 2].lazy.compactMap { self.figures.own(measure, $0) }.first
    }
    guard let workers = fte("case_holder"), let seniors = fte("senior_practitioner"),
      let managers = fte("first_line_manager"), let others = fte("qualified_without_cases"),
      let middle = fte("middle_manager"), let top = fte("senior_manager")
    else { return nil }
    let sum = workers + seniors + managers + others + middle + top
    // A council that counts its managers elsewhere would have nobody to sign off.
    guard workers > 0.3 * sum else { return nil }
    let leading = max(managers / sum, CouncilAssumption.leastManagers.value)
    let rest = (1 - leading) / (sum - managers)
    return [workers * rest, seniors * rest, leading, (others + middle + top) * rest]
  }

  /// The shares of the roles, with so many who hold cases that each FTE has as many as published: who counts as a holder of
  /// cases differs between councils, and so does which children do. Managers stay; the others make room.
  private func holding(_ shares: [Double], _ solved: ReferralFlows, _ autumn: Int) -> [Double] {
    guard let caseload = figures.stock("caseload_fte", autumn)?.value, caseload > 0,
      let inPost = figures.stock("inpost_fte", autumn)?.value, inPost > 0
    else { return shares }
    let cases = Stage.allCases.filter { base.pathway.stages[$0].heldBy != nil }
      .reduce(0) { $0 + solved.stocks[$1] }
    let agency = (figures.stock("agency_fte", autumn)?.value ?? 0) * CouncilAssumption.agencyWorkers.value
    let leading = shares[Role.practiceManager.index]
    let most = 1 - leading - CouncilAssumption.leastWithoutCases.value
    let least = most / 2
    let working = CouncilAssumption.holdersAtWork.value * inPost
    let holders = min(max((cases / caseload - agency) / working, least), most)
    let (workers, seniors) = (shares[Role.socialWorker.index], shares[Role.seniorPractitioner.index])
    let ratio = holders / max(workers + seniors, 1e-9)
    return [workers * ratio, seniors * ratio, leading, 1 - leading - holders]
  }

  /// Weighted children whom a team holds.
  static func load(_ team: Team, _ stocks: Keyed<Stage, Double>, _ base: ServiceParameters) -> Double {
    Stage.allCases.filter { base.pathway.stages[$0].heldBy == team }.reduce(0) {
      $0 + stocks[$1] * base.pathway.stages[$1].weight
    }
  }

  private var baseStocks: Keyed<Stage, Double> {
    var stocks = Keyed<Stage, Double>(repeating: 0)
    for stage in Stage.allCases { stocks[stage] = Double(base.opening.children[stage]) }
    return stocks
  }

  private mutating func addVacancies(
    _ posts: Keyed<Team, Keyed<Role, Int>>, rate: Double, _ source: Source
  ) -> Keyed<Team, Keyed<Role, Int>> {
    var vacancies = Keyed<Team, Keyed<Role, Int>>(repeating: Keyed<Role, Int>(repeating: 0))
    var (vacant, all) = (0.0, 0.0)
    var places: [(Team, Role)] = []
    var (wanted, room): ([Double], [Int]) = ([], [])
    for team in Team.allCases {
      for role in Role.allCases {
        vacant += Double(base.workforce.teams[team].vacantAtStart[role])
        all += Double(base.workforce.teams[team].posts[role])
      }
    }
    for team in Team.allCases {
      for role in Role.allCases where base.workforce.teams[team].posts[role] > 0 {
        let own = Double(base.workforce.teams[team].vacantAtStart[role])
        let usual = own / Double(max(base.workforce.teams[team].posts[role], 1))
        places.append((team, role))
        wanted.append(Double(posts[team][role]) * usual * rate / max(vacant / all, 1e-9))
        room.append(posts[team][role] - 1)
      }
    }
    let total = places.reduce(0) { $0 + posts[$1.0][$1.1] }
    let counts = Apportionment.whole(Int((Double(total) * rate).rounded()), by: wanted, atMost: room)
    for ((team, role), count) in zip(places, counts) {
      vacancies[team][role] = count
      add("workforce.teams.\(team.name).vacantAtStart.\(role.name)", .whole(count), source)
    }
    return vacancies
  }

  /// Caseloads held to be right, and the most: the base's, by this council's cases for each post.
  private mutating func addNorms(_ posts: Keyed<Team, Keyed<Role, Int>>, _ solved: ReferralFlows) {
    for team in Team.allCases {
      let parameters = base.workforce.teams[team]
      func holders(_ count: (Role) -> Int) -> Double {
        Double(count(.socialWorker) + count(.seniorPractitioner))
      }
      let own = Self.load(team, solved.stocks, base) / max(holders { posts[team][$0] }, 1)
      let other = Self.load(team, baseStocks, base) / max(holders { parameters.posts[$0] }, 1)
      guard own > 0, other > 0 else { continue }
      let source = Source.assumption(
        "the base's, by this council's weighted children for each post of the team")
      add("workforce.teams.\(team.name).caseloadNorm", parameters.caseloadNorm * own / other, source)
      add("workforce.teams.\(team.name).caseloadCap", parameters.caseloadCap * own / other, source)
    }
  }

  /// Leavers in a year for each in post, and what that rests on.
  private func turnover(_ autumn: Int) -> (rate: Double, words: String)? {
    if let rate = expected(.leaving) {
      return (min(max(rate, 0.04), 0.6), levelWords("leavers_fte for each in post", .leaving))
    }
    guard let leavers = figures.flow("leavers_fte", autumn), let inPost = figures.flow("inpost_fte", autumn)
    else { return nil }
    let rate = leavers.value / max(inPost.value, 1)
    return (min(max(rate, 0.04), 0.6), "\(leavers.source.reference), by those in post")
  }

  private mutating func addLeaving(_ autumn: Int) {
    guard let (turnover, words) = turnover(autumn) else { return }
    var hazard = 0.0
    for band in TenureBand.allCases {
      hazard += base.workforce.tenureAtStart[band] * base.leaving.perYear[band]
    }
    let source = Source.derived("\(words), and the base's leaving by length of service")
    // Social workers leave somewhat more than others, as in the base.
    let mean = turnover / max(hazard, 1e-9)
    let usual = base.leaving.roleRatio
    let share = CouncilAssumption.workersAmongStaff.value
    let average = share * usual[.socialWorker] + 1 - share
    for role in Role.allCases {
      let ratio = min(max(usual[role] * mean / average, 0.1), 6)
      if role == .socialWorker {
        add("leaving.roleRatio.\(role.name)", ratio, source, as: "turnover_rate_fte")
      } else {
        add("leaving.roleRatio.\(role.name)", ratio, source)
      }
    }
  }

  /// How many apply and for how long posts are held, such that posts stand vacant for as long as vacancies for each starter
  /// say (Little's law): a search takes no longer than is known of searches, and for what is left nobody has been asked to
  /// fill the post.
  ///
  /// - Parameter vacant: FTE of posts that stand vacant once a run has settled.
  /// - Returns: searches that are to be in hand at once for that, and the days for which a post stands vacant.
  private mutating func addRecruitment(
    _ posts: Keyed<Team, Keyed<Role, Int>>, vacant: Double, _ establishment: Double, _ autumn: Int
  ) -> (searches: Double, wait: Double) {
    guard let (rate, words) = turnover(autumn), base.recruitment.perPost, !base.recruitment.everyRoundFills
    else { return (0, Self.usualWait) }
    // Where posts grow in number, more start than leave.
    let started = (expected(.applicants) ?? 0) * establishment
    let hiresPerDay = max(rate * (establishment - vacant), started, 0.5) / 365.25
    let weights = Role.allCases.map { role in
      Team.allCases.reduce(0.0) { $0 + Double(posts[$1][role]) } * base.leaving.roleRatio[role]
    }
    let line = RecruitmentLine(base, weights: weights)
    let told = vacant / hiresPerDay
    let applicants = max(
      line.applicants(forWait: told), line.applicants(forSearch: CouncilAssumption.longestSearch.value * 7))
    let held = max(told - line.wait(applicants), 0)
    let why =
      "such that a post stands vacant for \(Int((line.wait(applicants) + held).rounded())) days on average, \(Int(held.rounded())) of them held: vacancies over starters, or over leavers where these are more; \(words)"
    add("recruitment.regionRatio", applicants, .derived(why))
    let vacated = rate * (establishment - vacant) / 365.25
    addHeld(held * hiresPerDay / max(min(vacated, hiresPerDay), 1e-9), weights, .derived(why))
    return (
      Self.spareSearches * hiresPerDay * line.search(applicants) / baseSize,
      max(line.wait(applicants) + held, 1)
    )
  }

  /// Days for which posts that fall vacant are held. Practice managers' are not: nobody else signs off.
  private mutating func addHeld(_ days: Double, _ weights: [Double], _ source: Source) {
    let all = weights.reduce(0, +)
    let others = all - weights[Role.practiceManager.index]
    guard days >= 1, others > 0 else { return }
    for role in Role.allCases where role != .practiceManager {
      add("recruitment.heldDays.\(role.name)", days * all / others, source)
    }
  }

  /// Searches that those who run recruitment can have in hand, over those that are needed.
  private static let spareSearches = 2.5
  /// Days for which a post stands vacant where nothing tells them.
  private static let usualWait = 180.0
}
