import Parameters

extension ServiceParameters {
  /// What does not go together across the groups about staff.
  func staffContradictions() -> [Contradiction] {
    agencyContradictions() + managerContradictions() + promotionContradictions() + heldContradictions()
  }

  /// Days from which on a post that is held is hardly ever filled.
  private static let heldForGood = 3652.5

  private func heldContradictions() -> [Contradiction] {
    guard recruitment.perPost else { return [] }
    return Role.allCases.filter { recruitment.heldDays[$0] > Self.heldForGood }.map { role in
      Contradiction(
        .warning, ["recruitment.heldDays.\(role.name)"], code: "held-for-good",
        "a vacant \(role.spoken) post is held for \(rounded(recruitment.heldDays[role])) days on average: hardly any is ever filled",
        help: "give fewer posts in workforce.teams instead, or hold them for less long")
    }
  }

  private func agencyContradictions() -> [Contradiction] {
    var found: [Contradiction] = []
    let deal = FteDeal(workforce)
    let mean = zip(workforce.fteValues, workforce.fteShares).reduce(0.0) { $0 + $1.0 * $1.1 }
    let establishment = Team.allCases.reduce(0.0) { sum, team in
      Role.allCases.reduce(sum) { $0 + deal.deal(workforce.teams[team].posts[$1]).reduce(0, +) }
    }
    let atStart = agency.atStart.elements.reduce(0, +)
    if Double(atStart) * mean > agency.cap * establishment + 1, atStart > 0 {
      found.append(
        Contradiction(
          .error, ["agency.cap", "agency.atStart"], code: "cap-below-stock",
          "\(atStart) agency staff are at work at the start, but the cap allows only \(rounded(agency.cap * establishment)) FTE",
          help: "raise agency.cap, or lower agency.atStart"))
    }
    for role in Role.allCases {
      let vacant = Team.allCases.reduce(0) { $0 + workforce.teams[$1].vacantAtStart[role] }
      if agency.atStart[role] > vacant {
        found.append(
          Contradiction(
            .warning, ["agency.atStart.\(role.name)"], code: "agency-without-vacancy",
            "\(agency.atStart[role]) agency staff are to cover \(vacant) vacant \(role.spoken) posts at the start; the surplus is left out"
          ))
      }
    }
    return found + standingContradictions()
  }

  /// Agency staff above establishment who could hold nothing, or could not be followed by others.
  private func standingContradictions() -> [Contradiction] {
    var found = Team.allCases.filter { agency.aboveAtStart[$0] > 0 && !workforce.teams[$0].hasCases }.map {
      Contradiction(
        .error, ["agency.aboveAtStart.\($0.name)"], code: "nothing-to-hold",
        "agency staff above establishment are to be in the \($0.spoken) team, which has no posts that hold cases",
        help: "give that team social workers, or put the agency staff into another")
    }
    if agency.renewalShare > 0, agency.aboveAtStart.elements.allSatisfy({ $0 == 0 }) {
      found.append(
        Idleness("no agency staff are above establishment", ["agency.aboveAtStart"])
          .contradiction(at: "agency.renewalShare", "a share of assignments to renew changes nothing"))
    }
    return found
  }

  /// Signatures and supervision without a manager to give them, and managers with more work than time.
  private func managerContradictions() -> [Contradiction] {
    var found: [Contradiction] = []
    let entries = expectedEntriesPerYear(ratio: demand.firstYearRatio)
    for team in Team.allCases {
      let stages = Stage.open.filter {
        pathway.stages[$0].heldBy == team && pathway.stages[$0].signOffHours > 0
      }
      let posts = workforce.teams[team].posts
      let led = posts[.socialWorker] + posts[.seniorPractitioner] + posts[.withoutCases]
      let managers = posts[.practiceManager]
      if managers == 0 {
        let signed = stages.filter { entries[$0.index] > 1e-9 || opening.children[$0] > 0 }
        guard !signed.isEmpty else { continue }
        found.append(
          Contradiction(
            .error,
            ["workforce.teams.\(team.name).posts.practiceManager"]
              + signed.map { "pathway.\($0.name).signOffHours" }, code: "no-manager",
            "the \(team.spoken) team's work must be signed off, but the team has no practice manager post"))
        continue
      }
      let signing = stages.reduce(0.0) { $0 + entries[$1.index] * pathway.stages[$1].signOffHours }
      let talking =
        Double(led) * self.managers.supervisionHours * 365.25 / (self.managers.supervisionEveryDays.last ?? 1)
      let mean = zip(workforce.fteValues, workforce.fteShares).reduce(0.0) { $0 + $1.0 * $1.1 }
      let hours =
        Double(managers) * mean * self.managers.hoursPerWeek * workforce.availability * 365.25 / 7
      let load = (signing + talking) / hours
      if load >= 1 {
        found.append(
          Contradiction(
            .warning, ["managers.hoursPerWeek", "workforce.teams.\(team.name).posts.practiceManager"],
            code: "managers-over-capacity",
            "sign-off and supervision need \(rounded((load * 1000).rounded() / 1000)) times the hours that the \(team.spoken) team's practice managers have; sign-offs wait longer and longer"
          ))
      }
    }
    return found
  }

  /// Everybody rises at once: posts below are only passed through.
  private func promotionContradictions() -> [Contradiction] {
    guard progression.internalManagerShare >= 1, progression.internalSeniorShare >= 1,
      progression.leastYears <= 0
    else { return [] }
    return [
      Contradiction(
        .warning, ["progression.leastYears", "progression.internalManagerShare"], code: "promotion-loop",
        "every senior post is filled from within and a starter may be promoted on the first day, so each promotion opens another vacancy below, without end",
        help: "set progression.leastYears, or let some posts be filled from outside")
    ]
  }
}
