import Dates
import Parameters
import Results
import ServiceModel
import Statistics

@testable import Experiments

/// A council that was simulated from values drawn from the priors, with the figures that it published: what a fit has to
/// find is known.
struct SimulatedCouncil {
  static let values: [FreeValue] = [
    FreeValue("demand.referralsPerYear", start: 300, low: 200, high: 450),
    FreeValue("pathway.childInNeed.duration.mean", start: 180, low: 90, high: 360),
    FreeValue("opening.children.childInNeed", start: 150, low: 90, high: 250),
    FreeValue("pathway.childInNeed.exits.care", start: 0.1, low: 0.04, high: 0.22),
  ].compactMap { $0 }

  /// In prior standard deviations from the start.
  let truth: [Double]
  let base: ServiceParameters
  let targets: [FitTarget]

  /// Plans that nobody holds, some of which end in care.
  private static func service(seed: Int) -> ServiceParameters {
    var service = ServiceParameters()
    service.run.starts = CivilDate(2015, 4, 1)
    service.run.ends = CivilDate(2017, 3, 31)
    service.run.calendar = .uniform
    service.run.seed = seed
    service.demand.referralsPerYear = 300
    service.demand.entry[.frontDoor] = 0
    service.demand.entry[.childInNeed] = 1
    service.opening.children[.childInNeed] = 150
    service.pathway.endsAt18 = false
    service.pathway.stages[.childInNeed].duration.family = .exponential
    service.pathway.stages[.childInNeed].duration.mean = 180
    service.pathway.stages[.childInNeed].exits[.stepDown] = 0.9
    service.pathway.stages[.childInNeed].exits[.care] = 0.1
    service.pathway.stages[.lookedAfter].duration.family = .exponential
    service.pathway.stages[.lookedAfter].duration.mean = 900
    service.pathway.stages[.lookedAfter].exits[.specialGuardianship] = 1
    return service
  }

  /// - Parameter error: standard deviation of the error of each figure.
  init?(_ number: Int, error: Double = 4) {
    let base = Self.service(seed: 10_000 + number)
    let scores = Self.values.map {
      NormalScore.score(StratifiedSequence(seed: 20_151_124, name: "truth \($0.path)").number(number))
    }
    let parameters = Calibration.parameters(
      base, zip(Self.values, scores).map { ($0, $0.freely(at: $1)) })
    let tables = ModelTables(parameters)
    var replicator = Replicator(tables)
    // No member of an ensemble has this number.
    let gathered = Gathered([replicator.run(900_000)], watched: tables.watched)
    let (first, second) = (CivilDate(2016, 3, 31), CivilDate(2017, 3, 31))
    let asked = [
      ("referrals", first), ("referrals", second), ("children_in_need", CivilDate(2015, 9, 30)),
      ("children_in_need", first), ("children_in_need", second), ("cla_started", first),
      ("cla_started", second),
    ]
    var targets: [FitTarget] = []
    for (place, (measure, date)) in asked.enumerated() {
      var figure = ObservedFigure { ($0.measure, $0.date) = (measure, date) }
      guard let reading = FigurePlace(figure, in: tables) else { return nil }
      let noise = NormalScore.score(
        StratifiedSequence(seed: 20_151_124, name: "error \(place)").number(number))
      figure.value = reading.value(of: gathered) + error * noise
      targets.append(FitTarget(figure: figure, isFitted: true, tolerance: 0, deviation: error))
    }
    (truth, self.base, self.targets) = (scores, base, targets)
  }

  func fit(members: Int = 100, iterations: Int = 4, jobs: Int = 2) async -> CalibrationOutcome? {
    await EnsembleFit(
      base: base, free: Self.values, targets: targets, members: members, iterations: iterations, jobs: jobs
    ).run { _ in }
  }
}
