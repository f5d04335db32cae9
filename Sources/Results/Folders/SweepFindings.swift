/// What came of a sweep: its points, which is best and how sure that is, and where the variance comes from.
package struct SweepFindings: Sendable {
  /// A parameter that was varied, or an output.
  package struct Quantity: Sendable, Equatable {
    package let name, unit: String
    /// `less`, `more` or `neither`; empty for a parameter.
    package let better: String

    package init(name: String, unit: String, better: String = "") {
      (self.name, self.unit, self.better) = (name, unit, better)
    }
  }

  /// A point that has replications.
  package struct Point: Sendable {
    package let id: String
    /// Of what was varied, as text.
    package let values: [String]
    /// What the replications say of each output.
    package let estimates: [Estimate]
    /// This point less the best in the objective, replication by replication; nil for the best and where there are no pairs.
    package var beyondBest: Beyond?

    package init(id: String, values: [String], estimates: [Estimate], beyondBest: Beyond? = nil) {
      (self.id, self.values, self.estimates, self.beyondBest) = (id, values, estimates, beyondBest)
    }
  }

  /// A paired difference, in the objective's unit.
  package struct Beyond: Sendable, Equatable {
    /// Its mean and the 95% interval of it.
    package let mean, lower, upper: Double
    /// Whether it is told apart from none after Holm's adjustment for the number of points.
    package let isApart: Bool

    package init(mean: Double, lower: Double, upper: Double, isApart: Bool) {
      (self.mean, self.lower, self.upper, self.isApart) = (mean, lower, upper, isApart)
    }
  }

  /// Shares of an output's variance, 0 to 1; nil where it cannot be told.
  package struct Shares: Sendable, Equatable {
    package let varied, inputs, chance: Double?
    /// The ends of the 95% interval of the inputs' share.
    package let inputsRange: ClosedRange<Double>?

    package init(varied: Double?, inputs: Double?, chance: Double?, inputsRange: ClosedRange<Double>? = nil) {
      (self.varied, self.inputs, self.chance, self.inputsRange) = (varied, inputs, chance, inputsRange)
    }
  }

  package var title = "", changed: String?
  package var command: [String] = []
  /// Where the rows come from, for the foot of the page.
  package var scenarioHash = "", modelVersion = "", dataAsOf = "", seed = ""
  /// Points of the design, and those of them without any result.
  package var wanted = 0, failed = 0
  /// Replications of each point.
  package var replications = 0
  package var varied: [Quantity] = []
  package var outputs: [Quantity] = []
  /// The place of the output by which points are ranked; nil where none has a better way.
  package var objective: Int?
  /// In the order of the design.
  package var points: [Point] = []
  /// The place of the best point.
  package var best: Int?
  /// Of each output; empty where twins were turned off.
  package var shares: [Shares] = []

  package init() {}
}
