import Foundation
import Parameters
import ServiceModel

/// A council's flows in a year.
struct CouncilFlows {
  let published: ReferralFlows.Published
  /// The pathway that gives them.
  let solved: ReferralFlows
  let care: SolvedCare
  /// What each column rests on, by its name.
  let sources: [String: Source]
}

extension CouncilScenario {
  /// The published flows and numbers, and the pathway that gives them.
  func flows() throws -> CouncilFlows {
    var sources: [String: Source] = [:]
    func flow(_ name: String) throws -> Double {
      let told = try needed(figures.flow(name, year), name)
      sources[name] = told.source
      return told.value
    }
    func stock(_ name: String) throws -> Double {
      let told = try needed(figures.stock(name, year), name)
      sources[name] = told.source
      return told.value
    }
    /// A yearly number as it is expected, where enough is known of how councils vary; else the mean of its last years.
    func usual(_ name: String, _ expected: Told?) throws -> Double {
      guard let told = expected else { return try flow(name) }
      sources[name] = told.source
      return told.value
    }
    var published = ReferralFlows.Published(
      referrals: try usual("referrals", expected("referrals", [.referrals])),
      noActionShare: min(try flow("referrals_no_action_rate"), 0.6),
      notInNeedShare: min(try flow("assessed_not_in_need_rate"), 0.6),
      enquiries: try flow("section47_enquiries"),
      conferences: try flow("initial_conferences"),
      plansStarted: try usual("cpp_started", expected("cpp_started", [.planStarts])),
      plans: try stock("child_protection_plans"), inNeed: try stock("children_in_need"),
      lookedAfter: try stock("children_looked_after"),
      entries: try usual("cla_started", expectedEntries),
      ceased: try flow("cla_ceased"), careLeavers: supportedLeavers(try stock("care_leavers_19_to_21")),
      direct: arrivals.perYear + remandsPerYear,
      usualPlans: figures.flow("child_protection_plans", year)?.value,
      usualInNeed: figures.flow("children_in_need", year)?.value)
    let before18 = exitsBefore18(published).value
    published.before18 = max(before18 - endsOfDirect, Self.leastHomewards * before18)
    let care = care(published)
    published.entries = care.entries
    return CouncilFlows(
      published: published, solved: ReferralFlows(published, base: base), care: care, sources: sources)
  }

  /// Remands, as many for each child of the council as in the base.
  var remandsPerYear: Double {
    base.demand.direct[.remand].perYear * population / base.demand.population
  }

  /// Children aged 0 to 17 at the start.
  var population: Double { figures.stock("population_0_17", year)?.value ?? base.demand.population }

  mutating func addDemand(_ flows: CouncilFlows) {
    let referrals = flows.sources["referrals"]?.reference ?? ""
    add(
      "demand.referralsPerYear", flows.solved.referralsPerYear,
      .derived("\(referrals); less steps up from early help, returns to care and direct entries"),
      as: "children_in_need")
    addPopulation()
    addArrivals()
    add("demand.remand.perYear", remandsPerYear, .assumption("as in the base, for each child"))
  }

  private mutating func addPopulation() {
    guard let measure = NationalMeasure.named("population_0_17"), let newest = figures.newest(measure) else {
      return
    }
    let known = (newest - 3...newest).compactMap { year in figures.own(measure, year).map { (year, $0) } }
    guard let first = known.first, let last = known.last else { return }
    let growth = last.0 > first.0 ? pow(last.1 / first.1, 1 / Double(last.0 - first.0)) : 1
    let years = (0..<10).map { (last.1 * pow(growth, Double(min(year + $0 - last.0, 5)))).rounded() }
    let source = Source.derived(
      "population_0_17 of \(first.0) to \(last.0), mid-year estimates (ONS); its growth of \(Self.percent(growth - 1)) a year held for five years"
    )
    add("demand.population", whole: years[0], source)
    add("demand.populationByYear", .numbers(years), source)
  }

  /// The least share of exits before 18 of children who may go home and come back.
  private static let leastHomewards = 0.2

