import Results

/// What is known of one column for one council and year.
package enum NationalFigure: Sendable, Equatable {
  /// In the column's unit.
  case value(Double)
  /// A count from 0 to 5 that is not told, so that no child can be recognised.
  case small
  /// Not published.
  case missing

  /// The number; nil where there is none that may be told.
  package var value: Double? { if case .value(let value) = self { value } else { nil } }

  /// The number, or the middle of what a small count may be; nil where nothing is known. For reckoning, never to print.
  package var reckoned: Double? {
    switch self {
    case .value(let value): value
    case .small: SmallCount.middle
    case .missing: nil
    }
  }

  /// How a count that is not told stands in the table.
  static let smallMark = "c"
}
