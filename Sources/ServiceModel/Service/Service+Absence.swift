import DiscreteEvents

/// Workers who are away for a time and come back.
extension Service {
  /// The largest load, over the reference load, that the rate of absence is drawn for; it is thinned to the load as it is.
  private var highestLoadRatio: Double { 2 }

  /// Draws when the worker's next spell may begin, and of which kind: the kinds compete.
  mutating func scheduleAbsence(_ worker: Int) {
    guard tables.absencesPerYear > 0, !workers[worker].isAgency else { return }
    workers[worker].absences += 1
    let stream = streams.stream(
      .absence, entity: workers[worker].key, occurrence: workers[worker].absences)
    let gap = stream.exponential(mean: 365.25 / tables.absencesPerYear)
    workers[worker].absenceKind = tables.absenceKinds.pick(stream)
    waitForAbsence(worker, until: now.adding(days: gap / influences[.absence]))
  }

  private mutating func waitForAbsence(_ worker: Int, until time: SimulatedTime) {
    workers[worker].absenceDue = time
    workers[worker].absenceTicket = schedule(.absenceBegins, worker, at: time)
  }

  /// The rate of absence has changed by a ratio: what is left of each exponential wait shrinks by it, which is exact.
  mutating func hastenAbsences(by ratio: Double) {
    guard tables.absencesPerYear > 0 else { return }
    for worker in 0..<workers.count {
      let person = workers[worker]
      guard !person.isGone, !person.isAway, !person.isAgency else { continue }
      if ratio == .infinity {
        scheduleAbsence(worker)
      } else {
        waitForAbsence(worker, until: now.adding(days: person.absenceDue.days(since: now) / ratio))
      }
    }
  }

  mutating func absenceMayBegin(_ worker: Int) {
    guard !workers[worker].isGone else { return }
    let kind = workers[worker].absenceKind
    let elasticity = tables.absences[kind].caseloadElasticity
    let stream = streams.stream(
      .absence, entity: workers[worker].key, occurrence: 1 << 24 | workers[worker].absences)
    let drawn = stream.uniform()
    let length = tables.absences[kind].length.sample(stream)
    if elasticity != 0 {
      let post = posts[Int(workers[worker].post)]
      let ratio =
        post.role.holdsCases
        ? Double(workers[worker].load) / (post.referenceLoad * workers[worker].room) : 1
      let accepted = power(
        min(max(ratio, Self.leastLoadRatio), highestLoadRatio) / highestLoadRatio, elasticity)
      guard drawn < accepted else {
        scheduleAbsence(worker)
        return
      }
    }
    beginAbsence(worker, days: length)
  }

  private mutating func beginAbsence(_ worker: Int, days: Double) {
    let index = Int(workers[worker].post)
    let kind = workers[worker].absenceKind
    workers[worker].isAway = true
    if tables.caseloadElasticity != 0 { refreshHazardOfLoad(worker) }
    utter(.absenceBegan(worker: worker, placing(index), kind: kind))
    showPost(index)
    refreshPace(worker)
    staffingChanged(index)
    if tables.absences[kind].isCovered {
      reallocate(casesOf: worker)
      considerAgency(index)
    }
    workers[worker].absenceTicket = schedule(.absenceEnds, worker, at: now.adding(days: days))
  }

  mutating func absenceEnds(_ worker: Int) {
    guard !workers[worker].isGone else { return }
    endAbsence(worker)
    let index = Int(workers[worker].post)
    showPost(index)
    callOffAgency(index)
    if posts[index].cover >= 0 { endAgency(Int(posts[index].cover), converted: false) }
    showPost(index)
    staffingChanged(index)
    refreshPace(worker)
    scheduleAbsence(worker)
    if posts[index].role.holdsCases { serve(posts[index].team) }
  }

  /// The worker is no longer away.
  mutating func endAbsence(_ worker: Int) {
    workers[worker].isAway = false
    workers[worker].absenceTicket = .none
    if tables.caseloadElasticity != 0 { refreshHazardOfLoad(worker) }
    utter(
      .absenceEnded(
        worker: worker, placing(Int(workers[worker].post)), kind: workers[worker].absenceKind))
  }

  /// Those who are away at the start: as many as in the steady state, part of a length-biased spell still to come.
  mutating func openAbsences() {
    guard tables.absencesPerYear > 0 else { return }
    for worker in 0..<workers.count {
      let stream = streams.stream(.absence, entity: workers[worker].key, occurrence: 2 << 24)
      let drawn = stream.uniform()
      var below = 0.0
      var away: AbsenceKind?
      for kind in AbsenceKind.allCases {
        let perYear = tables.absences[kind].perYear
        below += perYear * tables.absences[kind].length.mean / 365.25 / (1 + tables.absenceYears)
        if away == nil, drawn < below { away = kind }
      }
      if let away {
        workers[worker].absenceKind = away
        let length = tables.absences[away].length.sampleLengthBiased(stream)
        beginAbsence(worker, days: length * stream.uniform())
      } else {
        scheduleAbsence(worker)
      }
    }
  }
}
