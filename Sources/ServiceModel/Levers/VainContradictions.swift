import Dates
import Parameters

extension ServiceParameters {
  /// What is set, and changes nothing because something else that it belongs to is off, or is not as it should be.
  func vainContradictions() -> [Contradiction] {
    offContradictions() + vainDates() + vainWaits() + vainInspections() + vainAges() + vainTerms()
  }

  // MARK: What is off

  /// Levers, shocks and responses that are off, of which something is set all the same: one warning for each.
  private func offContradictions() -> [Contradiction] {
    let plain = ServiceParameters()
    var set: [String: [String]] = [:]
    for parameter in Self.switched where parameter.read(self) != parameter.read(plain) {
      set[parameter.path.split(separator: ".").prefix(2).joined(separator: "."), default: []].append(
        parameter.path)
    }
    let levers = [("levers", levers.all), ("shocks", shocks.all)].flatMap { group, all in
      all.map { (path: "\(group).\($0.name)", name: $0.name, isOn: $0.lever.isOn, by: [String]()) }
    }
    let responses = responses.all.map {
      (
        path: "responses.\($0.key.name)", name: $0.key.spoken, isOn: $0.response.terms.isOn,
        by: ["responses.\($0.key.name).isOn"]
      )
    }
    return (levers + responses).compactMap { one in
      guard !one.isOn, let paths = set[one.path], let first = paths.first else { return nil }
      let others = paths.count == 1 ? "" : " and \(paths.count - 1) more"
      return Contradiction(
        .warning, [first] + one.by, code: "set-in-vain",
        "\(first)\(others) set, but \(one.name) is off and changes nothing",
        help: one.by.isEmpty
          ? "set what it is to change, or leave this out" : "set \(one.by[0]) to true, or leave this out")
    }
  }

  private static let switched = table.filter { parameter in
    ["levers.", "shocks.", "responses."].contains { parameter.path.hasPrefix($0) }
  }

  // MARK: Dates

  /// Levers and shocks without a first day, and other dates after the end of the run.
  private func vainDates() -> [Contradiction] {
    let undated = [("levers", levers.all), ("shocks", shocks.all)].flatMap { group, all in
      all.filter { $0.lever.isOn && $0.lever.dates.from == LeverDates().from }.map { name, _ in
        Contradiction(
          .warning, ["\(group).\(name).from", "\(group).\(name)"], code: "no-dates",
          "\(name) has no first day, so it is on from the start of the run", help: "set \(group).\(name).from"
        )
      }
    }
    let shapes = [("levers", levers.all), ("shocks", shocks.all)].flatMap { group, all in
      all.filter(\.lever.isOn).flatMap { name, lever -> [Contradiction] in
        let dates = lever.dates
        let rises = dates.shape == .linear || dates.shape == .frontLoaded
        return [
          (
            "riseDays", rises || dates.riseDays == LeverDates().riseDays,
            "only a linear or front-loaded effect rises"
          ),
          (
            "halfLifeDays", dates.shape == .pulse || dates.halfLifeDays == LeverDates().halfLifeDays,
            "only a pulse fades"
          ),
        ].filter { !$0.1 }.map { part, _, because in
          Idleness(because, ["\(group).\(name).shape"]).contradiction(
            at: "\(group).\(name).\(part)", "\(name) changes nothing by its \(part)")
        }
      }
    }
    var late: [(path: String, what: String, date: CivilDate)] = SurgeSlot.allCases.filter {
      demand.surges[$0].shape != .none && demand.surges[$0].ratio != 1
    }.map { ("demand.surges.\($0.name).from", "the \($0.spoken) surge begins", demand.surges[$0].from) }
    late += DirectEntry.allCases.filter { demand.direct[$0].perYear > 0 }.map {
      ("demand.\($0.name).from", "\($0.title.lowercased()) may come from", demand.direct[$0].from)
    }
    late += CohortRoute.allCases.filter { cohorts[$0].people > 0 }.map {
      ("cohorts.\($0.name).from", "cohorts (\($0.spoken)) may join from", cohorts[$0].from)
    }
    return undated + shapes
      + late.filter { $0.date > run.ends }.map { path, what, date in
        Contradiction(
          .warning, [path, "run.ends"], code: "outside-run",
          "\(what) \(date), after the run ends on \(run.ends)",
          help: "give a day of the run, or leave it out")
      }
  }

