import DiscreteEvents
public import Parameters

/// How long children of a direct entry stay in care, and how they leave it.
public struct StayParameters: ParameterGroup {
  public enum Law: String, CaseIterable, Sendable {
    /// The lengths and exits of all looked-after children.
    case likeAll
    /// Lengths and exits of their own.
    case own
  }

  public var law = Law.likeAll
  public var to18Share = 0.0
  public var duration = DurationParameters(.exponential, mean: 182)
  public var exits: Keyed<Exit, Double> = {
    var exits = Keyed<Exit, Double>(repeating: 0)
    exits[.otherEnd] = 1
    return exits
  }()

  public init() {}

  public static let table: [Parameter<StayParameters>] =
    [
      Parameter(
        "law", \.law, .modelChoice,
        "Whether these children stay in care and leave it like all others, or by lengths and exits of their own."
      ),
      Parameter(
        "to18Share", \.to18Share, .share, 0...1, .modelChoice,
        "With lengths and exits of their own: share who stay until the eighteenth birthday and become care leavers."
      ),
    ]
    + DurationParameters.table.lifted(to: \.duration, under: "duration", about: "Stays that end before 18")
    + Keyed<Exit, Double>.table(
      .share, 0...1, .modelChoice, "Share of stays that end before 18 by this exit"
    ).lifted(to: \.exits, under: "exits")

  func contradictions(of entry: DirectEntry) -> [Contradiction] {
    let path = "demand.\(entry.name).stay"
    var found = sumsToOne(exits.elements, "\(path).exits", "the exit shares of stays in care")
    found += duration.contradictions(at: "\(path).duration")
    if exits[.care] > 0 {
      found.append(
        Contradiction(
          .error, ["\(path).exits.care"], code: "own-exit",
          "a stay in care leads back to care by the exit care"))
    }
    let home: [Exit] = [.returnedHome, .specialGuardianship, .adoption]
    for exit in home where entry == .unaccompanied && law == .own && exits[exit] > 0 {
      found.append(
        Contradiction(
          .warning, ["\(path).exits.\(exit.name)"], code: "family-of-unaccompanied",
          "unaccompanied children leave care by \(exit.spoken), which supposes a family in this country"))
    }
    return found
  }
}

extension DirectEntryParameters {
  /// What is usual for a way into care: unaccompanied children stay to adulthood, a remand ends within months.
  static func usual(_ entry: DirectEntry) -> DirectEntryParameters {
    var parameters = DirectEntryParameters()
    switch entry {
    case .unaccompanied:
      parameters.stay.law = .own
      parameters.stay.to18Share = 0.85
    case .remand:
      parameters.stay.law = .own
      parameters.stay.duration = DurationParameters(.gamma, mean: 90, cv: 0.8)
      parameters.stay.exits[.returnedHome] = 0.5
      parameters.stay.exits[.otherEnd] = 0.5
    case .transfersIn: break
    }
    return parameters
  }
}

/// The stays of one direct entry as the simulation reads them.
struct StayTable: ~Copyable, Sendable {
  let isOwn: Bool
  let to18Share: Double
  let length: Distribution
  let exits: Shares<Exit>

  init(_ parameters: StayParameters) {
    isOwn = parameters.law == .own
    to18Share = parameters.to18Share
    length = parameters.duration.distribution ?? .constant(0)
    exits = Shares(parameters.exits.elements)
  }
}
