import DiscreteEvents

/// How children come to the service.
extension Service {
  /// Draws the month's noise and the first candidate of the month.
  mutating func beginMonthOfReferrals() {
    state.candidate = 0
    state.familiesExpected = 0
    state.lastCandidateAt = now
    let cv = tables.parameters.demand.monthlyNoiseCv
    state.monthNoise =
      cv > 0
      ? streams.stream(Purpose.monthNoise, entity: UInt64(state.month)).gammaMeanCV(mean: 1, cv: cv) : 1
    if tables.drift.drives[.referrals] { state.monthNoise *= drift[.referrals, state.month] }
    scheduleCandidate()
  }

  /// The next candidate of the month, at the ceiling rate; none when it falls after the month.
  private mutating func scheduleCandidate() {
    let ceiling = tables.rate.ceiling * state.monthNoise
    guard ceiling > 0 else { return }
    let stream = streams.stream(
      .arrival, entity: EntityKey.family(month: state.month, candidate: state.candidate))
    let time = now.adding(days: stream.exponential(mean: 1 / ceiling))
    state.candidateMark = stream.uniform()
    if time < tables.calendar.monthEnds[state.month] { schedule(.candidate, state.candidate, at: time) }
  }

  /// Thinning: the candidate is a referral with the chance that the rate now has of the ceiling.
  mutating func familyMayBeReferred() {
    let rate = tables.rate.at(day: now.days, month: state.month, year: state.year) * state.referralLevel
    if tables.parameters.demand.contactsPerReferral > 1 { expectFamilies(at: rate) }
    if state.candidateMark * tables.rate.ceiling < rate {
      let key = EntityKey.family(month: state.month, candidate: state.candidate)
      let stream = streams.stream(.arrival, entity: key, occurrence: 1)
      let siblings = tables.siblings.values
      let size = siblings.count == 1 ? 1 : stream.choose(cumulative: siblings) + 1
      let entry = tables.entry.pick(stream)
      var (first, before) = (-1, -1)
      for sibling in 0..<size {
        let child = newChild(
          key: key | UInt64(sibling & 15), ages: tables.ages.sums.values, purpose: .arrival)
        if first < 0 { first = child }
        link(child, after: before, first: first)
        before = child
        refer(child, at: entry)
      }
    }
    state.candidate += 1
    scheduleCandidate()
  }

  // MARK: Contacts

  /// Adds up how many families the rate led one to expect since the last candidate.
  private mutating func expectFamilies(at rate: Double) {
    state.familiesExpected += rate * state.monthNoise * now.days(since: state.lastCandidateAt)
    state.lastCandidateAt = now
  }

  /// Draws the month's contacts that were not referrals: of all who contact the front door at random, those whom
  /// thinning leaves are referred, and the others are Poisson and apart from them.
  mutating func countContacts() {
    let more = tables.parameters.demand.contactsPerReferral - 1
    guard more > 0 else { return }
    // The last instant of the month is still at the month's own rate.
    let day = now.days - 1e-6
    expectFamilies(at: tables.rate.at(day: day, month: state.month, year: state.year) * state.referralLevel)
    let mean = more * state.familiesExpected * tables.rate.referralsPerFamily
    let stream = streams.stream(Purpose.contacts, entity: UInt64(state.month))
    utter(.contactsWithoutReferral(stream.poisson(mean: mean)))
  }

  /// A child who was never seen, of an age drawn from the running sums of the bands' shares.
  mutating func newChild(key: UInt64, ages: UnsafeBufferPointer<Double>, purpose: Purpose) -> Int {
    let stream = streams.stream(purpose, entity: key, occurrence: 2)
    let band = AgeBand.at(stream.choose(cumulative: ages))
    let years = band.years.lowerBound + stream.uniform() * (band.years.upperBound - band.years.lowerBound)
    let birthDay = (now.days - years * 365.25).rounded(.down)
    return newChild(key: key, birthDay: Int32(birthDay))
  }

  mutating func newChild(key: UInt64, birthDay: Int32) -> Int {
    var child = Child(key: key, birthDay: birthDay)
    child.eighteenth = tables.calendar.birthday(18, bornOn: birthDay)
    return seat(child)
  }