  // MARK: Children

  /// What children do who wait for a place, in a stage where nobody waits for one.
  private func vainWaits() -> [Contradiction] {
    let plain = WaitingParameters()
    return Stage.open.compactMap { stage in
      let row = pathway.stages[stage]
      guard row.places < 0 || row.heldBy != nil else { return nil }
      let set = WaitingParameters.table.first { $0.read(row.waiting) != $0.read(plain) }
      guard let set else { return nil }
      let path = "pathway.\(stage.name)"
      return Idleness("nobody waits for a place: places are not limited", ["\(path).places"]).contradiction(
        at: "\(path).waiting.\(set.path)", "what happens to those who wait for \(stage.spoken) is set")
    }
  }

  /// Ages at which children do not come by themselves, or cannot be remanded.
  private func vainAges() -> [Contradiction] {
    let youngest: [(DirectEntry, Int, String)] = [
      (.unaccompanied, 2, "below 5 come without a grown-up"),
      (.remand, 3, "below 10, who cannot be charged, are remanded"),
    ]
    return youngest.compactMap { entry, bands, what in
      let terms = demand.direct[entry]
      let share = terms.ages.prefix(bands).reduce(0, +)
      guard terms.perYear > 0, share > 0 else { return nil }
      return Contradiction(
        .warning, ["demand.\(entry.name).ages"], code: "too-young",
        "a share of \(rounded(share)) is of children \(what)",
        help: "the shares are of those aged under 1, 1-4, 5-9, 10-15 and 16-17, in that order")
    }
  }

  // MARK: Inspections and responses

  /// Two inspections on one day, or the second before the first.
  private func vainInspections() -> [Contradiction] {
    let held = InspectionSlot.allCases.filter { inspection.slots[$0].judgement != .none }
    return zip(held, held.dropFirst()).compactMap { one, two in
      let (first, second) = (inspection.slots[one].date, inspection.slots[two].date)
      guard second <= first else { return nil }
      return Contradiction(
        .warning, ["inspection.\(two.name).date", "inspection.\(one.name).date"],
        code: second == first ? "same-day" : "not-in-order",
        "the \(two.spoken) inspection is on \(second), \(second == first ? "the day" : "before that") of the \(one.spoken)",
        help: "give them their days in order")
    }
  }

  /// Terms of responses that are on, which have no effect as they are.
  private func vainTerms() -> [Contradiction] {
    var found: [Contradiction] = []
    for (key, response) in responses.all where response.terms.isOn {
      let path = "responses.\(key.name)"
      let usual = type(of: response).init().terms
      if response.terms.triggerAt == 0, response.terms.endsBelow != usual.endsBelow {
        found.append(
          Idleness("a standing arrangement has no end", ["\(path).triggerAt"]).contradiction(
            at: "\(path).endsBelow", "\(key.spoken) changes nothing by its endsBelow"))
      }
      if let part = response.neutralPart {
        found.append(
          Contradiction(
            .warning, ["\(path).\(part)", "\(path).isOn"], code: "nothing-to-move",
            "\(key.spoken) changes nothing, because its \(part) leaves everything as it is",
            help: "set \(path).\(part), or switch it off"))
      }
    }
    let above = responses.agencyAbove.terms
    if above.isOn, above.triggerAt == 0, agency.cap < 1 {
      found.append(
        Contradiction(
          .warning, ["responses.agencyAbove.triggerAt", "agency.cap"], code: "beside-the-cap",
          "a managed team stands above establishment from the start, and agency.cap, at \(rounded(agency.cap)), does not count it",
          help: "give it a trigger, or count it yourself"))
    }
    return found
  }
}
