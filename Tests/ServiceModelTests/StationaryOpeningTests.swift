import DiscreteEvents
import Statistics
import Testing

@testable import ServiceModel

/// A service of one stage, entered at a constant rate at fixed ages, whose lengths depend on the age at entry.
struct OneStage: Sendable, CustomTestStringConvertible {
  let stage: Stage
  var perYear = 1_700.0
  var orderShare = 0.0
  var emergencies = 0.0
  var name = ""

  var testDescription: String { name.isEmpty ? stage.spoken : name }

  static let all: [OneStage] =
    Stage.open.filter { $0 != .careLeaver }.map { OneStage(stage: $0) } + [
      OneStage(stage: .lookedAfter, orderShare: 0.45, name: "looked after, with proceedings"),
      OneStage(stage: .childInNeed, emergencies: 0.6, name: "child in need, with emergencies"),
    ]

  func service(months: Int, seed: Int = 7) -> ServiceParameters {
    var service = SmallService.empty(months: months, seed: seed)
    service.demand.referralsPerYear = perYear
    service.demand.entry[.frontDoor] = 0
    service.demand.entry[stage] = 1
    for (band, share) in zip(AgeBand.allCases, [0.2, 0.2, 0.2, 0.25, 0.15]) {
      service.demand.ages[band] = share
    }
    var row = StageParameters()
    row.duration = DurationParameters(.weibull, mean: 800)
    row.duration.shape = 0.7
    for (band, ratio) in zip(AgeBand.allCases, [0.42, 0.36, 1.3, 1.9, 0.9]) { row.ageRatio[band] = ratio }
    row.emergencyEntryPerYear = emergencies
    service.pathway.stages[stage] = row
    service.care.orderShare = orderShare
    service.care.proceedings = DurationParameters(.gamma, mean: 195, cv: 0.4)
    return service
  }

  /// Children in the stage by age after so many months, mean of the replications.
  func stock(_ service: ServiceParameters, _ replications: Int) -> [Tally] {
    let tables = ModelTables(service)
    var model = Service(tables)
    var stocks = AgeBand.allCases.map { _ in Tally() } + [Tally()]
    for replication in 0..<replications {
      _ = model.run(replication: replication)
      var count = AgeBand.allCases.map { _ in 0.0 }
      for child in 0..<model.children.count where model.children[child].stage == stage {
        count[model.children[child].band(at: model.tables.calendar.end).index] += 1
      }
      for band in AgeBand.allCases { stocks[band.index].add(count[band.index]) }
      stocks[AgeBand.allCases.count].add(count.reduce(0, +))
    }
    return stocks
  }

  /// The same service, opened with the stock that it comes to by itself.
  func restarted(months: Int, from steady: [Tally], seed: Int) -> ServiceParameters {
    var service = service(months: months, seed: seed)
    let total = steady[AgeBand.allCases.count].mean
    service.opening.children[stage] = Int(total.rounded())
    for band in AgeBand.allCases {
      let share = steady[band.index].mean / total
      if stage == .lookedAfter {
        service.opening.lookedAfterAges[band] = share
      } else {
        service.opening.otherAges[band] = share
      }
    }
    return service
  }
}

@Suite("A service opened in its own steady state stays in it")
struct StationaryOpeningTests {
  @Test("Stock by age after one, three and five years", arguments: OneStage.all)
  func stock(_ one: OneStage) {
    // After 24 years nobody is left from the start.
    // Seeds of its own for each stage, so that no two cases are the same children.
    let (replications, seed) = (30, 100 * (1 + one.stage.index))
    let steady = one.stock(one.service(months: 288, seed: seed), replications)
    var squares = Tally()
    for months in [12, 36, 60] {
      let later = one.stock(one.restarted(months: months, from: steady, seed: seed + months), replications)
      for (place, (before, after)) in zip(steady, later).enumerated() {
        let z =
          (after.mean - before.mean)
          / ((before.variance + after.variance) / Double(replications)).squareRoot()
        squares.add(z * z)
        print(one.testDescription, months, place, before.mean, after.mean, "z", z)
        #expect(
          abs(z) < 3.29, "\(one) after \(months) months, band \(place): \(after.mean) against \(before.mean)")
      }
    }
    // Eighteen comparisons, some of them of the same children: a mean square of 1 where nothing drifts.
    #expect(squares.mean < 2, "\(one): mean square \(squares.mean)")
  }

  @Test("Children looked after: the number and the ends of care, within 1.5 standard errors")
  func lookedAfter() {
    let one = OneStage(stage: .lookedAfter, perYear: 170)
    let steady = one.stock(one.service(months: 288), 400)
    let service = one.restarted(months: 60, from: steady, seed: 11)
    let tables = ModelTables(service)
    var stocks = [12, 36, 60].map { _ in Tally() }
    // Ends less starts of each year: what chance makes of the starts is left out.
    var ends = [12, 36, 60].map { _ in Tally() }
    for outcome in SmallService.outcomes(service, 0..<400) {
      let children = SmallService.readings(outcome, tables, "children_looked_after")
      let ceased = SmallService.readings(outcome, tables, "cla_ceased")
      let started = SmallService.readings(outcome, tables, "cla_started")
      for (place, month) in [12, 36, 60].enumerated() {
        stocks[place].add(children[month - 1])
        let year = (month - 12)..<month
        ends[place].add(ceased[year].reduce(0, +) - started[year].reduce(0, +))
      }
    }
    let wanted = steady[AgeBand.allCases.count]
    for place in 0..<3 {
      let error = (wanted.variance / 400 + stocks[place].variance / 400).squareRoot()
      print(
        "looked after", place, wanted.mean, stocks[place].mean, error, "ends", ends[place].mean,
        ends[place].standardError)
      #expect(abs(stocks[place].mean - wanted.mean) < 1.5 * error)
      #expect(abs(ends[place].mean) < 1.5 * ends[place].standardError)
    }
  }

  @Test("How a stay ends goes by the age at which it began")
  func exits() {
    let one = OneStage(stage: .lookedAfter, perYear: 3_000)
    var service = one.restarted(months: 1, from: one.stock(one.service(months: 240), 2), seed: 3)
    service.pathway.stages[.lookedAfter].exits = Keyed(repeating: 0)
    service.pathway.stages[.lookedAfter].exits[.adoption] = 0.5
    service.pathway.stages[.lookedAfter].exits[.otherEnd] = 0.5
    for band in AgeBand.allCases where band != .age1to4 {
      service.pathway.stages[.lookedAfter].exitRatio[band].ratios[.adoption] = 0
    }
    service.pathway.stages[.lookedAfter].exitRatio[.age1to4].ratios[.otherEnd] = 0
    var model = Service(ModelTables(service))
    model.open()
    var older = 0
    for child in 0..<model.children.count {
      let entered = model.children[child].enteredStage
      let isOfBand = AgeBand(days: entered.days - Double(model.children[child].birthDay)) == .age1to4
      // Birthdays are whole days: at the edge of a band nothing is said.
      let edge = [365.25, 5 * 365.25].contains {
        abs(entered.days - Double(model.children[child].birthDay) - $0) < 1.5
      }
      if !edge { #expect((model.children[child].exit == .adoption) == isOfBand) }
      if isOfBand, model.children[child].band(at: .zero) != .age1to4 { older += 1 }
    }
    #expect(older > 50)
  }
}
