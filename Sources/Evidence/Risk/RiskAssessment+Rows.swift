import Experiments
import Results
import Statistics

extension RiskAssessment {
  /// As a row of the table of risks.
  package var row: RiskRow {
    let cell = cell
    var row = RiskRow.blank
    (row.id, row.title, row.owner, row.event) = (risk.id, risk.title, risk.owner, risk.eventText)
    (row.state, row.profile) = (state, profile.name)
    (row.start, row.end) = (monthEnds[horizon.lowerBound], monthEnds[horizon.upperBound - 1])
    (row.likelihood, row.likelihoodOfCell) = (likelihood, likelihoodOfCell)
    (row.likelihoodBand, row.impactBand) = (cell.likelihood, cell.impact)
    row.likelihoodLabel = profile.likelihood[cell.likelihood - 1].label
    row.impactLabel = profile.impactLabels[cell.impact - 1]
    let (colours, cells) = (colours, cells)
    row.rating = colours.best == colours.worst ? colour : RiskRow.notTold
    (row.bestRating, row.worstRating) = colours
    row.lowestScore = min(cell.score, cells.lowest.score)
    row.highestScore = max(cell.score, cells.highest.score)
    (row.impactDriver, row.isBandCertain) = (impactDriver, isBandCertain)
    if isInMoney { row.cost = Spread(outcomes.map(\.pounds)) }
    (row.monthsP10, row.monthsMedian, row.velocity) = (monthsToBreach(0.1), monthsToBreach(0.5), velocity)
    row.typicalMonths = typicalMonths
    return row
  }

  /// The same, with what sets it apart from the risk as it stands in the same replications.
  package func row(against net: RiskAssessment) -> RiskRow {
    var row = row
    row.change = changeOfLikelihood(from: net)
    if isInMoney { row.changeOfCost = Spread(pairs(net, \.pounds)) }
    return row
  }

  /// How much likelier the event is than in another state, in the same replications.
  func changeOfLikelihood(from other: RiskAssessment) -> Spread {
    precondition(count == other.count, "States of a risk are compared in the same replications.")
    var change = Spread()
    guard
      let pairs = PairedProportions(
        outcomes.map { $0.breach != nil }, other.outcomes.map { $0.breach != nil })
    else { return change }
    let interval = pairs.interval()
    (change.mean, change.lower, change.upper) = (pairs.difference, interval.lower, interval.upper)
    return change
  }

  /// A number of this state less that of another, by replication.
  func pairs(_ other: RiskAssessment, _ value: (Outcome) -> Double) -> [Double] {
    zip(outcomes, other.outcomes).map { value($0) - value($1) }
  }

  /// How likely each impact of the profile is, or a worse one.
  var impacts: [RiskFindings.Impact] {
    profile.impactLabels.enumerated().map { level, label in
      let likelihood = reached(above: level)
      let band = profile.likelihoodBand(likelihood.share)
      let interval = likelihood.interval
      return RiskFindings.Impact(
        label: label, likelihood: likelihood, band: band, bandLabel: profile.likelihood[band - 1].label,
        isCertain: profile.likelihoodBands(from: interval.lower, to: interval.upper).count == 1)
    }
  }
}
