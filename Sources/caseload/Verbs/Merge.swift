import ArgumentParser
import Experiments
import Reports
import Results
import Sweeps

/// `caseload merge`: one store and its tables from the parts of a sweep.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make one store and one table of the parts of a sweep.",
    discussion: """
      Writes results.csv, summary.csv, variance.csv and results.sqlite into the first folder, or into --out. Parts that \
      are still being computed may be merged at any time, as far as they are. Parts of another design, \
      or computed by another engine, are refused. Exit code 75 says that points are missing.

      EXAMPLES
        caseload merge Results/base-sweep
        caseload merge /scratch/here /scratch/there --out Results/both
      """)

  @Argument(
    help: "The folder of the sweep; several where its parts were computed apart.", completion: .directory)
  var folders: [String]

  @Option(help: "Folder for the result. Default: the first folder.", completion: .directory)
  var out: String?

  @Flag(help: "Also write results_long.csv: a row for each point, replication and output.")
  var long = false

  @Option(help: ArgumentHelp("The output by which points are ranked.", valueName: "output"))
  var objective: String?

  @OptionGroup var talk: TalkOptions

  func run() throws {
    let places = folders.map { SweepFolder($0) }
    let (manifest, isNew) = (try SweepFolder.manifest(of: places), out != nil && out != folders[0])
    let target = SweepFolder(out ?? folders[0])
    if isNew {
      try WholeFile.makeFolder(target.path)
      try WholeFile.write(manifest.json, to: target.manifestPath)
    }
    try MergeRun(
      folders: places, target: target, manifest: manifest, isLong: long, objective: objective, talk: talk
    ).run()
  }
}

/// Merges and says what came of it.
struct MergeRun {
  let folders: [SweepFolder]
  let target: SweepFolder
  let manifest: SweepManifest
  var isLong = false
  var objective: String?
  let talk: TalkOptions

  func run() throws {
    var merge = SweepMerge(folders, into: target, manifest: manifest)
    merge.isLong = isLong
    let objective = try SweepObjective(self.objective, manifest)
    merge.objective = objective
    let outcome = try merge.run()
    let count = outcome.count
    var summary = SweepSummary(
      title: manifest.scenario, points: count.points, done: count.done, failed: count.failed,
      missing: count.missing + count.part, replications: manifest.replications,
      varied: manifest.varied.map(\.name), objective: objective?.name, better: objective?.better ?? "",
      best: outcome.best.map { ($0.id, $0.values, $0.means[objective?.place ?? 0]) },
      unit: objective?.unit ?? "", folder: Path.relative(target.path))
    summary.shares = outcome.shares
    Terminal.say(summary.text(width: Terminal.width, colour: talk.isColoured))
    if count.missing + count.part > 0 {
      let list = count.open.prefix(10).map(String.init).joined(separator: ", ")
      throw Ending(
        "unfinished: \(count.missing) missing, \(count.part) with too few replications (points \(list)"
          + (count.open.count > 10 ? ", …" : "") + "); run the sweep again with --resume", 75)
    }
    if count.failed > 0 {
      Terminal.complain("\(count.failed) points failed: see the message column of points in results.sqlite")
    }
  }
}
