import ServiceModel

/// The pathway's flows in a year of a council, and the shares and lengths that give them: the steady state of the
/// pathway, solved for the shares.
///
/// Where children go after a stage keeps the base's proportions wherever no published figure tells it apart. What is
/// solved: the share of assessments and of children in need that lead to an enquiry, so that enquiries are as many as
/// published; the shares that lead to care, all by one factor, so that entries are; and the lengths of need and of plans,
/// by Little's law, so that the numbers at a day are.
struct ReferralFlows {
  /// What was published of a year, or stands in for it; children or events a year.
  struct Published {
    var referrals, noActionShare, notInNeedShare, enquiries, conferences, plansStarted: Double
    var plans, inNeed, lookedAfter, entries, ceased, careLeavers: Double
    /// Those who cease to be looked after before they turn 18, but for direct entries.
    var before18 = 0.0
    /// Entries to care that come from no stage: unaccompanied children and remands.
    var direct: Double
    /// What plans and children in need have been on average of the last years, which lengths follow from; nil for those
    /// at the day.
    var usualPlans: Double?
    var usualInNeed: Double?
  }

  private(set) var referralsPerYear = 0.0
  /// Children who enter care in a year from the pathway, without direct entries and returns.
  private(set) var entriesFromPathway = 0.0
  private(set) var assessments = 0.0
  private(set) var assessmentExits: Keyed<Exit, Double>
  private(set) var enquiryExits: Keyed<Exit, Double>
  private(set) var conferenceExits: Keyed<Exit, Double>
  private(set) var needExits: Keyed<Exit, Double>
  private(set) var planExits: Keyed<Exit, Double>
  private(set) var needDays = 0.0
  private(set) var planDays = 0.0
  /// What the base's rates of emergency entry to care are multiplied by.
  private(set) var careRatio = 1.0
  /// Children in each stage at a day.
  private(set) var stocks = Keyed<Stage, Double>(repeating: 0)

  /// Rounds of the solution: each feeds the flows of the last into the shares of the next.
  private static let rounds = 60
  private static let daysInYear = 365.25
  /// A share that leads one way is never all of a stage.
  private static let mostShare = 0.6
  /// The least share of children in need who are in no other stage, where the published parts leave fewer.
  private static let leastNeedShare = 0.1

