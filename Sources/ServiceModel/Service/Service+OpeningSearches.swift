import DiscreteEvents

/// Searches that are under way when the simulation starts.
extension Service {
  /// Posts that are vacant at the start: their searches are found at a moment picked at random, in the steady state.
  ///
  /// Where recruitment has a limit, as many as it allows are running and the others have waited for a place: the last
  /// in line as long as it takes for one place to fall free, the one before twice as long, and so on.
  mutating func openVacancies(_ vacant: [Int]) {
    guard tables.parameters.recruitment.perPost else { return }
    var order: [(mark: Double, index: Int)] = []
    let line = daysInLine(vacant)
    for index in vacant where !foundHeld(index, line: line) {
      let stream = streams.stream(.openingWorker, entity: posts[index].number, occurrence: 4)
      order.append((stream.uniform(), index))
    }
    order.sort { $0 < $1 }
    let running = min(searchLimit(), order.count)
    let waiting = order.count - running
    let meanDays =
      order.reduce(0.0) { $0 + stepTimes(posts[$1.index].role).reduce(0, +) } / Double(max(order.count, 1))
    let daysToPlace = running > 0 ? meanDays / Double(running) : 0
    for (_, index) in order.prefix(running) {
      let stream = streams.stream(.openingWorker, entity: posts[index].number, occurrence: 5)
      let waited =
        waiting > 0 && daysToPlace > 0 ? stream.gamma(shape: Double(waiting), scale: daysToPlace) : 0
      openSearch(index, waited: waited)
    }
    var waits: [Double] = []
    for (_, index) in order.suffix(waiting) {
      let stream = streams.stream(.openingWorker, entity: posts[index].number, occurrence: 5)
      waits.append((waits.last ?? 0) + (daysToPlace > 0 ? stream.exponential(mean: daysToPlace) : 0))
    }
    for ((_, index), waited) in zip(order.suffix(waiting), waits.reversed()) {
      beginSearch(index, isNew: true)
      // The line begins with notices; those whose holder has gone have been in it longer than a notice lasts.
      posts[index].searchStarted = now.adding(days: -(waited + daysBeforeVacancy(index)))
      posts[index].vacantSince = now.adding(days: -waited)
    }
  }

  /// Days for which a search runs before the post is vacant.
  private mutating func daysBeforeVacancy(_ index: Int) -> Double {
    tables.parameters.recruitment.begins == .resignation
      ? tables.parameters.leaving.noticeWeeks[posts[index].role] * 7 : 0
  }

  /// Mean days that a search spends in each step, failed rounds included.
  private mutating func stepTimes(_ role: Role) -> [Double] {
    let rounds = 1 / tables.parameters.recruitment.successOfRound(role)
    let ratio = role == .practiceManager ? tables.parameters.recruitment.managerStepRatio : 1
    return RecruitmentStep.allCases.map { step in
      tables.steps[step].mean * ratio * (step == .advert || step == .selection ? rounds : 1)
    }
  }

  /// A search for a post that is vacant.
  ///
  /// The step it is in is drawn by the time that a search spends in each; what is left of that step is a uniform part
  /// of a length-biased length. The time since the search began is that of the steps before it. Where searches begin
  /// with notice, only those count that have run for longer than the notice: the post would not be vacant otherwise.
  private mutating func openSearch(_ index: Int, waited: Double) {
    let role = posts[index].role
    let times = stepTimes(role)
    guard times.reduce(0, +) > 0 else {
      beginSearch(index, isNew: true)
      return
    }
    let held = tables.parameters.recruitment.heldDays[role]
    let atLeast = daysBeforeVacancy(index)
    let stream = streams.stream(.openingWorker, entity: posts[index].number, occurrence: 1)
    var found = SearchUnderWay()
    for _ in 0..<Self.attempts {
      found = searchUnderWay(role, after: waited + (held > 0 ? stream.exponential(mean: held) : 0), stream)
      if found.age >= atLeast { break }
    }
    run(found, for: index)
    posts[index].vacantSince = now.adding(days: -max(0, found.age - atLeast))
  }

  /// A search in the steady state, found at a moment picked at random.
  ///
  /// - Parameter waited: days that went by before it was taken in hand.
  private mutating func searchUnderWay(
    _ role: Role, after waited: Double, _ stream: RandomStream
  ) -> SearchUnderWay {
    let success = tables.parameters.recruitment.successOfRound(role)
    let ratio = role == .practiceManager ? tables.parameters.recruitment.managerStepRatio : 1
    var found = SearchUnderWay(waited: waited)
    found.step = Shares<RecruitmentStep>(stepTimes(role)).pick(stream)
    let length = tables.steps[found.step].sampleLengthBiased(stream) * ratio
    let gone = length * stream.uniform()
    found.left = length - gone
    let approval = found.step == .approval ? 0 : tables.steps[.approval].sample(stream) * ratio
    let advert = found.step == .selection ? tables.steps[.advert].sample(stream) * ratio : 0
    var before = approval + advert
    if found.step == .checks { before += lengthOfRound(stream) * ratio }
    // Rounds that failed before this one: as many as a coin of the round's chance falls on the wrong side.
    while found.step != .approval, !stream.bernoulli(success) { before += lengthOfRound(stream) * ratio }
    found.age = waited + before + gone
    found.ageOfRound = advert + gone
    return found
  }

