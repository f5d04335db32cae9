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
    let mix = addUnaccompaniedMix(parts)
    let sought = addNeeds(inHomes: parts[.residential] / max(known, 1), source)
    addChances(parts, sought, mix, source)
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

  /// Where unaccompanied children live: as in the base, but of a kind of placement no more than the council's other children
  /// leave them; the rest are in foster care.
  private mutating func addUnaccompaniedMix(_ parts: Keyed<Placement, Double>) -> Keyed<Placement, Double> {
    let alone = unaccompaniedAtStart.lookedAfter
    let usual = base.placements.unaccompaniedMix.shares
    guard alone > 0 else { return usual }
    var mix = usual
    for placement in Placement.allCases where !Self.fostering.contains(placement) {
      mix[placement] = min(usual[placement], Self.mostAlone * parts[placement] / alone)
    }
    let before = Self.fostering.reduce(0) { $0 + usual[$1] }
    let left = before + zip(usual.elements, mix.elements).reduce(0) { $0 + $1.0 - $1.1 }
    guard mix.elements != usual.elements, before > 0 else { return usual }
    for placement in Self.fostering { mix[placement] = usual[placement] / before * left }
    addShares(
      "placements.unaccompaniedMix", Placement.allCases.map(\.name), mix.elements,
      .assumption("as in the base, but of no kind more than four fifths of all children who live so"))
    return mix
  }

  private static let mostAlone = 0.8
  private static let fostering = [Placement.kinship, .inHouseFostering, .agencyFostering]

  /// Children with complex needs, for whom a children's home is sought where nothing else is found: the base's shares by age,
  /// by this council's share in homes over the base's, so that homes neither fill nor empty for want of a reason.
  ///
  /// - Returns: how the council's placements are chosen with these shares.
  private mutating func addNeeds(inHomes share: Double, _ source: Source) -> PlacementParameters {
    let usual = base.opening.placements.shares[.residential]
    var placements = base.placements
    guard base.placements.chosenBy == .need, usual > 0, share > 0 else { return placements }
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
      placements.need[.complex].shares[band] = own
      placements.need[.standard].shares[band] = 1 - high - own
    }
    return placements
  }

  /// The chance that each kind of placement is found, by age: the base's, times a factor for each kind with which those of
  /// the council's ages come to live where its children live. What is left goes to agency carers, and to homes.
  private mutating func addChances(
    _ parts: Keyed<Placement, Double>, _ sought: PlacementParameters, _ mix: Keyed<Placement, Double>,
    _ source: Source
  ) {
    guard sought.chosenBy == .need, let all = publishedAges?.map(\.value) else { return }
    let known = max(parts.elements.reduce(0, +), 1)
    // Unaccompanied children have ages and a mix of their own.
    let alone = min(figures.stock("children_looked_after/uasc", year)?.value ?? 0, 0.5 * known)
    let ages = zip(all, arrivals.ages).map { max($0 - alone * $1, 0.1 * $0) }
    var aims = Keyed<Placement, Double>(repeating: 0)
    for placement in Placement.allCases {
      let others = parts[placement] - alone * mix[placement]
      aims[placement] = max(others, 0) / (known - alone)
    }
    let found = Self.fitted(sought, to: aims, ages: ages)
    let words = Source.derived(
      "the base's by age, times a factor with which children come to live as: \(source.reference)")
    for band in AgeBand.allCases {
      for placement in Self.fittedKinds where base.placements.foundAtAge[band].chances[placement] > 0 {
        add(
          "placements.foundAtAge.\(band.name).\(placement.name)",
          min(found.foundAtAge[band].chances[placement], 1), words)
      }
    }
  }

  private static let fittedKinds: [Placement] = [
    .kinship, .withParents, .other, .supported, .residentialSchool, .inHouseFostering,
  ]
  private static let fittingRounds = 60
  /// Nothing is ever found for everyone, and nothing that the council has for nobody.
  private static let likelyChances = 0.002...0.97

  private static func fitted(
    _ sought: PlacementParameters, to aims: Keyed<Placement, Double>, ages: [Double]
  ) -> PlacementParameters {
    var fitted = sought
    let all = max(ages.reduce(0, +), 1e-9)
    for _ in 0..<fittingRounds {
      var shares = Keyed<Placement, Double>(repeating: 0)
      for (band, count) in zip(AgeBand.allCases, ages) {
        let own = fitted.sharesWithRoom(at: band)
        for placement in Placement.allCases { shares[placement] += count / all * own[placement] }
      }
      for placement in fittedKinds where shares[placement] > 0 {
        let ratio = min(max(aims[placement] / shares[placement], 0.5), 2)
        for band in AgeBand.allCases where fitted.foundAtAge[band].chances[placement] > 0 {
          let chance = fitted.foundAtAge[band].chances[placement] * ratio
          fitted.foundAtAge[band].chances[placement] = min(
            max(chance, likelyChances.lowerBound), likelyChances.upperBound)
        }
      }
    }
    return fitted
  }

  /// How far the share with complex needs may be from the base's.
  private static let likelyNeeds = 0.4...2.0
}
