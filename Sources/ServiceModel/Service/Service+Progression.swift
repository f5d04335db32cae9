import DiscreteEvents

/// Posts above filled from within.
extension Service {
  /// A round for a post above has succeeded: whether a colleague of the team wins it, and who. The one with the
  /// longest time with the council among those who may.
  mutating func internalWinner(for index: Int, _ stream: RandomStream) -> Int? {
    let progression = tables.parameters.progression
    let role = posts[index].role
    let share =
      role == .practiceManager
      ? progression.internalManagerShare : role == .seniorPractitioner ? progression.internalSeniorShare : 0
    guard share > 0, stream.bernoulli(share) else { return nil }
    var winner: Int?
    for other in teams.posts(of: posts[index].team) where posts[other].worker >= 0 {
      let from = posts[other].role
      guard from == .socialWorker || (from == .seniorPractitioner && role == .practiceManager) else {
        continue
      }
      let worker = Int(posts[other].worker)
      let person = workers[worker]
      guard !person.isLeaving, !person.isAway, !person.isNewlyQualified,
        person.tenure(at: now) >= progression.leastYears
      else { continue }
      if let best = winner, workers[best].joined <= person.joined { continue }
      winner = worker
    }
    return winner
  }

  /// Moves a worker to a vacant post above: the children stay with the team, and the post below falls vacant.
  mutating func promote(_ worker: Int, to index: Int) {
    let below = Int(workers[worker].post)
    workers[worker].isLeaving = true
    setHolder(-1, of: below)
    showPost(below)
    reallocate(casesOf: worker)
    endMentoring(by: worker, in: posts[below].team)
    workers[worker].isLeaving = false
    workers[worker].post = Int32(index)
    workers[worker].ramp = 1
    workers[worker].payPoint = 0
    setHolder(Int32(worker), of: index)
    posts[index].occupants += 1
    posts[below].vacantSince = now
    workers[worker].supervision = 0
    workers[worker].isUnsupervised = false
    managerStarts(index)
    utter(.workerPromoted(worker: worker, from: placing(below), to: placing(index)))
    if posts[index].cover >= 0 { endAgency(Int(posts[index].cover), converted: false) }
    callOffAgency(index)
    showPost(index)
    refreshHazard(worker)
    staffingChanged(below)
    staffingChanged(index)
    if posts[index].role.holdsCases { serve(posts[index].team) }
    if closesVacated(below) || startFromCohort(in: below) { return }
    beginSearch(below)
    considerAgency(below)
  }
}
