import Parameters
import ServiceModel

extension CouncilScenario {
  /// Where looked-after children live at the start: published kinds, divided within fostering by provider.
  mutating func addPlacements() {
    func stock(_ part: String) -> Double { figures.stock("children_looked_after/\(part)", year)?.value ?? 0 }
    let kinship = CouncilAssumption.kinshipShare.value
    let total = max(stock("placement=foster"), 1)
    let isNew =
      NationalMeasure.named("children_looked_after/placement=residential").flatMap {
        figures.newest($0, upTo: year)
      }.map { $0 >= year - 2 } ?? false
    let homes = stock("placement=homes_secure_and_semi_independent")
    let residential = isNew ? stock("placement=residential") : CouncilAssumption.homesShare.value * homes
    let supported =
      isNew ? stock("placement=semi_independent") : (1 - CouncilAssumption.homesShare.value) * homes
    let bought =
      stock("provider=private") + stock("provider=voluntary")
      - CouncilAssumption.homesBought.value * (residential + supported)
    let agency = min(max(bought / total, 0.02), 0.75)
    var parts = Keyed<Placement, Double>(repeating: 0)
    parts[.kinship] = kinship * total
    parts[.agencyFostering] = agency * (1 - kinship) * total
    parts[.inHouseFostering] = total - parts[.kinship] - parts[.agencyFostering]
    parts[.residential] = residential
    parts[.supported] = supported
    parts[.withParents] = stock("placement=with_parents")
    parts[.forAdoption] = stock("placement=for_adoption")
    parts[.residentialSchool] = stock("placement=residential_school")
    parts[.other] = stock("placement=other")
    let source = Source.derived(
      "children looked after by placement and by provider, 31 March of the year nearest to \(year) with figures (DfE); the division within fostering is assumption"
    )
    addShares("opening.placements", Placement.allCases.map(\.name), parts.elements, source)
    let known = parts.elements.reduce(0, +)
    addNeeds(inHomes: parts[.residential] / max(known, 1), source)
    let lookedAfter = figures.stock("children_looked_after", year)?.value ?? known
    let inUse = CouncilAssumption.placesInUse.value
    let inHouse = parts[.inHouseFostering] / max(known, 1) * lookedAfter
    add(
      "fostering.places", whole: max(inHouse / inUse, 2),
      .assumption("nearly nine in ten places in use, as in the base"))
    add(
      "fostering.recruitedPerYear",
      inHouse / inUse * base.fostering.lostPerYear * CouncilAssumption.householdsForEachPlace.value,
      .assumption("carers are found for about as many places as are lost"))
  }

  /// Children with complex needs, for whom a children's home is sought where nothing else is found: the base's shares by age,
  /// by this council's share in homes over the base's, so that homes neither fill nor empty for want of a reason.
  private mutating func addNeeds(inHomes share: Double, _ source: Source) {
    let usual = base.opening.placements.shares[.residential]
    guard base.placements.chosenBy == .need, usual > 0, share > 0 else { return }
    let ratio = min(max(share / usual, Self.likelyNeeds.lowerBound), Self.likelyNeeds.upperBound)
    let words = Source.derived("the base's, by the share in children's homes: \(source.reference)")
    for band in AgeBand.allCases {
      let (complex, high) = (
        base.placements.need[.complex].shares[band], base.placements.need[.high].shares[band]
      )
      guard complex > 0 else { continue }
      let own = (min(complex * ratio, 1 - high) * 1e4).rounded() / 1e4
      add("placements.need.complex.shares.\(band.name)", .number(own), words)
      add(
        "placements.need.standard.shares.\(band.name)", .number(((1 - high - own) * 1e4).rounded() / 1e4),
        words)
    }
  }

  /// How far the share with complex needs may be from the base's.
  private static let likelyNeeds = 0.4...2.0
}
