import DiscreteEvents

/// Agency staff who are there beyond vacancies, from the start on: they hold cases in posts above establishment, and each
/// is followed by another as long as that is agreed.
extension Service {
  mutating func openStandingAgency() {
    for index in 0..<posts.count where posts[index].isStanding {
      posts[index].covers += 1
      let stream = agencyStream(index, draw: 4)
      let length = tables.agencyAssignment.sampleLengthBiased(stream)
      placeStandingAgency(index, assignmentDays: length * stream.uniform())
    }
  }

  private mutating func placeStandingAgency(_ index: Int, assignmentDays: Double) {
    utter(.agencyAbove(placing(index), there: true))
    // One that ended when it began would be followed for ever.
    startAgency(index, assignmentDays: max(assignmentDays, 1))
  }

  mutating func standingAssignmentEnds(_ worker: Int) {
    let index = Int(workers[worker].post)
    utter(.agencyAbove(placing(index), there: false))
    endAgency(worker, converted: false)
    let isRenewed = agencyStream(index, draw: 6).bernoulli(tables.parameters.agency.renewalShare)
    guard isRenewed else { return }
    posts[index].covers += 1
    placeStandingAgency(
      index, assignmentDays: tables.agencyAssignment.sample(agencyStream(index, draw: 2)))
  }
}

extension AgencyParameters {
  /// Posts of a role kept for agency staff beyond vacancies.
  func standing(in team: Team, _ role: Role) -> Int { role == .socialWorker ? aboveAtStart[team] : 0 }
}
