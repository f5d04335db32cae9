/// The queues of the catalogue.
extension Calculation {
  static func manyServers(_ inputs: CalculationInputs) throws(CalculationError) -> [String: CalculationValue]
  {
    let arrivals: Double
    let services: Double
    if inputs.has("mean_interarrival") || inputs.has("mean_service") {
      arrivals = try rate(inputs, "mean_interarrival")
      services = try rate(inputs, "mean_service")
    } else {
      arrivals = try inputs.number("lam")
      services = try inputs.number("mu")
    }
    let queue = try ManyServerQueue(
      arrivalRate: arrivals, serviceRate: services, servers: try inputs.count("c"))
    var answers: [String: CalculationValue] = [
      "rho": .number(queue.utilisation), "P_wait": .number(queue.waitProbability),
      "Lq": .number(queue.meanWaiting), "L": .number(queue.meanInSystem), "Wq": .number(queue.meanWait),
      "W": .number(queue.meanTimeInSystem),
    ]
    if inputs.has("t") {
      answers["P_wait_gt_t"] = .number(queue.probabilityOfWaiting(longerThan: try inputs.number("t")))
      answers["formula"] = "C(c,a) exp(-(c mu - lam) t)"
    }
    return answers
  }

  private static func rate(_ inputs: CalculationInputs, _ name: String) throws(CalculationError) -> Double {
    let mean = try inputs.number(name)
    try Check.positive(name, mean)
    return 1 / mean
  }

  static func abandonment(
    _ inputs: CalculationInputs
  ) throws(CalculationError) -> [String: CalculationValue] {
    let queue = try AbandonmentQueue(
      arrivalRate: try inputs.number("lam"), serviceRate: try inputs.number("mu"),
      abandonmentRate: try inputs.number("theta"), servers: try inputs.count("c"))
    return [
      "P_wait": .number(queue.waitProbability), "P_abandon": .number(queue.abandonmentProbability),
      "Lq": .number(queue.meanWaiting), "L": .number(queue.meanWaiting + queue.meanBusy),
      "busy": .number(queue.meanBusy), "Wq": .number(queue.meanWait),
    ]
  }

  static func erlangTable(_ inputs: CalculationInputs) throws(CalculationError) -> [String: CalculationValue]
  {
    var delays: [Double] = []
    var losses: [Double] = []
    for (count, load) in try inputs.pairs("pairs_c_a") {
      let servers = try CalculationInputs.whole("pairs_c_a", count)
      delays.append(try Erlang.delay(servers: servers, load: load))
      losses.append(try Erlang.loss(servers: servers, load: load))
    }
    return ["C": .list(delays), "B": .list(losses)]
  }

  static func pollaczekKhinchine(
    _ inputs: CalculationInputs
  ) throws(CalculationError) -> [String: CalculationValue] {
    let queue = try SingleServerQueue(
      arrivalRate: try inputs.number("lam"), meanService: try inputs.number("mean_S"),
      squaredVariation: try inputs.number("cv2"))
    return [
      "rho": .number(queue.utilisation), "Wq": .number(queue.meanWait), "Lq": .number(queue.meanWaiting),
      "W": .number(queue.meanTimeInSystem), "L": .number(queue.meanInSystem),
    ]
  }

  static func limitedRoom(_ inputs: CalculationInputs) throws(CalculationError) -> [String: CalculationValue]
  {
    let queue = try LimitedQueue(
      arrivalRate: try inputs.number("lam"), serviceRate: try inputs.number("mu"),
      servers: try inputs.count("c"), capacity: try inputs.count("K"))
    return [
      "p": .list(queue.stateProbabilities), "P_loss": .number(queue.lossProbability),
      "L": .number(queue.meanInSystem), "Lq": .number(queue.meanWaiting), "Wq": .number(queue.meanWait),
    ]
  }

  static func twoKindLoss(_ inputs: CalculationInputs) throws(CalculationError) -> [String: CalculationValue]
  {
    let rates = try inputs.list("mu", count: 2)
    let system = try TwoKindLoss(
      arrivalRate: try inputs.number("lam"), firstShare: try inputs.number("p"),
      serviceRates: (rates[0], rates[1]))
    return ["P": .list([system.first, system.idle, system.second]), "N": .number(system.meanInSystem)]
  }

  static func cobham(_ inputs: CalculationInputs) throws(CalculationError) -> [String: CalculationValue] {
    let queue = try PriorityServiceQueue(
      arrivalRates: try inputs.list("lam"), serviceRate: try inputs.number("mu"),
      servers: try inputs.count("c"))
    return [
      "P_wait": .number(queue.waitProbability), "Wq": .list(queue.meanWaits),
      "Wq_fifo": .number(queue.meanWaitWithoutPriorities),
    ]
  }

  static func sharedCapacity(
    _ inputs: CalculationInputs
  ) throws(CalculationError) -> [String: CalculationValue] {
    let queue = try ManyServerQueue(
      arrivalRate: try inputs.number("lam"), serviceRate: try inputs.number("mu"),
      servers: try inputs.count("R"))
    let states = inputs.has("states") ? try inputs.count("states") : 6
    return ["p": .list(queue.stateProbabilities(count: states)), "L": .number(queue.meanInSystem)]
  }
}
