import ArgumentParser
import Experiments
import Foundation
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

  @Option(name: .long, help: "Folder for the result. Default: the first folder.", completion: .directory)
  var out: String?

  @Flag(name: .long, help: "Also write results_long.csv: a row for each point, replication and output.")
  var long = false

  @Option(name: .long, help: ArgumentHelp("The output by which points are ranked.", valueName: "output"))
  var objective: String?

  @OptionGroup var talk: TalkOptions

  func run() throws {
    let places = folders.map { SweepFolder($0) }
    var manifests: [SweepManifest] = []
    for place in places {
      guard let manifest = place.manifest else {
        SweepPlan.tell(.none, path: place.path)
        throw ExitCode(66)
      }
      if let first = manifests.first {
        let differences = manifest.differences(from: first)
        if !differences.isEmpty {
          SweepPlan.tell(.other(differences), path: places[0].path)
          throw ExitCode(65)
        }
      }
      manifests.append(manifest)
    }
    guard var manifest = manifests.first else { return }
    manifest.replications = manifests.map(\.replications).max() ?? manifest.replications
    let target = SweepFolder(out ?? folders[0])
    if let out, out != folders[0] {
      try Told.failure { () throws(OutputFailure) in
        try WholeFile.makeFolder(target.path)
        try WholeFile.write(manifest.json, to: target.manifestPath)
      }
    }
    try MergeRun(places, into: target, manifest: manifest, isLong: long, objective: objective, talk).run()
  }
}

/// Merges and says what came of it.
struct MergeRun {
  let folders: [SweepFolder]
  let target: SweepFolder
  let manifest: SweepManifest
  let isLong: Bool
  let objective: String?
  let talk: TalkOptions

  init(
    _ folders: [SweepFolder], into target: SweepFolder, manifest: SweepManifest, isLong: Bool,
    objective: String?,
    _ talk: TalkOptions
  ) {
    self.folders = folders
    self.target = target
    self.manifest = manifest
    self.isLong = isLong
    self.objective = objective
    self.talk = talk
  }

  func run() throws {
    let objective = try SweepObjective(self.objective, manifest)
    var merge = SweepMerge(folders, into: target, manifest: manifest)
    merge.isLong = isLong
    let ranking = Ranking(objective)
    merge.standing = { ranking.enter($0) }
    let variance = Box<VarianceShares?>(nil)
    merge.shares = { shares in variance.value = objective.map { shares[$0.place] } }
    let count: SweepMerge.Count
    do {
      count = try merge.run()
    } catch {
      Terminal.complain("error: \(MergeRun.words(error))")
      throw ExitCode(error.exitCode)
    }
    var summary = SweepSummary(
      title: manifest.scenario, points: count.points, done: count.done, failed: count.failed,
      missing: count.missing + count.part, replications: manifest.replications,
      varied: manifest.varied.map(\.name),
      objective: objective?.name, better: objective.map { $0.sign > 0 ? "least" : "most" } ?? "",
      best: ranking.best.map { ($0.id, $0.values, $0.means[objective?.place ?? 0]) },
      unit: objective.map { manifest.outputs[$0.place].unit } ?? "", folder: Told.relative(target.path))
    summary.shares = variance.value.map { ($0.between, $0.inputs, $0.chance) }
    Terminal.say(summary.text(width: Terminal.width, colour: talk.isColoured(STDOUT_FILENO)))
    if count.missing + count.part > 0 {
      let list = count.open.prefix(10).map(String.init).joined(separator: ", ")
      Terminal.complain(
        "unfinished: \(count.missing) missing, \(count.part) with too few replications (points \(list)"
          + (count.open.count > 10 ? ", …" : "") + "); run the sweep again with --resume")
      throw ExitCode(75)
    }
    if count.failed > 0 {
      Terminal.complain("\(count.failed) points failed: see the message column of points in results.sqlite")
    }
  }

  private static func words(_ failure: SweepMerge.Failure) -> String {
    switch failure {
    case .store(let failure): "\(failure)"
    case .output(let failure): "\(failure)"
    case .read(let failure): "\(failure)"
    case .conflict(let words): words
    }
  }
}

/// A value that a closure hands out.
private final class Box<Value> {
  var value: Value

  init(_ value: Value) { self.value = value }
}

/// The best few points.
private final class Ranking {
  private(set) var best: [SweepMerge.Standing] = []
  private let objective: SweepObjective?

  init(_ objective: SweepObjective?) { self.objective = objective }

  func enter(_ standing: SweepMerge.Standing) {
    guard let objective, standing.means[objective.place].isFinite else { return }
    func key(_ item: SweepMerge.Standing) -> Double { item.means[objective.place] * objective.sign }
    guard best.count < 5 || key(standing) < key(best[4]) else { return }
    let place = best.firstIndex { key(standing) < key($0) } ?? best.count
    best.insert(standing, at: place)
    if best.count > 5 { best.removeLast() }
  }
}
