import DiscreteEvents

/// Agency staff beyond what vacancies ask for.
extension Service {
  /// Brings as many to the team as its list needs at the norm, as far as the limit allows; those who were winding down
  /// stay.
  mutating func bringAgency(to team: Team) {
    let norm = tables.parameters.workforce.teams[team].caseloadNorm
    var wanted = max(1, Int((Double(teams.waiting(team)) / norm).rounded(.up)))
    for index in teams.posts(of: team) where posts[index].isOfManagedTeam && wanted > 0 {
      if posts[index].cover < 0 {
        posts[index].covers += 1
        _ = placeAgency(index)
        utter(.agencyAbove(placing(index), there: true))
        wanted -= 1
      } else if workers[Int(posts[index].cover)].isLeaving {
        workers[Int(posts[index].cover)].isLeaving = false
        showPost(index)
        wanted -= 1
      }
    }
    serve(team)
  }

  /// They take no more children.
  mutating func stopAgency(in team: Team) {
    for index in teams.posts(of: team) where posts[index].isOfManagedTeam && posts[index].cover >= 0 {
      workers[Int(posts[index].cover)].isLeaving = true
      showPost(index)
    }
    sendAgencyHome(from: team, since: now)
  }

  /// Those without children go, and all of them once the time to wind down is over.
  mutating func sendAgencyHome(from team: Team, since ended: SimulatedTime) {
    let isOver = now.days(since: ended) >= tables.parameters.responses.agencyAbove.windDownDays
    for index in teams.posts(of: team) where posts[index].isOfManagedTeam && posts[index].cover >= 0 {
      let worker = Int(posts[index].cover)
      guard isOver || workers[worker].cases.count == 0 else { continue }
      utter(.agencyAbove(placing(index), there: false))
      endAgency(worker, converted: false)
    }
  }

  mutating func payPremium(in team: Team, days: Double) {
    let agency = tables.parameters.agency
    let perDay = agency.perWeek[.socialWorker] / 7 * tables.parameters.responses.agencyAbove.premium
    guard perDay > 0 else { return }
    for index in teams.posts(of: team) where posts[index].isOfManagedTeam && posts[index].cover >= 0 {
      utter(.spentOnPost(post: index, line: .agency, pounds: perDay * posts[index].fte * days))
    }
  }

  /// An agency is asked again for each post that is still empty and was last considered long enough ago.
  mutating func askAgenciesAgain() {
    let every = tables.parameters.responses.askAgain.everyDays
    for index in 0..<posts.count where posts[index].isFunded && posts[index].cover < 0 {
      if now.days(since: posts[index].agencyConsidered) >= every { considerAgency(index) }
    }
  }
}
