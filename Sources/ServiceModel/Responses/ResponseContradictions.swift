import Parameters

extension ServiceParameters {
  /// Responses that come and go at once, can never begin, begin at the start, or go against something else.
  func responseContradictions() -> [Contradiction] {
    responses.all.filter(\.response.terms.isOn).flatMap { key, response in
      let path = "responses.\(key.name)"
      return contradictions(of: response.terms, at: path, key.spoken)
        + response.contradictions(in: self, at: path)
    }
  }

  private func contradictions(of terms: ResponseTerms, at path: String, _ name: String) -> [Contradiction] {
    var found: [Contradiction] = []
    if terms.triggerAt > 0, terms.endsBelow >= terms.triggerAt {
      found.append(
        Contradiction(
          .error, ["\(path).endsBelow", "\(path).triggerAt"], code: "ends-at-trigger",
          "\(name) would end below \(rounded(terms.endsBelow)), where it has begun at \(rounded(terms.triggerAt)): it would come and go",
          help: "lower endsBelow, or raise triggerAt"))
    }
    if terms.mostDays > 0, terms.leastDays > terms.mostDays {
      found.append(
        Contradiction(
          .error, ["\(path).leastDays", "\(path).mostDays"], code: "least-above-most",
          "\(name) is to last at least \(rounded(terms.leastDays)) and at most \(rounded(terms.mostDays)) days"
        ))
    }
    if terms.delayDays > Double(run.ends.dayNumber - run.starts.dayNumber) {
      found.append(never(path, "\(name) would take effect after the run ends", ["delayDays", "triggerAt"]))
    }
    let isShare = terms.signal == .waitingShare || terms.signal == .vacancyRate
    if isShare, terms.triggerAt > 1 {
      found.append(
        never(
          path, "\(name) waits for a share of \(rounded(terms.triggerAt)), above 1", ["triggerAt", "signal"]))
    }
    if terms.signal == .signOffDays, terms.triggerAt > 0,
      pathway.stages.elements.allSatisfy({ $0.signOffHours == 0 })
    {
      found.append(never(path, "\(name) waits for sign-offs, and no stage is signed off", ["signal"]))
    }
    if terms.triggerAt > 0, let atStart = opening(of: terms.signal), atStart >= terms.triggerAt {
      found.append(
        Contradiction(
          .warning, ["\(path).triggerAt", "\(path).signal"], code: "triggers-at-start",
          "\(name) is triggered on the first day: the reading is \(rounded((atStart * 1000).rounded() / 1000)), the trigger \(rounded(terms.triggerAt))",
          help: "raise triggerAt, or set it to 0 for a standing arrangement"))
    }
    return found
  }

  private func never(_ path: String, _ message: String, _ names: [String]) -> Contradiction {
    Contradiction(.warning, names.map { "\(path).\($0)" }, code: "never-triggers", message)
  }

  /// What the signal reads at the start, where the opening says it: vacancies, and the load of the worst team.
  private func opening(of signal: ResponseSignal) -> Double? {
    let holders: [Role] = [.socialWorker, .seniorPractitioner]
    switch signal {
    case .vacancyRate:
      let teams = workforce.teams.elements
      let posts = teams.reduce(0) { sum, team in holders.reduce(sum) { $0 + team.posts[$1] } }
      let vacant = teams.reduce(0) { sum, team in holders.reduce(sum) { $0 + team.vacantAtStart[$1] } }
      return posts > 0 ? Double(vacant) / Double(posts) : nil
    case .loadRatio:
      let fte = zip(workforce.fteValues, workforce.fteShares).reduce(0.0) { $0 + $1.0 * $1.1 }
      return Team.allCases.compactMap { team -> Double? in
        let parameters = workforce.teams[team]
        let there = holders.reduce(0) { $0 + parameters.posts[$1] - parameters.vacantAtStart[$1] }
        guard there > 0 else { return nil }
        let load = Stage.open.filter { pathway.stages[$0].heldBy == team }
          .reduce(0.0) { $0 + Double(opening.children[$1]) * pathway.stages[$1].weight }
        return load / (Double(there) * fte * parameters.caseloadNorm)
      }.max()
    case .waitingShare, .waitingChildren, .signOffDays: return nil
    }
  }
}
