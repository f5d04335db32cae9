import Dates
import Parameters

extension ServiceParameters {
  /// Values of which each is allowed, but which are of councils of different sizes, or of different times.
  func scaleContradictions() -> [Contradiction] {
    populationContradictions() + stockContradictions() + dateContradictions()
  }

  /// Whether somebody has said how many children live in the council.
  private var knowsPopulation: Bool {
    demand.population != DemandParameters().population || !demand.populationByYear.isEmpty
  }

  /// Children aged 0-17 in the first year.
  private var firstPopulation: Double { demand.populationByYear.first ?? demand.population }

  private func populationContradictions() -> [Contradiction] {
    var found: [Contradiction] = []
    if let first = demand.populationByYear.first {
      let ratio = first / demand.population
      if ratio > 1.5 || ratio < 1 / 1.5 {
        let isSlip = !DemandParameters.mostMismatch.contains(ratio)
        found.append(
          Contradiction(
            isSlip ? .error : .warning, ["demand.population", "demand.populationByYear"],
            code: "population-mismatch",
            "\(rounded(demand.population)) children live there at the start, but \(rounded(first)) in the first year: "
              + "referrals would be multiplied by \(rounded((ratio * 1000).rounded() / 1000))",
            help: "give both for the same council, in children"))
        if isSlip { return found }
      }
    }
    guard knowsPopulation else { return found }
    let population = firstPopulation
    let referred = demand.referralsPerYear / demand.population * 10_000
    if referred > 0, referred < 50 || referred > 3000 {
      found.append(
        Contradiction(
          .warning, ["demand.referralsPerYear", "demand.population"], code: "referral-rate",
          "\(rounded(demand.referralsPerYear)) referrals a year from \(rounded(demand.population)) children are "
            + "\(rounded(referred.rounded())) per 10,000; English councils have about 200 to 1,300",
          help: "check that both are of the same council and year"))
    }
    let inCare = opening.children[.lookedAfter]
    let rate = Double(inCare) / population * 10_000
    if inCare > 0, rate < 10 || rate > 300 {
      found.append(
        Contradiction(
          .warning, ["opening.children.lookedAfter", "demand.population", "demand.populationByYear"],
          code: "looked-after-rate",
          "\(inCare) children looked after of \(rounded(population)) are \(rounded((rate * 10).rounded() / 10)) per 10,000; "
            + "English councils have about 25 to 230",
          help: "check that both are of the same council"))
    }
    return found
  }

  /// Children at the start against those who come, and against those who hold them.
  private func stockContradictions() -> [Contradiction] {
    var found: [Contradiction] = []
    let arrivals = expectedEntriesPerYear(ratio: demand.firstYearRatio)
    for stage in Stage.open where opening.children[stage] >= 50 {
      let there = Double(opening.children[stage])
      let years = (pathway.stages[stage].duration.distribution?.mean ?? 0) / 365.25
      let steady = arrivals[stage.index] * years
      guard steady > 0, there / steady > 20 || steady / there > 20 else { continue }
      found.append(
        Contradiction(
          .warning,
          ["opening.children.\(stage.name)", "demand.referralsPerYear", "pathway.\(stage.name).duration"],
          code: "stock-against-flow",
          "\(rounded(there)) children in \(stage.spoken) at the start, but those who come and how long they stay make "
            + "about \(rounded(steady.rounded()))",
          help: "check that the start, the referrals and the lengths are of the same council"))
    }
    for team in Team.allCases {
      let parameters = workforce.teams[team]
      let held = Stage.open.filter { pathway.stages[$0].heldBy == team }
        .reduce(0.0) { $0 + Double(opening.children[$1]) * pathway.stages[$1].weight }
      let posts = parameters.posts[.socialWorker] + parameters.posts[.seniorPractitioner]
      let room = Double(posts) * parameters.caseloadCap
      guard posts > 0, held > 3 * room else { continue }
      found.append(
        Contradiction(
          .warning,
          ["workforce.teams.\(team.name).posts.socialWorker", "workforce.teams.\(team.name).caseloadCap"],
          code: "children-beyond-posts",
          "the \(team.spoken) team has \(rounded(held)) weighted cases at the start, and room for \(rounded(room)) with "
            + "every post filled", help: "check that the posts and the children are of the same council"))
    }
    return found
  }

  private func dateContradictions() -> [Contradiction] {
    var found: [Contradiction] = []
    let usual = RunParameters().dataAsOf
    // A short look at the beginning of a run is no mistake.
    let years = Double(run.dataAsOf.dayNumber - run.ends.dayNumber) / 365.25
    if years > 3, run.dataAsOf != usual {
      let isFar = years > 10
      found.append(
        Contradiction(
          isFar ? .error : .warning, ["run.dataAsOf", "run.ends"], code: "data-after-run",
          "the newest figure is of \(run.dataAsOf), after the end of the run on \(run.ends)",
          help: "run.dataAsOf is the last day that the newest figure describes"))
    }
    let planned = ActionSlot.allCases.filter { plan.actions[$0].isPlanned }
    let late = planned.filter { plan.actions[$0].from > run.ends }
    if let first = late.first {
      found.append(
        Contradiction(
          .warning, late.map { "plan.actions.\($0.name).from" } + ["run.ends"], code: "outside-run",
          "\(late.count == 1 ? "\(first.spoken) begins" : "\(late.count) actions of the plan begin") after the run ends on "
            + "\(run.ends)", help: "move the plan's dates, or leave those actions out"))
    }
    let past = planned.filter { plan.actions[$0].due < run.starts }
    if let first = past.first, past.count == planned.count {
      found.append(
        Contradiction(
          .warning, past.map { "plan.actions.\($0.name).due" } + ["run.starts"], code: "outside-run",
          "every action of the plan was due before the run starts on \(run.starts), \(first.spoken) on "
            + "\(plan.actions[first].due)", help: "move the plan's dates to the run, or leave the plan out"))
    }
    return found
  }
}
