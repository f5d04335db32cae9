public import Parameters

/// The policies that a scenario can set: the list of levers.
public struct LeverParameters: ParameterGroup {
  public var retentionPayment = RetentionPayment()
  public var paySupplement = PaySupplement()
  public var recruitmentCampaign = RecruitmentCampaign()
  public var fasterRecruitment = FasterRecruitment()
  public var recruitmentTeam = RecruitmentTeam()
  public var agencyConversion = AgencyConversion()
  public var agencyLimit = AgencyLimit()
  public var extraPosts = ExtraPosts()
  public var managerSupport = ManagerSupport()
  public var earlyHelpExpansion = EarlyHelpExpansion()
  public var edgeOfCare = EdgeOfCare()
  public var fosteringDrive = FosteringDrive()
  public var priceNegotiation = PriceNegotiation()
  public var partnershipProgramme = PartnershipProgramme()
  public var planResourcing = PlanResourcing()
  public var caseloadPolicy = CaseloadPolicy()
  public var stepDown = StepDown()
  public var reunification = Reunification()
  public var permanence = Permanence()

  public init() {}

  private static let list: [LeverRow<Self>] = [
    LeverRow("retentionPayment", \.retentionPayment),
    LeverRow("paySupplement", \.paySupplement),
    LeverRow("recruitmentCampaign", \.recruitmentCampaign),
    LeverRow("fasterRecruitment", \.fasterRecruitment),
    LeverRow("recruitmentTeam", \.recruitmentTeam),
    LeverRow("agencyConversion", \.agencyConversion),
    LeverRow("agencyLimit", \.agencyLimit),
    LeverRow("extraPosts", \.extraPosts),
    LeverRow("managerSupport", \.managerSupport),
    LeverRow("earlyHelpExpansion", \.earlyHelpExpansion),
    LeverRow("edgeOfCare", \.edgeOfCare),
    LeverRow("fosteringDrive", \.fosteringDrive),
    LeverRow("priceNegotiation", \.priceNegotiation),
    LeverRow("partnershipProgramme", \.partnershipProgramme),
    LeverRow("planResourcing", \.planResourcing),
    LeverRow("caseloadPolicy", \.caseloadPolicy),
    LeverRow("stepDown", \.stepDown),
    LeverRow("reunification", \.reunification),
    LeverRow("permanence", \.permanence),
  ]

  public static let table = list.flatMap(\.table)

  /// Each by its name in a scenario file.
  var all: [(name: String, lever: any DatedLever)] { Self.list.map { ($0.name, $0.lever(self)) } }
}

/// The shocks that a scenario can set.
public struct ShockParameters: ParameterGroup {
  public var payCompetition = PayCompetition()
  public var priceShock = PriceShock()
  public var managerLoss = ManagerLoss()
  public var hiringFreeze = HiringFreeze()
  public var demandSurge = DemandSurge()
  public var partnerWithdrawal = PartnerWithdrawal()

  public init() {}

  private static let list: [LeverRow<Self>] = [
    LeverRow("payCompetition", \.payCompetition),
    LeverRow("priceShock", \.priceShock),
    LeverRow("managerLoss", \.managerLoss),
    LeverRow("hiringFreeze", \.hiringFreeze),
    LeverRow("demandSurge", \.demandSurge),
    LeverRow("partnerWithdrawal", \.partnerWithdrawal),
  ]

  public static let table = list.flatMap(\.table)

  /// Each by its name in a scenario file.
  var all: [(name: String, lever: any DatedLever)] { Self.list.map { ($0.name, $0.lever(self)) } }
}

/// Levers and shocks laid on the calendar of one run.
struct LeverTable: Sendable {
  /// What is paid on dates, in order.
  let charges: [LeverCharge]
  /// Days on which the retention payment is made.
  let payments: [Double]

  init(_ parameters: ServiceParameters, _ calendar: ModelCalendar, into dated: inout DatedInfluences) {
    var charges: [LeverCharge] = []
    for (_, lever) in parameters.levers.all + parameters.shocks.all where lever.isOn {
      charges += lever.dates.charges(calendar)
      let effects = lever.effects.filter { $0.ratio != 1 }
      guard !effects.isEmpty else { continue }
      let source = dated.newSource()
      let ramp = lever.dates.ramp(calendar)
      for effect in effects {
        dated.add(effect.influence, from: source, ratio: effect.ratio, ramp, calendar)
      }
    }
    let order = charges.indices.sorted { (charges[$0].day, $0) < (charges[$1].day, $1) }
    self.charges = order.map { charges[$0] }
    payments = parameters.levers.retentionPayment.days(calendar)
  }
}
