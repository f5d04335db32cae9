import DiscreteEvents
import Testing

@testable import ServiceModel

@Suite("Time that experienced colleagues give to the newly qualified")
struct MentoringTests {
  private func team(pods: Int = 1, hours: Double) -> ServiceParameters {
    var service = SmallService.empty(months: 24)
    service.workforce.teams[.protection].posts[.socialWorker] = 12
    service.workforce.teams[.protection].pods = pods
    service.recruitment.perPost = false
    service.newlyQualified.atStart = 4
    service.newlyQualified.mentorHours = hours
    service.newlyQualified.hoursPerWeek = 36
    service.newlyQualified.supportMonths = 12
    service.newlyQualified.caseloadMonths = [0.5]
    return service
  }

  private func opened(_ service: ServiceParameters) -> Service {
    var model = Service(ModelTables(service))
    model.reset(replication: 1)
    model.open()
    return model
  }

  @Test("The capacity lost is newly qualified x hours / working week", arguments: [0, 3, 9])
  func capacity(_ hours: Double) {
    var model = opened(team(hours: hours))
    let full: Double = model.state.teams[.protection].capacity / 1_600
    let wanted = 8 + 4 * 0.5 - 4 * hours / 36
    #expect(abs(full - wanted) < 1e-9)
    // When the supported year is over, everybody carries a full caseload again.
    model.proceed()
    #expect(abs(model.state.teams[.protection].capacity / 1_600 - 12) < 1e-9)
  }

  @Test("Each has a mentor of the own pod, and nobody mentors two while another mentors none")
  func dealt() {
    let model = opened(team(pods: 4, hours: 3))
    var mentors: [Int32] = []
    for worker in 0..<model.workers.count where model.workers[worker].isNewlyQualified {
      let mentor = model.workers[worker].mentor
      #expect(mentor >= 0 && !model.workers[Int(mentor)].isNewlyQualified)
      #expect(
        model.posts[Int(model.workers[worker].post)].pod
          == model.posts[Int(model.workers[Int(mentor)].post)].pod)
      mentors.append(mentor)
    }
    #expect(mentors.count == 4 && Set(mentors).count == 4)
  }

  @Test("When a mentor goes another takes over, and with nobody left nothing is lost")
  func leavers() {
    var model = opened(team(hours: 6))
    for worker in 0..<12 where !model.workers[worker].isNewlyQualified {
      model.depart(worker)
      var mentees: Int32 = 0
      var mentored = 0
      for other in 0..<model.workers.count where !model.workers[other].isGone {
        mentees += model.workers[other].mentees
        if model.workers[other].mentor >= 0 { mentored += 1 }
        let (ramp, mentoring) = (model.workers[other].ramp, model.workers[other].mentoring)
        #expect(model.workers[other].room == ramp * (1 - mentoring))
      }
      #expect(Int(mentees) == mentored)
    }
    #expect(abs(model.state.teams[.protection].capacity - 3_200) < 1e-9)
  }
}
