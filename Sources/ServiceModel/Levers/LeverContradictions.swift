import Parameters

extension ServiceParameters {
  /// Levers and shocks that end before they start, miss the run, cost money for nothing, or need what is not there.
  func leverContradictions() -> [Contradiction] {
    let groups = [("levers", levers.all), ("shocks", shocks.all)]
    return groups.flatMap { group, all in
      all.flatMap { name, lever in
        let path = "\(group).\(name)"
        let dates = dateContradictions(of: lever, name, at: path)
        let isInRun = lever.isOn && dates.isEmpty
        return dates + (isInRun ? idleContradictions(of: lever, name, at: path) : [])
          + lever.contradictions(in: self)
      }
    }
  }

  private func dateContradictions(
    of lever: any DatedLever, _ name: String, at path: String
  ) -> [Contradiction] {
    if lever.dates.until < lever.dates.from {
      return [
        Contradiction(
          .error, ["\(path).until", "\(path).from"], code: "ends-before-start",
          "\(name) ends on \(lever.dates.until), before it starts on \(lever.dates.from)")
      ]
    }
    guard lever.isOn, lever.dates.from > run.ends || lever.dates.until < run.starts else { return [] }
    return [
      Contradiction(
        .warning, ["\(path).from", "\(path).until", "run.ends"], code: "outside-run",
        "\(name) falls outside the run from \(run.starts) to \(run.ends) and has no effect",
        help: "set \(path).from to a day of the run, or to start, which is the first day of any run")
    ]
  }

  /// What of a lever that is on can move nothing here.
  private func idleContradictions(
    of lever: any DatedLever, _ name: String, at path: String
  ) -> [Contradiction] {
    let moved = lever.effects.filter { $0.ratio != 1 }
    guard lever.doesMore || !moved.isEmpty else {
      return [
        Contradiction(
          .warning, ["\(path).poundsPerYear", "\(path).poundsAtStart"], code: "costs-only",
          "\(name) costs money but changes nothing",
          help: "set what it is to change, or take its cost away")
      ]
    }
    let influenced = moved.compactMap { effect in
      idleness(of: effect.influence).map { (name: effect.name, idleness: $0) }
    }
    return (influenced + lever.idleness(in: self)).map { part, idleness in
      idleness.contradiction(at: "\(path).\(part)", "\(name) changes nothing by its \(part)")
    }
  }

  /// What else is set that can move nothing here: effects of the plan's actions, of judgements and of the notice, and
  /// cohorts without posts.
  func idleContradictions() -> [Contradiction] {
    planIdleness() + inspectionIdleness() + cohortIdleness()
  }

  private func planIdleness() -> [Contradiction] {
    ActionSlot.allCases.compactMap { slot in
      let action = plan.actions[slot]
      guard action.isPlanned, action.ratio != 1, let influence = action.effect.influence else { return nil }
      return idleness(of: influence)?.contradiction(
        at: "plan.actions.\(slot.name).effect", "\(slot.spoken) changes nothing once it is delivered")
    }
  }

  private func inspectionIdleness() -> [Contradiction] {
    func isGiven(_ judgement: Judgement) -> Bool {
      inspection.later.areDrawn
        || inspection.slots.elements.contains { $0.judgement == judgement || $0.judgement == .drawn }
    }
    var found: [Contradiction] = []
    let judgements = [
      ("inadequate", inspection.inadequate, Judgement.inadequate),
      ("requiresImprovement", inspection.requiresImprovement, .requiresImprovement),
    ]
    for (name, effects, judgement) in judgements
    where effects.effects.contains(where: { $0.ratio != 1 }) && !isGiven(judgement) {
      let missing = Idleness("no inspection can give that judgement", ["inspection.first.judgement"])
      found.append(missing.contradiction(at: "inspection.\(name)", "the effects of a judgement are set"))
    }
    let follows = notice.followsInadequate && isGiven(.inadequate)
    if notice.leavingHazardRatio != 1 || notice.applicantsRatio != 1, !notice.inForceAtStart, !follows {
      let missing = Idleness(
        "there can be no notice", ["notice.inForceAtStart", "notice.followsInadequate"])
      found.append(missing.contradiction(at: "notice", "the effects of a notice to improve are set"))
    }
    return found
  }

  private func cohortIdleness() -> [Contradiction] {
    CohortRoute.allCases.compactMap { route in
      let cohort = cohorts[route]
      let role: Role = cohort.role == .socialWorker ? .socialWorker : .seniorPractitioner
      guard cohort.people > 0, posts(role) == 0 else { return nil }
      return Idleness("there is no post of that kind", ["workforce.teams.protection.posts.\(role.name)"])
        .contradiction(at: "cohorts.\(route.name).people", "people come as \(role.spoken)s")
    }
  }
}