  init(_ published: Published, base: ServiceParameters) {
    let stages = base.pathway.stages
    let (assessment, enquiry) = (stages[.assessment].exits, stages[.section47].exits)
    let (conference, need, plan) = (
      stages[.initialConference].exits, stages[.childInNeed].exits, stages[.childProtectionPlan].exits
    )
    (assessmentExits, enquiryExits, conferenceExits) = (assessment, enquiry, conference)
    (needExits, planExits) = (need, plan)
    let ratio = need[.section47] / max(assessment[.section47], 1e-9)
    let helped = assessment[.earlyHelp] / max(assessment[.earlyHelp] + assessment[.stepDown], 1e-9)
    let stepsUp = stages[.earlyHelp].exits[.assessment]
    let conferenceShare = Self.share(published.conferences, of: published.enquiries, 0.05...0.95)
    let planShare = Self.share(published.plansStarted, of: published.conferences, 0.4...0.985)
    let goHome = published.before18 * stages[.lookedAfter].exits[.returnedHome]
    let comeBack = base.care.returnShare * CouncilAssumption.returnsBefore18.value
    var needFlow = published.inNeed
    var helpFlow = 0.0
    for _ in 0..<Self.rounds {
      let returns = goHome * comeBack
      referralsPerYear = max(published.referrals - helpFlow * stepsUp - returns - published.direct, 1)
      assessments = referralsPerYear * (1 - published.noActionShare) + helpFlow * stepsUp
      let toEnquiry = min(published.enquiries / (assessments + ratio * needFlow), Self.mostShare)
      let care = min(careRatio * assessment[.care], 0.15)
      assessmentExits[.section47] = toEnquiry
      assessmentExits[.care] = care
      let quiet = min(published.notInNeedShare, 1 - toEnquiry - care - 0.05)
      assessmentExits[.earlyHelp] = quiet * helped
      assessmentExits[.stepDown] = quiet * (1 - helped)
      assessmentExits[.childInNeed] = 1 - toEnquiry - care - quiet
      enquiryExits = Self.scaled(
        enquiry, [.conference: conferenceShare, .care: min(careRatio * enquiry[.care], 0.2)])
      conferenceExits = Self.scaled(conference, [.protectionPlan: planShare])
      needExits = Self.scaled(
        need, [.section47: min(ratio * toEnquiry, 0.5), .care: min(careRatio * need[.care], 0.2)])
      planExits = Self.scaled(plan, [.care: min(careRatio * plan[.care], 0.6)])
      let enquiries = assessments * toEnquiry + needFlow * needExits[.section47]
      let conferences = enquiries * enquiryExits[.conference]
      let plans = conferences * conferenceExits[.protectionPlan]
      needFlow =
        assessments * assessmentExits[.childInNeed] + enquiries * enquiryExits[.childInNeed]
        + conferences * conferenceExits[.childInNeed] + plans * planExits[.childInNeed] + goHome
      helpFlow = assessments * assessmentExits[.earlyHelp] + needFlow * needExits[.earlyHelp]
      settle(
        stocksOf: published, base, enquiries: enquiries, conferences: conferences, plans: plans,
        helped: helpFlow)
      let usualNeed = (published.usualInNeed ?? published.inNeed) / max(published.inNeed, 1)
      needDays = usualNeed * stocks[.childInNeed] / max(needFlow, 1e-9) * Self.daysInYear
      planDays = (published.usualPlans ?? published.plans) / max(plans, 1e-9) * Self.daysInYear
      let planned =
        assessments * assessmentExits[.care] + enquiries * enquiryExits[.care] + needFlow * needExits[.care]
        + plans * planExits[.care]
      let sudden =
        careRatio
        * [Stage.assessment, .childInNeed, .childProtectionPlan].reduce(0) {
          $0 + stages[$1].emergencyEntryPerYear * stocks[$1]
        }
      // Those who go home are children in need at first, and may come into care as these do.
      let fromNeed =
        needExits[.care] + careRatio * stages[.childInNeed].emergencyEntryPerYear * needDays / Self.daysInYear
        + needExits[.section47]
        * (enquiryExits[.care] + enquiryExits[.conference] * conferenceExits[.protectionPlan]
          * planExits[.care])
      let wanted = max(published.entries - published.direct - returns, 0.1 * published.entries)
      entriesFromPathway = max(wanted - goHome * min(fromNeed, 1), 0.1 * published.entries)
      careRatio = min(max(careRatio * (wanted / max(planned + sudden, 1e-9)).squareRoot(), 0.05), 8)
    }
  }

  private mutating func settle(
    stocksOf published: Published, _ base: ServiceParameters, enquiries: Double, conferences: Double,
    plans: Double, helped: Double
  ) {
    func length(_ stage: Stage) -> Double { base.pathway.stages[stage].duration.mean / Self.daysInYear }
    stocks[.frontDoor] = referralsPerYear / 300
    stocks[.assessment] = assessments * length(.assessment)
    stocks[.section47] = enquiries * length(.section47)
    stocks[.initialConference] = conferences * length(.initialConference)
    stocks[.childProtectionPlan] = published.plans
    stocks[.lookedAfter] = published.lookedAfter
    stocks[.careLeaver] = published.careLeavers
    let known = [Stage.frontDoor, .assessment, .section47, .initialConference].reduce(0) { $0 + stocks[$1] }
    let rest = published.inNeed - published.plans - published.lookedAfter - published.careLeavers - known
    stocks[.childInNeed] = max(rest, Self.leastNeedShare * published.inNeed)
    stocks[.earlyHelp] = helped * length(.earlyHelp)
  }

  private static func share(_ part: Double, of whole: Double, _ range: ClosedRange<Double>) -> Double {
    whole > 0 ? min(max(part / whole, range.lowerBound), range.upperBound) : range.lowerBound
  }

  /// The exits with some set, and the others in their old proportions to one another, so that all sum to 1.
  static func scaled(_ exits: Keyed<Exit, Double>, _ fixed: [Exit: Double]) -> Keyed<Exit, Double> {
    let rest = Exit.allCases.filter { fixed[$0] == nil }.reduce(0) { $0 + exits[$1] }
    let left = 1 - fixed.values.reduce(0, +)
    var changed = exits
    for exit in Exit.allCases { changed[exit] = fixed[exit] ?? (rest > 0 ? exits[exit] / rest * left : 0) }
    return changed
  }
}
