/// The unit in which a parameter or a measure is stated. A scenario may repeat it, and must then repeat it exactly.
public struct Unit: Sendable, Hashable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// How the unit is written, for example `weeks` or `£ per week`.
  public let symbol: String

  /// A unit as it is written; a pound sign may be written GBP, as tables do.
  public init(_ symbol: String) {
    self.symbol = symbol.hasPrefix("GBP") ? "£" + symbol.dropFirst(3) : symbol
  }
  public init(stringLiteral symbol: String) { self.init(symbol) }
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
  /// What a quantity of this unit can be, where nothing more is known of it: a share lies within 0 and 1, money may be
  /// income, and everything else is not below 0.
  package var range: ClosedRange<Double> {
    switch self {
    case .share: 0...1
    case .pounds, .poundsPerYear, .poundsPerWeek, "£ of the first year": -.infinity ... .infinity
    case .per10000: 0...10_000
    default: 0 ... .infinity
    }
  }

  /// Whether a figure in this unit may stand beside one in the other. Money stands beside money and a share beside a
  /// share; of other units only those that are known here are told apart, since a publication has its own words: cases,
  /// plans, enquiries.
  package func isComparable(with other: Unit) -> Bool {
    guard self != other else { return true }
    let apart: Set<Unit> = [
      .share, .pounds, .fte, .people, .posts, .days, .weeks, .months, .years, .poundsPerWeek, .poundsPerYear,
    ]
    let (form, otherForm) = (form, other.form)
    guard form == .share || otherForm == .share || form == .pounds || otherForm == .pounds else {
      return !(apart.contains(self) && apart.contains(other))
    }
    return form == otherForm
  }

  /// Whether it counts people, posts or things, of which a percentage says nothing.
  package var isCounted: Bool {
    [.children, .people, .posts, .fte, .cases, .count, .moves, .days, .workingDays, .weeks, .months].contains(
      self)
  }

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

extension ClosedRange<Double> {
  /// In words: `0 to 1`, `0 or more`, `any number`.
  package var text: String {
    switch (lowerBound.isFinite, upperBound.isFinite) {
    case (true, true): "\(Value.number(lowerBound).text) to \(Value.number(upperBound).text)"
    case (true, false): "\(Value.number(lowerBound).text) or more"
    case (false, true): "\(Value.number(upperBound).text) or less"
    case (false, false): "any number"
    }
  }
}
