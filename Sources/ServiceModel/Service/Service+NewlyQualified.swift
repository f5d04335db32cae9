import DiscreteEvents

/// The assessed and supported year.
extension Service {
  /// Decides whether a starter in a social worker's post is newly qualified.
  ///
  /// - Parameter isKnown: what is known of it, nil where chance decides.
  mutating func beginSupportedYear(_ worker: Int, _ isKnown: Bool?) {
    let parameters = tables.parameters.newlyQualified
    guard posts[Int(workers[worker].post)].role == .socialWorker else { return }
    if let isKnown {
      if isKnown { support(worker, month: 0) }
      return
    }
    guard parameters.share > 0 else { return }
    let stream = streams.stream(.newlyQualified, entity: workers[worker].key)
    guard stream.bernoulli(min(1, parameters.share * tables.season(ofNewlyQualifiedAt: now))) else { return }
    support(worker, month: 0)
  }

  private mutating func support(_ worker: Int, month: Int) {
    workers[worker].isNewlyQualified = true
    workers[worker].inductionMonth = UInt16(clamping: month)
    workers[worker].ramp = rampOfSupportedMonth(month)
    utter(.supportedYearBegan(worker: worker, placing(Int(workers[worker].post))))
    setPayPoint(worker, to: 0)
    showLoad(worker)
    refreshHazard(worker)
    if state.isStaffed { seekMentor(worker) }
  }

  private mutating func rampOfSupportedMonth(_ month: Int) -> Double {
    let months = tables.parameters.newlyQualified.caseloadMonths
    return months.isEmpty ? 1 : months[min(month, months.count - 1)]
  }

  /// Another month; returns false when the supported year is over.
  mutating func nextSupportedMonth(_ worker: Int, _ month: Int) -> Bool {
    if month < tables.parameters.newlyQualified.supportMonths {
      workers[worker].ramp = rampOfSupportedMonth(month)
      seekMentor(worker)
      return true
    }
    workers[worker].ramp = 1
    endSupportedYear(worker)
    refreshHazard(worker)
    return false
  }

  mutating func endSupportedYear(_ worker: Int) {
    workers[worker].isNewlyQualified = false
    releaseMentor(of: worker)
    utter(.supportedYearEnded(worker: worker, placing(Int(workers[worker].post))))
  }

  /// Somebody in post at the start began the supported year so many months ago.
  mutating func continueSupportedYear(_ worker: Int, months: Double) {
    support(worker, month: Int(months))
    schedule(.induction, worker, at: now.adding(days: (1 - (months - months.rounded(.down))) * 365.25 / 12))
  }

  /// Finds mentors for those who are in the supported year at the start: only when all are in post is it known who is
  /// experienced.
  mutating func openMentors() {
    guard tables.mentorFte > 0 else { return }
    for index in 0..<posts.count where posts[index].worker >= 0 { seekMentor(Int(posts[index].worker)) }
  }

  /// Somebody in post at the start began so many months ago, and is perhaps still in induction.
  mutating func continueInduction(_ worker: Int, months: Double) {
    let ramps = tables.inductionMonths
    guard months < Double(ramps.count) else { return }
    workers[worker].inductionMonth = UInt16(clamping: Int(months))
    workers[worker].ramp = ramps[Int(months)]
    showLoad(worker)
    schedule(.induction, worker, at: now.adding(days: (1 - (months - months.rounded(.down))) * 365.25 / 12))
  }
}
