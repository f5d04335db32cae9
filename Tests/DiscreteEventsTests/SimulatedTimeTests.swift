import DiscreteEvents
import Testing

@Suite("Simulated time")
struct SimulatedTimeTests {
  @Test(
    "Days to the nearest second",
    arguments: [
      (0, 0), (1, 86_400), (-1.5, -129_600), (0.4 / 86_400, 0), (0.6 / 86_400, 1), (-0.6 / 86_400, -1),
    ] as [(Double, Int64)])
  func rounding(days: Double, seconds: Int64) {
    #expect(SimulatedTime(days: days).seconds == seconds)
    #expect(SimulatedTime.zero.adding(days: days).seconds == seconds)
  }

  @Test("Differences and order")
  func differences() {
    let early = SimulatedTime(days: -2)
    let late = early.adding(days: 10.25)
    #expect(late.days == 8.25)
    #expect(late.days(since: early) == 10.25)
    #expect(late.seconds(since: early) == 885_600)
    #expect(early.days(since: late) == -10.25)
    #expect(early < late && late < .never)
  }

  @Test("Nothing is later than never")
  func never() {
    #expect(SimulatedTime(days: .infinity) == .never)
    #expect(SimulatedTime.never.adding(days: 1e30) == .never)
    #expect(SimulatedTime.never.adding(days: 1) == .never)
    #expect(SimulatedTime.zero.adding(days: .greatestFiniteMagnitude) == .never)
    #expect(SimulatedTime(days: -.infinity) < .zero)
    #expect(SimulatedTime.never.description == "never")
  }
}
