import Parameters

/// An expression over the monthly measures of one replication: a number, or whether something holds, at each month end.
///
/// Examples: `vacancy_rate_fte{role=social_worker} > 15% for 3 months or agency_rate_fte > 25%`;
/// `sum_12_months(cost_gbp{line=agency}) - first_year(cost_gbp{line=agency})`.
package indirect enum RiskExpression: Sendable, Equatable {
  /// A measure, perhaps of one part of the service.
  package struct Reference: Sendable, Hashable {
    package let measure: String
    package let breakdown: String
    /// What its readings can be. It goes along, and is no part of which measure it is.
    package let quantity: Quantity

    package init(measure: String, breakdown: String, quantity: Quantity = .anything) {
      (self.measure, self.breakdown, self.quantity) = (measure, breakdown, quantity)
    }

    package init(_ series: Series) {
      self.init(measure: series.measure, breakdown: series.breakdown, quantity: Quantity(series))
    }

    /// As it is written.
    var name: String { breakdown.isEmpty ? measure : "\(measure){\(breakdown)}" }

    package static func == (one: Reference, other: Reference) -> Bool {
      one.measure == other.measure && one.breakdown == other.breakdown
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(measure)
      hasher.combine(breakdown)
    }
  }

  /// What is made of a number's months.
  package enum Function: String, Sendable, CaseIterable {
    /// The reading of the opening position, every month the same; of a measure that is read at month ends.
    case atStart = "at_start"
    /// Sum of the last twelve months; nothing before there are twelve.
    case sum12Months = "sum_12_months"
    /// Mean of the last twelve months, months without a reading left out; nothing before there are twelve.
    case mean12Months = "mean_12_months"
    /// Sum of the first twelve months, every month the same.
    case firstYear = "first_year"
  }

  /// What stands between two expressions.
  package enum Sign: String, Sendable {
    case or, and
    case above = ">"
    case atLeast = ">="
    case below = "<"
    case atMost = "<="
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"

    /// How tightly it binds, from 0.
    var rank: Int {
      switch self {
      case .or: 0
      case .and: 1
      case .above, .atLeast, .below, .atMost: Self.comparison
      case .plus, .minus: 3
      case .times, .over: 4
      }
    }

    static let comparison = 2
  }

  case constant(Double)
  case measure(Reference)
  case function(Function, RiskExpression)
  /// The budget of a line, pounds for the financial year that the month belongs to.
  case budget(String)
  case pair(Sign, RiskExpression, RiskExpression)
  case not(RiskExpression)
  /// Holds at a month end when it held at that many month ends in a row, the last of them this one.
  case lasting(RiskExpression, months: Int)

  /// Whether it says that something holds, rather than a number.
  package var isTruth: Bool {
    switch self {
    case .constant, .measure, .function, .budget: false
    case .pair(let sign, _, _): sign.rank <= Sign.comparison
    case .not, .lasting: true
    }
  }

  /// What it is made of, and what that is made of, itself first.
  private var all: [RiskExpression] {
    switch self {
    case .constant, .measure, .budget: [self]
    case .function(_, let inner), .not(let inner), .lasting(let inner, _): [self] + inner.all
    case .pair(_, let left, let right): [self] + left.all + right.all
    }
  }

  /// The measures that it reads.
  package var references: [Reference] {
    all.compactMap { if case .measure(let reference) = $0 { reference } else { nil } }
  }

  /// The budget lines that it names.
  package var budgets: [String] {
    all.compactMap { if case .budget(let line) = $0 { line } else { nil } }
  }

  /// The levels above which it holds a measure by itself, as against what is worked out of several months or measures;
  /// in an alternative or one of several conditions too, and whether or not it has to last.
  package var thresholds: [(reference: Reference, above: Double)] {
    switch self {
    case .pair(.above, .measure(let reference), .constant(let value)),
      .pair(.atLeast, .measure(let reference), .constant(let value)):
      [(reference, value)]
    case .pair(.and, let left, let right), .pair(.or, let left, let right):
      left.thresholds + right.thresholds
    case .lasting(let inner, _): inner.thresholds
    default: []
    }
  }
}

/// The readings of one replication, as an expression sees them.
struct MonthView {
  let months: Int
  /// Month by month; not a number where there is no reading.
  let values: (RiskExpression.Reference) -> [Double]
  let opening: (RiskExpression.Reference) -> Double
  /// Budget of a line for each month's financial year, pounds a year.
  let budget: (String) -> [Double]

  /// Every month the same.
  func steady(_ number: Double) -> [Double] { Array(repeating: number, count: months) }
}

extension RiskExpression {
  /// The number at each month end; not a number where it cannot be told.
  func numbers(_ view: MonthView) -> [Double] {
    switch self {
    case .constant(let number): return view.steady(number)
    case .measure(let reference): return view.values(reference)
    case .budget(let line): return view.budget(line)
    case .function(let function, let inner): return Self.apply(function, inner, view)
    case .pair(let sign, let left, let right):
      return zip(left.numbers(view), right.numbers(view)).map { one, two in
        switch sign {
        case .plus: one + two
        case .minus: one - two
        case .times: one * two
        case .over where two != 0: one / two
        default: .nan
        }
      }
    case .not, .lasting:
      preconditionFailure("Only a number has numbers; the reader of expressions has checked it.")
    }
  }

  /// Whether it holds at each month end; never where a number cannot be told.
  func truths(_ view: MonthView) -> [Bool] {
    switch self {
    case .pair(.or, let left, let right): return zip(left.truths(view), right.truths(view)).map { $0 || $1 }
    case .pair(.and, let left, let right): return zip(left.truths(view), right.truths(view)).map { $0 && $1 }
    case .pair(let sign, let left, let right):
      return zip(left.numbers(view), right.numbers(view)).map { one, two in
        switch sign {
        case .above: one > two
        case .atLeast: one >= two
        case .below: one < two
        default: one <= two
        }
      }
    case .not(let inner): return inner.truths(view).map { !$0 }
    case .lasting(let inner, let months):
      var run = 0
      return inner.truths(view).map { holds in
        run = holds ? run + 1 : 0
        return run >= months
      }
    case .constant, .measure, .function, .budget:
      preconditionFailure("A number does not hold or fail; the reader of expressions has checked it.")
    }
  }

  private static func apply(_ function: Function, _ inner: RiskExpression, _ view: MonthView) -> [Double] {
    if function == .atStart {
      return view.steady(inner.references.first.map(view.opening) ?? .nan)
    }
    let numbers = inner.numbers(view)
    if function == .firstYear {
      return view.steady(numbers.count < 12 ? .nan : numbers.prefix(12).reduce(0, +))
    }
    return numbers.indices.map { month in
      guard month >= 11 else { return .nan }
      let window = numbers[(month - 11)...month]
      guard function == .mean12Months else { return window.reduce(0, +) }
      let known = window.filter(\.isFinite)
      return known.isEmpty ? .nan : known.reduce(0, +) / Double(known.count)
    }
  }
}
