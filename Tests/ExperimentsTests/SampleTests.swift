import Experiments
import Parameters
import Statistics
import Testing

@testable import Sweeps

@Suite("Sampled points")
struct SamplePlanTests {
  private let inputs = [
    SamplePlan.Input(path: "a", law: .uniform(low: 0, high: 1), kind: .number(0...1)),
    SamplePlan.Input(path: "b", law: .normal(mean: 10, standardDeviation: 2), kind: .number(0...12)),
    SamplePlan.Input(path: "c", law: .uniform(low: 0, high: 100), kind: .whole(0...100)),
  ]

  private func numbers(_ axis: DesignAxis, _ place: Int) -> [Double] {
    axis.rows.compactMap { row in
      switch row[place] {
      case .number(let number): number
      case .whole(let whole): Double(whole)
      default: nil
      }
    }
  }

  @Test("A Latin hypercube has one point in each layer of each input")
  func latin() throws {
    let axis = try SamplePlan("lhs:50").axis(
      [inputs[0], SamplePlan.Input(path: "d", law: .uniform(low: 0, high: 1), kind: .number(0...1))], seed: 3)
    for place in 0..<2 {
      #expect(numbers(axis, place).map { Int($0 * 50) }.sorted() == Array(0..<50))
    }
    #expect(numbers(axis, 0) != numbers(axis, 1))
  }

  @Test("63 Sobol points lie one in each of 64 layers but one")
  func sobol() throws {
    let axis = try SamplePlan("sobol:63").axis(inputs, seed: 3)
    // The library leaves out the point of zeros. A shift moves all layers by the same amount.
    let sorted = numbers(axis, 0).sorted()
    let gaps = zip(sorted, sorted.dropFirst()).map { ($1 - $0) * 64 }
    #expect(gaps.allSatisfy { abs($0 - 1) < 1e-4 || abs($0 - 2) < 1e-4 })
    #expect(gaps.count { abs($0 - 2) < 1e-4 } <= 1)
  }

  @Test(
    "Values keep to the parameter, and depend on the seed alone",
    arguments: ["lhs:200", "sobol:200", "random:200"])
  func values(text: String) throws {
    let plan = try SamplePlan(text)
    let axis = try plan.axis(inputs, seed: 3)
    #expect(axis.rows.count == 200 && axis.paths == ["a", "b", "c"])
    #expect(numbers(axis, 1).allSatisfy { (0...12).contains($0) })
    #expect(axis.rows.allSatisfy { if case .whole = $0[2] { true } else { false } })
    #expect(try plan.axis(inputs, seed: 3).rows == axis.rows)
    #expect(try plan.axis(inputs, seed: 4).rows != axis.rows)
    let tally = Tally(numbers(axis, 0))
    // Within four standard errors of one half for independent draws; the others are closer.
    #expect(abs(tally.mean - 0.5) < 4 * (1.0 / 12 / 200).squareRoot())
  }

  @Test func faults() throws {
    for wrong in ["lhs", "lhs:0", "lhs:x", "dice:5", "lhs:5:6"] {
      #expect(throws: DesignFault.self) { try SamplePlan(wrong) }
    }
    for wrong in ["a", "a=1", "a=2:1", "a=x:y", "=1:2", "a=1:1"] {
      #expect(throws: DesignFault.self) { try SamplePlan.range(wrong) }
    }
    #expect(throws: DesignFault.self) { try SamplePlan("lhs:5").axis([], seed: 1) }
    let many = (0..<41).map {
      SamplePlan.Input(path: "p\($0)", law: .uniform(low: 0, high: 1), kind: .number(0...1))
    }
    #expect(throws: DesignFault.self) { try SamplePlan("sobol:8").axis(many, seed: 1) }
    #expect(try SamplePlan("lhs:8").axis(many, seed: 1).rows.count == 8)
  }
}

@Suite("Conditions and tipping points")
struct TippingPointTests {
  @Test(
    arguments: [
      ("cost_gbp <= 5e6", 5e6, true), ("cost_gbp<5000000", 5e6, false), ("a{b=c}@average >= -2", -2.0, true),
      ("x > 1", 1, false),
    ])
  func conditions(text: String, edge: Double, holdsAtEdge: Bool) throws {
    let condition = try #require(Condition(text))
    #expect(condition.holds(edge) == holdsAtEdge)
    #expect(!condition.holds(.nan))
  }

  @Test func noConditions() {
    for wrong in ["", "a", "a = 3", "<= 3", "a <= b", "a <=", "a <= inf"] { #expect(Condition(wrong) == nil) }
    #expect(
      Condition("vacancy_rate_fte{role=social_worker} <= 0.2")?.output
        == "vacancy_rate_fte{role=social_worker}")
  }

  /// A share that passes through 0.8 at a known value: 10 replications that each hold from a threshold of their own.
  private func attempt(_ rising: Bool) -> (Double) async -> TippingPoint.Trial? {
    { value in
      let held = (1...10).count { rising ? value >= Double($0) : value <= Double($0) }
      return TippingPoint.Trial(value: value, held: held, count: 10)
    }
  }

  @Test(
    "The smallest value that is enough, and the largest that is survived, are found where they are known to be"
  )
  func known() async throws {
    let up = TippingPoint(low: 0, high: 20, tolerance: 0.01, isWhole: false, probability: 0.8)
    // Eight of ten hold from 8 on.
    guard case .smallest(let least)? = await up.find(attempt(true))?.answer else {
      Issue.record("no smallest value")
      return
    }
    #expect(least >= 8 && least <= 8.01)
    // Eight of ten hold up to 3.
    guard case .largest(let most)? = await up.find(attempt(false))?.answer else {
      Issue.record("no largest value")
      return
    }
    #expect(most <= 3 && most >= 2.99)
    let whole = TippingPoint(low: 0, high: 21, tolerance: 5, isWhole: true, probability: 0.8)
    #expect(await whole.find(attempt(true))?.answer == .smallest(8))
    #expect(await whole.find(attempt(false))?.answer == .largest(3))
  }

