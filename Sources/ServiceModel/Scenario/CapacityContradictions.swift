import Parameters

extension ServiceParameters {
  /// What does not go together across groups: stages without a team to hold them, and teams at or over capacity.
  func capacityContradictions() -> [Contradiction] {
    var found: [Contradiction] = []
    let arrivals = expectedEntriesPerYear(ratio: demand.firstYearRatio)
    for team in Team.allCases {
      let held = Stage.open.filter { pathway.stages[$0].heldBy == team }
      let used = held.filter { arrivals[$0.index] > 1e-9 || opening.children[$0] > 0 }
      let holders =
        workforce.teams[team].posts[.socialWorker] + workforce.teams[team].posts[.seniorPractitioner]
      guard !used.isEmpty else { continue }
      if holders == 0 {
        found.append(
          Contradiction(
            .error,
            ["workforce.teams.\(team.name).posts.socialWorker"]
              + used.map { "pathway.\($0.name).heldBy" }, code: "no-establishment",
            "the \(team.spoken) team holds children \(list(used)) but has no post that may hold cases",
            help: "give the team social worker posts, or let another team (or nobody) hold the stage"))
        continue
      }
      let heaviest = held.map { pathway.stages[$0].weight }.max() ?? 0
      let smallest = (workforce.fteValues.min() ?? 1) * workforce.teams[team].caseloadCap
      if heaviest > smallest {
        found.append(
          Contradiction(
            .warning, ["workforce.teams.\(team.name).caseloadCap"], code: "case-too-heavy",
            "a case of weight \(rounded(heaviest)) is too heavy for the smallest part-time worker in the \(team.spoken) team, whose cap is \(rounded(smallest))"
          ))
      }
      found += loadWarning(team: team, stages: used, arrivals: arrivals, holders: holders)
    }
    let inHouse = Double(opening.children[.lookedAfter]) * opening.placements.shares[.inHouseFostering]
    if fostering.places >= 0, Double(fostering.places) < inHouse.rounded(.down) {
      found.append(
        Contradiction(
          .error,
          ["fostering.places", "opening.children.lookedAfter", "opening.placements.inHouseFostering"],
          code: "places-below-stock",
          "there are \(fostering.places) in-house foster places but about \(rounded(inHouse.rounded())) children in them at the start",
          help: "raise fostering.places, or lower opening.placements.inHouseFostering"))
    }
    found += placements.homes.contradictions(in: self) + adoptionContradictions()
    if pathway.stages[.lookedAfter].heldBy != nil, pathway.stages[.lookedAfter].waitsForWorker {
      found.append(
        Contradiction(
          .warning, ["pathway.lookedAfter.waitsForWorker"], code: "care-waits",
          "a looked-after child without a worker does not move towards leaving care"))
    }
    return found
  }

  /// A warning when the work offered to a team reaches what its full establishment may hold.
  private func loadWarning(team: Team, stages: [Stage], arrivals: [Double], holders: Int) -> [Contradiction] {
    let offered = stages.reduce(0.0) { sum, stage in
      let row = pathway.stages[stage]
      let length = min(row.duration.distribution?.mean ?? 0, daysTo18(of: stage))
      return sum + arrivals[stage.index] / 365.25 * length * row.weight
    }
    let fte = zip(workforce.fteValues, workforce.fteShares).reduce(0.0) { $0 + $1.0 * $1.1 } * Double(holders)
    let capacity = fte * workforce.teams[team].caseloadCap
    guard capacity > 0, offered >= capacity * (1 - 1e-9) else { return [] }
    let ratio = (offered / capacity * 1000).rounded() / 1000
    let verb = ratio > 1 ? "exceeds" : "equals"
    return [
      Contradiction(
        .warning,
        ["workforce.teams.\(team.name).caseloadCap", "workforce.teams.\(team.name).posts.socialWorker"],
        code: "over-capacity",
        "offered load \(verb) capacity in the \(team.spoken) team: \(rounded(offered.rounded())) weighted cases against \(rounded(capacity.rounded())) (rho = \(ratio)); there is no steady state and results depend on the length of the run"
      )
    ]
  }

  /// Days that a stay in care lasts in the steady state of the children looked after at the start, birthdays and all; no
  /// limit for another stage.
  private func daysTo18(of stage: Stage) -> Double {
    guard stage == .lookedAfter, pathway.endsAt18 else { return .infinity }
    let law = openingStays(of: stage)
    let entries = AgeBand.allCases.reduce(0) { $0 + law.entriesPerDay[$1] }
    return entries > 0 ? 1 / entries : .infinity
  }

  /// Yearly entries to each stage in the steady state, by solving the exit flows (returns left out).
  ///
  /// - Parameter ratio: referrals over `demand.referralsPerYear`.
  func expectedEntriesPerYear(ratio: Double = 1) -> [Double] {
    let referred = demand.referralsPerYear * ratio
    let outside = Stage.allCases.map { referred * (1 - demand.repeatShare) * demand.entry[$0] }
    var flow = outside
    for _ in 0..<200 {
      var next = outside
      for stage in Stage.open where flow[stage.index] > 0 {
        for exit in Exit.allCases where exit.next != .closed {
          next[exit.next.index] += flow[stage.index] * pathway.stages[stage].exits[exit]
        }
      }
      let change = zip(next, flow).reduce(0) { max($0, abs($1.0 - $1.1)) }
      flow = next
      if change < 1e-9 { break }
    }
    return flow
  }

  private func list(_ stages: [Stage]) -> String { stages.map(\.spoken).joined(separator: ", ") }
}
