import ArgumentParser
import Results
import Sweeps

/// `caseload merge`: one store and its tables from the parts of a sweep.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Combine the parts of a sweep into one store and one set of tables.", discussion: Help.merge)

  @Argument(
    help: "The folder of the sweep; several where its parts were computed separately.", completion: .directory
  )
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
    Guard.note(.result, "\(folders.joined(separator: ", ")), sweep \(manifest.fingerprint.prefix(12))")
    if isNew {
      try WholeFile.makeFolder(target.path)
      try WholeFile.write(manifest.json, to: target.manifestPath)
    }
    let failed = try MergeRun(
      folders: places, target: target, manifest: manifest, isLong: long, objective: objective, talk: talk
    ).run()
    if failed > 0 { throw Ending("", 1) }
  }
}
