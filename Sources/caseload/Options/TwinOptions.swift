import ArgumentParser
import Experiments
import ServiceModel

/// How many twins a run has.
struct HeadlineTwinOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Replications to repeat with the same inputs but different chance, to show how much of each headline's variance \
      comes from inputs (variance.csv). 0 turns this off. Default: a quarter of the replications, at most 50; none below \
      20 replications.
      """, valueName: "n"))
  var twins: Int?

  func validate() throws {
    if let twins, twins != 0, twins < 3 {
      throw ValidationError("--twins must be 0, or 3 or more, not \(twins): fewer show nothing.")
    }
  }

  /// The twins of a run of so many replications; refuses more than there can be.
  func headlines(
    _ tables: ModelTables, _ uncertain: UncertainInputs, of replications: Int, isOpenEnded: Bool
  ) throws -> HeadlineTwins {
    if let twins, twins > 0, uncertain.isEmpty { throw idle(twins) }
    if let twins, twins >= replications, !uncertain.isEmpty, !isOpenEnded {
      throw tooMany(twins, of: replications)
    }
    return try HeadlineTwins(tables, uncertain: uncertain, wanted: twins)
  }
}

/// How many twins the points of a sweep have.
struct TwinOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Twins of each point: replications repeated with the same inputs but different chance, so that variance.csv can \
      tell the two apart. 0 turns this off. Default: a tenth of the replications, and at least two where there are four; \
      none where nothing is uncertain. Like the seed, this is a property of the whole sweep.
      """, valueName: "n"))
  var twins: Int?

  func validate() throws {
    if let twins, twins != 0, twins < 2 {
      throw ValidationError(
        "--twins must be 0, or 2 or more, not \(twins): a single twin of a point shows nothing.")
    }
  }

  /// What that comes to, or the end of the program.
  func setting(of replications: Int, isUncertain: Bool) throws -> TwinSetting {
    if twins == 0 { return .off }
    if let twins, !isUncertain { throw idle(twins) }
    guard isUncertain else { return .notNeeded }
    guard let twins else { return .tenth }
    guard twins < replications else { throw tooMany(twins, of: replications) }
    return .count(twins)
  }
}

private func idle(_ twins: Int) -> ValidationError {
  ValidationError(
    "--twins \(twins): twins tell uncertain inputs from chance, and no input is uncertain here: leave it out."
  )
}

private func tooMany(_ twins: Int, of replications: Int) -> ValidationError {
  ValidationError(
    "--twins \(twins): of \(replications) replications, \(max(0, replications - 1)) draw their inputs (the first has "
      + "the point values), and only those can have a twin.")
}
