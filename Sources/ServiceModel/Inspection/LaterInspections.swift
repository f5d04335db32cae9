import DiscreteEvents
public import Parameters

/// Inspections that nobody has fixed: each comes after an interval that depends on the judgement before it.
///
/// The first follows the last dated inspection of the run, or the start where there is none.
public struct LaterInspectionsParameters: ParameterGroup {
  public var areDrawn = false
  public var standing = Judgement.requiresImprovement
  public var afterInadequate = DurationParameters(.gamma, mean: 730, cv: 0.25)
  public var afterRequiresImprovement = DurationParameters(.gamma, mean: 1096, cv: 0.25)
  public var afterGood = DurationParameters(.gamma, mean: 1096, cv: 0.25)

  public init() {}

  /// An interval shorter than this is a monitoring visit, which gives no judgement, days.
  static let shortestMean = 30.0

  private static let judgements: [(String, Judgement)] = [
    Judgement.inadequate, .requiresImprovement, .good,
  ].map { ($0.rawValue, $0) }

  public static let table: [Parameter<LaterInspectionsParameters>] =
    [
      Parameter(
        "areDrawn", \.areDrawn, .modelChoice,
        "Whether inspections go on after the dated ones, each with a drawn judgement."),
      Parameter(
        "standing", \.standing, among: judgements, .modelChoice,
        "Judgement that stands at the start, for the first interval where no dated inspection comes before it."
      ),
    ]
    + interval(\.afterInadequate, "afterInadequate", "Time from an inadequate judgement to the next one")
    + interval(
      \.afterRequiresImprovement, "afterRequiresImprovement",
      "Time from a requires improvement judgement to the next one")
    + interval(\.afterGood, "afterGood", "Time from a good judgement to the next one")

  private static func interval(
    _ property: WritableKeyPath<LaterInspectionsParameters, DurationParameters> & Sendable, _ name: String,
    _ meaning: String
  ) -> [Parameter<LaterInspectionsParameters>] {
    DurationParameters.table.lifted(to: property, under: name, about: meaning)
  }

  /// The intervals with their names.
  var intervals: [(name: String, interval: DurationParameters)] {
    [
      ("afterInadequate", afterInadequate), ("afterRequiresImprovement", afterRequiresImprovement),
      ("afterGood", afterGood),
    ]
  }
}

/// The laws of later inspections.
struct LaterInspections: Sendable {
  let standing: Judgement
  /// The dated inspection after which they begin; nil where they begin at the start.
  let follows: InspectionSlot?
  /// Their source of influence: the last judgement takes the place of the one before.
  let source: Int
  private let afterInadequate: Distribution
  private let afterRequiresImprovement: Distribution
  private let afterGood: Distribution

  /// Nil where no later inspections are drawn.
  init?(_ inspection: InspectionsParameters, _ calendar: ModelCalendar, into dated: inout DatedInfluences) {
    let later = inspection.later
    guard later.areDrawn else { return nil }
    standing = later.standing
    follows = inspection.lastDated(within: calendar)
    source = dated.newSource()
    func law(_ interval: DurationParameters) -> Distribution {
      interval.distribution ?? .constant(DurationParameters.longest)
    }
    afterInadequate = law(later.afterInadequate)
    afterRequiresImprovement = law(later.afterRequiresImprovement)
    afterGood = law(later.afterGood)
  }

  /// Days from that judgement to the next, 1 at least.
  func interval(after judgement: Judgement, _ stream: RandomStream) -> Double {
    let law =
      switch judgement {
      case .inadequate: afterInadequate
      case .good: afterGood
      case .none, .drawn, .requiresImprovement: afterRequiresImprovement
      }
    return max(1, law.sample(stream))
  }

  // MARK: Names

  /// Of the draws that belong to the later inspection with that number; dated ones have the numbers of their slots.
  static func intervalKey(_ number: Int) -> UInt64 { 1 << 32 | UInt64(number) }
  static func judgementKey(_ number: Int) -> UInt64 { 2 << 32 | UInt64(number) }

  /// Place of an event: the upper bits are beyond every dated inspection.
  static func place(_ number: Int, isFading: Bool) -> Int {
    InspectionSlot.allCases.count << 16 | (number & 0x7FFF) << 1 | (isFading ? 1 : 0)
  }
}

extension InspectionsParameters {
  /// The dated inspection that comes last within the run.
  func lastDated(within calendar: ModelCalendar) -> InspectionSlot? {
    func day(_ slot: InspectionSlot) -> Double {
      Double(slots[slot].date.dayNumber - calendar.start.dayNumber)
    }
    return InspectionSlot.allCases
      .filter { slots[$0].judgement != .none && day($0) >= 0 && day($0) < calendar.end.days }
      .max { (day($0), $0.index) < (day($1), $1.index) }
  }
}
