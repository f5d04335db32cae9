import ArgumentParser
import Evidence
import Experiments
import Results

/// Which result to draw evidence from, and where to write it. Shared by the verbs that do.
struct EvidenceOptions: ParsableArguments {
  @Argument(help: "Folder of a finished result (`caseload run … --raw`).", completion: .directory)
  var result: String

  @OptionGroup var place: EvidencePlace

  /// Opens the result.
  func open(_ talk: TalkOptions) throws -> FinishedResult {
    try EvidenceOptions.open(result, talk)
  }

  /// Opens a result, and says where it must be simulated again.
  static func open(_ result: String, _ talk: TalkOptions) throws -> FinishedResult {
    let opened = try FinishedResult(result)
    if !opened.hasReadings {
      talk.say(
        "\(result) has no readings of individual replications (run --raw), so its \(opened.replications) replications are simulated again with the same random numbers"
      )
    }
    return opened
  }

  var cores: Int { place.jobs.cores }

  /// Writes the files, and says what they tell and where they are.
  func finish(_ files: [WholeFile.Prepared], _ words: String, _ talk: TalkOptions) throws {
    try place.finish(files, words, beside: result, talk)
  }
}

/// Where evidence is written, and how many cores work for it.
struct EvidencePlace: ParsableArguments {
  @Option(help: "Folder for the evidence. Default: the result's own.", completion: .directory)
  var out: String?

  @OptionGroup var jobs: JobOptions

  /// Writes the files, and says what they tell and where they are.
  func finish(
    _ files: [WholeFile.Prepared], _ words: String, beside result: String, _ talk: TalkOptions
  ) throws {
    let folder = out ?? result
    try WholeFile.write(files, to: folder)
    Terminal.say(words)
    guard !talk.quiet else { return }
    let names = files.map { "\(folder)/\($0.name)" }
    Terminal.say("Files: " + names.joined(separator: "\n       ") + "\n")
  }
}

extension Session {
  /// What to call after each replication of any of several runs that need so many together.
  func progress(of wanted: Int) -> @Sendable (ReplicationRunner.Progress) -> Void {
    let sum = Shared((done: 0, events: UInt64(0)))
    return { [line] progress in
      let sum = sum.change { sum in
        sum.done += 1
        sum.events += progress.latest.events
        return sum
      }
      line.count(min(sum.done, wanted), of: wanted, "replications", events: sum.events)
    }
  }
}
