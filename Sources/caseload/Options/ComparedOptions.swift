import ArgumentParser
import ScenarioFiles
import ServiceModel

/// A scenario and the overlays that are held against it one by one. Shared by the verbs that pair futures.
struct ComparedOptions: ParsableArguments {
  @OptionGroup var input: ScenarioOptions

  @Argument(
    help: ArgumentHelp("The overlays, each held against the scenario by itself.", valueName: "overlays"),
    completion: .yaml)
  var compared: [String]

  /// The designs to be simulated, and what is to be said of them.
  struct Designs {
    /// The scenario, then each overlay over it.
    let scenarios: [Scenario<ServiceParameters>]
    let words: OverlayWords
    /// Replications of each.
    let wanted: Int
  }

  /// Reads the scenario and each overlay over it, and says at once what of an overlay can have no effect.
  ///
  /// - Throws: every mistake in any of them; `ValidationError` where there is nothing to pair.
  func designs(_ talk: TalkOptions, _ replications: ReplicationOptions) throws -> Designs {
    let overlays = try ComparedOverlay.read(compared)
    let scenarios = try input.read(talk, eachOf: overlays, sets: replications.sets)
    let wanted = scenarios[0].parameters.run.replications
    guard wanted >= 2 else {
      throw ValidationError("Pairs need at least 2 replications: give --reps 2 or more.")
    }
    let words = OverlayWords(scenarios, overlays, beside: input.name)
    if !talk.quiet { for finding in words.vain { Terminal.complain(finding.text) } }
    return Designs(scenarios: scenarios, words: words, wanted: wanted)
  }
}
