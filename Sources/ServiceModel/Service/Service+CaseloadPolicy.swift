/// Teams' norms and caps as they now are.
extension Service {
  /// A policy has changed every team's norm or cap: what depends on it is updated.
  mutating func takeUpCaseloadPolicy() {
    for team in Team.allCases {
      let parameters = tables.parameters.workforce.teams[team]
      teams.setLimits(
        of: team, norm: parameters.caseloadNorm * influences[.caseloadNorm],
        cap: parameters.caseloadCap * influences[.caseloadCap])
    }
    for index in 0..<posts.count where posts[index].role.holdsCases {
      posts[index].setNorm(
        teams[posts[index].team].norm, reference: tables.referenceRatios[posts[index].team],
        leavingElasticity: tables.caseloadElasticity)
      showPost(index)
      for person in [posts[index].worker, posts[index].cover] where person >= 0 {
        refreshHazardOfLoad(Int(person))
        refreshPace(Int(person))
      }
    }
    for team in Team.allCases { serve(team) }
  }
}
