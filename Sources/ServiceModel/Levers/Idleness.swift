import Parameters

/// Why something that is set can change nothing in a scenario: what is missing, and where it would be set.
struct Idleness: Sendable {
  /// A clause that stands after `because`.
  let because: String
  let paths: [String]

  init(_ because: String, _ paths: [String]) {
    self.because = because
    self.paths = paths
  }

  func contradiction(at path: String, _ what: String) -> Contradiction {
    Contradiction(
      .warning, [path] + paths, code: "nothing-to-move", "\(what), because \(because)",
      help: "set what is missing, or leave this out")
  }
}

extension ServiceParameters {
  /// Posts of a role in all teams, those among them that a lever adds.
  func posts(_ role: Role) -> Int {
    Team.allCases.reduce(0) { $0 + workforce.teams[$1].posts[role] + levers.extraPosts.added(to: $1, role) }
  }

  var postsThatHoldCases: Int { Role.allCases.reduce(0) { $0 + ($1.holdsCases ? posts($1) : 0) } }

  /// Why an influence moves nothing here; nil where it can.
  func idleness(of influence: Influence) -> Idleness? {
    switch influence {
    case .leavingHazard, .applicants, .acceptance, .recruitmentSteps, .absence, .pay, .managerHours,
      .caseloadNorm, .caseloadCap, .recruitmentCapacity:
      idlenessOfStaff(influence)
    case .agencyDemand, .agencyPrice, .agencyCap, .conversion: idlenessOfAgencies(influence)
    case .engagement:
      Partner.allCases.contains { partnership.partners[$0].rates.sum > 0 }
        ? nil : Idleness("no partner's engagement ever changes", ["partnership.partners"])
    case .planHours:
      plan.hasActions ? nil : Idleness("there is no improvement plan", ["plan.actions"])
    case .referrals, .assessmentLength, .moves, .fosterApprovals, .placementPrice, .protection, .careEntry,
      .earlyHelpUptake, .earlyHelpPlaces, .reunification, .permanence:
      idlenessOfChildren(influence)
    }
  }

  private func idlenessOfStaff(_ influence: Influence) -> Idleness? {
    guard Role.allCases.contains(where: { posts($0) > 0 }) else {
      return Idleness("there are no posts", ["workforce.teams"])
    }
    let leaves = leaving.perYear.elements.contains { $0 > 0 }
    let hasRounds = recruitment.perPost && !recruitment.everyRoundFills
    switch influence {
    case .leavingHazard: return leaves ? nil : Idleness("nobody ever leaves", ["leaving.perYear"])
    case .applicants, .acceptance:
      return hasRounds
        ? nil
        : Idleness(
          "posts are not filled by rounds that depend on applicants",
          ["recruitment.everyRoundFills", "recruitment.perPost"])
    case .recruitmentSteps:
      let takesTime = recruitment.steps.elements.contains { ($0.distribution?.mean ?? 0) > 0 }
      return recruitment.perPost && takesTime
        ? nil : Idleness("recruitment takes no time", ["recruitment.steps", "recruitment.perPost"])
    case .recruitmentCapacity:
      return recruitment.perPost && recruitment.roundsAtOnce > 0
        ? nil
        : Idleness(
          "there is no limit on the posts in recruitment",
          ["recruitment.roundsAtOnce", "recruitment.perPost"])
    case .absence:
      return absence.kinds.elements.contains { $0.perYear > 0 }
        ? nil : Idleness("nobody is ever away", ["absence"])
    case .pay:
      let moves = (leaves && leaving.payElasticity > 0) || (hasRounds && recruitment.payElasticity > 0)
      return moves
        ? nil
        : Idleness(
          "neither leaving nor applicants depend on pay",
          ["leaving.payElasticity", "recruitment.payElasticity"])
    case .managerHours:
      guard posts(.practiceManager) > 0 else {
        return Idleness("there is no practice manager post", ["workforce.teams"])
      }
      let isAsked =
        managers.isUsed || (plan.doneBy == .desks && plan.hasActions)
        || pathway.stages.elements.contains { $0.signOffHours > 0 }
      return isAsked
        ? nil
        : Idleness(
          "nothing takes practice managers' time", ["managers.supervisionHours", "managers.interviewHours"])
    default:
      let isHeld = Stage.open.contains { pathway.stages[$0].heldBy != nil }
      return postsThatHoldCases > 0 && isHeld
        ? nil : Idleness("nobody holds cases", ["workforce.teams", "pathway"])
    }
  }

  private func idlenessOfAgencies(_ influence: Influence) -> Idleness? {
    let asked = Role.allCases.filter { agency.coverShare[$0] > 0 && posts($0) > 0 }
    guard !asked.isEmpty || agency.atStart.elements.contains(where: { $0 > 0 }) else {
      return Idleness("no agency is ever asked", ["agency.coverShare"])
    }
    switch influence {
    case .agencyDemand where asked.isEmpty: return Idleness("no agency is ever asked", ["agency.coverShare"])
    case .agencyPrice where agency.perWeek.elements.allSatisfy({ $0 == 0 }):
      return Idleness("agency staff cost nothing", ["agency.perWeek"])
    case .agencyCap where agency.cap == 0: return Idleness("no agency staff are allowed", ["agency.cap"])
    case .conversion where agency.conversionShare == 0:
      return Idleness("no assignment ever ends in a permanent post", ["agency.conversionShare"])
    default: return nil
    }
  }

  private func idlenessOfChildren(_ influence: Influence) -> Idleness? {
    let stages = Stage.open.map { pathway.stages[$0] }
    func leads(by influence: Influence) -> Bool {
      stages.contains { stage in Exit.allCases.contains { $0.tilt == influence && stage.exits[$0] > 0 } }
    }
    switch influence {
    case .referrals:
      return demand.referralsPerYear > 0
        ? nil : Idleness("there are no referrals", ["demand.referralsPerYear"])
    case .assessmentLength:
      let mean = pathway.stages[.assessment].duration.distribution?.mean ?? 0
      return mean > 0 ? nil : Idleness("assessments take no time", ["pathway.assessment.duration"])
    case .moves:
      return placements.movesPerYear.sum > 0
        ? nil : Idleness("nobody moves between placements", ["placements.movesPerYear"])
    case .fosterApprovals:
      return fostering.places >= 0 && fostering.recruitedPerYear > 0
        ? nil
        : Idleness(
          "in-house foster places are not limited, or no households are approved",
          ["fostering.places", "fostering.recruitedPerYear"])
    case .placementPrice:
      return Placement.allCases.contains {
        BudgetLine(placement: $0).isPurchased && money.placementPerWeek[$0] > 0
      }
        ? nil : Idleness("purchased placements cost nothing", ["money.placementPerWeek"])
    case .careEntry:
      return leads(by: influence) || stages.contains { $0.emergencyEntryPerYear > 0 }
        ? nil : Idleness("no stage leads to care", ["pathway"])
    case .earlyHelpPlaces:
      return pathway.stages[.earlyHelp].places > 0
        ? nil
        : Idleness("places in early help are not limited, or there are none", ["pathway.earlyHelp.places"])
    case .reunification, .permanence:
      let exits = pathway.stages[.lookedAfter].exits
      return Exit.allCases.contains { $0.hazard == influence && exits[$0] > 0 }
        ? nil : Idleness("no child leaves care by that way", ["pathway.lookedAfter.exits"])
    case .earlyHelpUptake:
      return leads(by: influence) ? nil : Idleness("no stage leads to early help", ["pathway"])
    default: return leads(by: influence) ? nil : Idleness("no stage leads to protection", ["pathway"])
    }
  }
}
