/// Why a file of cases cannot be used, or a case cannot be run. Its description is a sentence for whoever wrote it.
public struct VerificationError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The case it is about; empty when it is about the whole file.
  public let caseID: String
  public let message: String

  public init(_ caseID: String = "", _ message: String) {
    self.caseID = caseID
    self.message = message
  }

  public var description: String { caseID.isEmpty ? message : "case \(caseID): \(message)" }
}
