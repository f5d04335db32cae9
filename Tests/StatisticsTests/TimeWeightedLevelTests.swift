import TestSupport
import Testing

@testable import Statistics

@Suite("Time-weighted level")
struct TimeWeightedLevelTests {
  @Test func areaUnderSteps() {
    var level = TimeWeightedLevel(level: 2, at: 10)
    level.set(5, at: 13)
    level.change(by: -4, at: 15)
    #expect(level.level == 1)
    #expect(level.integral(to: 15) == 16)
    #expect(level.integral(to: 20) == 21 && level.average(to: 20) == 2.1)
  }

  @Test func noTimeNoAverageButTheLevel() {
    #expect(TimeWeightedLevel(level: 3, at: 4).average(to: 4) == 3)
    #expect(TimeWeightedLevel().level == 0)
  }

  @Test func aResetKeepsTheLevelAndForgetsThePast() {
    var level = TimeWeightedLevel(level: 8, at: 0)
    level.set(3, at: 5)
    level.reset(at: 7)
    #expect(level.level == 3 && level.integral(to: 7) == 0)
    #expect(level.average(to: 9) == 3)
  }

  @Test("Readings between changes do not alter the area")
  func splitting() {
    var random = SplitMix(seed: 3)
    var once = TimeWeightedLevel(level: 1, at: 0)
    var often = once
    for step in 1...100 {
      let next = random.uniforms(1)[0]
      often.set(often.level, at: Double(step) - 0.5)
      once.set(next, at: Double(step))
      often.set(next, at: Double(step))
    }
    #expect(near(once.integral(to: 200), often.integral(to: 200), within: 1e-14))
  }

  // Source: A. M. Law, Simulation Modeling and Analysis, chapter 1: the hand simulation of one server.
  @Test func handSimulation() {
    var queue = TimeWeightedLevel()
    var busy = TimeWeightedLevel()
    busy.set(1, at: 0.4)
    let queueChanges: [(Double, Double)] = [
      (1.6, 1), (2.1, 2), (2.4, 1), (3.1, 0), (4.0, 1), (4.9, 0), (5.6, 1), (5.8, 2), (7.2, 3), (8.6, 2),
    ]
    for (time, level) in queueChanges { queue.set(level, at: time) }
    for (time, level) in [(3.3, 0.0), (3.8, 1)] { busy.set(level, at: time) }
    #expect(near(queue.average(to: 8.6), 1.15116279, within: 1e-8))
    #expect(near(busy.average(to: 8.6), 0.89534884, within: 1e-8))
  }

  @Test func timeCannotRunBackwards() async {
    await #expect(processExitsWith: .failure) {
      var level = TimeWeightedLevel(level: 1, at: 5)
      level.set(2, at: 4)
    }
  }
}
