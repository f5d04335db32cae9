/// An expression over the monthly measures of one replication: a number, or whether something holds, at each month end.
///
/// Examples: `vacancy_rate_fte{role=social_worker} > 15% for 3 months or agency_rate_fte > 25%`;
/// `sum_12_months(cost_gbp{line=agency}) - first_year(cost_gbp{line=agency})`.
package indirect enum RiskExpression: Sendable, Equatable {
  /// A measure, perhaps of one part of the service.
  package struct Reference: Sendable, Hashable {
    package let measure: String
    package let breakdown: String
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

  package enum Arithmetic: String, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
  }
  package enum Comparison: String, Sendable {
    case above = ">"
    case atLeast = ">="
    case below = "<"
    case atMost = "<="
  }

  case constant(Double)
  case measure(Reference)
  case function(Function, RiskExpression)
  /// The budget of a line, pounds for the financial year that the month belongs to.
  case budget(String)
  case arithmetic(Arithmetic, RiskExpression, RiskExpression)
  case comparison(Comparison, RiskExpression, RiskExpression)
  case both(RiskExpression, RiskExpression)
  case either(RiskExpression, RiskExpression)
  case not(RiskExpression)
  /// Holds at a month end when it held at that many month ends in a row, the last of them this one.
  case lasting(RiskExpression, months: Int)

  /// Whether it says that something holds, rather than a number.
  package var isTruth: Bool {
    switch self {
    case .constant, .measure, .function, .budget, .arithmetic: false
    case .comparison, .both, .either, .not, .lasting: true
    }
  }

  /// The measures that it reads.
  package var references: Set<Reference> {
    switch self {
    case .constant, .budget: []
    case .measure(let reference): [reference]
    case .function(_, let inner), .not(let inner), .lasting(let inner, _): inner.references
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right), .both(let left, let right),
      .either(let left, let right):
      left.references.union(right.references)
    }
  }

  /// The budget lines that it names.
  package var budgets: Set<String> {
    switch self {
    case .constant, .measure: []
    case .budget(let line): [line]
    case .function(_, let inner), .not(let inner), .lasting(let inner, _): inner.budgets
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right), .both(let left, let right),
      .either(let left, let right):
      left.budgets.union(right.budgets)
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
}

extension RiskExpression {
  /// The number at each month end; not a number where it cannot be told.
  func numbers(_ view: MonthView) -> [Double] {
    switch self {
    case .constant(let number): return Array(repeating: number, count: view.months)
    case .measure(let reference): return view.values(reference)
    case .budget(let line): return view.budget(line)
    case .function(let function, let inner): return Self.apply(function, inner, view)
    case .arithmetic(let sign, let left, let right):
      return zip(left.numbers(view), right.numbers(view)).map { one, two in
        switch sign {
        case .plus: one + two
        case .minus: one - two
        case .times: one * two
        case .over: two == 0 ? .nan : one / two
        }
      }
    case .comparison, .both, .either, .not, .lasting:
      preconditionFailure("Only a number has numbers; the reader of expressions has checked it.")
    }
  }

  /// Whether it holds at each month end; never where a number cannot be told.
  func truths(_ view: MonthView) -> [Bool] {
    switch self {
    case .comparison(let sign, let left, let right):
      return zip(left.numbers(view), right.numbers(view)).map { one, two in
        switch sign {
        case .above: one > two
        case .atLeast: one >= two
        case .below: one < two
        case .atMost: one <= two
        }
      }
    case .both(let left, let right): return zip(left.truths(view), right.truths(view)).map { $0 && $1 }
    case .either(let left, let right): return zip(left.truths(view), right.truths(view)).map { $0 || $1 }
    case .not(let inner): return inner.truths(view).map { !$0 }
    case .lasting(let inner, let months):
      var run = 0
      return inner.truths(view).map { holds in
        run = holds ? run + 1 : 0
        return run >= months
      }
    case .constant, .measure, .function, .budget, .arithmetic:
      preconditionFailure("A number does not hold or fail; the reader of expressions has checked it.")
    }
  }

  private static func apply(_ function: Function, _ inner: RiskExpression, _ view: MonthView) -> [Double] {
    switch function {
    case .atStart:
      guard case .measure(let reference) = inner else { return Array(repeating: .nan, count: view.months) }
      return Array(repeating: view.opening(reference), count: view.months)
    case .firstYear:
      let first = inner.numbers(view).prefix(12)
      return Array(repeating: first.count == 12 ? first.reduce(0, +) : .nan, count: view.months)
    case .sum12Months, .mean12Months:
      let numbers = inner.numbers(view)
      return numbers.indices.map { month in
        guard month >= 11 else { return .nan }
        let window = numbers[(month - 11)...month]
        guard function == .mean12Months else { return window.reduce(0, +) }
        let known = window.filter(\.isFinite)
        return known.isEmpty ? .nan : known.reduce(0, +) / Double(known.count)
      }
    }
  }
}
