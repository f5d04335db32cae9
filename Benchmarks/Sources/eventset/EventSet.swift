import DiscreteEvents
import Foundation

/// Prints the cost of taking one event and scheduling another, by the number of events pending.
@main
enum EventSet {
  static func main() {
    let pattern = "%9d pending: %5.1f ns take and schedule, %5.1f ns two taken then two scheduled"
    for pending in [10, 100, 1_000, 3_000, 10_000, 100_000] {
      let one = (0..<5).map { _ in hold(pending: pending, atOnce: 1) }.sorted()[2]
      let two = (0..<5).map { _ in hold(pending: pending, atOnce: 2) }.sorted()[2]
      print(String(format: pattern, pending, one, two))
    }
  }

  /// Nanoseconds of processor time for one event taken and one scheduled, at so many pending, with exponential gaps.
  static func hold(pending: Int, atOnce: Int) -> Double {
    let streams = RandomStreams(seed: 3, replication: 0)
    let stream = streams.stream(0, entity: 0)
    let gaps = (0..<65_536).map { _ in Int64(stream.exponential(mean: 120 * SimulatedTime.secondsPerDay)) }
    var events = FutureEventList<UInt64>(reserving: pending)
    for number in 0..<pending {
      events.schedule(UInt64(number), at: SimulatedTime(seconds: gaps[number & 0xFFFF]))
    }
    let rounds = 1_000_000 / atOnce
    var used = 0
    var sum: UInt64 = 0
    for _ in 0..<(pending / atOnce) { round() }
    let start = processorNanoseconds()
    for _ in 0..<rounds { round() }
    let spent = processorNanoseconds() - start
    precondition(sum != 1)
    return spent / Double(rounds * atOnce)

    func round() {
      for _ in 0..<atOnce { if let event = events.next() { sum &+= event.action } }
      for _ in 0..<atOnce {
        used &+= 1
        events.schedule(sum, at: SimulatedTime(seconds: events.now.seconds &+ gaps[used & 0xFFFF]))
      }
    }
  }

  static func processorNanoseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
  }
}
