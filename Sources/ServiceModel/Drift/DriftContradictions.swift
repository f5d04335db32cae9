import Parameters

extension ServiceParameters {
  /// What is set of drift and cannot be, or changes nothing.
  func driftContradictions() -> [Contradiction] {
    guard drift.active else { return [] }
    return impossibleDrift() + vainDrift()
  }

  private func impossibleDrift() -> [Contradiction] {
    var found = DriftDriver.allCases.filter { drift.drivers[$0].persistence >= 1 }.map { driver in
      let path = "drift.\(driver.name)"
      return Contradiction(
        .error, ["\(path).persistence"], code: "never-fades",
        "\(path).persistence is 1, so that the council's own deviation never fades",
        help: "give a number below 1; what stays for ever is \(path).nationalSd")
    }
    if drift.correlationRoot() == nil {
      let set = DriftPair.allCases.filter { drift.correlations[$0] != 0 }
      let paths = set.map { "drift.correlations.\($0.name)" }
      found.append(
        Contradiction(
          .error, paths, code: "not-positive-definite",
          "no \(paths.count == 1 ? "two" : "set of") surprises can be correlated like that: the matrix of drift.correlations is not positive definite",
          help: "bring the largest of them nearer to 0"))
    }
    return found
  }

  private func vainDrift() -> [Contradiction] {
    let on = drift.driversOn
    var found: [Contradiction] = []
    if let months = run.months, months > 0 {
      for driver in on where DriftSpan(self, driver).years == 0 {
        let path =
          drift.drivers[driver].from != nil
          ? "drift.\(driver.name).from" : drift.from != nil ? "drift.from" : "run.dataAsOf"
        found.append(
          Contradiction(
            .warning, [path, "run.ends", "drift.\(driver.name)"], code: "outside-run",
            "drift of \(driver.spoken) begins after \(drift.begins(driver, run)), when the run has ended (\(run.ends)), and changes nothing",
            help: "give a day of the run, or leave it out"))
        // One word for all that begin on the same day.
        if drift.drivers[driver].from == nil { break }
      }
    }
    for driver in DriftDriver.allCases {
      let path = "drift.\(driver.name)"
      let terms = drift.drivers[driver]
      if terms.persistence != 0, terms.sd == 0, terms.opening == 0 {
        found.append(
          Idleness("there is no deviation that could last", ["\(path).sd", "\(path).opening"])
            .contradiction(at: "\(path).persistence", "persistence changes nothing"))
      }
      if terms.isOn, let idle = stillness(of: driver) {
        found.append(idle.contradiction(at: path, "the drift of \(driver.spoken) changes nothing"))
      }
    }
    for pair in DriftPair.allCases where drift.correlations[pair] != 0 {
      let (one, two) = pair.drivers
      guard let still = [one, two].first(where: { drift.drivers[$0].sd == 0 }) else { continue }
      found.append(
        Idleness("\(still.spoken) has no surprises", ["drift.\(still.name).sd"])
          .contradiction(
            at: "drift.correlations.\(pair.name)",
            "the correlation of \(one.spoken) with \(two.spoken) changes nothing"))
    }
    return found
  }

  /// Why a driver moves nothing here; nil where it can.
  private func stillness(of driver: DriftDriver) -> Idleness? {
    func ending(_ stage: Stage) -> Idleness? {
      let enters = Stage.open.contains { other in
        Exit.allCases.contains { $0.next == stage && pathway.stages[other].exits[$0] > 0 }
      }
      let isThere = opening.children[stage] > 0 || demand.entry[stage] > 0
      return enters || isThere
        ? nil : Idleness("nobody is ever in \(stage.spoken)", ["pathway", "opening.children"])
    }
    func leads(_ ways: [Exit]) -> Idleness? {
      Stage.open.contains { stage in ways.contains { pathway.stages[stage].exits[$0] > 0 } }
        ? nil : Idleness("no stage leads there", ["pathway"])
    }
    switch driver {
    case .referrals: return idleness(of: .referrals)
    case .careEntryUnder16, .careEntry16plus: return idleness(of: .careEntry)
    case .careExitUnder16, .careExit16plus: return ending(.lookedAfter)
    case .planStarts: return leads([.section47, .conference, .protectionPlan])
    case .planEnds: return ending(.childProtectionPlan)
    case .needStarts: return leads([.childInNeed])
    case .needEnds: return ending(.childInNeed)
    case .leaving: return idleness(of: .leavingHazard)
    case .applicants: return idleness(of: .applicants)
    case .agency: return idleness(of: .agencyDemand)
    case .establishment:
      return Role.allCases.contains { $0.drifts && posts($0) > 0 }
        ? nil : Idleness("there are no posts but practice managers'", ["workforce.teams"])
    case .placementPrices:
      return money.placementPerWeek.elements.contains { $0 > 0 }
        ? nil : Idleness("no placement costs anything", ["money.placementPerWeek"])
    }
  }
}
