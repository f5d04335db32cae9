import Foundation

/// Runs both works on both generators, and prints nanoseconds of processor time for a canonical event, and the answers;
/// with `reading` takes the one reading that the further words name.
@main
enum Works {
  /// Caseload runs to a reading: one run lasts but a hundredth of a second.
  static let batch = 8

  static func main() {
    if CommandLine.arguments.dropFirst().first == "reading" {
      if Reading.take(CommandLine.arguments.dropFirst(2)) { return }
      print("Usage: works reading mm1 CUSTOMERS REPLICATION")
      print("       works reading caseload CASES_PER_DAY DAYS FIRST_REPLICATION REPLICATIONS")
      exit(64)
    }
    let runs = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 11
    print("Processor time for a canonical event, median of \(runs) readings; every draw by GSL's samplers.\n")
    for generator in Generator.allCases {
      print(DrawCosts.line(generator))
      singleServer(generator, runs: runs)
      for rate in [12.0, 20.0] { caseload(generator, casesPerDay: rate, runs: runs) }
    }
  }

  private static func singleServer(_ generator: Generator, runs: Int) {
    var answers: [Double] = []
    let costs = (0..<UInt64(runs)).map { run in
      let start = ProcessorClock.nanoseconds()
      answers.append(SingleServer.run(generator, replication: run))
      return (ProcessorClock.nanoseconds() - start) / Double(SingleServer.canonicalEvents(customers: 1_000_000))
    }
    line("M/M/1", generator, costs)
    print("    mean time in system \(estimate(answers)) days (theory 10)")
  }

  private static func caseload(_ generator: Generator, casesPerDay rate: Double, runs: Int) {
    var answers: [Caseload.Answers] = []
    let costs = (0..<runs).map { run in
      let start = ProcessorClock.nanoseconds()
      let readings = (run * batch..<(run + 1) * batch).map {
        CaseloadService.run(casesPerDay: rate, generator, replication: UInt64($0))
      }
      let spent = ProcessorClock.nanoseconds() - start
      answers += readings
      return spent / Double(readings.reduce(0) { $0 + $1.canonicalEvents })
    }
    line("caseload, \(Int(rate)) a day", generator, costs)
    let stale = answers.map { 100 * Double($0.staleEvents) / Double($0.canonicalEvents) }
    print(
      "    mean wait \(estimate(answers.map(\.meanWait))) days, mean load \(estimate(answers.map(\.meanLoad)))"
    )
    print(
      "    leavers \(estimate(answers.map { Double($0.leavers) })),",
      "events \(estimate(answers.map { Double($0.canonicalEvents) })), stale \(estimate(stale))%")
  }

  /// Median, and in brackets the lowest and highest.
  private static func line(_ work: String, _ generator: Generator, _ costs: [Double]) {
    let sorted = costs.sorted()
    let (low, high) = (sorted[0], sorted[sorted.count - 1])
    let spread = String(format: "%.1f ns (%.1f to %.1f)", sorted[sorted.count / 2], low, high)
    print("\(work), \(generator.rawValue): \(spread)")
  }

  /// Mean and standard error.
  private static func estimate(_ numbers: [Double]) -> String {
    let count = Double(numbers.count)
    let mean = numbers.reduce(0, +) / count
    let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(count - 1, 1)
    return String(format: "%.4g ± %.2g", mean, (variance / count).squareRoot())
  }
}
