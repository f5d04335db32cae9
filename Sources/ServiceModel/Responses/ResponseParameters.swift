public import Parameters

/// What management does when children wait or posts stand empty: the list of responses.
public struct ResponseParameters: ParameterGroup {
  public var reviewEveryDays = 7.0
  public var signOff = SignOffResponse()
  public var managersFirst = ManagersFirstResponse()
  public var agencyAbove = AgencyAboveResponse()
  public var askAgain = AskAgainResponse()
  public var lending = LendingResponse()
  public var thresholds = ThresholdsResponse()
  public var overtime = OvertimeResponse()
  public var managersCarry = ManagersCarryResponse()

  public init() {}

  static let list: [ResponseRow] = [
    ResponseRow(.signOff, \.signOff),
    ResponseRow(.managersFirst, \.managersFirst),
    ResponseRow(.agencyAbove, \.agencyAbove),
    ResponseRow(.askAgain, \.askAgain),
    ResponseRow(.lending, \.lending),
    ResponseRow(.thresholds, \.thresholds),
    ResponseRow(.overtime, \.overtime),
    ResponseRow(.managersCarry, \.managersCarry),
  ]

  public static let table: [Parameter<ResponseParameters>] =
    [
      Parameter(
        "reviewEveryDays", \.reviewEveryDays, .days, 1...366, .modelChoice,
        "Time from one management review to the next: responses are decided on and ended at reviews.")
    ] + list.flatMap(\.table)

  /// Each with its key.
  var all: [(key: Response, response: any ManagementResponse)] {
    Self.list.map { ($0.response, $0.read(self)) }
  }
}

/// The responses laid out for the simulation.
struct ResponseTable: ~Copyable, Sendable {
  let rules: PlainTable<Response, ResponseRule>
  /// Whether any is on: without, nothing is reviewed.
  let isOn: Bool
  let reviewEveryDays: Double

  init(_ parameters: ResponseParameters) {
    var terms = Keyed<Response, ResponseTerms>(repeating: ResponseTerms())
    for (key, response) in parameters.all { terms[key] = response.terms }
    rules = PlainTable { ResponseRule(terms[$0]) }
    isOn = terms.elements.contains(where: \.isOn)
    reviewEveryDays = parameters.reviewEveryDays
  }
}

/// The terms of one response as a plain value.
struct ResponseRule: BitwiseCopyable {
  let isOn: Bool
  let signal: ResponseSignal
  let triggerAt, endsBelow: Double
  let delayDays, leastDays, mostDays, restDays: Double
  let poundsPerWeek: Double

  init(_ terms: ResponseTerms) {
    isOn = terms.isOn
    signal = terms.signal
    (triggerAt, endsBelow) = (terms.triggerAt, terms.endsBelow)
    (delayDays, leastDays) = (terms.delayDays, terms.leastDays)
    (mostDays, restDays) = (terms.mostDays, terms.restDays)
    poundsPerWeek = terms.poundsPerWeek
  }
}
