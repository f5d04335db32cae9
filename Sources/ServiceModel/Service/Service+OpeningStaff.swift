import DiscreteEvents

/// What is known of somebody in post at the start.
private struct OpeningPerson {
  /// Years with the council; nil where the scenario says nothing of anybody's.
  var years: Double?
  /// Whether the person is one of those who only pass through; nil where chance decides as for a starter.
  var isPassing: Bool?
  /// Months since the supported year began; nil for one who is past it.
  var supportedMonths: Double?
}

/// Staff at the start: as many vacancies, newly qualified staff and people of each length of service as are published.
extension Service {
  /// Vacancies are spread evenly over each team's posts of a role; the rest are filled.
  mutating func fillPosts() {
    var filled: [Int] = []
    var vacant: [Int] = []
    var index = 0
    for team in Team.allCases {
      let parameters = tables.parameters.workforce.teams[team]
      for role in Role.allCases {
        let total = parameters.posts[role]
        let count = parameters.vacantAtStart[role]
        for number in 0..<total {
          let isVacant = (number + 1) * count / total > number * count / total
          if isVacant { vacant.append(index + number) } else { filled.append(index + number) }
        }
        index += total + tables.parameters.postsInReserve(team, role)
      }
    }
    openVacancies(vacant)
    for (index, person) in zip(filled, people(for: filled)) { fill(index, with: person) }
  }

  private mutating func fill(_ index: Int, with opening: OpeningPerson) {
    let years = opening.years ?? 0
    let person = newWorker(
      post: index, occupant: 0, joined: now.adding(days: -years * 365.25), passedScreen: years > 0,
      isPassing: opening.isPassing)
    let worker = workers.append(person)
    takeUp(worker, atStart: true)
    beginPay(worker, atStart: true)
    if let months = opening.supportedMonths {
      continueSupportedYear(worker, months: months)
    } else if opening.years != nil {
      continueInduction(worker, months: years * 12)
    }
    if opening.years != nil { continueSettling(index, days: years * 365.25) }
  }

  /// Who is in those posts. The newly qualified are spread evenly over the social workers; the lengths of service come
  /// out as published over all staff, and who has which is left to chance.
  private mutating func people(for filled: [Int]) -> [OpeningPerson] {
    var people = filled.map { _ in OpeningPerson() }
    let eligible = filled.indices.filter { posts[filled[$0]].role == .socialWorker }
    let wanted = min(tables.parameters.newlyQualified.atStart, eligible.count)
    for (number, place) in eligible.enumerated()
    where (number + 1) * wanted / eligible.count > number * wanted / eligible.count {
      people[place] = newlyQualified(filled[place])
    }
    let shares = tables.parameters.workforce.tenureAtStart
    guard shares.sum > 0 else { return people }
    var others: [(mark: Double, place: Int)] = []
    for place in filled.indices where people[place].supportedMonths == nil {
      let mark = streams.stream(.openingWorker, entity: posts[filled[place]].number, occurrence: 2).uniform()
      others.append((mark, place))
    }
    others.sort { $0 < $1 }
    // The newly qualified are among those who came last.
    var toSkip = wanted
    var counts = Apportionment.whole(filled.count, by: shares.elements)
    for band in TenureBand.allCases {
      let skipped = min(toSkip, counts[band.index])
      counts[band.index] -= skipped
      toSkip -= skipped
    }
    let bands = TenureBand.allCases.flatMap { Array(repeating: $0, count: counts[$0.index]) }
    for (band, other) in zip(bands, others) {
      people[other.place] = person(in: filled[other.place], of: band)
    }
    return people
  }

  /// Somebody whose length of service is in that band: how long within it, and whether one of those passing through,
  /// is drawn from the steady state of starters who leave at the hazards of the scenario.
  private mutating func person(in index: Int, of band: TenureBand) -> OpeningPerson {
    let role = posts[index].role
    let stream = streams.stream(.openingWorker, entity: posts[index].number)
    let leaving = tables.parameters.leaving
    let hazard = leaving.perYear[band] * leaving.roleRatio[role]
    let width = band.until - band.from
    let before = exposure(role, until: band.from)
    func presence(_ ratio: Double) -> Double {
      let rate = hazard * ratio
      return exponential(-ratio * before) * (rate > 0 ? (1 - exponential(-rate * width)) / rate : width)
    }
    let passing = leaving.passingThroughShare * presence(leaving.passingThroughRatio)
    let staying = (1 - leaving.passingThroughShare) * presence(1)
    let isPassing = stream.uniform() * (passing + staying) < passing
    let rate = hazard * (isPassing ? leaving.passingThroughRatio : 1)
    let drawn = stream.uniform()
    let within =
      rate > 0 ? -logarithm(1 - drawn * (1 - exponential(-rate * width))) / rate : drawn * width
    return OpeningPerson(years: band.from + min(within, width * 0.999_999), isPassing: isPassing)
  }

  /// Somebody newly qualified: the month of the supported year follows from the months in which they start, and from
  /// how many stay.
  private mutating func newlyQualified(_ index: Int) -> OpeningPerson {
    let parameters = tables.parameters.newlyQualified
    let leaving = tables.parameters.leaving
    let hazard = leaving.perYear[.under2Years] * leaving.roleRatio[.socialWorker] * parameters.hazardRatio
    let first = tables.calendar.start.civil.month - 1
    let season = tables.newlyQualifiedSeason
    let weights = (0..<parameters.supportMonths).map { month in
      exponential(-hazard * (Double(month) + 0.5) / 12)
        * (season.isEmpty ? 1 : season[((first - 1 - month) % 12 + 12) % 12])
    }
    let sums = cumulative(weights)
    let key = EntityKey.worker(post: Int(posts[index].number), occupant: 0)
    let stream = streams.stream(.newlyQualified, entity: key)
    let isSeasonal = (sums.last ?? 0) > 0
    let whole =
      isSeasonal
      ? stream.choose(cumulative: sums) : Int(stream.uniform() * Double(parameters.supportMonths))
    let months = Double(whole) + stream.uniform()
    let exposed = hazard * months / 12
    let passing = leaving.passingThroughShare * exponential(-exposed * leaving.passingThroughRatio)
    let staying = (1 - leaving.passingThroughShare) * exponential(-exposed)
    let isPassing = stream.uniform() * (passing + staying) < passing
    return OpeningPerson(years: months / 12, isPassing: isPassing, supportedMonths: months)
  }

  /// The hazard of leaving integrated over the first years with the council.
  private func exposure(_ role: Role, until years: Double) -> Double {
    let leaving = tables.parameters.leaving
    return TenureBand.allCases.reduce(0) { sum, band in
      sum + max(0, min(years, band.until) - band.from) * leaving.perYear[band] * leaving.roleRatio[role]
    }
  }

  /// Some of those in post have given notice before the start: of the time with the council, the part that notice takes.
  mutating func openNotices() {
    for index in 0..<posts.count where posts[index].worker >= 0 {
      let worker = Int(posts[index].worker)
      let days = tables.parameters.leaving.noticeWeeks[posts[index].role] * 7
      let stress = state.teams[posts[index].team].stress
      let expected = workers[worker].rate * stress * 86_400 * days
      guard expected > 0, !workers[worker].isLeaving else { continue }
      let stream = streams.stream(.openingWorker, entity: posts[index].number, occurrence: 3)
      guard stream.uniform() * (1 + expected) < expected else { continue }
      giveNotice(worker, ago: days * stream.uniform())
    }
  }
}
