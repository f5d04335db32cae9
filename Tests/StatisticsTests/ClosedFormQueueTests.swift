import Testing

@testable import Statistics

@Suite("Closed forms: queues")
struct ClosedFormQueueTests {
  @Test(
    "States sum to one, and give the mean and the chance of a wait",
    arguments: [(1, 0.5), (3, 2.4), (40, 30)])
  func manyServerStates(servers: Int, load: Double) throws {
    let queue = try ManyServerQueue(arrivalRate: load, serviceRate: 1, servers: servers)
    let states = queue.stateProbabilities(count: 2000)
    #expect(near(states.reduce(0, +), 1) && near(BirthDeath.mean(states), queue.meanInSystem))
    #expect(near(states[servers...].reduce(0, +), queue.waitProbability))
  }

  @Test func manyServersAtTheEdges() throws {
    let idle = try ManyServerQueue(arrivalRate: 0, serviceRate: 1, servers: 2)
    #expect(idle.stateProbabilities(count: 3) == [1, 0, 0] && idle.meanWait == 0)
    let vast = try ManyServerQueue(arrivalRate: 0.1, serviceRate: 1, servers: 500)
    #expect(near(vast.stateProbabilities(count: 1)[0], exponential(-0.1)))
    #expect(vast.stateProbabilities(count: 0).isEmpty)
    #expect(vast.probabilityOfWaiting(longerThan: -1) == 1)
    #expect(throws: CalculationError.noSteadyState(load: 1)) {
      try ManyServerQueue(arrivalRate: 2, serviceRate: 1, servers: 2)
    }
  }

  @Test func erlangLimits() throws {
    #expect(try Erlang.loss(servers: 0, load: 3) == 1 && Erlang.loss(servers: 4, load: 0) == 0)
    #expect(throws: CalculationError.self) { try Erlang.loss(servers: -1, load: 1) }
    #expect(throws: CalculationError.self) { try Erlang.delay(servers: 0, load: 0) }
    #expect(throws: CalculationError.self) { try Erlang.loss(servers: 1, load: -1) }
  }

  @Test("One server with exponential service: three formulas agree")
  func oneServer() throws {
    let general = try SingleServerQueue(arrivalRate: 0.7, meanService: 1, squaredVariation: 1)
    let many = try ManyServerQueue(arrivalRate: 0.7, serviceRate: 1, servers: 1)
    let roomy = try LimitedQueue(arrivalRate: 0.7, serviceRate: 1, servers: 1, capacity: 400)
    #expect(near(general.meanWait, many.meanWait) && near(general.meanInSystem, many.meanInSystem))
    #expect(near(roomy.meanWait, many.meanWait) && near(roomy.meanWaiting, many.meanWaiting))
    #expect(throws: CalculationError.self) {
      try SingleServerQueue(arrivalRate: 1, meanService: 1, squaredVariation: 0)
    }
  }

  @Test func noRoomToWaitIsErlangsLoss() throws {
    let queue = try LimitedQueue(arrivalRate: 6, serviceRate: 1, servers: 8, capacity: 8)
    #expect(near(queue.lossProbability, try Erlang.loss(servers: 8, load: 6)))
    #expect(queue.meanWaiting == 0 && near(queue.throughput, 6 * (1 - queue.lossProbability)))
    let unused = try LimitedQueue(arrivalRate: 0, serviceRate: 1, servers: 1, capacity: 1)
    #expect(unused.meanWait == 0 && unused.lossProbability == 0)
    #expect(throws: CalculationError.self) {
      try LimitedQueue(arrivalRate: 1, serviceRate: 1, servers: 2, capacity: 1)
    }
  }

  // Source: L. Kleinrock's conservation law: priorities move waits about but not their load-weighted mean.
  @Test func prioritiesConserveTheMeanWait() throws {
    let rates = [0.2, 0.3, 0.35]
    let queue = try PriorityServiceQueue(arrivalRates: rates, serviceRate: 0.25, servers: 4)
    let mean = zip(rates, queue.meanWaits).reduce(0) { $0 + $1.0 * $1.1 } / 0.85
    #expect(near(mean, queue.meanWaitWithoutPriorities))
    let single = try PriorityServiceQueue(arrivalRates: [0.85], serviceRate: 0.25, servers: 4)
    #expect(near(single.meanWaits[0], queue.meanWaitWithoutPriorities))
    #expect(throws: CalculationError.self) {
      try PriorityServiceQueue(arrivalRates: [], serviceRate: 1, servers: 1)
    }
  }

  @Test func twoKindsAlikeAreOneKind() throws {
    let system = try TwoKindLoss(arrivalRate: 0.9, firstShare: 0.3, serviceRates: (1, 1))
    #expect(near(system.meanInSystem, try Erlang.loss(servers: 1, load: 0.9)))
  }

  @Test("With a repairer for every unit the number down is binomial")
  func ampleRepairers() throws {
    let system = try FiniteSourceRepair(units: 40, failureRate: 0.2, repairRate: 2.5, repairers: 40)
    var cumulative = 0.0
    for (down, probability) in system.downProbabilities.enumerated() {
      cumulative += probability
      let binomial = SpecialFunctions.binomialCumulative(down, trials: 40, probability: 0.2 / 2.7)
      #expect(near(cumulative, binomial))
    }
    #expect(near(system.probabilityDown(atLeastShare: 0), 1) && system.meanWaiting == 0)
    let late = FiniteSourceRepair.downProbability(at: 100, failureRate: 0.2, repairRate: 2.5)
    #expect(near(late, system.downShare))
  }
}
