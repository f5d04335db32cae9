import CGSL

/// How failures inside the GNU Scientific Library are met.
public enum GSLErrors {
  /// Turns off GSL's default handler, which ends the process, once for the whole process and whatever the thread.
  ///
  /// Afterwards a call out of its domain gives not-a-number or a status. Touch it before the first call of GSL:
  /// `_ = GSLErrors.off`. `RandomStreams` does so itself.
  public static let off: Void = { _ = gsl_set_error_handler_off() }()
}
