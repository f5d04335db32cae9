import DiscreteEvents

/// Work (b): 150 posts, at most 18 cases each, workers who leave the sooner the more they hold, ten years.
enum Caseload {
  static let posts = 150
  static let loadLimit = 18
  static let baseHazard = 0.15 / 365
  static let highestHazard = hazard(load: loadLimit)

  /// The hazard of leaving, a day.
  static func hazard(load: Int) -> Double {
    let relative = Double(load) / 16
    return baseHazard * (1 + relative * relative)
  }

  enum Action: BitwiseCopyable, Sendable {
    case arrival
    case completion(Int32)
    case candidate(Int32)
    case refill(Int32)
    case end
  }

  struct Case: BitwiseCopyable {
    var arrived = SimulatedTime.zero
    /// While a worker holds it, the second at which it completes; else the seconds that it still needs, and a number
    /// below 0 before its first allocation.
    var seconds: Int64 = -1
    var liveTicket = EventTicket.none
    var post: Int32 = 0
    /// Where it stands among its post's cases.
    var slot: Int32 = 0
  }

  struct Answers: Equatable {
    var meanWait = 0.0
    var meanLoad = 0.0
    var leavers = 0
    var canonicalEvents = 0
    var staleEvents = 0
  }
}
