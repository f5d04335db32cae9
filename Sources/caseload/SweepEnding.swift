import ArgumentParser
import Experiments
import Foundation
import Sweeps

/// How one part of a sweep ended.
struct SweepEnding {
  var computed = 0
  var reused = 0
  var failed = 0
  var missing = 0
  /// What this command simulated and kept.
  var simulated = (replications: 0, twins: 0)
  var signal: Int32 = 0
  var messages: [String] = []
  var failure: StoreFailure?

  mutating func take(_ tally: SweepTally, of wanted: Int) {
    let counts = tally.counts
    computed = counts.done
    failed += counts.failed
    missing = wanted - counts.done - counts.failed
    messages = counts.messages
    failure = counts.failure
    simulated = tally.simulated
  }

  var account: String {
    var text = "computed \(computed), reused \(reused), failed \(failed), missing \(missing)"
    guard simulated.replications + simulated.twins > 0 else { return text }
    text += " (simulated \(simulated.replications) replications"
    return text + (simulated.twins > 0 ? " and \(simulated.twins) twins)" : ")")
  }

  /// Says what happened and ends the program where it was stopped before its end.
  func endIfStopped(_ talk: TalkOptions) throws {
    for message in messages { Terminal.complain(message) }
    if let failure { Terminal.complain("error: \(failure)") }
    guard failure != nil || signal != 0 || missing > 0 else { return }
    Terminal.complain("\(account). The same command with --resume goes on.")
    if let failure { throw ExitCode(failure.exitCode) }
    throw ExitCode(signal != 0 ? 128 + signal : failed > 0 ? 1 : 75)
  }

  /// The same, and says that it is done where it is.
  func end(_ talk: TalkOptions, hint: String?) throws {
    if hint != nil { try endIfStopped(talk) }
    if !talk.quiet { Terminal.talk(account + (hint.map { ". When all parts are done: \($0)" } ?? "")) }
    if failed > 0 { throw ExitCode(1) }
  }
}
