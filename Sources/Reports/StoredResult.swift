/// A result as read back from its folder: what differences and later reports need of it.
public struct StoredResult: Sendable {
  /// The folder it was read from, as the reader named it.
  public let folder: String
  public let manifest: Manifest
  public let years: [StoredYear]
  public let parameters: [ParameterRow]
  public let checks: [CheckRow]
}

/// One series over one year, by name.
public struct StoredYear: Sendable, Equatable {
  public let measure, breakdown, unit: String
  /// `2015-16`, or empty when the row is of a workforce year.
  public let financialYear: String
  /// The year of the 30 September at which a workforce year ends, or nil.
  public let workforceYear: Int?
  public let estimate: Estimate

  /// The year in words: `2015-16`, or `Sep 2016` for a workforce year.
  public var yearName: String { workforceYear.map { "Sep \($0)" } ?? financialYear }
}
