import DiscreteEvents

/// How a post is filled.
extension Service {
  /// Begins the search for the next holder of a post, once the post is no longer held.
  ///
  /// - Parameter isNew: whether the post is newly established: such posts are not held.
  mutating func beginSearch(_ index: Int, isNew: Bool = false) {
    guard tables.parameters.recruitment.perPost, !posts[index].isSearching else { return }
    posts[index].isSearching = true
    posts[index].vacancies += 1
    posts[index].searchStarted = now
    utter(.searchStarted(post: index))
    let mean = tables.parameters.recruitment.heldDays[posts[index].role]
    if mean > 0, !isNew {
      posts[index].round = 0
      hold(index, days: recruitmentStream(index, draw: Self.drawOfHold).exponential(mean: mean))
    } else {
      askForSearch(index)
    }
  }

  /// The draw of a search, beside those of its steps, that says for how long its post is held.
  private static let drawOfHold: UInt32 = 10

  /// Nobody is asked to fill the post for so many days more.
  mutating func hold(_ index: Int, days: Double) {
    posts[index].isHeld = true
    posts[index].stepTicket = schedule(.recruitmentStep, index, at: now.adding(days: days))
  }

  /// Takes the search in hand, or lets it join the queue where recruitment has a limit.
  mutating func askForSearch(_ index: Int) {
    posts[index].isHeld = false
    guard posts[index].isBeside || hasRoomForSearch() else {
      searchQueue.append(index, isManager: posts[index].role == .practiceManager)
      utter(.searchWaits(post: index, waits: true))
      return
    }
    startSearch(index)
  }

  mutating func startSearch(_ index: Int) {
    if !posts[index].isBeside { state.searchesRunning += 1 }
    posts[index].isRunning = true
    posts[index].searchRunning = now
    posts[index].round = 0
    startStep(.approval, index)
  }

  private mutating func recruitmentStream(_ index: Int, draw: UInt32) -> RandomStream {
    streams.stream(
      .recruitment, entity: posts[index].number,
      occurrence: (posts[index].vacancies & 0xFFFF) << 16 | (posts[index].round & 0xFFF) << 4 | draw)
  }

  private mutating func startStep(_ step: RecruitmentStep, _ index: Int) {
    posts[index].step = step
    if step == .advert {
      posts[index].round += 1
      posts[index].roundStarted = now
      utter(.roundStarted(post: index))
    }
    if step == .selection { askForInterviews(index) }
    var days = tables.steps[step].sample(recruitmentStream(index, draw: UInt32(step.rawValue)))
    if posts[index].role == .practiceManager { days *= tables.parameters.recruitment.managerStepRatio }
    days *= influences[.recruitmentSteps]
    if step == .approval, tables.overspendMatters { days *= approvalRatio() }
    if days <= 0 {
      stepEnds(index)
    } else {
      posts[index].stepTicket = schedule(.recruitmentStep, index, at: now.adding(days: days))
    }
  }

  mutating func stepEnds(_ index: Int) {
    if posts[index].isHeld {
      askForSearch(index)
      return
    }
    switch posts[index].step {
    case .approval:
      let resumes = max(hiringResumes(), moneyAllowsHiring())
      if resumes > now {
        posts[index].stepTicket = schedule(.recruitmentStep, index, at: resumes)
      } else {
        startStep(.advert, index)
      }
    case .advert: startStep(.selection, index)
    case .selection:
      if waitsForInterviews(index) { return }
      if roundSucceeds(index) {
        if posts[index].worker < 0, let winner = internalWinner(for: index, recruitmentStream(index, draw: 9))
        {
          searchEnds(index, winner: winner)
        } else {
          startStep(.checks, index)
        }
      } else {
        utter(.roundFailed(post: index))
        startStep(.advert, index)
      }
    case .checks: searchEnds(index)
    }
  }

  /// Whether any appointable applicant accepts the offer.
  private mutating func roundSucceeds(_ index: Int) -> Bool {
    let recruitment = tables.parameters.recruitment
    if recruitment.everyRoundFills { return true }
    let stream = recruitmentStream(index, draw: 8)
    let accepts = stream.uniform()
    let applicants = stream.poisson(mean: expectedApplicants(for: index))
    let appointable = stream.binomial(trials: applicants, probability: recruitment.appointableShare)
    let acceptance = min(1, recruitment.acceptanceShare * influences[.acceptance])
    let allRefuse = (0..<appointable).reduce(1.0) { chance, _ in chance * (1 - acceptance) }
    return accepts >= allRefuse
  }

  /// The mean number of applicants in a round that is decided now.
  private mutating func expectedApplicants(for index: Int) -> Double {
    let recruitment = tables.parameters.recruitment
    return recruitment.applicantsPerRound[posts[index].role] * recruitment.regionRatio
      * tables.season(ofApplicantsAt: posts[index].roundStarted) * influences[.applicants]
      * payEffect(recruitment.payElasticity)
  }

  private mutating func searchEnds(_ index: Int, winner: Int? = nil) {
    utter(
      .hired(
        placing(index), days: now.days(since: posts[index].searchStarted),
        waitedDays: posts[index].searchRunning.days(since: posts[index].searchStarted)))
    freeSearch(index)
    if let winner {
      promote(winner, to: index)
    } else if posts[index].worker < 0 {
      startWorker(in: index)
    } else {
      posts[index].hireIsReady = true
    }
    startWaitingSearches()
  }

