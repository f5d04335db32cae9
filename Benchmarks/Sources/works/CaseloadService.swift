import DiscreteEvents

/// One run of the caseload work.
struct CaseloadService: ~Copyable {
  private var events = FutureEventList<Caseload.Action>(reserving: 8192)
  private var cases = FlatTable(repeating: Caseload.Case(), count: 4096)
  /// The free cases form a chain through `slot`.
  private var firstFreeCase: Int32 = -1
  private var casesMade = 0
  private let held = FlatTable<Int32>(repeating: 0, count: Caseload.posts * Caseload.loadLimit)
  private let loads = FlatTable<Int32>(repeating: 0, count: Caseload.posts)
  private var buckets = LoadBuckets(posts: Caseload.posts, limit: Caseload.loadLimit)
  private var newCases = Ring<Int32>(filledWith: 0)
  private var reallocations = Ring<Int32>(filledWith: 0)

  private let gap: Double
  private let arrivals: RandomStream
  private let durations: RandomStream
  private let candidates: RandomStream
  private let thinning: RandomStream
  private let refills: RandomStream
  private let duration = Distribution.lognormal(mean: 120, cv: 1)
  private let vacancy = Distribution.gamma(mean: 120, cv: 0.5)

  private var answers = Caseload.Answers()
  private var firstAllocations = 0
  private var secondsWaited: Int64 = 0
  private var casesHeld = 0
  private var postsFilled = Caseload.posts
  private var caseSeconds: Int64 = 0
  private var postSeconds: Int64 = 0
  private var levelsSince = SimulatedTime.zero

  private init(casesPerDay: Double, streams: Streams) {
    gap = 1 / casesPerDay
    arrivals = streams[0]
    durations = streams[1]
    candidates = streams[2]
    thinning = streams[3]
    refills = streams[4]
  }

  /// One run from an empty start, of ten years as a rule.
  static func run(
    casesPerDay: Double, days: Double = 3650, _ generator: Generator, replication: UInt64
  ) -> Caseload.Answers {
    let streams = Streams(generator, purposes: 5, seed: 2, replication: replication)
    var service = CaseloadService(casesPerDay: casesPerDay, streams: streams)
    service.run(until: SimulatedTime(days: days))
    withExtendedLifetime(streams) {}
    return service.answers
  }

  private mutating func run(until horizon: SimulatedTime) {
    for post in 0..<Caseload.posts {
      buckets.add(post, load: 0)
      scheduleCandidate(post: post, after: .zero)
    }
    events.schedule(.arrival, at: SimulatedTime(days: arrivals.exponential(mean: gap)))
    events.schedule(.end, at: horizon, priority: .max)
    while let event = events.next() {
      switch event.action {
      case .arrival: arrive(at: event.time)
      case .completion(let number): complete(Int(number), ticket: event.ticket, at: event.time)
      case .candidate(let post): considerLeaving(post: Int(post), at: event.time)
      case .refill(let post): refill(post: Int(post), at: event.time)
      case .end:
        readLevels(at: event.time)
        report()
        return
      }
    }
  }

  private mutating func report() {
    answers.meanWait = Double(secondsWaited) / SimulatedTime.secondsPerDay / Double(firstAllocations)
    answers.meanLoad = Double(caseSeconds) / Double(postSeconds)
    answers.staleEvents = Int(events.staleTotal)
  }
}

// MARK: Cases

extension CaseloadService {
  private mutating func arrive(at now: SimulatedTime) {
    answers.canonicalEvents += 1
    events.schedule(.arrival, at: now.adding(days: arrivals.exponential(mean: gap)))
    let number = takeCase()
    cases[number].arrived = now
    cases[number].seconds = -1
    if newCases.isEmpty, reallocations.isEmpty, buckets.lowestLoad < Caseload.loadLimit {
      allocate(number, at: now)
    } else {
      newCases.append(Int32(truncatingIfNeeded: number))
    }
  }

