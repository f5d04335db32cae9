/// Likelihood against impact, with each risk before its controls (gross), with them (net) and as planned (target).
package struct RiskMatrix: AdaptiveChart {
  /// A place in the matrix; bands are counted from 1.
  package struct Place: Sendable, Equatable {
    package let likelihood, impact: Int
    /// The scores that chance allows, where they do not all have one colour; nil where the colour is certain.
    package let allowed: ClosedRange<Int>?

    package init(likelihood: Int, impact: Int, allowed: ClosedRange<Int>? = nil) {
      self.likelihood = likelihood
      self.impact = impact
      self.allowed = allowed
    }

    /// `score 8`, or `score 8, 6 to 9 within the 95% intervals, colour not told`.
    var scoreWords: String {
      "score \(likelihood * impact)"
        + (allowed.map { ", \($0.lowerBound) to \($0.upperBound) within the 95% intervals, colour not told" }
          ?? "")
    }
  }

  /// One risk; states that are not known are nil.
  package struct Risk: Sendable, Equatable {
    /// Short: it stands beside the marks.
    package let id: String
    package let title: String
    package let gross, net, target: Place?
    /// Whether gross, and target, can be told from net: only then an arrow leads from one to the other.
    package let isGrossApart, isTargetApart: Bool

    package init(
      id: String, title: String, gross: Place?, net: Place?, target: Place?, isGrossApart: Bool = true,
      isTargetApart: Bool = true
    ) {
      self.id = id
      self.title = title
      (self.gross, self.net, self.target) = (gross, net, target)
      (self.isGrossApart, self.isTargetApart) = (isGrossApart, isTargetApart)
    }
  }

  /// Names of the bands, the lowest first.
  package let likelihoods, impacts: [String]
  /// `R`, `A` or `G` for a cell, or a space where its rating is not known: `ratings[likelihood - 1][impact - 1]`.
  package let ratings: [[Character]]
  package let risks: [Risk]
  package var isNarrow = false

  package init(likelihoods: [String], impacts: [String], ratings: [[Character]], risks: [Risk]) {
    precondition(
      ratings.count == likelihoods.count && ratings.allSatisfy { $0.count == impacts.count },
      "every cell of the matrix has a rating")
    (self.likelihoods, self.impacts, self.ratings) = (likelihoods, impacts, ratings)
    self.risks = risks
  }

  package var table: ChartTable {
    func words(_ place: Place?) -> String {
      place.map { "likelihood \($0.likelihood), impact \($0.impact), \($0.scoreWords)" }
        ?? "–"
    }
    return ChartTable(
      columns: ["Risk", "Title", "Gross", "Net", "Target"],
      rows: risks.map { [$0.id, $0.title, words($0.gross), words($0.net), words($0.target)] })
  }
}