  /// Gives a new child a place.
  private mutating func seat(_ child: Child) -> Int {
    let place: Int
    if freePlaces.count > 0 {
      place = Int(freePlaces[freePlaces.count - 1])
      freePlaces.removeLast()
      children[place] = child
    } else {
      place = children.append(child)
    }
    if trace.isOn { followIfWanted(state.childrenSoFar, at: place) }
    state.childrenSoFar += 1
    return place
  }

  /// A closed child who will not come back is forgotten, and the place is given to the next one.
  mutating func forget(_ child: Int) {
    guard children[child].returnTicket == .none, children[child].careReturnTicket == .none, !forgetsNobody
    else { return }
    if trace.isOn { unfollow(child) }
    freePlaces.append(Int32(child))
  }

  /// A referral of a child who is not open to the service.
  mutating func refer(_ child: Int, at entry: Stage) {
    countReferral(child)
    enter(child, entry)
  }

  // MARK: Returns

  /// Decides, at closure, whether and when the child is referred again.
  mutating func planReturn(_ child: Int, from stage: Stage) {
    var share = tables.rows[stage].returnShare
    if share > 0 {
      if stage == .earlyHelp { share *= tables.parameters.pathway.earlyHelpReturnRatio }
      share *= overload(tables.overload.returnElasticity, tables.rows[stage].team)
    }
    planReturn(child, share: share, unserved: false)
  }

  /// Decides whether and when the child is referred again, by that share.
  ///
  /// - Parameter unserved: whether it was closed without having been served, and comes back after that interval.
  mutating func planReturn(_ child: Int, share: Double, unserved: Bool) {
    let occurrence = UInt32(children[child].closures)
    if children[child].closures < .max { children[child].closures += 1 }
    // Who came alone has no family in the country with whom to be referred again.
    guard share > 0, !children[child].isUnaccompanied else { return }
    let stream = streams.stream(.returning, entity: children[child].key, occurrence: occurrence)
    guard stream.bernoulli(share) else { return }
    let days = unserved ? tables.unservedReturnInterval.sample(stream) : tables.returnInterval.sample(stream)
    let time = now.adding(days: days)
    if time < children[child].eighteenth {
      children[child].returnTicket = schedule(.rereferral, child, at: time)
    }
  }

  mutating func referAgain(_ child: Int) {
    children[child].returnTicket = .none
    guard children[child].stage == .closed else { return }
    reopen(child, by: .assessment)
    refer(child, at: .frontDoor)
  }

  /// A closed child is open again.
  mutating func reopen(_ child: Int, by exit: Exit) {
    state.stageCounts[.closed] -= 1
    utter(.stageLeft(child: child, stage: .closed, exit: exit, days: 0, workingDays: 0, completed: true))
  }

  // MARK: Entries at once into care

  /// Sets the next one to come of a Poisson stream.
  mutating func scheduleDirectEntry(_ way: DirectEntry) {
    let entry = tables.parameters.demand.direct[way]
    guard entry.perYear > 0 else { return }
    let key = EntityKey.direct(way, number: state.directEntries[way])
    let begins = SimulatedTime(
      seconds: Int64(entry.from.dayNumber - tables.calendar.start.dayNumber) * 86_400)
    let gap = streams.stream(.directEntry, entity: key).exponential(mean: 365.25 / entry.perYear)
    schedule(.directEntry, way.index, at: max(now, begins).adding(days: gap))
  }

  mutating func enterDirectly(by way: DirectEntry) {
    let key = EntityKey.direct(way, number: state.directEntries[way])
    let child = newChild(key: key, ages: tables.directAges[way].sums.values, purpose: .directEntry)
    children[child].cameBy = way
    countReferral(child)
    state.directEntries[way] += 1
    enter(child, .lookedAfter, withoutReferral: true)
    scheduleDirectEntry(way)
  }

  mutating func replayReferral(_ number: Int) {
    let child = newChild(key: EntityKey.replayed(number), ages: tables.ages.sums.values, purpose: .arrival)
    let stream = streams.stream(.arrival, entity: children[child].key, occurrence: 1)
    refer(child, at: tables.entry.pick(stream))
  }
}

extension RandomStreams {
  @inline(__always)
  borrowing func stream(_ purpose: Purpose, entity: UInt64, occurrence: UInt32 = 0) -> RandomStream {
    stream(purpose.rawValue, entity: entity, occurrence: occurrence)
  }
}
