import Parameters

/// Which stays the children have who are met in a stage at the start. Those who came to the country alone are met among
/// looked-after children, but neither their ages nor their stays are those of the others.
extension ServiceParameters {
  /// Whether those of a way into care are counted apart at the start.
  func isCountedApart(_ way: DirectEntry) -> Bool { way == .unaccompanied && opening.unaccompanied > 0 }

  /// Stays that are under way in a stage, without those counted apart.
  func openingStays(of stage: Stage, availability: Double = 1) -> StayLaw {
    StayLaw(
      stayTerms(of: stage, availability: availability),
      agesNow: stage == .lookedAfter ? othersAges : opening.otherAges.elements)
  }

  /// Stays that are under way of children who came by that way, as old as its steady state makes them.
  func openingStays(of way: DirectEntry) -> StayLaw {
    let terms = stayTerms(of: way)
    return StayLaw(terms, agesNow: StayLaw.agesNow(terms, entering: demand.direct[way].ages))
  }

  /// What decides how long children stay who came into care by that way.
  func stayTerms(of way: DirectEntry) -> StayTerms {
    let stay = demand.direct[way].stay
    guard stay.law == .own else {
      var terms = stayTerms(of: .lookedAfter, availability: 1)
      (terms.orderShare, terms.atBirthShare) = (0, 0)
      terms.entrySteps = Keyed(repeating: 1)
      return terms
    }
    var terms = StayTerms(
      length: stay.duration.distribution ?? .constant(0), ratios: AgeBand.allCases.map { _ in 1 },
      endsAt18: true)
    // What holds a share of them until they are eighteen is, for a law of lengths, a proceeding as long as childhood.
    terms.orderShare = stay.to18Share
    terms.proceedings = .constant(AgeBand.adulthood)
    return terms
  }

  /// Looked-after children by age: those who came alone, as many in each band as their steady state has, where there are
  /// so many; and the others.
  func openingAges() -> (others: [Int], alone: [Int]) {
    let all = Apportionment.whole(
      opening.children[.lookedAfter], by: opening.lookedAfterAges.elements)
    guard opening.unaccompanied > 0 else { return (all, all.map { _ in 0 }) }
    let shares = StayLaw.agesNow(
      stayTerms(of: .unaccompanied), entering: demand.direct[.unaccompanied].ages)
    let alone = Apportionment.whole(opening.unaccompanied, by: shares, atMost: all)
    return (zip(all, alone).map { $0 - $1 }, alone)
  }

  /// Shares of the ages of looked-after children at the start who are not counted apart.
  private var othersAges: [Double] {
    guard opening.unaccompanied > 0 else { return opening.lookedAfterAges.elements }
    let others = openingAges().others.map(Double.init)
    let sum = others.reduce(0, +)
    return sum > 0 ? others.map { $0 / sum } : opening.lookedAfterAges.elements
  }
}

extension ServiceParameters {
  /// Unaccompanied children at the start who are more than the looked-after children of the ages at which they come.
  func unaccompaniedContradictions() -> [Contradiction] {
    guard opening.unaccompanied > 0, opening.unaccompanied <= opening.children[.lookedAfter] else {
      return []
    }
    let shares = StayLaw.agesNow(
      stayTerms(of: .unaccompanied), entering: demand.direct[.unaccompanied].ages)
    let own = Apportionment.whole(opening.unaccompanied, by: shares)
    let moved = zip(openingAges().alone, own).reduce(0) { $0 + max($1.0 - $1.1, 0) }
    guard moved > max(2, opening.unaccompanied / 10) else { return [] }
    return [
      Contradiction(
        .warning,
        ["opening.unaccompanied", "opening.lookedAfterAges.age16plus", "demand.unaccompanied.ages"],
        code: "unaccompanied-ages",
        "\(moved) of \(opening.unaccompanied) unaccompanied children at the start are counted at ages at which none come: "
          + "too few looked-after children are of theirs",
        help: "lower opening.unaccompanied, or see to the ages")
    ]
  }
}
