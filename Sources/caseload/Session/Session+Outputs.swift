import Experiments
import Results

extension Session {
  /// Refuses outputs that have no value in the first two replications of the first design: a run of these would show
  /// nothing.
  func refuseEmpty(_ designs: [TrialDesign]) async throws {
    guard let first = designs.first else { return }
    let trials = await TrialRunner(jobs: jobs).run([first], 0..<2)
    let empty = first.outputs.all.indices.filter { output in
      trials.values[0].allSatisfy { !$0[output].isFinite }
    }
    try OutputChoices.refuse(empty.map { first.outputs.all[$0].name })
  }
}

extension OutputChoices {
  /// Ends the command where there is any such output.
  static func refuse(_ names: [String]) throws {
    guard !names.isEmpty else { return }
    throw Ending(
      "error[no-value]: the run has no value of \(names.joined(separator: ", "))\n"
        + "help: what counts twelve months needs a run of a year or more, and a financial year must be simulated whole",
      65)
  }
}

extension Comparison {
  /// The rows of outputs that have a value, and the names of those that have none; these are refused where they were asked
  /// for by name.
  func told(
    _ trials: TrialRunner.Trials, base: String, names: [String], areNamed: Bool
  ) throws -> (rows: [ComparisonRow], empty: [String]) {
    let rows = rows(trials, base: base, names: names)
    let empty = rows.filter { $0.difference == nil }.map(\.output).uniqued
    if areNamed { try OutputChoices.refuse(empty) }
    return (rows.filter { !empty.contains($0.output) }, empty)
  }
}
