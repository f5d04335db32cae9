import Foundation

/// Runs both works on both generators and prints nanoseconds of processor time for a canonical event, and the answers.
@main
enum Works {
  static func main() {
    let runs = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 9
    print("Processor time for a canonical event, median of \(runs) runs; every draw by GSL's samplers.\n")
    for generator in Generator.allCases {
      singleServer(generator, runs: runs)
      for rate in [12.0, 20.0] { caseload(generator, casesPerDay: rate, runs: runs) }
    }
  }

  private static func singleServer(_ generator: Generator, runs: Int) {
    var answers: [Double] = []
    let costs = (0..<runs).map { run in
      let start = ProcessorClock.nanoseconds()
      answers.append(SingleServer.run(generator, replication: UInt64(run)))
      return (ProcessorClock.nanoseconds() - start) / Double(SingleServer.canonicalEvents)
    }
    line("M/M/1", generator, costs)
    print(format("    mean time in system %.3f days (theory 10)", mean(answers)))
  }

  private static func caseload(_ generator: Generator, casesPerDay rate: Double, runs: Int) {
    // One run lasts a few milliseconds: eight replications to a reading.
    var answers: [CaseloadService.Answers] = []
    let costs = (0..<runs).map { run in
      let start = ProcessorClock.nanoseconds()
      let batch = (0..<8).map {
        CaseloadService.run(casesPerDay: rate, generator, replication: UInt64(run * 8 + $0))
      }
      let spent = ProcessorClock.nanoseconds() - start
      answers += batch
      return spent / Double(batch.reduce(0) { $0 + $1.canonicalEvents })
    }
    line("caseload, \(Int(rate)) a day", generator, costs)
    let events = mean(answers.map { Double($0.canonicalEvents) })
    print(
      format("    mean wait %.3f days", mean(answers.map(\.meanWait))),
      format("mean load %.3f", mean(answers.map(\.meanLoad))),
      format("leavers %.1f", mean(answers.map { Double($0.leavers) })),
      format("events %.0f", events),
      format("stale %.1f%%", 100 * mean(answers.map { Double($0.staleEvents) }) / events), separator: ", ")
  }

  private static func line(_ work: String, _ generator: Generator, _ costs: [Double]) {
    let sorted = costs.sorted()
    print(
      "\(work), \(generator.rawValue):", format("%.1f ns", sorted[sorted.count / 2]),
      format("(%.1f to", sorted[0]), format("%.1f)", sorted[sorted.count - 1]))
  }

  private static func mean(_ numbers: [Double]) -> Double { numbers.reduce(0, +) / Double(numbers.count) }

  private static func format(_ pattern: String, _ number: Double) -> String {
    String(format: pattern, number)
  }
}
