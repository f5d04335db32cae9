import ArgumentParser
import Foundation
import Notation
import Sweeps

/// Which part of a sweep, and how it may end.
struct PartOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "One part: 3/16 is the third of sixteen. auto reads the scheduler's variables.", valueName: "k/n"))
  var shard: String?

  @Flag(
    help:
      "Continue the sweep in the folder. With more --reps than before, only the additional replications of each point are simulated, and the twins that go with them."
  )
  var resume = false

  @Flag(help: "Run failed points again.")
  var retryFailed = false

  @Flag(help: "Stop at the first point that fails.")
  var failFast = false

  @Option(help: ArgumentHelp("The longest time for one point, such as 90, 10m or 2h.", valueName: "time"))
  var timeoutPoint: Seconds?

  @Option(
    help: ArgumentHelp(
      "Stop after this time, such as 50m, keep what is finished, and exit with code 75.", valueName: "time"))
  var stopAfter: Seconds?

  @Option(help: ArgumentHelp("The output by which points are ranked.", valueName: "output"))
  var objective: String?

  @Flag(help: "Also write results_long.csv: a row for each point, replication and output.")
  var long = false

  @Flag(help: "Show what would be done, without doing it.")
  var dryRun = false

  func validate() throws {
    if retryFailed, !resume, shard == nil {
      throw ValidationError("--retry-failed goes with --resume or --shard: a new sweep has no failed points.")
    }
    for (option, time) in [("--timeout-point", timeoutPoint), ("--stop-after", stopAfter)] {
      if let time, time.value <= 0 { throw ValidationError("\(option) must be above 0.") }
    }
    if long, shard.flatMap({ Shard($0) }).map({ $0.count > 1 }) ?? (shard != nil) {
      throw ValidationError(
        "--long is for the whole sweep: give it to `caseload merge` when all parts are done.")
    }
    if let shard, shard != "auto", Shard(shard) == nil {
      throw ValidationError("--shard \(shard): write k/n with k from 1 to n, such as 3/16, or auto.")
    }
  }

  /// What the scheduler says, for `--shard auto`.
  func detection(_ talk: TalkOptions) throws -> ShardDetection? {
    guard shard == "auto" else { return nil }
    do {
      let found = try ShardDetection.read(ProcessInfo.processInfo.environment) {
        (try? RegularFile.bytes($0, atMost: RegularFile.mostOfTable)).map {
          String(decoding: $0, as: UTF8.self)
        }
      }
      talk.say("part \(found.shard.number) of \(found.shard.count), read from \(found.account)")
      return found
    } catch {
      throw ValidationError("--shard auto: \(error.message) Or write --shard k/n.")
    }
  }

  func shard(_ detection: ShardDetection?) -> Shard {
    detection?.shard ?? shard.flatMap { Shard($0) } ?? .whole
  }

  /// What ends a sweep early.
  var limits: SweepRunner.Limits {
    var limits = SweepRunner.Limits()
    limits.secondsForPoint = timeoutPoint?.value
    limits.seconds = stopAfter?.value
    limits.stopsAtFailure = failFast
    return limits
  }
}

/// A length of time such as `90`, `10m` or `2h`, in seconds; each option says whether it must be above 0.
struct Seconds: ExpressibleByArgument {
  let value: Double

  init?(argument: String) {
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    let unit = argument.last.flatMap { units[$0] }
    guard let number = Double(unit == nil ? argument[...] : argument.dropLast()), number.isFinite
    else {
      return nil
    }
    value = number * (unit ?? 1)
  }
}