  /// The search for the post of somebody who gave notice so many days ago: as far as it has come since.
  mutating func openSearch(_ index: Int, begun days: Double) {
    let recruitment = tables.parameters.recruitment
    guard recruitment.perPost, !posts[index].isSearching else { return }
    let role = posts[index].role
    let stream = streams.stream(.openingWorker, entity: posts[index].number, occurrence: 6)
    let mean = recruitment.heldDays[role]
    let held = mean > 0 ? stream.exponential(mean: mean) : 0
    guard held <= days else {
      startHeld(index, since: days, for: held - days)
      return
    }
    guard hasRoomForSearch() else {
      beginSearch(index, isNew: true)
      posts[index].searchStarted = now.adding(days: -days)
      return
    }
    let success = recruitment.successOfRound(role)
    let ratio = role == .practiceManager ? recruitment.managerStepRatio : 1
    var step = RecruitmentStep.approval
    var gone = held
    var roundBegan = 0.0
    while true {
      if step == .advert { roundBegan = gone }
      gone += tables.steps[step].sample(stream) * ratio
      if gone > days {
        run(
          SearchUnderWay(
            step: step, age: days, ageOfRound: days - roundBegan, left: gone - days, waited: held), for: index
        )
        return
      }
      switch step {
      case .approval: step = .advert
      case .advert: step = .selection
      case .selection: step = stream.bernoulli(success) ? .checks : .advert
      case .checks:
        posts[index].vacancies += 1
        posts[index].hireIsReady = true
        return
      }
    }
  }

  // MARK: Posts that are held

  /// Days for which searches wait in line where posts are held and recruitment has a limit, such that the vacancies at the
  /// start are those of a steady state (Little's law): as many searches run as the limit allows.
  private mutating func daysInLine(_ vacant: [Int]) -> Double {
    let heldDays = tables.parameters.recruitment.heldDays
    let limit = searchLimit()
    guard limit < vacant.count, limit > 0, vacant.contains(where: { heldDays[posts[$0].role] > 0 }) else {
      return 0
    }
    var (held, search, notice) = (0.0, 0.0, 0.0)
    for index in vacant {
      held += heldDays[posts[index].role]
      search += stepTimes(posts[index].role).reduce(0, +)
      notice += daysBeforeVacancy(index)
    }
    let count = Double(vacant.count)
    return max(0, search / Double(limit) + (notice - held - search) / count)
  }

  /// Whether a post that is vacant at the start is still held; if it is, it is found so.
  ///
  /// By the time that a vacancy spends held, in line and in its search. Where these begin with notice, only those count for
  /// which it was given longer ago than it lasts.
  private mutating func foundHeld(_ index: Int, line: Double) -> Bool {
    let role = posts[index].role
    let mean = tables.parameters.recruitment.heldDays[role]
    guard mean > 0 else { return false }
    let search = stepTimes(role).reduce(0, +) + line
    let atLeast = daysBeforeVacancy(index)
    let stream = streams.stream(.openingWorker, entity: posts[index].number, occurrence: 7)
    for _ in 0..<Self.attempts {
      let isHeld = stream.bernoulli(mean / (mean + search))
      let held = stream.exponential(mean: mean)
      if isHeld {
        guard held >= atLeast else { continue }
        startHeld(index, since: held, for: stream.exponential(mean: mean))
        posts[index].vacantSince = now.adding(days: -(held - atLeast))
        return true
      }
      let isInLine = line > 0 && stream.bernoulli(line / search)
      let age =
        isInLine
        ? held + line * stream.uniform() : searchUnderWay(role, after: held + line, stream).age
      if age >= atLeast { return false }
    }
    return false
  }

  private static var attempts: Int { 256 }

  /// A post that has been held for so many days at the start, and will be for so many more.
  private mutating func startHeld(_ index: Int, since days: Double, for left: Double) {
    posts[index].isSearching = true
    posts[index].vacancies += 1
    posts[index].round = 0
    posts[index].searchStarted = now.adding(days: -days)
    utter(.searchStarted(post: index))
    hold(index, days: left)
  }

  private mutating func run(_ search: SearchUnderWay, for index: Int) {
    posts[index].isSearching = true
    posts[index].vacancies += 1
    posts[index].round = 1
    posts[index].isRunning = true
    state.searchesRunning += 1
    utter(.searchStarted(post: index))
    posts[index].step = search.step
    posts[index].searchStarted = now.adding(days: -search.age)
    posts[index].roundStarted = now.adding(days: -search.ageOfRound)
    posts[index].searchRunning = now.adding(days: -(search.age - search.waited))
    posts[index].stepTicket = schedule(.recruitmentStep, index, at: now.adding(days: search.left))
  }

  private mutating func lengthOfRound(_ stream: RandomStream) -> Double {
    tables.steps[.advert].sample(stream)
      + tables.steps[.selection].sample(stream)
  }
}

/// How far a search has come: days since it began, since its round began, and left of the step it is in.
private struct SearchUnderWay {
  var step = RecruitmentStep.approval
  var age = 0.0
  var ageOfRound = 0.0
  var left = 0.0
  /// Days of its age for which it waited in line.
  var waited = 0.0
}

extension RecruitmentParameters {
  /// Chance that a round for that role ends in a hire. Applicants who could be appointed and would accept are a
  /// thinned Poisson number, so the chance that there is none is an exponential.
  func successOfRound(_ role: Role) -> Double {
    if everyRoundFills { return 1 }
    return 1 - exponential(-applicantsPerRound[role] * regionRatio * appointableShare * acceptanceShare)
  }
}
