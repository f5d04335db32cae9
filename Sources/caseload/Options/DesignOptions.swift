import ArgumentParser
import Sweeps

/// Which points. Shared by the verbs that vary parameters.
struct DesignOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Levels of a parameter: 1,2,5 or start:stop:step or start:stop/count. Several are crossed.",
      valueName: "path=levels"))
  var vary: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Parameters that change together, crossed with the rest: pay: pay.a=2,3 pay.b=1.0,0.9",
      valueName: "name: path=levels …"))
  var zip: [String] = []

  @Option(
    help: ArgumentHelp(
      "Draw N points over the uncertain inputs: lhs:N, sobol:N or random:N.", valueName: "method:N"))
  var sample: String?

  @Option(
    help: ArgumentHelp(
      "An input to sample between two numbers; only inputs given in this way are then sampled.",
      valueName: "path=low:high"
    ))
  var range: [String] = []

  @Option(help: "Points from a table whose columns are paths.", completion: .file(extensions: ["csv"]))
  var design: String?

  /// What of it is to be read.
  var text: DesignText {
    var text = DesignText()
    (text.vary, text.zip, text.sample, text.range, text.table) = (vary, zip, sample, range, design)
    return text
  }
}
