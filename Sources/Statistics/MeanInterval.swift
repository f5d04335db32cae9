extension Tally {
  /// Half-width of the Student interval for the mean of independent, roughly normal numbers; nil below two numbers.
  public func halfWidth(confidence: Double = 0.95) -> Double? {
    guard count > 1 else { return nil }
    let reach = CriticalValue.studentT(confidence: confidence, degreesOfFreedom: Double(count - 1))
    return reach * standardError
  }

  /// Student interval for the mean of independent, roughly normal numbers, such as one result per replication; nil
  /// below two numbers (A. M. Law, Simulation Modeling and Analysis, section 4.5).
  public func meanInterval(confidence: Double = 0.95) -> Interval? {
    halfWidth(confidence: confidence).map { Interval(centre: mean, halfWidth: $0) }
  }

  /// Half-width over the size of the mean, so 0.05 is "within 5 per cent"; nil below two numbers. Infinite when the
  /// mean is zero and the half-width is not; zero when both are.
  public func relativeHalfWidth(confidence: Double = 0.95) -> Double? {
    halfWidth(confidence: confidence).map { $0 == 0 ? 0 : $0 / abs(mean) }
  }
}