  @Test(
    "What is tried has no more decimals than the tolerance asks for",
    arguments: [
      (0.0, 0.3, 0.003, 4), (0.0, 20, 0.01, 3), (1_000.0, 90_001, 900, 0), (0.0, 1e-4, 1e-6, 7),
    ])
  func decimals(low: Double, high: Double, tolerance: Double, places: Int) async throws {
    let turn = low + (high - low) * 0.618_034
    let point = TippingPoint(
      low: low, high: high, tolerance: tolerance, isWhole: false, probability: 0.5)
    let found = try #require(
      await point.find { TippingPoint.Trial(value: $0, held: $0 >= turn ? 10 : 0, count: 10) })
    guard case .smallest(let least) = found.answer else {
      Issue.record("no smallest value")
      return
    }
    #expect(least >= turn && least <= turn + tolerance)
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    for trial in found.trials {
      #expect((trial.value * scale).rounded() / scale == trial.value, "\(trial.value)")
    }
    // A value in hundreds of a wide range is a round number too.
    if places == 0 { #expect(least.truncatingRemainder(dividingBy: 10) == 0) }
  }

  /// Sixty replications that each hold from a threshold of their own: eight in ten hold from 8 on.
  @Test("The range that is told covers a known turning point in nine samples of ten, and more")
  func coverage() async throws {
    var numbers = SampleNumbers(seed: 7)
    var (covered, told) = (0, 0)
    for _ in 0..<300 {
      let thresholds = (0..<60).map { _ in numbers.next() * 10 }
      let point = TippingPoint(low: 0, high: 20, tolerance: 0.2, isWhole: false, probability: 0.8)
      let found = await point.find { value in
        TippingPoint.Trial(value: value, held: thresholds.count { $0 <= value }, count: 60)
      }
      let (answer, trials) = try #require(found)
      let range = try #require(point.range(answer, trials))
      told += 1
      if (range.lower ?? 0) <= 8, 8 <= (range.upper ?? 20) { covered += 1 }
      // The words begin with the range, and give the guess after it.
      let words = point.words(answer, trials, "x", "-", conditions: "y <= 1")
      #expect(words[0].hasPrefix("The turning point of x") && words[1].hasPrefix("Best guess within it."))
    }
    #expect(told == 300 && Double(covered) >= 0.9 * 300, "\(covered)")
  }

  @Test(
    "A condition that holds at both ends is met without the lever; nothing is to be widened beyond what can be"
  )
  func bothEnds() {
    let point = TippingPoint(low: 0, high: 0.3, tolerance: 0.01, isWhole: false, probability: 0.6)
    let trials = [
      TippingPoint.Trial(value: 0, held: 18, count: 20), TippingPoint.Trial(value: 0.3, held: 20, count: 20),
    ]
    let path = "levers.paySupplement.share"
    func words(_ answer: TippingPoint.Answer, _ limits: ClosedRange<Double>) -> String {
      point.words(
        answer, trials, path, "share", conditions: "inpost_fte >= 165", limits: limits,
        neutral: 0)[0]
    }
    let met = words(.always, 0...1)
    #expect(met.contains("in 90.0% of replications at 0 and in 100.0% at 0.3, and 60% was asked for"))
    #expect(
      met.contains(
        "At 0, which levers.paySupplement.share is unless a file sets it, the condition is met already"))
    #expect(met.contains("try values above 0.3") && !met.contains("below 0"))
    #expect(!words(.always, 0...0.3).contains("try values"))
    #expect(words(.never, -1...0.3).contains("try values below 0, or ask for less"))
  }

  @Test("Values that hold just as often are named beside the best guess")
  func plateau() {
    let point = TippingPoint(low: 0, high: 0.3, tolerance: 0.01, isWhole: false, probability: 0.8)
    let trials = [(0.0, 8), (0.3, 16), (0.15, 16), (0.075, 10), (0.1453, 16)].map {
      TippingPoint.Trial(value: $0.0, held: $0.1, count: 20)
    }
    let words = point.words(.smallest(0.1453), trials, "a.share", "share", conditions: "x >= 1")
    #expect(words[1].hasPrefix("Best guess within it. Smallest a.share that holds"))
    #expect(words[1].contains("It held in 80.0% there, and just as often at 0.15, 0.3"))
    #expect(!words.joined().contains("beyond share"))
  }

  @Test("A bound far outside what was simulated is noticed, and one near it is not")
  func far() {
    #expect(FarBound.isFar(60, from: 431e6...460e6))
    #expect(!FarBound.isFar(425e6, from: 431e6...460e6) && !FarBound.isFar(445e6, from: 431e6...460e6))
    #expect(FarBound.isFar(165, from: 0...3) && !FarBound.isFar(0.2, from: 0.25...0.5))
  }

  @Test func ends() async {
    let point = TippingPoint(low: 0, high: 5, tolerance: 1, isWhole: false, probability: 0.8)
    #expect(await point.find(attempt(true))?.answer == .never)
    let all = TippingPoint(low: 10, high: 15, tolerance: 1, isWhole: false, probability: 0.8)
    #expect(await all.find(attempt(true))?.answer == .always)
    #expect(await all.find { _ in nil } == nil)
  }
}

/// Numbers from 0 to below 1, the same in every run.
private struct SampleNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
  }
}
