/// Posts that are kept ready for an establishment that grows by drift.
extension ServiceParameters {
  /// Posts of a role that a team does not have at the start and may get by drift: as many as lie three standard
  /// deviations above the trend at the end of the run, which fewer than 2 paths in 1,000 exceed.
  func postsForDrift(_ team: Team, _ role: Role) -> Int {
    let posts = workforce.teams[team].posts[role]
    guard posts > 0, role.drifts, drift.active, drift.drivers[.establishment].isOn else { return 0 }
    let all = Team.allCases.reduce(0) { sum, team in
      Role.allCases.reduce(sum) { $0 + ($1.drifts ? workforce.teams[team].posts[$1] : 0) }
    }
    let most = (Double(all) * highestEstablishment()).rounded(.up) / Double(all)
    return max(0, Int((Double(posts) * most).rounded(.up)) - posts)
  }

  /// What the establishment is multiplied by at most.
  private func highestEstablishment() -> Double {
    let terms = drift.drivers[.establishment]
    var (own, shared, kept, highest) = (0.0, 0.0, terms.opening, terms.opening)
    for year in 1...max(1, DriftSpan(self, .establishment).years) {
      own = own * terms.persistence * terms.persistence + terms.sd * terms.sd
      shared += terms.nationalSd * terms.nationalSd
      kept *= terms.persistence
      highest = max(highest, kept + terms.trend * Double(year) + 3 * (own + shared).squareRoot())
    }
    return exponential(min(highest, 3))
  }
}
