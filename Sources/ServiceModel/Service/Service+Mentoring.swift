/// Experienced colleagues who give time to the newly qualified.
///
/// A mentor is a worker of the same team who holds cases and is not newly qualified, of the same pod where there is one,
/// who has the fewest to look after. The hours given are taken off what the mentor can carry.
extension Service {
  /// Finds a mentor for somebody in the supported year who has none.
  mutating func seekMentor(_ worker: Int) {
    guard tables.mentorFte > 0, workers[worker].isNewlyQualified, workers[worker].mentor < 0 else { return }
    let index = Int(workers[worker].post)
    var found: Int?
    var best = (isElsewhere: true, mentees: Int32.max)
    for other in teams.posts(of: posts[index].team) where posts[other].role.holdsCases {
      let candidate = Int(posts[other].worker)
      guard candidate >= 0, candidate != worker, mayMentor(candidate) else { continue }
      let isElsewhere = posts[other].pod != posts[index].pod
      let mentees = workers[candidate].mentees
      if isElsewhere != best.isElsewhere ? best.isElsewhere : mentees < best.mentees {
        best = (isElsewhere, mentees)
        found = candidate
      }
    }
    guard let found else { return }
    workers[worker].mentor = Int32(found)
    countMentees(of: found, by: 1)
  }

  /// The supported year is over, or the worker goes: the mentor has the time back.
  mutating func releaseMentor(of worker: Int) {
    let mentor = Int(workers[worker].mentor)
    guard mentor >= 0 else { return }
    workers[worker].mentor = -1
    countMentees(of: mentor, by: -1)
  }

  /// A mentor goes, or moves up: those who were looked after seek another.
  mutating func endMentoring(by mentor: Int, in team: Team) {
    guard workers[mentor].mentees > 0 else { return }
    for index in teams.posts(of: team) where posts[index].worker >= 0 {
      let worker = Int(posts[index].worker)
      guard workers[worker].mentor == Int32(mentor) else { continue }
      releaseMentor(of: worker)
      seekMentor(worker)
    }
  }

  private mutating func mayMentor(_ worker: Int) -> Bool {
    !workers[worker].isNewlyQualified && !workers[worker].isLeaving && !workers[worker].isAway
  }

  private mutating func countMentees(of mentor: Int, by count: Int32) {
    workers[mentor].mentees += count
    let given = Double(workers[mentor].mentees) * tables.mentorFte / posts[Int(workers[mentor].post)].fte
    workers[mentor].mentoring = min(given, 0.9)
    guard !workers[mentor].isGone else { return }
    roomChanged(mentor)
  }

  /// A worker can carry more or less than before: what rests on it is taken up.
  mutating func roomChanged(_ worker: Int) {
    showLoad(worker)
    refreshPace(worker)
    if tables.caseloadElasticity != 0 { refreshHazardOfLoad(worker) }
  }
}