  private mutating func complete(_ number: Int, ticket: EventTicket, at now: SimulatedTime) {
    guard cases[number].liveTicket == ticket else { return events.noteStale() }
    answers.canonicalEvents += 1
    readLevels(at: now)
    let post = Int(cases[number].post)
    let load = Int(loads[post])
    let slot = Int(cases[number].slot)
    let moved = held[post &* Caseload.loadLimit &+ load &- 1]
    held[post &* Caseload.loadLimit &+ slot] = moved
    cases[Int(moved)].slot = Int32(truncatingIfNeeded: slot)
    buckets.remove(post, load: load)
    buckets.add(post, load: load &- 1)
    loads[post] = Int32(truncatingIfNeeded: load &- 1)
    casesHeld &-= 1
    cases[number].liveTicket = .none
    cases[number].slot = firstFreeCase
    firstFreeCase = Int32(truncatingIfNeeded: number)
    serveQueues(at: now)
  }

  /// Gives a case to the least loaded post, which has room.
  private mutating func allocate(_ number: Int, at now: SimulatedTime) {
    readLevels(at: now)
    let load = buckets.lowestLoad
    let post = buckets.post(ofLoad: load)
    buckets.remove(post, load: load)
    buckets.add(post, load: load &+ 1)
    loads[post] = Int32(truncatingIfNeeded: load &+ 1)
    held[post &* Caseload.loadLimit &+ load] = Int32(truncatingIfNeeded: number)
    casesHeld &+= 1
    cases[number].post = Int32(truncatingIfNeeded: post)
    cases[number].slot = Int32(truncatingIfNeeded: load)
    let completes: SimulatedTime
    if cases[number].seconds < 0 {
      firstAllocations &+= 1
      secondsWaited &+= now.seconds(since: cases[number].arrived)
      completes = now.adding(days: duration.sample(durations))
    } else {
      completes = SimulatedTime(seconds: now.seconds &+ cases[number].seconds)
    }
    cases[number].seconds = completes.seconds
    cases[number].liveTicket = events.schedule(
      .completion(Int32(truncatingIfNeeded: number)), at: completes)
  }

  private mutating func serveQueues(at now: SimulatedTime) {
    while buckets.lowestLoad < Caseload.loadLimit {
      if !reallocations.isEmpty {
        allocate(Int(reallocations.removeFirst()), at: now)
      } else if !newCases.isEmpty {
        allocate(Int(newCases.removeFirst()), at: now)
      } else {
        return
      }
    }
  }

  private mutating func takeCase() -> Int {
    if firstFreeCase >= 0 {
      let number = Int(firstFreeCase)
      firstFreeCase = cases[number].slot
      return number
    }
    if casesMade == cases.count {
      let wider = FlatTable(repeating: Caseload.Case(), count: 2 * casesMade)
      for number in 0..<casesMade { wider[number] = cases[number] }
      cases = wider
    }
    casesMade += 1
    return casesMade - 1
  }
}

// MARK: Workers

extension CaseloadService {
  private mutating func scheduleCandidate(post: Int, after now: SimulatedTime) {
    let wait = candidates.exponential(mean: 1 / Caseload.highestHazard)
    events.schedule(.candidate(Int32(truncatingIfNeeded: post)), at: now.adding(days: wait))
  }

  private mutating func considerLeaving(post: Int, at now: SimulatedTime) {
    answers.canonicalEvents += 1
    let load = Int(loads[post])
    guard thinning.bernoulli(Caseload.hazard(load: load) / Caseload.highestHazard) else {
      return scheduleCandidate(post: post, after: now)
    }
    readLevels(at: now)
    answers.leavers += 1
    buckets.remove(post, load: load)
    for slot in 0..<load {
      let number = Int(held[post &* Caseload.loadLimit &+ slot])
      cases[number].liveTicket = .none
      cases[number].seconds -= now.seconds
      reallocations.append(Int32(truncatingIfNeeded: number))
    }
    casesHeld &-= load
    postsFilled &-= 1
    loads[post] = 0
    let back = now.adding(days: vacancy.sample(refills))
    events.schedule(.refill(Int32(truncatingIfNeeded: post)), at: back)
    serveQueues(at: now)
  }

  private mutating func refill(post: Int, at now: SimulatedTime) {
    answers.canonicalEvents += 1
    readLevels(at: now)
    postsFilled &+= 1
    buckets.add(post, load: 0)
    scheduleCandidate(post: post, after: now)
    serveQueues(at: now)
  }

  /// Adds the levels held since the last reading to their integrals.
  private mutating func readLevels(at now: SimulatedTime) {
    let span = now.seconds(since: levelsSince)
    caseSeconds &+= span &* Int64(casesHeld)
    postSeconds &+= span &* Int64(postsFilled)
    levelsSince = now
  }
}
