import Statistics

/// One line of the table: a quantity, what it should be, what came out, and whether that is near enough.
package struct VerificationRow: Sendable, Equatable {
  package let caseID: String
  package let group: String
  package let title: String
  package let quantity: String
  package let exact: Double
  package let simulated: Double
  /// Nil where no chance is involved.
  package let standardError: Double?
  /// Standard errors between simulated and exact; nil where no chance is involved.
  package let z: Double?
  /// Half-width of the 95 per cent interval over the exact value; nil where it has no meaning.
  package let relativeHalfWidth: Double?
  package let passed: Bool
  /// Why it did not pass; empty when it did.
  package let reason: String
  /// Time the whole case took, on the case's first row; 0 on the others.
  package internal(set) var seconds = 0.0
}

/// When a row passes.
package enum VerificationRule {
  /// Standard errors within which a right program stays in 999 of 1,000 comparisons, where they are known exactly.
  package static let largestZ = 3.29

  /// The same where the standard error is estimated, with so many degrees of freedom: wider with few replications.
  static func largestZ(freedom: Double) -> Double { critical(0.999, freedom) ?? largestZ }

  /// Standard errors on each side of a 95 per cent interval, by Student where they are estimated.
  static func halfWidthInErrors(freedom: Double) -> Double { critical(0.95, freedom) ?? 1.96 }

  private static func critical(_ confidence: Double, _ freedom: Double) -> Double? {
    freedom.isFinite && freedom >= 1
      ? CriticalValue.studentT(confidence: confidence, degreesOfFreedom: freedom) : nil
  }
}

extension VerificationRow {
  /// A comparison in which chance plays a part.
  init(
    _ item: VerificationCase, _ reading: ExpectedReading, _ estimate: StatisticEstimate
  ) {
    let difference = estimate.value - reading.value
    let z =
      difference == 0 ? 0 : estimate.standardError > 0 ? difference / estimate.standardError : .infinity
    let half = VerificationRule.halfWidthInErrors(freedom: estimate.freedom) * estimate.standardError
    let largestZ = VerificationRule.largestZ(freedom: estimate.freedom)
    var allowed: Double?
    switch reading.closeness {
    case .relativeHalfWidth(let share): allowed = share * abs(reading.value)
    case .absoluteHalfWidth(let width): allowed = width
    case .exact: break
    }
    var reason = ""
    if !estimate.value.isFinite || (allowed != nil && estimate.standardError.isNaN) {
      reason = "it has no value here, or too few replications for a standard error"
    } else if let allowed {
      if !(abs(z) <= largestZ) {
        let errors = (largestZ * 100).rounded() / 100
        reason = "further than \(errors) standard errors from the exact value"
      } else if !(half <= allowed) {
        reason = "not precise enough: half-width \(half), \(allowed) allowed"
      }
    } else if case .exact(let tolerance) = reading.closeness, !(abs(difference) <= tolerance) {
      reason = "differs by \(difference), \(tolerance) allowed"
    }
    self.init(
      caseID: item.id, group: item.group, title: item.title, quantity: reading.name, exact: reading.value,
      simulated: estimate.value, standardError: allowed == nil ? nil : estimate.standardError,
      z: allowed == nil ? nil : z,
      relativeHalfWidth: allowed == nil || reading.value == 0 ? nil : half / abs(reading.value),
      passed: reason.isEmpty, reason: reason)
  }

  /// A test of a whole distribution: exact is the degrees of freedom, simulated Pearson's sum.
  init(_ item: VerificationCase, _ reading: ExpectedReading, _ test: LawTest?) {
    let reason =
      test.map { $0.z <= VerificationRule.largestZ ? "" : "the values do not follow the law" }
      ?? "too few replications to tell one law from another"
    let freedom = test?.degreesOfFreedom ?? .nan
    self.init(
      caseID: item.id, group: item.group, title: item.title, quantity: reading.name, exact: freedom,
      simulated: test?.chiSquare ?? .nan, standardError: (2 * freedom).squareRoot(), z: test?.z ?? .nan,
      relativeHalfWidth: nil, passed: reason.isEmpty, reason: reason)
  }

  /// A comparison without chance.
  init(
    _ item: VerificationCase, _ quantity: String, exact: Double, found: Double, tolerance: Double
  ) {
    let difference = abs(found - exact)
    let passes = difference <= tolerance
    self.init(
      caseID: item.id, group: item.group, title: item.title, quantity: quantity, exact: exact,
      simulated: found, standardError: nil, z: nil, relativeHalfWidth: nil, passed: passes,
      reason: passes ? "" : "differs by \(difference), \(tolerance) allowed")
  }

  /// A yes or no: 1 is expected.
  init(_ item: VerificationCase, _ quantity: String, holds: Bool, otherwise reason: String) {
    self.init(
      caseID: item.id, group: item.group, title: item.title, quantity: quantity, exact: 1,
      simulated: holds ? 1 : 0, standardError: nil, z: nil, relativeHalfWidth: nil, passed: holds,
      reason: holds ? "" : reason)
  }
}
