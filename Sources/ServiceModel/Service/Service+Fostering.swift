import DiscreteEvents

/// In-house foster carers: a number of places that children take up and give back.
extension Service {
  private mutating func placesAreLimited() -> Bool { tables.parameters.fostering.places >= 0 }

  /// The placement that a child finds who was meant for another: what is full spills over into dearer provision.
  mutating func available(
    _ wanted: Placement, to child: Int, _ band: AgeBand, match: Double, _ stream: RandomStream
  ) -> Placement {
    guard wanted == .inHouseFostering, !hasPlace(children[child].need, band, match: match) else {
      return wanted
    }
    utter(.fosterPlaceMissed)
    return stream.bernoulli(tables.parameters.fostering.overflowToAgency) ? .agencyFostering : .residential
  }

  /// Whether one of the vacant in-house places takes a child of that need and age. Each of them does with the same
  /// share, apart from the others.
  ///
  /// - Parameter match: a uniform number of the child's own.
  mutating func hasPlace(_ need: Need, _ band: AgeBand, match: Double) -> Bool {
    let share = tables.matching.shares[need][band]
    guard placesAreLimited() else { return share >= 1 || match < share }
    let vacant = state.fosterPlaces - fosterChildren
    guard vacant > 0 else { return false }
    return share >= 1 || match < 1 - power(1 - share, Double(vacant))
  }

  mutating func openFostering() {
    guard placesAreLimited() else { return }
    state.fosterPlaces = tables.parameters.fostering.places
    utter(.fosterPlaces(state.fosterPlaces))
    scheduleFosterRecruit()
    scheduleFosterLoss()
  }

  private mutating func scheduleFosterRecruit() {
    let perYear = tables.parameters.fostering.recruitedPerYear
    state.fosterRecruitTicket = .none
    state.fosterRecruitAt = .never
    guard perYear > 0 else { return }
    let gap = streams.stream(.fostering, entity: 0, occurrence: state.fosterRecruits).exponential(
      mean: 365.25 / (perYear * tables.approvals.ceiling))
    awaitApproval(at: now.adding(days: gap / influences[.fosterApprovals]))
  }

  private mutating func awaitApproval(at time: SimulatedTime) {
    state.fosterRecruitAt = time
    state.fosterRecruitTicket = schedule(.fosterRecruit, 0, at: time)
  }

  /// The rate of approvals is so many times what it was: the wait for the next one shrinks in proportion, which for an
  /// exponential is exact.
  mutating func hastenApprovals(by ratio: Double) {
    guard state.fosterRecruitAt != .never else { return }
    let left = Double(state.fosterRecruitAt.seconds(since: now)) / 86_400
    awaitApproval(at: now.adding(days: left / ratio))
  }

  /// The next loss, drawn at the rate of all households together; drawn afresh when their number changes, which an
  /// exponential allows.
  private mutating func scheduleFosterLoss() {
    let parameters = tables.parameters.fostering
    let households = Double(state.fosterPlaces) / Double(parameters.placesPerHousehold)
    state.fosterLossTicket = .none
    guard parameters.lostPerYear > 0, households > 0 else { return }
    state.fosterLosses += 1
    let gap = streams.stream(.fostering, entity: 1, occurrence: state.fosterLosses)
      .exponential(mean: 365.25 / (parameters.lostPerYear * households))
    state.fosterLossTicket = schedule(.fosterLoss, 0, at: now.adding(days: gap))
  }

  mutating func fosterRecruited() {
    let isApproved = isInSeason()
    state.fosterRecruits += 1
    guard isApproved else {
      scheduleFosterRecruit()
      return
    }
    state.fosterPlaces += tables.parameters.fostering.placesPerHousehold
    utter(.fosterPlaces(state.fosterPlaces))
    scheduleFosterRecruit()
    scheduleFosterLoss()
  }

  /// Thinning: whether a household that came at the highest rate of the year comes at the month's rate too.
  private mutating func isInSeason() -> Bool {
    guard tables.approvals.isSeasonal else { return true }
    let drawn = streams.stream(.fostering, entity: 3, occurrence: state.fosterRecruits).uniform()
    return drawn * tables.approvals.ceiling < tables.approvals.factor(month: state.month)
  }

  /// A household stops: its places go, and children who no longer have one move.
  mutating func fosterLost() {
    state.fosterPlaces = max(0, state.fosterPlaces - tables.parameters.fostering.placesPerHousehold)
    utter(.fosterPlaces(state.fosterPlaces))
    let stream = streams.stream(.fostering, entity: 2, occurrence: state.fosterLosses)
    var slot = Int(stream.uniform() * Double(max(inCare.count, 1)))
    while fosterChildren > state.fosterPlaces, inCare.count > 0 {
      slot = slot + 1 < inCare.count ? slot + 1 : 0
      let child = Int(inCare[slot])
      if children[child].placement == .inHouseFostering { moveElsewhere(child) }
    }
    scheduleFosterLoss()
  }
}