  /// Calls a search off, because the post is filled without it.
  mutating func abandonSearch(_ index: Int) {
    guard posts[index].isSearching else { return }
    let wasRunning = posts[index].isRunning
    if !wasRunning, !posts[index].isHeld { utter(.searchWaits(post: index, waits: false)) }
    freeSearch(index)
    if wasRunning { startWaitingSearches() }
  }

  private mutating func freeSearch(_ index: Int) {
    if posts[index].isRunning, !posts[index].isBeside { state.searchesRunning -= 1 }
    posts[index].isRunning = false
    posts[index].isHeld = false
    posts[index].isBeside = false
    posts[index].isSearching = false
    posts[index].stepTicket = .none
    posts[index].interview = 0
    posts[index].selectionIsOver = false
  }

  /// A starter takes up the post today.
  ///
  /// - Parameters:
  ///   - converting: the agency worker who becomes the post's holder, or nil.
  ///   - isNewlyQualified: whether the starter is newly qualified; nil where chance decides.
  mutating func startWorker(in index: Int, converting: Int? = nil, isNewlyQualified: Bool? = nil) {
    let occupant = Int(posts[index].occupants)
    let person = newWorker(post: index, occupant: occupant, joined: now, passedScreen: false)
    let worker = workers.append(person)
    takeUp(worker, atStart: false)
    beginSupportedYear(worker, isNewlyQualified)
    beginPay(worker, atStart: false)
    if workers[worker].isNewlyQualified {
      schedule(.induction, worker, at: now.adding(days: 365.25 / 12))
    } else if let first = tables.inductionMonths.first {
      workers[worker].ramp = first
      showLoad(worker)
      schedule(.induction, worker, at: now.adding(days: 365.25 / 12))
    }
    if posts[index].cover >= 0 { endAgency(Int(posts[index].cover), converted: converting != nil) }
    callOffAgency(index)
    let post = posts[index]
    if post.role.holdsCases { serve(post.team) }
  }

  /// Draws a person. One who has been there for some time (`passedScreen`) is not passing through.
  ///
  /// - Parameter isPassing: whether the person is passing through, where it is known.
  mutating func newWorker(
    post: Int, occupant: Int, joined: SimulatedTime, passedScreen: Bool, isPassing: Bool? = nil
  ) -> Worker {
    let leaving = tables.parameters.leaving
    let key = EntityKey.worker(post: Int(posts[post].number), occupant: occupant)
    let stream = streams.stream(.worker, entity: key)
    let threshold = stream.exponential(mean: 1)
    let drawn = stream.bernoulli(leaving.passingThroughShare) && !passedScreen
    let passesThrough = isPassing ?? drawn
    let reason = tables.reasons.pick(stream)
    return Worker(
      key: key, post: Int32(post), joined: joined, now: now, threshold: threshold,
      frailty: passesThrough ? leaving.passingThroughRatio : 1, reason: reason)
  }

  /// Says who holds a post permanently: -1 for nobody.
  mutating func setHolder(_ worker: Int32, of index: Int) {
    posts[index].worker = worker
    vacancies.set(index, worker < 0 && posts[index].isFunded)
    if posts[index].role == .practiceManager { leadMayChange(index) }
  }

  /// Puts a worker into the post.
  mutating func takeUp(_ worker: Int, atStart: Bool) {
    let index = Int(workers[worker].post)
    setHolder(Int32(worker), of: index)
    posts[index].occupants += 1
    utter(.workerStarted(worker: worker, placing(index), atStart: atStart))
    showLoad(worker)
    refreshHazard(worker)
    if !atStart { managerStarts(index) }
    staffingChanged(index)
    beginSupervision(worker, atStart: atStart)
    if !atStart { scheduleAbsence(worker) }
  }

  /// Another month of induction is over: a larger part of a full caseload.
  mutating func nextInductionMonth(_ worker: Int) {
    guard !workers[worker].isGone else { return }
    let month = Int(workers[worker].inductionMonth) + 1
    workers[worker].inductionMonth = UInt16(clamping: month)
    let goesOn: Bool
    if workers[worker].isNewlyQualified {
      goesOn = nextSupportedMonth(worker, month)
    } else {
      let months = tables.inductionMonths
      goesOn = month < months.count
      workers[worker].ramp = goesOn ? months[month] : 1
    }
    roomChanged(worker)
    if goesOn { schedule(.induction, worker, at: now.adding(days: 365.25 / 12)) }
    let team = posts[Int(workers[worker].post)].team
    if posts[Int(workers[worker].post)].role.holdsCases { serve(team) }
  }

  // MARK: Starters regardless of who leaves

  mutating func scheduleRollingStarter() {
    let perYear = tables.parameters.recruitment.rollingStartersPerYear
    guard perYear > 0 else { return }
    let gap = streams.stream(.rolling, entity: UInt64(state.rollingStarters)).exponential(
      mean: 365.25 / (perYear * hiringAnswer()))
    schedule(.rollingStarter, 0, at: now.adding(days: gap))
  }

  mutating func rollingStarter() {
    state.rollingStarters += 1
    var vacant = vacancies.first(from: 0)
    while let index = vacant, !posts[index].role.holdsCases { vacant = vacancies.first(from: index + 1) }
    if let vacant { startWorker(in: vacant) } else { utter(.starterTurnedAway) }
    scheduleRollingStarter()
  }
}
