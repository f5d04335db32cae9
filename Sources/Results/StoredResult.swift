import Parameters

/// A result as read back from its folder: what differences and later reports need of it.
package struct StoredResult: Sendable {
  /// The folder it was read from, as the reader named it.
  package let folder: String
  package let manifest: Manifest
  /// What was watched.
  package let series: [Series]
  package let years: [StoredYear]
  package let parameters: [ParameterRow]
  package let checks: [CheckRow]
}

/// One series over one year, by name.
package struct StoredYear: Sendable, Equatable {
  package let measure, breakdown, unit: String
  /// `2015-16`, or empty when the row is of a workforce year.
  package let financialYear: String
  /// The year of the 30 September at which a workforce year ends, or nil.
  package let workforceYear: Int?
  package let estimate: Estimate

  /// The year in words: `2015-16`, or `Sep 2016` for a workforce year.
  package var yearName: String { workforceYear.map { "Sep \($0)" } ?? financialYear }
}
