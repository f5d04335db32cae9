/// How many standard errors an interval of a given confidence reaches to either side.
public enum CriticalValue {
  /// Two-sided normal value: 1.959964 for a confidence of 0.95. The confidence must lie strictly between 0 and 1.
  public static func normal(confidence: Double) -> Double {
    requireConfidence(confidence)
    return SpecialFunctions.normalQuantile((1 + confidence) / 2)
  }

  /// Two-sided Student value: 2.262157 for 0.95 and nine degrees of freedom, which need not be a whole number but must
  /// be positive.
  public static func studentT(confidence: Double, degreesOfFreedom: Double) -> Double {
    requireConfidence(confidence)
    precondition(degreesOfFreedom > 0, "Degrees of freedom must be positive.")
    return SpecialFunctions.studentQuantile((1 + confidence) / 2, degreesOfFreedom: degreesOfFreedom)
  }

  /// Every interval checks its confidence here.
  static func requireConfidence(_ confidence: Double) {
    precondition(confidence > 0 && confidence < 1, "A confidence lies strictly between 0 and 1.")
  }
}
