import Parameters

/// The load from which the effects of load are counted.
extension ServiceParameters {
  /// Weighted cases of one FTE at which no effect of load changes anything, by team: as the scenario says, or else what
  /// each carries in the opening position; the norm where a team opens without cases or without staff.
  ///
  /// A number of the scenario, with no chance in it: the opening's cases over the capacity that is expected at work. What is
  /// laid over a scenario does not move it: see `keptLoads`.
  func referenceLoads() -> Keyed<Team, Double> {
    let opening = openingLoads()
    return Keyed { team in
      let parameters = workforce.teams[team]
      return parameters.referenceLoad > 0
        ? parameters.referenceLoad : opening[team] * parameters.referenceRatio
    }
  }

  /// The reference load of each team, as the change of what each carries in the opening position: rates were observed at
  /// the load of the scenario itself, whatever an overlay makes of its opening. So posts that an overlay adds relieve
  /// workers, and children whom it adds burden them.
  ///
  /// - Parameter original: the scenario that this one varies.
  /// - Returns: nothing for a team whose reference load is set in either, or is the same in both.
  func keptLoads(of original: ServiceParameters) -> [(path: String, value: Value)] {
    let (before, after) = (original.openingLoads(), openingLoads())
    return Team.allCases.compactMap { team in
      let (old, new) = (original.workforce.teams[team], workforce.teams[team])
      guard old.referenceLoad == 0, new.referenceLoad == 0, before[team] != after[team], after[team] > 0,
        old.referenceRatio == new.referenceRatio
      else { return nil }
      let ratio = min(max(old.referenceRatio * before[team] / after[team], 0.001), 1000)
      return ("workforce.teams.\(team.name).referenceRatio", .number(ratio))
    }
  }

  /// Weighted cases of one FTE in the opening position, by team; the norm where a team opens without cases or without staff.
  private func openingLoads() -> Keyed<Team, Double> {
    let capacity = openingCapacity()
    let cases = openingCases()
    return Keyed { team in
      let parameters = workforce.teams[team]
      guard cases[team] > 0, capacity[team] > 0 else { return parameters.caseloadNorm }
      return min(cases[team] / capacity[team], parameters.caseloadCap)
    }
  }

  /// Weighted cases at the start, by the team that holds them.
  private func openingCases() -> Keyed<Team, Double> {
    var cases = Keyed<Team, Double>(repeating: 0)
    for stage in Stage.open {
      guard let team = pathway.stages[stage].heldBy else { continue }
      cases[team] += Double(opening.children[stage]) * pathway.stages[stage].weight
    }
    return cases
  }

  /// Full caseloads that those at work at the start can carry, in FTE: posts in the order in which they are filled, agency
  /// staff in vacant ones and above establishment, less absence, the protected year and mentors' time.
  private func openingCapacity() -> Keyed<Team, Double> {
    let deal = FteDeal(workforce)
    let there = 1 / (1 + absence.yearsAway)
    var capacity = Keyed<Team, Double>(repeating: 0)
    for role in Role.allCases where role.holdsCases {
      var filled: [(team: Team, fte: Double)] = []
      var vacant: [(team: Team, fte: Double)] = []
      for team in Team.allCases {
        let parameters = workforce.teams[team]
        for (number, fte) in deal.deal(parameters.posts[role]).enumerated() {
          let isVacant = Spread(parameters.vacantAtStart[role], over: parameters.posts[role])[number]
          if isVacant { vacant.append((team, fte)) } else { filled.append((team, fte)) }
        }
      }
      for post in filled { capacity[post.team] += post.fte * there }
      let agencyStaff = Spread(agency.atStart[role], over: vacant.count)
      for (number, post) in vacant.enumerated() where agencyStaff[number] {
        capacity[post.team] += post.fte * agency.capacity
      }
      for team in Team.allCases {
        capacity[team] += Double(agency.standing(in: team, role)) * agency.capacity
      }
      guard role == .socialWorker else { continue }
      let beginners = Spread(newlyQualified.atStart, over: filled.count)
      for (number, post) in filled.enumerated() where beginners[number] {
        capacity[post.team] -= post.fte * there * (1 - newlyQualified.meanCaseload)
        capacity[post.team] -= newlyQualified.mentorFte
      }
    }
    return capacity
  }
}

/// So many of a number of places, spread evenly over them.
struct Spread {
  let wanted: Int
  let places: Int

  init(_ wanted: Int, over places: Int) {
    self.wanted = min(wanted, places)
    self.places = places
  }

  /// Whether the place of that number, from 0, is one of them.
  subscript(number: Int) -> Bool {
    places > 0 && (number + 1) * wanted / places > number * wanted / places
  }
}

extension AbsenceParameters {
  /// Time away over time there, in the steady state at the reference load.
  var yearsAway: Double {
    kinds.elements.map(AbsenceRow.init).reduce(0) { $0 + $1.perYear * $1.length.mean / 365.25 }
  }
}

extension NewlyQualifiedParameters {
  /// Share of a full caseload, averaged over the supported year.
  var meanCaseload: Double {
    guard let last = caseloadMonths.last else { return 1 }
    let months = (0..<supportMonths).map { $0 < caseloadMonths.count ? caseloadMonths[$0] : last }
    return months.reduce(0, +) / Double(months.count)
  }
}
