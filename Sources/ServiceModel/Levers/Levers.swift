public import Parameters

/// The policies that a scenario can set, the list of levers.
public struct LeverParameters: ParameterGroup {
  public var retentionPayment = RetentionPayment()
  public var paySupplement = PaySupplement()
  public var recruitmentCampaign = RecruitmentCampaign()
  public var fasterRecruitment = FasterRecruitment()
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

  public init() {}

  public static let table: [Parameter<LeverParameters>] = {
    let each: [[Parameter<LeverParameters>]] = [
      RetentionPayment.table.lifted(
        to: \.retentionPayment, under: "retentionPayment", about: RetentionPayment.title),
      PaySupplement.table.lifted(to: \.paySupplement, under: "paySupplement", about: PaySupplement.title),
      RecruitmentCampaign.table.lifted(
        to: \.recruitmentCampaign, under: "recruitmentCampaign", about: RecruitmentCampaign.title),
      FasterRecruitment.table.lifted(
        to: \.fasterRecruitment, under: "fasterRecruitment", about: FasterRecruitment.title),
      AgencyConversion.table.lifted(
        to: \.agencyConversion, under: "agencyConversion", about: AgencyConversion.title),
      AgencyLimit.table.lifted(to: \.agencyLimit, under: "agencyLimit", about: AgencyLimit.title),
      ExtraPosts.table.lifted(to: \.extraPosts, under: "extraPosts", about: ExtraPosts.title),
      ManagerSupport.table.lifted(to: \.managerSupport, under: "managerSupport", about: ManagerSupport.title),
      EarlyHelpExpansion.table.lifted(
        to: \.earlyHelpExpansion, under: "earlyHelpExpansion", about: EarlyHelpExpansion.title),
      EdgeOfCare.table.lifted(to: \.edgeOfCare, under: "edgeOfCare", about: EdgeOfCare.title),
      FosteringDrive.table.lifted(to: \.fosteringDrive, under: "fosteringDrive", about: FosteringDrive.title),
      PriceNegotiation.table.lifted(
        to: \.priceNegotiation, under: "priceNegotiation", about: PriceNegotiation.title),
      PartnershipProgramme.table.lifted(
        to: \.partnershipProgramme, under: "partnershipProgramme", about: PartnershipProgramme.title),
      PlanResourcing.table.lifted(to: \.planResourcing, under: "planResourcing", about: PlanResourcing.title),
      CaseloadPolicy.table.lifted(to: \.caseloadPolicy, under: "caseloadPolicy", about: CaseloadPolicy.title),
      StepDown.table.lifted(to: \.stepDown, under: "stepDown", about: StepDown.title),
    ]
    return each.flatMap { $0 }
  }()

  /// Each by its name in a scenario file.
  var all: [(name: String, lever: any DatedLever)] {
    [
      ("retentionPayment", retentionPayment), ("paySupplement", paySupplement),
      ("recruitmentCampaign", recruitmentCampaign), ("fasterRecruitment", fasterRecruitment),
      ("agencyConversion", agencyConversion), ("agencyLimit", agencyLimit), ("extraPosts", extraPosts),
      ("managerSupport", managerSupport), ("earlyHelpExpansion", earlyHelpExpansion),
      ("edgeOfCare", edgeOfCare), ("fosteringDrive", fosteringDrive), ("priceNegotiation", priceNegotiation),
      ("partnershipProgramme", partnershipProgramme), ("planResourcing", planResourcing),
      ("caseloadPolicy", caseloadPolicy), ("stepDown", stepDown),
    ]
  }
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

  public static let table: [Parameter<ShockParameters>] = {
    let each: [[Parameter<ShockParameters>]] = [
      PayCompetition.table.lifted(to: \.payCompetition, under: "payCompetition", about: PayCompetition.title),
      PriceShock.table.lifted(to: \.priceShock, under: "priceShock", about: PriceShock.title),
      ManagerLoss.table.lifted(to: \.managerLoss, under: "managerLoss", about: ManagerLoss.title),
      HiringFreeze.table.lifted(to: \.hiringFreeze, under: "hiringFreeze", about: HiringFreeze.title),
      DemandSurge.table.lifted(to: \.demandSurge, under: "demandSurge", about: DemandSurge.title),
      PartnerWithdrawal.table.lifted(
        to: \.partnerWithdrawal, under: "partnerWithdrawal", about: PartnerWithdrawal.title),
    ]
    return each.flatMap { $0 }
  }()

  /// Each by its name in a scenario file.
  var all: [(name: String, lever: any DatedLever)] {
    [
      ("payCompetition", payCompetition), ("priceShock", priceShock), ("managerLoss", managerLoss),
      ("hiringFreeze", hiringFreeze), ("demandSurge", demandSurge), ("partnerWithdrawal", partnerWithdrawal),
    ]
  }
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

extension ServiceParameters {
  /// Levers and shocks that end before they start, miss the run, or need what is not there.
  func leverContradictions() -> [Contradiction] {
    var found: [Contradiction] = []
    let groups = [("levers", levers.all), ("shocks", shocks.all)]
    for (group, all) in groups {
      for (name, lever) in all where lever.isOn || lever.dates.until < lever.dates.from {
        let path = "\(group).\(name)"
        if lever.dates.until < lever.dates.from {
          found.append(
            Contradiction(
              .error, ["\(path).until", "\(path).from"], code: "ends-before-start",
              "\(name) ends on \(lever.dates.until), before it starts on \(lever.dates.from)"))
        } else if lever.dates.from > run.ends || lever.dates.until < run.starts {
          found.append(
            Contradiction(
              .warning, ["\(path).from", "\(path).until", "run.ends"], code: "outside-run",
              "\(name) lies outside the run from \(run.starts) to \(run.ends) and does nothing"))
        }
      }
    }
    if levers.extraPosts.doesMore, levers.extraPosts.team == nil {
      found.append(
        Contradiction(
          .error, ["levers.extraPosts.team"], code: "no-team", "extra posts need a team, not nobody"))
    }
    return found + levers.caseloadPolicy.contradictions(workforce) + levers.stepDown.contradictions()
  }
}
