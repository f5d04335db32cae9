import Parameters

extension ServiceParameters {
  /// Inspections and a notice that cannot come, or cannot end.
  func inspectionContradictions() -> [Contradiction] {
    inspection.contradictions(of: run) + noticeContradictions() + undeliveredContradictions()
  }

  private func undeliveredContradictions() -> [Contradiction] {
    guard inspection.perUndelivered > 0, !plan.actions.elements.contains(where: \.isPlanned) else {
      return []
    }
    return [
      Idleness("there is no plan to deliver", ["plan.actions"])
        .contradiction(at: "inspection.perUndelivered", "what is undelivered of the plan changes nothing")
    ]
  }

  private func noticeContradictions() -> [Contradiction] {
    guard notice.inForceAtStart || notice.followsInadequate else { return [] }
    var found: [Contradiction] = []
    let planned = plan.actions.elements.filter(\.isPlanned)
    let possible = planned.filter { $0.from <= run.ends }
    let share = planned.isEmpty ? 0 : Double(possible.count) / Double(planned.count)
    if share < notice.deliveredShareAtLeast {
      found.append(
        Contradiction(
          .warning, ["notice.deliveredShareAtLeast"], code: "notice-never-lifted",
          "the notice to improve can never be lifted: it asks for a share of "
            + "\(rounded(notice.deliveredShareAtLeast)) of the plan, and \(rounded(share)) can be delivered",
          help: planned.isEmpty
            ? "plan some actions, or set notice.deliveredShareAtLeast to 0"
            : "begin more actions before \(run.ends), or ask for less"))
    }
    let days = Double(run.ends.dayNumber - run.starts.dayNumber + 1)
    let needed = Double(notice.reviewsNeeded) * notice.reviewEveryDays
    if notice.inForceAtStart, needed >= days {
      found.append(
        Contradiction(
          .warning, ["notice.reviewsNeeded", "notice.reviewEveryDays", "run.ends"],
          code: "notice-outlasts-run",
          "the notice to improve outlasts the run: \(notice.reviewsNeeded) reviews every "
            + "\(rounded(notice.reviewEveryDays)) days need \(rounded(needed)) days, and the run has "
            + rounded(days)))
    }
    if let rate = vacancyRateWithoutSearches, rate > notice.vacancyRateAtMost {
      found.append(
        Contradiction(
          .warning, ["notice.vacancyRateAtMost", "recruitment.perPost"], code: "notice-never-lifted",
          "the notice to improve can never be lifted: a share of \(rounded(rate)) of the posts is vacant at the "
            + "start, nobody is recruited, and \(rounded(notice.vacancyRateAtMost)) is the most allowed"))
    }
    return found
  }

  /// Vacancies at the start over posts that hold cases, where nothing ever fills one; else nil.
  private var vacancyRateWithoutSearches: Double? {
    guard !recruitment.perPost, recruitment.rollingStartersPerYear == 0,
      cohorts.elements.allSatisfy({ $0.people == 0 })
    else { return nil }
    var posts = 0
    var vacant = 0
    for team in workforce.teams.elements {
      for role in Role.allCases where role.holdsCases {
        posts += team.posts[role]
        vacant += min(team.posts[role], team.vacantAtStart[role])
      }
    }
    return posts > 0 ? Double(vacant) / Double(posts) : nil
  }
}

extension InspectionsParameters {
  fileprivate func contradictions(of run: RunParameters) -> [Contradiction] {
    var found: [Contradiction] = []
    if inadequateShare + goodShare > 1 {
      found.append(
        Contradiction(
          .error, ["inspection.goodShare", "inspection.inadequateShare"], code: "sum-above-one",
          "the shares of good and inadequate judgements sum to \(rounded(inadequateShare + goodShare)), above 1"
        ))
    }
    for slot in InspectionSlot.allCases where slots[slot].judgement != .none {
      guard slots[slot].date < run.starts || slots[slot].date > run.ends else { continue }
      found.append(
        Contradiction(
          .warning, ["inspection.\(slot.name).date", "run.starts", "run.ends"], code: "outside-run",
          "the \(slot.spoken) inspection, on \(slots[slot].date), is outside the run and changes nothing"))
    }
    return found + (later.areDrawn ? later.contradictions(of: run) : [])
  }
}

extension LaterInspectionsParameters {
  fileprivate func contradictions(of run: RunParameters) -> [Contradiction] {
    let path = "inspection.later"
    let days = Double(run.ends.dayNumber - run.starts.dayNumber + 1)
    return intervals.flatMap { name, interval -> [Contradiction] in
      guard let law = interval.distribution else { return interval.contradictions(at: "\(path).\(name)") }
      if law.mean < Self.shortestMean {
        return [
          Contradiction(
            .error, ["\(path).\(name).mean"], code: "interval-too-short",
            "inspections \(rounded(law.mean)) days apart are not inspections: "
              + "\(rounded(Self.shortestMean)) days is the least",
            help: "a monitoring visit gives no judgement; leave it out")
        ]
      }
      guard law.mean > days else { return [] }
      return [
        Contradiction(
          .warning, ["\(path).\(name).mean", "run.ends"], code: "interval-beyond-run",
          "the next inspection comes after \(rounded(law.mean)) days on average, beyond a run of "
            + "\(rounded(days)) days")
      ]
    }
  }
}
