import ArgumentParser
import Experiments

/// How many twins the points of a sweep have.
struct TwinOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Twins of each point: replications repeated with the inputs that they drew and another chance, which tell the two \
      apart in variance.csv. 0 turns it off. Default: a tenth of the replications, two at least where there are four; \
      none where nothing is uncertain. Belongs to the sweep, as its seed does.
      """, valueName: "n"))
  var twins: Int?

  func validate() throws {
    if let twins, twins != 0, twins < 2 {
      throw ValidationError(
        "--twins must be 0, or 2 or more, not \(twins): one twin of a point tells nothing.")
    }
  }

  /// What that comes to, or the end of the program.
  func setting(of replications: Int, isUncertain: Bool) throws -> TwinSetting {
    if twins == 0 { return .off }
    guard isUncertain else { return .notNeeded }
    guard let twins else { return .tenth }
    guard twins < replications else {
      throw ValidationError(
        "--twins \(twins): of \(replications) replications \(max(0, replications - 1)) draw their inputs "
          + "(the first has the point values), and no more can have a twin.")
    }
    return .count(twins)
  }
}