  static func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10)%" }

  mutating func addPathway(_ flows: CouncilFlows) {
    let (published, solved) = (flows.published, flows.solved)
    func told(_ names: String...) -> String {
      names.compactMap { name in flows.sources[name]?.reference }.joined(separator: "; ")
    }
    add(
      .frontDoor,
      exits([.noFurtherAction: published.noActionShare, .assessment: 1 - published.noActionShare]),
      .derived(told("referrals_no_action_rate")))
    add(
      .assessment, solved.assessmentExits,
      .derived(
        "the steady state of \(told("section47_enquiries", "assessed_not_in_need_rate", "cla_started"))"),
      uncertain: (.section47, "section47_enquiries", "referrals"))
    add(
      .section47, solved.enquiryExits,
      .derived("the steady state of \(told("initial_conferences", "section47_enquiries"))"),
      uncertain: (.conference, "initial_conferences", "section47_enquiries"))
    add(
      .initialConference, solved.conferenceExits,
      .derived("the steady state of \(told("cpp_started", "initial_conferences"))"))
    add(
      .childInNeed, solved.needExits,
      .derived("the steady state of \(told("section47_enquiries", "cla_started"))"))
    add(
      .childProtectionPlan, solved.planExits,
      .derived("the steady state of \(told("cla_started"))"),
      uncertain: (.care, "cla_started", "cpp_started"))
    for stage in Self.sudden {
      add(
        "pathway.\(stage.name).emergencyEntryPerYear",
        base.pathway.stages[stage].emergencyEntryPerYear * solved.careRatio,
        .derived("as all entries to care: \(told("cla_started"))"))
    }
    add(
      "pathway.childInNeed.duration.mean", needDays(flows),
      .derived(
        "Little's law, with three years' numbers: \(told("children_in_need")), less children in other stages"),
      as: "children_in_need", over: "cin_started")
    add(
      "pathway.childProtectionPlan.duration.mean", planDays(flows),
      expectedPlanDays == nil
        ? .derived(
          "Little's law, with three years' numbers: \(told("child_protection_plans", "cpp_started"))")
        : .derived(levelWords("ends of plans for each plan", .planEnds)),
      as: "child_protection_plans", over: "cpp_started")
    addEntryAges(flows)
    addStay(flows.care)
    add(
      "pathway.earlyHelp.places",
      whole: max(solved.stocks[.earlyHelp] * CouncilAssumption.earlyHelpPlaces.value, 5),
      .assumption("two fifths more places than children in early help, as in the base"))
  }

  /// Days that a plan lasts, from those expected to end in a year for each that could; nil where it is not known.
  var expectedPlanDays: Double? {
    guard let ends = expected(.planEnds), ends < 1.9 else { return nil }
    return (1 / ends - 0.5) * Self.daysInYear
  }

  private static let daysInYear = 365.25

  private func exits(_ shares: [Exit: Double]) -> Keyed<Exit, Double> {
    var exits = Keyed<Exit, Double>(repeating: 0)
    for (exit, share) in shares { exits[exit] = share }
    return exits
  }

  /// The shares of a stage's exits, rounded so that they still sum to 1: the largest takes what rounding leaves.
  ///
  /// - Parameter uncertain: the exit whose share is uncertain, and the ratio of measures that tells by how much.
  private mutating func add(
    _ stage: Stage, _ exits: Keyed<Exit, Double>, _ source: Source,
    uncertain: (exit: Exit, measure: String, over: String)? = nil
  ) {
    let path = "pathway.\(stage.name).exits"
    var rounded = Exit.allCases.map { (exits[$0] * 1e5).rounded() / 1e5 }
    let sum = rounded.reduce(0, +)
    if let largest = rounded.indices.max(by: { rounded[$0] < rounded[$1] }) { rounded[largest] += 1 - sum }
    for (exit, share) in zip(Exit.allCases, rounded)
    where share != 0 || base.pathway.stages[stage].exits[exit] != 0 || exit == .stepDown {
      let number = (share * 1e5).rounded() / 1e5
      if let uncertain, uncertain.exit == exit {
        add("\(path).\(exit.name)", number, source, as: uncertain.measure, over: uncertain.over)
      } else {
        add("\(path).\(exit.name)", .number(number), source)
      }
    }
  }

  mutating func addOpening(_ flows: CouncilFlows) {
    let stocks = flows.solved.stocks
    let published: [Stage: String] = [
      .childProtectionPlan: "child_protection_plans", .lookedAfter: "children_looked_after",
    ]
    for stage in Stage.allCases where stage != .closed {
      let source =
        stage == .careLeaver
        ? leaverWords(flows.sources["care_leavers_19_to_21"])
        : published[stage].flatMap { flows.sources[$0] }
          ?? (stage == .childInNeed
            ? .derived(
              "children in need less those in other stages: \(flows.sources["children_in_need"]?.reference ?? "")"
            )
            : .derived("the flow into the stage times its length"))
      add("opening.children.\(stage.name)", whole: stocks[stage], source)
    }
    addAges()
    addUnaccompanied()
    addPlacements()
    add(
      "opening.closuresPerYear", CouncilAssumption.closures.value * flows.solved.referralsPerYear,
      .assumption("85 closures for 100 referrals, as in the base"))
    add(
      "opening.allowances", whole: CouncilAssumption.allowances.value * stocks[.lookedAfter],
      .assumption("42 allowances for 100 children looked after, as in the base"))
  }

  /// Children looked after by age, in the order of the bands; nil where one is not known.
  var publishedAges: [Told]? {
    let told = AgeBand.allCases.compactMap {
      figures.stock("children_looked_after/age=\(Self.column($0))", year)
    }
    return told.count == AgeBand.allCases.count ? told : nil
  }

  private mutating func addAges() {
    guard let told = publishedAges else { return }
    addShares("opening.lookedAfterAges", AgeBand.allCases.map(\.name), told.map(\.value), told[0].source)
  }

  /// Shares with four digits that sum to 1.
  mutating func addShares(_ path: String, _ names: [String], _ parts: [Double], _ source: Source) {
    let sum = parts.reduce(0, +)
    guard sum > 0 else { return }
    var shares = parts.map { ($0 / sum * 1e4).rounded() }
    if let largest = shares.indices.max(by: { shares[$0] < shares[$1] }) {
      shares[largest] += 1e4 - shares.reduce(0, +)
    }
    for (name, share) in zip(names, shares) { add("\(path).\(name)", .number(share / 1e4), source) }
  }
}
