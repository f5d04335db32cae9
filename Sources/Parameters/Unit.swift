/// The unit in which a parameter or a measure is stated. A scenario may repeat it, and must then repeat it exactly.
public struct Unit: Sendable, Hashable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// How the unit is written, for example `weeks` or `£ per week`.
  public let symbol: String

  public init(_ symbol: String) { self.symbol = symbol }
  public init(stringLiteral symbol: String) { self.symbol = symbol }
  public var description: String { symbol }

  public static let none = Unit("-")
  public static let share = Unit("share")
  public static let ratio = Unit("ratio")
  public static let elasticity = Unit("elasticity")
  public static let count = Unit("count")
  public static let children = Unit("children")
  public static let people = Unit("people")
  public static let posts = Unit("posts")
  public static let moves = Unit("moves")
  public static let fte = Unit("FTE")
  public static let cases = Unit("cases")
  public static let seconds = Unit("seconds")
  public static let days = Unit("days")
  public static let workingDays = Unit("working days")
  public static let weeks = Unit("weeks")
  public static let months = Unit("months")
  public static let years = Unit("years")
  public static let perYear = Unit("per year")
  public static let perChildYear = Unit("per child per year")
  public static let pounds = Unit("£")
  public static let poundsPerWeek = Unit("£ per week")
  public static let poundsPerYear = Unit("£ per year")
  public static let per10000 = Unit("per 10,000 children aged 0-17")
  public static let date = Unit("date")
}

extension Unit {
  /// How a quantity is shown to people.
  package enum Form: Sendable {
    /// Whole things: children, referrals, people.
    case whole
    /// Full-time equivalents, cases per worker, days: one decimal.
    case oneDecimal
    /// 0 to 1, shown as a percentage with one decimal.
    case share
    /// Pounds, shown as millions with one decimal.
    case pounds
  }

  /// How quantities of this unit are shown; those of a unit unknown here with one decimal.
  package var form: Form {
    switch self {
    case .share: .share
    case .pounds, .poundsPerYear: .pounds
    case .children, .people, .count, .posts, .moves, "referrals", "plans", "events": .whole
    default: .oneDecimal
    }
  }
}
