/// A way to fit free values to published figures.
package enum FitMethod: String, Sendable, CaseIterable {
  /// Iterated ensemble Kalman inversion.
  case ensemble
  /// Simulated moments: the least misfit of means, by the steps of Levenberg and Marquardt.
  case moments
}

/// Where a fit is, for whoever shows progress.
package struct FitProgress: Sendable {
  /// For example `trial 3 of at most 70`.
  package let step: String
  /// Whether it is the first.
  package let isFirst: Bool
  /// The misfit so far; not a number before there is one.
  package let loss: Double
  package let words: String
}

/// A fit that can be run.
package protocol FitProcedure: Sendable {
  /// Replications that run at one time.
  var jobs: Int { get }
  /// Pieces of work that were simulated, and those that were there already.
  var tally: (computed: Int, reused: Int) { get }
  /// What a piece of work is, in the plural.
  var pieces: String { get }

  /// Fits; nil when the task was cancelled, or when the values cannot be simulated.
  func run(_ progress: @escaping @Sendable (FitProgress) -> Void) async -> CalibrationOutcome?
  /// How much was simulated, for example `70 trials of 40 replications`.
  func effort(_ outcome: CalibrationOutcome) -> String
}
