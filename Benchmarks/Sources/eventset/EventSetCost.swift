import DiscreteEvents
import Foundation

/// Prints the cost of taking one event and scheduling another, by the number of events pending.
@main
enum EventSetCost {
  static func main() {
    print("Nanoseconds to take one event and schedule one; in brackets, two taken and then two scheduled.")
    for pending in [10, 100, 1_000, 3_000, 10_000, 100_000] {
      let costs = [1, 2].map { atOnce in
        (0..<5).map { _ in hold(pending: pending, atOnce: atOnce) }.sorted()[2]
      }
      print(String(format: "%9d pending: %5.1f (%5.1f)", pending, costs[0], costs[1]))
    }
  }

  /// Nanoseconds of processor time for one event taken and one scheduled, at so many pending, with exponential gaps.
  static func hold(pending: Int, atOnce: Int) -> Double {
    var events = FutureEventList<UInt64>(reserving: pending)
    let streams = RandomStreams(seed: 3, replication: 0)
    let stream = streams.stream(0, entity: 0)
    let gaps = (0..<65_536).map { _ in Int64(stream.exponential(mean: 120 * SimulatedTime.secondsPerDay)) }
    for number in 0..<pending {
      events.schedule(UInt64(number), at: SimulatedTime(seconds: gaps[number & 0xFFFF]))
    }
    let rounds = 1_000_000 / atOnce
    var used = 0
    var sum: UInt64 = 0
    var start = 0.0
    for turn in 0..<(pending / atOnce + rounds) {
      if turn == pending / atOnce { start = processorNanoseconds() }
      for _ in 0..<atOnce { if let event = events.next() { sum &+= event.action } }
      for _ in 0..<atOnce {
        used &+= 1
        let time = SimulatedTime(seconds: events.now.seconds &+ gaps[used & 0xFFFF])
        events.schedule(sum, at: time)
      }
    }
    let spent = processorNanoseconds() - start
    precondition(sum != 1)
    return spent / Double(rounds * atOnce)
  }

  static func processorNanoseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
  }
}
