/// Why a national table or a council could not be had, in words for the person who asked for it.
package struct NationalFailure: Error, Sendable, CustomStringConvertible {
  /// A finding with its place, and what to do.
  package let description: String
  /// The exit code that tells a script what it was (sysexits): 65 data, 66 no such input.
  package let exitCode: Int32

  /// - Parameters:
  ///   - place: the file, and the line where there is one.
  ///   - code: one word for the kind of mistake.
  init(_ place: String, _ code: String, _ message: String, help: String, exitCode: Int32 = 65) {
    description = "\(place): error[\(code)]: \(message)\nhelp: \(help)"
    self.exitCode = exitCode
  }
}

extension NationalFailure {
  /// No council has that in its name.
  package static func noneNamed(_ part: String) -> NationalFailure {
    NationalFailure(
      "councils", "unknown-council", "No council has '\(part)' in its name or region.",
      help: "caseload councils lists them all")
  }
}
