/// A fact as a sentence about the person it concerns; nil where it concerns somebody else.
enum Story {
  static func ofChild(_ number: Int, _ fact: Fact) -> String? {
    switch fact {
    case .referred(number, let again):
      return again ? "is referred again, within twelve months of the last referral." : "is referred."
    case .refused(number, let team): return "is turned away: the \(team.spoken) team's list is full."
    case .stageEntered(number, let stage, let band): return entered(stage, band)
    case .stageLeft(number, .lookedAfter, _, _, _, _), .stageLeft(number, .closed, _, _, _, _): return nil
    case .stageLeft(number, let stage, let exit, let days, let workingDays, _):
      let timed = workingDays > 0 ? ", \(workingDays) working days after the clock began" : ""
      return "leaves \(words(stage)) after \(length(days))\(timed): \(words(exit))."
    case .placeAwaited(number, let stage): return "waits for a place in \(words(stage))."
    case .placeTaken(number, let stage, let days):
      return "has a place in \(words(stage)) after waiting \(length(days))."
    case .placeNotFound(number, _, let days): return "has found no place in \(length(days))."
    case .joinedList(number, let team): return "waits on the \(team.spoken) team's unallocated list."
    case .leftList(number, let team): return "leaves the \(team.spoken) team's list without a worker."
    case .allocated(number, let worker, let team, let waited, let fromList, let change):
      let wait = fromList ? " after waiting \(length(waited))" : ""
      return
        "is allocated to worker \(worker) of the \(team.spoken) team\(wait)\(change ? ": a change of worker" : "")."
    case .caseReleased(number, let worker, _): return "is no longer held by worker \(worker)."
    case .caseLent(number, let team, let other, true):
      return "is held by the \(other.spoken) team for the \(team.spoken) team."
    case .careStarted(number, let band): return "enters care, aged \(band.published)."
    case .careEnded(number, let exit, _, let days):
      return "leaves care after \(length(days)): \(words(exit))."
    case .placed(number, let placement, let first):
      return first ? "is placed: \(placement.spoken)." : "moves: \(placement.spoken)."
    case .homeAwaited(number, true): return "waits for a place in a children's home."
    case .needRose(number, let need): return "has higher needs than before: \(need.spoken)."
    case .proceedingsStarted(number): return "becomes subject to care proceedings."
    case .signOffAsked(number): return "waits for the manager's sign-off."
    case .signOffGiven(number, let days): return "is signed off after \(length(days))."
    case .allowanceStarted(number, _): return "'s new family receives an allowance."
    default: return nil
    }
  }

  static func ofWorker(_ number: Int, _ fact: Fact) -> String? {
    switch fact {
    case .workerStarted(number, let placing, let atStart):
      return (atStart ? "is in post at the start" : "starts") + " as \(words(placing))."
    case .allocated(let child, number, _, let waited, let fromList, let change):
      let wait = fromList ? ", who waited \(length(waited))" : ""
      return "takes on child \(child)\(wait)\(change ? ", from a colleague" : "")."
    case .caseReleased(let child, number, _): return "no longer holds child \(child)."
    case .workerPromoted(number, let from, let to):
      return "is promoted from \(person(from.role)) to \(person(to.role))."
    case .noticeGiven(number, _): return "gives notice."
    case .absenceBegan(number, _, let kind):
      return kind == .family ? "begins family leave." : "goes on sick leave."
    case .absenceEnded(number, _, let kind):
      return kind == .family ? "returns from family leave." : "returns from sick leave."
    case .payPointChanged(number, _, let points):
      return points == 1
        ? "moves up a point on the pay scale." : "is paid \(points) points above the bottom of the scale."
    case .supervisionEnded(number, let held): return held ? Supervisions.held : Supervisions.missed
    case .supportedYearBegan(number, _):
      return "begins the supported year of a newly qualified social worker."
    case .supportedYearEnded(number, _): return "completes the supported year, or leaves during it."
    case .agencyStarted(number, let placing): return "arrives from an agency as \(words(placing))."
    case .agencyEnded(number, _, let converted):
      return converted ? "takes the post permanently." : "ends the assignment."
    case .workerLeft(number, _, let tenure, let reason):
      return "leaves after \(rounded((tenure * 10).rounded() / 10)) years with the council: \(reason.spoken)."
    default: return nil
    }
  }

  private static func entered(_ stage: Stage, _ band: AgeBand) -> String? {
    switch stage {
    case .closed: "is closed."
    case .frontDoor: "is at the front door, aged \(band.published)."
    case .lookedAfter: nil
    case .careLeaver: "is supported as a care leaver."
    default: "enters \(words(stage)), aged \(band.published)."
    }
  }

  private static func words(_ placing: Placing) -> String {
    "\(person(placing.role)) (\(rounded(placing.fte)) FTE) in the \(placing.team.spoken) team, "
      + "post \(placing.post)"
  }

  private static func person(_ role: Role) -> String {
    role == .withoutCases ? "social worker without cases" : role.spoken
  }

  private static func words(_ stage: Stage) -> String {
    switch stage {
    case .frontDoor: "the front door"
    case .earlyHelp: "early help"
    case .assessment: "an assessment"
    case .section47: "a section 47 enquiry"
    case .initialConference: "the wait for the initial conference"
    case .childInNeed: "a child in need plan"
    case .childProtectionPlan: "a child protection plan"
    case .lookedAfter: "care"
    case .careLeaver: "support as a care leaver"
    case .closed: "closure"
    }
  }

  private static func words(_ exit: Exit) -> String {
    switch exit {
    case .noFurtherAction: "no further action"
    case .stepDown: "stepped down and closed"
    case .section47: "a section 47 enquiry is opened"
    case .conference: "an initial conference is called"
    case .protectionPlan: "a protection plan is made"
    case .care: "enters care"
    case .turned18: "the eighteenth birthday"
    case .otherEnd: "it comes to an end"
    default: exit.spoken
    }
  }

  private static func length(_ days: Double) -> String {
    if days < 1.0 / 24 { return "no time" }
    let hours = Int((days * 24).rounded())
    if days < 2 { return hours == 1 ? "an hour" : "\(hours) hours" }
    if days < 100 { return "\(Int(days.rounded())) days" }
    if days < 731 { return "\(Int((days / 30.4375).rounded())) months" }
    return "\(rounded((days / 365.25 * 10).rounded() / 10)) years"
  }
}
