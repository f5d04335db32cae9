import DiscreteEvents

/// Searches that are under way when the simulation starts.
extension Service {
  /// A post that is vacant at the start: its search is found at a moment picked at random, in the steady state.
  ///
  /// The step it is in is drawn by the time that a search spends in each; what is left of that step is a uniform
  /// part of a length-biased length. The time since the search began is that of the steps before it. A post that
  /// finds no free place in recruitment waits its turn from the start on.
  mutating func openVacancy(_ index: Int) {
    guard tables.parameters.recruitment.perPost else { return }
    guard hasRoomForSearch() else {
      beginSearch(index)
      return
    }
    let role = posts[index].role
    let success = tables.parameters.recruitment.successOfRound(role)
    let rounds = 1 / success
    let times = RecruitmentStep.allCases.map { step in
      tables.steps[step].mean * (step == .advert || step == .selection ? rounds : 1)
    }
    guard times.reduce(0, +) > 0 else {
      beginSearch(index)
      return
    }
    posts[index].isSearching = true
    posts[index].vacancies += 1
    posts[index].round = 1
    posts[index].isRunning = true
    state.searchesRunning += 1
    utter(.searchStarted(post: index))

    let stream = streams.stream(.openingWorker, entity: posts[index].number, occurrence: 1)
    let step = Shares<RecruitmentStep>(times).pick(stream)
    let ratio = role == .practiceManager ? tables.parameters.recruitment.managerStepRatio : 1
    let length = tables.steps[step].sampleLengthBiased(stream) * ratio
    let gone = length * stream.uniform()
    var before = 0.0
    if step != .approval { before += tables.steps[.approval].sample(stream) }
    if step == .selection { before += tables.steps[.advert].sample(stream) }
    if step == .checks { before += lengthOfRound(stream) }
    // Rounds that failed before this one: as many as a coin of the round's chance falls on the wrong side.
    while step != .approval, !stream.bernoulli(success) { before += lengthOfRound(stream) }
    posts[index].step = step
    posts[index].searchStarted = now.adding(days: -(gone + before * ratio))
    posts[index].roundStarted = posts[index].searchStarted
    posts[index].searchRunning = posts[index].searchStarted
    posts[index].stepTicket = schedule(.recruitmentStep, index, at: now.adding(days: length - gone))
  }

  private mutating func lengthOfRound(_ stream: RandomStream) -> Double {
    tables.steps[.advert].sample(stream)
      + tables.steps[.selection].sample(stream)
  }
}

extension RecruitmentParameters {
  /// Chance that a round for that role ends in a hire. Applicants who could be appointed and would accept are a
  /// thinned Poisson number, so the chance that there is none is an exponential.
  func successOfRound(_ role: Role) -> Double {
    if everyRoundFills { return 1 }
    return 1 - exponential(-applicantsPerRound[role] * regionRatio * appointableShare * acceptanceShare)
  }
}
