import ArgumentParser
import Evidence
import Results

/// Which result to draw evidence from, and where to write it. Shared by the verbs that do.
struct EvidenceOptions: ParsableArguments {
  @Argument(help: "Folder of a finished result (`run --raw` makes one).", completion: .directory)
  var result: String

  @OptionGroup var place: EvidencePlace

  /// Opens the result.
  func open(_ talk: TalkOptions) throws -> FinishedResult {
    try EvidenceOptions.open(result, talk)
  }

  /// Where replications are kept that were simulated for the evidence.
  var kept: String { (place.out ?? result) + "/runs.sqlite" }

  /// Opens a result, and says where it must be simulated again.
  static func open(_ result: String, _ talk: TalkOptions) throws -> FinishedResult {
    let opened = try FinishedResult(result)
    Guard.note(.result, "\(result), scenario hash \(opened.manifest.scenarioHash.prefix(12))")
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
    try EvidenceManifest.write(files, to: folder, of: ResultReader.digest(of: result))
    talk.answer {
      var answer = Answer(files.compactMap { EvidenceFile.verb(of: $0.name) }.first ?? "")
      answer["result"] = .string(result)
      answer.add(files, in: folder)
      return answer
    }
    Terminal.say(words)
    guard !talk.quiet else { return }
    let names = files.map { "\(folder)/\($0.name)" }
    Terminal.say("Files: " + names.joined(separator: "\n       ") + "\n")
  }
}
