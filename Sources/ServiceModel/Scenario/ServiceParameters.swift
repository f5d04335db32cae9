public import Parameters

/// Everything that a scenario can set: all the model's parameters, each declared once beside its property.
public struct ServiceParameters: ParameterSet {
  public var run = RunParameters()
  public var demand = DemandParameters()
  public var pathway = PathwayParameters()
  public var care = CareParameters()
  public var placements = PlacementParameters()
  public var fostering = FosteringParameters()
  public var workforce = WorkforceParameters()
  public var newlyQualified = NewlyQualifiedParameters()
  public var absence = AbsenceParameters()
  public var overload = OverloadParameters()
  public var leaving = LeavingParameters()
  public var pay = PayParameters()
  public var managers = ManagerParameters()
  public var cohorts = Keyed<CohortRoute, CohortParameters>(repeating: CohortParameters())
  public var progression = ProgressionParameters()
  public var recruitment = RecruitmentParameters()
  public var agency = AgencyParameters()
  public var responses = ResponseParameters()
  public var partnership = PartnershipParameters()
  public var plan = PlanParameters()
  public var money = MoneyParameters()
  public var drift = DriftParameters()
  public var levers = LeverParameters()
  public var shocks = ShockParameters()
  public var inspection = InspectionsParameters()
  public var notice = NoticeParameters()
  public var opening = OpeningParameters()
  public var watch = WatchParameters()

  public init() {}

  /// Every parameter, in the order of a scenario file.
  public static let table: [Parameter<ServiceParameters>] =
    RunParameters.table.lifted(to: \.run, under: "run")
    + DemandParameters.table.lifted(to: \.demand, under: "demand")
    + PathwayParameters.table.lifted(to: \.pathway, under: "pathway")
    + CareParameters.table.lifted(to: \.care, under: "care")
    + PlacementParameters.table.lifted(to: \.placements, under: "placements")
    + FosteringParameters.table.lifted(to: \.fostering, under: "fostering")
    + WorkforceParameters.table.lifted(to: \.workforce, under: "workforce")
    + NewlyQualifiedParameters.table.lifted(to: \.newlyQualified, under: "newlyQualified")
    + AbsenceParameters.table.lifted(to: \.absence, under: "absence")
    + OverloadParameters.table.lifted(to: \.overload, under: "overload")
    + LeavingParameters.table.lifted(to: \.leaving, under: "leaving")
    + PayParameters.table.lifted(to: \.pay, under: "pay")
    + ManagerParameters.table.lifted(to: \.managers, under: "managers")
    + Keyed<CohortRoute, CohortParameters>.table().lifted(to: \.cohorts, under: "cohorts")
    + ProgressionParameters.table.lifted(to: \.progression, under: "progression")
    + RecruitmentParameters.table.lifted(to: \.recruitment, under: "recruitment")
    + AgencyParameters.table.lifted(to: \.agency, under: "agency")
    + ResponseParameters.table.lifted(to: \.responses, under: "responses")
    + PartnershipParameters.table.lifted(to: \.partnership, under: "partnership")
    + PlanParameters.table.lifted(to: \.plan, under: "plan")
    + MoneyParameters.table.lifted(to: \.money, under: "money")
    + DriftParameters.table.lifted(to: \.drift, under: "drift")
    + LeverParameters.table.lifted(to: \.levers, under: "levers")
    + ShockParameters.table.lifted(to: \.shocks, under: "shocks")
    + InspectionsParameters.table.lifted(to: \.inspection, under: "inspection")
    + NoticeParameters.table.lifted(to: \.notice, under: "notice")
    + OpeningParameters.table.lifted(to: \.opening, under: "opening")
    + WatchParameters.table.lifted(to: \.watch, under: "watch")

  /// Dates, seed and what is read are the same in every replication.
  public static func mayBeUncertain(_ path: String) -> Bool {
    !path.hasPrefix("run.") && !path.hasPrefix("watch.")
  }

  /// The parameters that are lists.
  private static let lists = table.filter { $0.list != nil }

  /// Everything that does not go together, from every group and across them.
  ///
  /// Lists come first: what reads a list relies on its being what its declaration asks for. Where one is not, the rest is
  /// asked with that list at its default, and what is then said of the list, or only warned of, is left out.
  public func contradictions() -> [Contradiction] {
    let found = listContradictions(Self.lists)
    guard !found.isEmpty else { return contradictionsOfSoundLists() }
    let wrong = Set(found.flatMap(\.paths))
    var sound = self
    for parameter in Self.lists where wrong.contains(parameter.path) {
      if let usual = parameter.read(ServiceParameters()) { parameter.write(&sound, usual) }
    }
    return found
      + sound.contradictionsOfSoundLists().filter {
        $0.severity == .error && wrong.isDisjoint(with: $0.paths)
      }
  }

  private func contradictionsOfSoundLists() -> [Contradiction] {
    let run = run.contradictions()
    // Warnings about a run whose dates cannot be would only hide why.
    return run.contains { $0.severity == .error }
      ? run + contradictionsOfParts().filter { $0.severity == .error } : run + contradictionsOfParts()
  }

  private func contradictionsOfParts() -> [Contradiction] {
    demand.contradictions() + pathway.contradictions() + care.contradictions()
      + placements.contradictions() + fostering.contradictions() + workforce.contradictions()
      + leaving.contradictions()
      + recruitment.contradictions() + absence.contradictions() + agency.contradictions()
      + partnership.contradictions() + plan.contradictions() + money.contradictions()
      + opening.contradictions() + cohorts.contradictions()
      + newlyQualified.contradictions() + capacityContradictions() + staffContradictions()
      + planContradictions() + scaleContradictions() + turnoverContradictions()
      + unaccompaniedContradictions() + vainContradictions()
      + inspectionContradictions() + leverContradictions() + idleContradictions()
      + responseContradictions() + driftContradictions()
  }
}

/// Optional extra readings.
public struct WatchParameters: ParameterGroup {
  public var occupancyUpTo = 0
  public var waitOverDays = 0.0

  public init() {}

  public static let table: [Parameter<WatchParameters>] = [
    Parameter(
      "occupancyUpTo", \.occupancyUpTo, .count, 0...1000, .modelChoice,
      "Also record the share of time with 0, 1, 2 … up to this many open cases, unallocated children and vacant posts; 0 means off."
    ),
    Parameter(
      "waitOverDays", \.waitOverDays, .days, 0...36_525, .modelChoice,
      "Also record the share of allocated children who waited longer than this for their first worker; 0 means off."
    ),
  ]
}
