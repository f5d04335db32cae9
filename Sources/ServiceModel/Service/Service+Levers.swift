import DiscreteEvents

/// What levers and shocks do beyond moving influences.
extension Service {
  mutating func openLevers() {
    scheduleCharge(0)
    schedulePayment(0)
    let loss = tables.parameters.shocks.managerLoss
    if loss.managers > 0 {
      schedule(.managersLost, 0, at: max(now, SimulatedTime(days: loss.dates.ramp(tables.calendar).from)))
    }
    let extra = tables.parameters.levers.extraPosts
    if extra.doesMore {
      schedule(
        .postsFunded, 0, at: max(now, SimulatedTime(days: extra.dates.ramp(tables.calendar).from)))
    }
  }

  // MARK: Costs

  private mutating func scheduleCharge(_ number: Int) {
    guard number < tables.levers.charges.count else { return }
    schedule(.leverCharged, number, at: SimulatedTime(days: tables.levers.charges[number].day))
  }

  mutating func leverCharged(_ number: Int) {
    utter(.spent(line: .programmes, pounds: tables.levers.charges[number].pounds, events: 1))
    scheduleCharge(number + 1)
  }

  /// The supplement of a month, at its beginning, for those who hold cases then.
  mutating func paySupplement() {
    let supplement = tables.parameters.levers.paySupplement
    guard supplement.share > 0 else { return }
    let ramp = supplement.dates.ramp(tables.calendar)
    let end = tables.calendar.monthEnds[state.month].days
    let days = min(end, ramp.until) - max(now.days, ramp.from)
    guard days > 0 else { return }
    let height = ramp.meanHeight(from: max(now.days, ramp.from), to: min(end, ramp.until))
    let part = supplement.share * height * days / 365.25
    for index in 0..<posts.count where posts[index].role.holdsCases && posts[index].worker >= 0 {
      let pounds = salary(of: index) * posts[index].fte * part
      if pounds > 0 { utter(.spentOnPost(post: index, line: .marketSupplements, pounds: pounds)) }
    }
  }

  // MARK: Retention payment

  private mutating func schedulePayment(_ number: Int) {
    guard number < tables.levers.payments.count else { return }
    schedule(.retentionPaid, number, at: SimulatedTime(days: tables.levers.payments[number]))
  }

  /// Pays everyone who is entitled, and ties them.
  mutating func retentionPaid(_ number: Int) {
    let lever = tables.parameters.levers.retentionPayment
    let ends = now.adding(days: Double(lever.tieInMonths) * 365.25 / 12)
    for index in 0..<posts.count where posts[index].role.holdsCases && posts[index].worker >= 0 {
      let worker = Int(posts[index].worker)
      guard !workers[worker].isLeaving, workers[worker].tenure(at: now) >= lever.leastYears else { continue }
      if lever.pounds > 0 {
        utter(.spent(line: .retention, pounds: lever.pounds * posts[index].fte, events: 1))
      }
      workers[worker].tiedUntil = ends
      refreshHazard(worker)
    }
    if lever.tieInMonths > 0 { schedule(.tieInEnds, number, at: ends) }
    schedulePayment(number + 1)
  }

  /// A tie is over for those who have not been paid again since.
  mutating func tieInEnds() {
    for worker in 0..<workers.count where !workers[worker].isGone && workers[worker].tiedUntil == now {
      refreshHazard(worker)
    }
  }

  /// What a tie makes of the hazard of leaving.
  @inline(__always)
  mutating func tieEffect(_ worker: Int) -> Double {
    workers[worker].tiedUntil > now ? tables.parameters.levers.retentionPayment.leavingHazardRatio : 1
  }

  /// A tied worker who leaves pays a part back of what was paid, and the council has its on-costs of that back too.
  mutating func repayRetention(_ worker: Int, fte: Double) {
    guard workers[worker].tiedUntil > now else { return }
    let lever = tables.parameters.levers.retentionPayment
    let paid = workers[worker].tiedUntil.days - Double(lever.tieInMonths) * 365.25 / 12
    let pounds = lever.pounds * fte * lever.repaidShare * payLevel(onDay: paid)
    if pounds > 0 { utter(.spent(line: .retention, pounds: -pounds, events: 0)) }
  }

  // MARK: Posts and managers

  /// The posts of the lever are established today: managers take over part of the pod that they join.
  mutating func postsFunded() {
    let isBeside = tables.parameters.levers.extraPosts.ownCampaign
    for index in 0..<posts.count where posts[index].isExtra && !posts[index].isFunded {
      establish(index, beside: isBeside)
    }
  }

  /// A post is established today: a manager takes over part of the pod, and somebody is sought for it.
  ///
  /// - Parameter beside: whether the search runs beside those that the limit counts.
  mutating func establish(_ index: Int, beside: Bool) {
    fund(index)
    posts[index].vacantSince = now
    utter(.postOpened(placing(index)))
    if posts[index].role == .practiceManager { sharePod(with: index) }
    staffingChanged(index)
    if startFromCohort(in: index) { return }
    posts[index].isBeside = beside
    beginSearch(index, isNew: true)
    if posts[index].worker < 0 { considerAgency(index) }
  }

  /// The post is established from now on, and vacant.
  private mutating func fund(_ index: Int) {
    posts[index].isFunded = true
    vacancies.set(index, true)
    state.budgetOfPosts = .nan
  }

  /// A manager joins a pod: every second worker's post goes over from the manager who leads most of them.
  private mutating func sharePod(with index: Int) {
    let before = leadsMost(ofPodOf: index)
    var isSecond = false
    var other = Int(posts[index].firstInPod)
    while other >= 0 {
      if posts[other].manager == before {
        if isSecond {
          appoint(index, over: other)
          if posts[other].worker >= 0 { refreshHazard(Int(posts[other].worker)) }
        }
        isSecond.toggle()
      }
      other = Int(posts[other].nextInPod)
    }
  }

  /// The post of the practice manager who leads most posts of a pod, the first of several; -1 where nobody leads it.
  private mutating func leadsMost(ofPodOf index: Int) -> Int32 {
    var most: Int32 = -1
    var other = Int(posts[index].firstInPod)
    while other >= 0 {
      let manager = posts[other].manager
      if manager >= 0, most < 0 || posts[Int(manager)].postsLed > posts[Int(most)].postsLed { most = manager }
      other = Int(posts[other].nextInPod)
    }
    return most
  }

  /// A number of managers leave on one day, spread evenly over those in post.
  mutating func managersLost() {
    var inPost: [Int] = []
    for index in 0..<posts.count where posts[index].role == .practiceManager && posts[index].worker >= 0 {
      if !workers[Int(posts[index].worker)].isLeaving { inPost.append(Int(posts[index].worker)) }
    }
    let wanted = min(tables.parameters.shocks.managerLoss.managers, inPost.count)
    for (number, worker) in inPost.enumerated()
    where (number + 1) * wanted / inPost.count > number * wanted / inPost.count {
      workers[worker].isLeaving = true
      workers[worker].leaveTicket = .none
      refreshHazard(worker)
      depart(worker)
    }
  }

  /// When permission to fill posts can be had again; now, unless hiring is frozen.
  mutating func hiringResumes() -> SimulatedTime {
    let freeze = tables.parameters.shocks.hiringFreeze
    guard freeze.isInForce else { return now }
    let ramp = freeze.dates.ramp(tables.calendar)
    return now.days >= ramp.from && now.days < ramp.until ? SimulatedTime(days: ramp.until) : now
  }
}
