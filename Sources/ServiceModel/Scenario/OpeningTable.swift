import DiscreteEvents

/// Children at the start of whom nothing but the rest of their stay is left to chance.
struct OpeningCell: BitwiseCopyable, Sendable {
  let stage: Stage
  let band: AgeBand
  /// Where they live, for those looked after.
  let placement: Placement
  let count: Int
  /// The way by which they came into care without a referral.
  var cameBy: DirectEntry?
}

/// The position at the start as it is published: so many children in each stage, of each age, in each placement.
struct OpeningTable: ~Copyable, Sendable {
  /// Stage after stage; none is empty.
  let cells: [OpeningCell]
  /// Stays under way, by stage; those of unaccompanied children in care are apart.
  let stays: PlainTable<Stage, StayLaw>
  let unaccompaniedStays: StayLaw

  init(_ parameters: ServiceParameters, availability: Double) {
    cells = Self.lookedAfter(parameters) + Self.others(parameters.opening)
    stays = PlainTable { stage in parameters.openingStays(of: stage, availability: availability) }
    unaccompaniedStays = parameters.openingStays(of: .unaccompanied)
  }

  /// Ages and placements both as published; which age lives where is as near as can be to the mix of new placements.
  private static func lookedAfter(_ parameters: ServiceParameters) -> [OpeningCell] {
    let ages = parameters.openingAges()
    let placements = placements(parameters)
    let mixes = parameters.placements.mix
    return cells(ages.others, placements.others, nil) { mixes[$0].shares.elements }
      + cells(ages.alone, placements.alone, .unaccompanied) { _ in
        parameters.placements.unaccompaniedMix.shares.elements
      }
  }

  /// Looked-after children by placement; of those who came alone as many in each as in their mix, where there are so many.
  private static func placements(_ parameters: ServiceParameters) -> (others: [Int], alone: [Int]) {
    let all = parameters.openingPlacements()
    let mix = parameters.placements.unaccompaniedMix.shares.elements
    let alone = Apportionment.whole(parameters.opening.unaccompanied, by: mix, atMost: all)
    return (zip(all, alone).map { $0 - $1 }, alone)
  }

  private static func cells(
    _ ages: [Int], _ placements: [Int], _ cameBy: DirectEntry?, mix: (AgeBand) -> [Double]
  ) -> [OpeningCell] {
    let seed = AgeBand.allCases.map { band in mix(band).map { $0 * Double(ages[band.index]) } }
    let table = Apportionment.table(seed, rows: ages, columns: placements)
    return AgeBand.allCases.flatMap { band in
      Placement.allCases.compactMap { placement in
        let count = table[band.index][placement.index]
        return count > 0
          ? OpeningCell(
            stage: .lookedAfter, band: band, placement: placement, count: count, cameBy: cameBy) : nil
      }
    }
  }

  /// The ages of all other children together as published, divided alike in every stage. Care leavers are adults.
  private static func others(_ opening: OpeningParameters) -> [OpeningCell] {
    let stages = Stage.open.filter { $0 != .lookedAfter && $0 != .careLeaver }
    let counts = stages.map { opening.children[$0] }
    let ages = Apportionment.whole(counts.reduce(0, +), by: opening.otherAges.elements)
    let seed = counts.map { count in ages.map { Double(count) * Double($0) } }
    let table = Apportionment.table(seed, rows: counts, columns: ages)
    let leavers = opening.children[.careLeaver]
    return stages.indices.flatMap { row in
      AgeBand.allCases.compactMap { band in
        let count = table[row][band.index]
        return count > 0
          ? OpeningCell(stage: stages[row], band: band, placement: .other, count: count) : nil
      }
    }
      + (leavers > 0
        ? [OpeningCell(stage: .careLeaver, band: .age16plus, placement: .other, count: leavers)] : [])
  }
}

extension ServiceParameters {
  /// What decides how long a child stays in a stage, before load and levers do anything to it.
  func stayTerms(of stage: Stage, availability: Double) -> StayTerms {
    let row = PathwayRow(pathway.stages[stage], stage: stage)
    var terms = StayTerms(
      length: pathway.stages[stage].duration.distribution ?? .constant(0),
      ratios: pathway.stages[stage].ageRatio.elements, meanDaysToEmergency: row.meanDaysToEmergency,
      endsAt18: pathway.endsAt18 && stage != .careLeaver)
    terms.emergencyRatios = pathway.careEntryRatio
    if row.waitsForWorker { terms.slowness = 1 / availability }
    guard stage == .lookedAfter else { return terms }
    let starts = run.starts
    let direct = DirectEntry.allCases.filter { demand.direct[$0].from <= starts && !isCountedApart($0) }
      .reduce(0.0) { $0 + demand.direct[$1].perYear }
    let referred = expectedEntriesPerYear()[Stage.lookedAfter.index]
    // Those who come without a referral are not in proceedings.
    terms.orderShare = referred > 0 ? care.orderShare * referred / (referred + direct) : 0
    terms.proceedings = care.proceedings.distribution ?? .constant(0)
    terms.atBirthShare = care.atBirthShare
    terms.entrySteps = pathway.careEntryStep
    return terms
  }
}
