import DiscreteEvents

/// How far one response has come, in one team or in the whole service.
struct ResponseState: BitwiseCopyable {
  enum Phase: UInt8 {
    case off
    /// Decided on, and not in effect yet.
    case coming
    case inForce
  }

  let response: Response
  /// Nil where it is the whole service's.
  let team: Team?
  var phase = Phase.off
  /// When it last began or ended.
  var since = SimulatedTime.zero
  /// Up to when what it costs has been charged.
  var charged = SimulatedTime.zero
  var hasEnded = false
}

/// Management looks at the service at regular reviews and responds to what it sees.
///
/// A response is decided on when its signal reaches the trigger, takes effect after its delay, and ends at a review at
/// which the signal is below where it ends, once it has lasted its least time; or when its most time is over.
extension Service {
  mutating func openResponses() {
    guard tables.responses.isOn else { return }
    for place in 0..<Response.allCases.count where tables.responses.rules[Response.at(place)].isOn {
      let response = Response.at(place)
      guard response.isByTeam else {
        responses.append(ResponseState(response: response, team: nil))
        continue
      }
      for team in Team.allCases where tables.parameters.workforce.teams[team].hasCases {
        responses.append(ResponseState(response: response, team: team))
      }
    }
    managementReview()
  }

  mutating func managementReview() {
    for place in 0..<responses.count { review(place) }
    schedule(.managementReview, 0, at: now.adding(days: tables.responses.reviewEveryDays))
  }

  private mutating func review(_ place: Int) {
    let state = responses[place]
    let rule = tables.responses.rules[state.response]
    let reading = reading(of: rule.signal, state.team)
    switch state.phase {
    case .coming: break
    case .off:
      keepEnding(state)
      let isRested = !state.hasEnded || now.days(since: state.since) >= rule.restDays
      guard reading >= rule.triggerAt, isRested else { return }
      responses[place].phase = .coming
      if rule.delayDays > 0 {
        schedule(.responseBegins, place, at: now.adding(days: rule.delayDays))
      } else {
        responseBegins(place)
      }
    case .inForce:
      charge(place)
      let days = now.days(since: state.since)
      let isOver = rule.mostDays > 0 && days >= rule.mostDays
      if isOver || days >= rule.leastDays && reading < rule.endsBelow {
        responses[place].phase = .off
        responses[place].since = now
        responses[place].hasEnded = true
        utter(.responseChanged(state.response, team: state.team, inForce: false))
        end(state)
      } else {
        keep(state, reading >= rule.triggerAt)
      }
    }
  }

  mutating func responseBegins(_ place: Int) {
    responses[place].phase = .inForce
    responses[place].since = now
    responses[place].charged = now
    utter(.responseChanged(responses[place].response, team: responses[place].team, inForce: true))
    begin(responses[place])
  }

  // MARK: What each does

  private mutating func begin(_ entry: ResponseState) {
    switch (entry.response, entry.team) {
    case (.signOff, _): poolSignOffs()
    case (.managersFirst, _): state.managersComeFirst = true
    case (.agencyAbove, let team?): bringAgency(to: team)
    case (.askAgain, _): askAgenciesAgain()
    case (.lending, let team?): setBorrowing(team, true)
    case (.thresholds, _): state.thresholdsAreRaised = true
    case (.overtime, let team?): setHours(of: team, 1 + tables.parameters.responses.overtime.share)
    case (.managersCarry, let team?): setCarrying(team, true)
    case (.agencyAbove, nil), (.lending, nil), (.overtime, nil), (.managersCarry, nil): break
    }
  }

  private mutating func end(_ entry: ResponseState) {
    switch (entry.response, entry.team) {
    case (.signOff, _): state.signOffIsPooled = false
    case (.managersFirst, _): state.managersComeFirst = false
    case (.agencyAbove, let team?): stopAgency(in: team)
    case (.lending, let team?): setBorrowing(team, false)
    case (.thresholds, _): state.thresholdsAreRaised = false
    case (.overtime, let team?): setHours(of: team, 1)
    case (.managersCarry, let team?): setCarrying(team, false)
    case (.askAgain, _), (.agencyAbove, nil), (.lending, nil), (.overtime, nil), (.managersCarry, nil): break
    }
  }

  /// At each review while it is in force; whether the signal is still at the trigger.
  private mutating func keep(_ entry: ResponseState, _ isNeeded: Bool) {
    switch (entry.response, entry.team) {
    case (.agencyAbove, let team?): if isNeeded { bringAgency(to: team) }
    case (.askAgain, _): askAgenciesAgain()
    default: break
    }
  }

  /// At each review after its end.
  private mutating func keepEnding(_ entry: ResponseState) {
    if entry.response == .agencyAbove, entry.hasEnded, let team = entry.team {
      sendAgencyHome(from: team, since: entry.since)
    }
  }

  // MARK: Costs

  /// Charges what the response has cost since it was last charged.
  private mutating func charge(_ place: Int) {
    let entry = responses[place]
    let days = now.days(since: entry.charged)
    guard days > 0 else { return }
    responses[place].charged = now
    let pounds = tables.responses.rules[entry.response].poundsPerWeek * days / 7
    if pounds > 0 { utter(.spent(line: .programmes, pounds: pounds, events: 1)) }
    guard let team = entry.team else { return }
    if entry.response == .agencyAbove { payPremium(in: team, days: days) }
    if entry.response == .overtime { payOvertime(in: team, days: days) }
  }

  // MARK: What a review sees

  private mutating func reading(of signal: ResponseSignal, _ team: Team?) -> Double {
    switch signal {
    case .vacancyRate: vacancyRate(team)
    case .signOffDays: oldestSignOff(team)
    case .waitingShare, .waitingChildren, .loadRatio: readingOfTeams(signal, team)
    }
  }

  /// Of the team; of the worst team, or of all together for a number of children, where it is the whole service's.
  private mutating func readingOfTeams(_ signal: ResponseSignal, _ only: Team?) -> Double {
    var worst = 0.0
    for place in 0..<Team.allCases.count {
      let team = Team.at(place)
      guard only == nil || only == team else { continue }
      switch signal {
      case .waitingShare: worst = max(worst, waitingShare(team))
      case .waitingChildren: worst += Double(teams.waiting(team))
      default:
        let capacity = state.teams[team].capacity
        if capacity > 0 { worst = max(worst, state.teams[team].load / capacity) }
      }
    }
    return worst
  }

  private mutating func waitingShare(_ team: Team) -> Double {
    let waiting = teams.waiting(team)
    guard waiting > 0 else { return 0 }
    var children = 0
    for place in 0..<Stage.allCases.count where tables.rows[Stage.at(place)].team == team {
      children += state.stageCounts[Stage.at(place)]
    }
    return Double(waiting) / Double(max(children, 1))
  }

  private mutating func vacancyRate(_ team: Team?) -> Double {
    var posted = 0.0
    var vacant = 0.0
    for index in 0..<posts.count where posts[index].role.holdsCases && posts[index].isFunded {
      guard team == nil || posts[index].team == team else { continue }
      posted += posts[index].fte
      if posts[index].worker < 0 { vacant += posts[index].fte }
    }
    return posted > 0 ? vacant / posted : 0
  }
}
