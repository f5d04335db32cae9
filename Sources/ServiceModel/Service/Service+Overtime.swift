/// Longer hours and thresholds: what responses do to work and to those who do it.
extension Service {
  /// The team works so many hours, relative to the usual ones, from now on.
  mutating func setHours(of team: Team, _ hours: Double) {
    state.teams[team].hours = hours
    for index in teams.posts(of: team) where posts[index].role.holdsCases {
      for person in [posts[index].worker, posts[index].cover] where person >= 0 {
        refreshPace(Int(person))
        refreshHazard(Int(person))
      }
    }
    serve(team)
  }

  /// Pays those at work in the team for the hours beyond the usual ones.
  mutating func payOvertime(in team: Team, days: Double) {
    let overtime = tables.parameters.responses.overtime
    let money = tables.parameters.money
    let part = overtime.share * overtime.payRatio * days
    for index in teams.posts(of: team) where posts[index].role.holdsCases && posts[index].holder >= 0 {
      let role = posts[index].role
      let isAgency = workers[Int(posts[index].holder)].isAgency
      let perDay =
        isAgency
        ? tables.parameters.agency.perWeek[role] / 7 : money.salary[role] * (1 + money.onCostShare) / 365.25
      let pounds = perDay * posts[index].fte * part
      let line = isAgency ? BudgetLine.agency : BudgetLine(role: role)
      if pounds > 0 { utter(.spentOnPost(post: index, line: line, pounds: pounds)) }
    }
  }

  /// A child who would have gone from the front door to an assessment may not, while thresholds are higher.
  mutating func raiseThreshold(_ child: Int, _ stage: Stage, visit: UInt32) {
    guard stage == .frontDoor, children[child].exit == .assessment else { return }
    let thresholds = tables.parameters.responses.thresholds
    let stream = streams.stream(.threshold, entity: children[child].key, occurrence: visit)
    guard stream.bernoulli(thresholds.share) else { return }
    children[child].exit = stream.bernoulli(thresholds.earlyHelpShare) ? .earlyHelp : .noFurtherAction
  }
}
