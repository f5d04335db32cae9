/// Why a file of cases cannot be used, or a case cannot be run. Its description is a sentence for whoever wrote it.
package struct VerificationError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The case it is about; empty when it is about the whole file.
  package let caseID: String
  package let message: String

  package init(_ caseID: String = "", _ message: String) {
    self.caseID = caseID
    self.message = message
  }

  package var description: String { caseID.isEmpty ? message : "case \(caseID): \(message)" }
}
