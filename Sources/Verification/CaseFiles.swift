import Foundation
import Notation

/// Files of cases: those that are named, or those that come with the program.
package enum CaseFiles {
  /// Why there are no cases.
  package struct Failure: Error, Sendable, CustomStringConvertible {
    package let description: String
    package let exitCode: Int32
  }

  /// The cases that come with the program.
  private static let shipped = "Scenarios/verification/cases.json"

  /// The cases of all the files.
  ///
  /// - Parameter paths: of the files; none for the cases that come with the program.
  package static func read(_ paths: [String]) throws(Failure) -> [VerificationCase] {
    var cases: [VerificationCase] = []
    for path in paths.isEmpty ? [try found()] : paths {
      let bytes: [UInt8]
      do {
        bytes = try RegularFile.bytes(path, atMost: RegularFile.mostOfTable)
      } catch {
        throw Failure(description: "\(path) \(error.words)", exitCode: error.isMissing ? 66 : 65)
      }
      do {
        cases += try CaseReading.cases(
          Data(bytes), folder: URL(fileURLWithPath: path).deletingLastPathComponent().path)
      } catch {
        throw Failure(description: "\(path): \(error)", exitCode: 65)
      }
    }
    return cases
  }

  private static func found() throws(Failure) -> String {
    guard ShippedFile.isThere(shipped) else {
      throw Failure(
        description: "there is no \(shipped) here or beside the program; name one with --file", exitCode: 66)
    }
    return ShippedFile.place(of: shipped)
  }
}
