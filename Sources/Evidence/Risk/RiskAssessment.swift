import Experiments
import Parameters
import Results
import Statistics

/// What the replications say of one risk, in one state of its controls.
package struct RiskAssessment: Sendable {
  /// What happened in one replication.
  package struct Outcome: Sendable, Equatable {
    /// Place of the month end at which the event first held; nil where it never did.
    package var breach: Int?
    /// Impact band from 1; 0 where the event did not happen.
    package var impact = 0
    /// The dimension that gave the impact.
    package var driver = ""
    /// The impact in money, pounds; 0 where the event did not happen.
    package var pounds = 0.0
  }

  package let risk: Risk
  package let state: RiskRow.State
  package let outcomes: [Outcome]
  package let profile: RiskProfile
  let horizon: Range<Int>
  let monthEnds: [String]

  package init(
    _ risk: Risk, _ state: RiskRow.State, _ readings: MonthlyReadings, profile: RiskProfile,
    register: RiskRegister,
    budgets: RiskBudgets
  ) throws(EvidenceFailure) {
    let horizon = try register.horizon(in: readings.months)
    (self.risk, self.state, self.profile, self.horizon) = (risk, state, profile, horizon)
    monthEnds = readings.months.map(\.description)
    outcomes = (0..<readings.count).map { replication in
      Self.outcome(risk, MonthView(readings, replication, budgets), profile, horizon)
    }
  }

  private static func outcome(
    _ risk: Risk, _ view: MonthView, _ profile: RiskProfile, _ horizon: Range<Int>
  ) -> Outcome {
    let holds = risk.event.truths(view)
    var outcome = Outcome()
    guard let breach = horizon.first(where: { holds[$0] }) else { return outcome }
    outcome.breach = breach
    for impact in risk.impacts {
      guard let dimension = profile.dimensions.first(where: { $0.id == impact.dimension }) else { continue }
      let after = impact.value.numbers(view)[breach..<horizon.upperBound].filter(\.isFinite)
      let value: Double =
        switch impact.gathering {
        case .worst: after.max() ?? .nan
        case .total: after.isEmpty ? .nan : after.reduce(0, +)
        }
      let band = dimension.band(value)
      if band > outcome.impact { (outcome.impact, outcome.driver) = (band, dimension.id) }
      if dimension.isMoney, value.isFinite { outcome.pounds = max(outcome.pounds, value) }
    }
    outcome.impact = max(outcome.impact, 1)
    return outcome
  }

  // MARK: What it comes to

  package var count: Int { outcomes.count }
  package var likelihood: Likelihood { Likelihood(outcomes.count { $0.breach != nil }, of: count) }

  /// How likely an impact above that number of bands is.
  func reached(above level: Int) -> Likelihood {
    Likelihood(outcomes.count { $0.impact > level }, of: count)
  }

  /// P(impact ≥ k) for each impact of the profile.
  package var exceedance: [Double] { profile.impactLabels.indices.map { reached(above: $0).share } }

  package var cell: RegisterCell { RegisterCell(exceedance: exceedance, band: profile.likelihoodBand) }

  /// The cells at the two ends of the 95% intervals of all impacts. At the upper end an impact that was never seen counts
  /// once it may be likelier than the lowest band.
  package var cells: (lowest: RegisterCell, highest: RegisterCell) {
    let all = profile.impactLabels.indices.map { reached(above: $0) }
    let highest = all.map { likelihood in
      let upper = likelihood.interval.upper
      return likelihood.breaches == 0 && profile.likelihoodBand(upper) == 1 ? 0 : upper
    }
    return (
      RegisterCell(exceedance: all.map(\.interval.lower), band: profile.likelihoodBand),
      RegisterCell(exceedance: highest, band: profile.likelihoodBand)
    )
  }

  /// The colours that the intervals allow, the best first; the same twice where the colour is certain.
  package var colours: (best: String, worst: String) {
    let (cells, own) = (cells, cell.score)
    return (
      profile.colour(min(own, cells.lowest.score)), profile.colour(max(own, cells.highest.score))
    )
  }

  /// How often the impact of the cell, or a larger one, was reached.
  package var likelihoodOfCell: Likelihood { reached(above: cell.impact - 1) }

  /// The likelihood bands that the 95% interval of the cell reaches; one where the band is certain.
  package var bands: ClosedRange<Int> {
    let interval = likelihoodOfCell.interval
    return profile.likelihoodBands(from: interval.lower, to: interval.upper)
  }

  package var isBandCertain: Bool { bands.count == 1 }
  package var colour: String { profile.colour(cell.score) }

  /// The dimension that most often gave an impact as large as the cell's; empty where there was none.
  package var impactDriver: String {
    let drivers = outcomes.filter { $0.impact >= cell.impact }.map(\.driver)
    return Set(drivers).sorted().max { one, two in
      (drivers.count { $0 == one }, two) < (drivers.count { $0 == two }, one)
    } ?? ""
  }

  /// Whether the risk has an impact in money.
  var isInMoney: Bool {
    risk.impacts.contains { impact in profile.dimensions.contains { $0.id == impact.dimension && $0.isMoney }
    }
  }

  /// Months from the start of the horizon to the event, of each replication; infinite without it.
  private var months: [Double] {
    outcomes.map { $0.breach.map { Double($0 - horizon.lowerBound + 1) } ?? .infinity }
  }

  /// Months to the event by which that share of all replications have had it; not a number where so many never have it.
  package func monthsToBreach(_ share: Double) -> Double {
    // The smallest number of months by which at least that share has had the event.
    let place = max(0, Int((share * Double(count)).rounded(.up)) - 1)
    let reached = months.sorted()[place]
    return reached.isFinite ? reached : .nan
  }

  /// Median months to the event among the replications that have it.
  package var typicalMonths: Double { Spread(months).p50 }

  package var velocity: String { profile.velocityLabel(typicalMonths) }
}

/// The budget of each line, by its label, in each month's financial year.
package typealias RiskBudgets = [String: [Double]]

extension MonthView {
  init(_ readings: MonthlyReadings, _ replication: Int, _ budgets: RiskBudgets) {
    let none = Array(repeating: Double.nan, count: readings.months.count)
    func place(_ reference: RiskExpression.Reference) -> Int? {
      readings.place(reference.measure, reference.breakdown)
    }
    self.init(
      months: none.count,
      values: { place($0).map { Array(readings.months(of: $0, in: replication)) } ?? none },
      opening: { place($0).map { readings.series[$0].opening[replication] } ?? .nan },
      budget: { budgets[$0].map { Array($0.prefix(none.count)) } ?? none })
  }
}
