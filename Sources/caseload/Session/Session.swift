import Experiments
import Foundation
import Reports
import Results
import ScenarioFiles
import ServiceModel

/// What the verbs that simulate have in common: talk and progress, signals, and the record of what was done.
struct Session {
  let talk: TalkOptions
  /// Replications that run at one time.
  let jobs: Int
  let line: ProgressLine
  private let interrupts = Interrupts.here
  private let began = Usage.now

  init(_ talk: TalkOptions, jobs: Int = 1) {
    self.talk = talk
    self.jobs = jobs
    line = ProgressLine(shown: !talk.quiet)
  }

  /// The first signal that came, 0 when none did.
  var signal: Int32 { interrupts.signal }

  /// Does work that the first signal stops, and leaves the line of progress.
  ///
  /// - Parameters:
  ///   - lost: what a second signal costs, and how to go on.
  ///   - promise: what is done about the first.
  func run<Value: Sendable>(
    lost: String = "nothing was written; run the same command to start afresh",
    saying promise: String = "finishing what is in hand, for a few seconds at most, and writing what is done",
    _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let task = Task { try await work() }
    interrupts.watch(lost: lost, saying: promise) { task.cancel() }
    defer { line.finish() }
    return try await task.value
  }

  /// Runs designs on the same random numbers.
  ///
  /// - Parameter fewest: in words, what must have been done for anything to be written: two replications.
  func trials(_ designs: [TrialDesign], _ wanted: Int, fewest: String) async throws -> TrialRunner.Trials {
    let (runner, line) = (TrialRunner(jobs: jobs), line)
    let trials = try await run {
      await runner.run(designs, 0..<wanted) {
        line.count($0.done, of: $0.wanted, "replications", events: $0.events)
      }
    }
    if trials.count < 2 { throw stopped("interrupted before \(fewest) were done; nothing was written") }
    return trials
  }

  /// The end where a signal left too little to write.
  func stopped(_ words: String) -> Ending { Ending(words, 128 + (signal == 0 ? SIGINT : signal)) }

  /// Ends the command with the signal's exit code, where one came.
  func endIfStopped() throws { if signal != 0 { throw Ending("", 128 + signal) } }

  /// How it came about: the scenario, what was done with it, and what it took.
  func record(
    _ scenario: Scenario<ServiceParameters>, wanted: Int, done: Int, events: UInt64 = 0, holds: Bool = true
  ) -> Manifest {
    var manifest = Manifest(scenario)
    manifest.interrupted = signal != 0
    manifest.replicationsWanted = wanted
    manifest.replicationsDone = done
    manifest.jobs = jobs
    manifest.events = events
    manifest.checksHold = holds
    let end = Usage.now
    manifest.wallSeconds = end.wall - began.wall
    manifest.cpuSeconds = end.cpu - began.cpu
    manifest.peakMemoryMegabytes = end.peakMegabytes
    manifest.eventsPerSecond = manifest.wallSeconds > 0 ? Double(events) / manifest.wallSeconds : 0
    return manifest
  }

  /// Writes a table, and says what is `shown` of it with what follows from it and where the files are.
  func finish<Row>(
    _ table: Table<Row>, _ rows: [Row], shown: [[String]], _ closing: [String], _ manifest: Manifest,
    _ folder: OutputFolder, verb: String
  ) throws {
    try folder.write(table, rows, manifest)
    try folder.commit()
    let lines = Phrase.table(shown, width: max(60, Terminal.width), colour: talk.isColoured)
    talk.answer {
      var answer = Answer(verb, manifest)
      answer["words"] = .strings(closing.filter { !$0.isEmpty })
      answer.add(table, rows)
      answer["folder"] = .string(folder.path)
      return answer
    }
    let changed = manifest.changed.map { Phrase.wrapped($0, width: max(60, Terminal.width)) } ?? []
    let end = [""] + changed + closing + ["Files: \(Path.relative(folder.path))"]
    Terminal.say((lines + end).joined(separator: "\n") + "\n")
  }
}
