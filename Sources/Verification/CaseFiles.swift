import Foundation

/// Files of cases: those that are named, or those that come with the program.
package enum CaseFiles {
  /// Why there are no cases.
  package struct Failure: Error, Sendable, CustomStringConvertible {
    package let description: String
    package let exitCode: Int32
  }

  /// Where the cases that come with the program stand, from the project's folder.
  private static let shipped = "Scenarios/verification/cases.json"

  /// The cases of all the files.
  ///
  /// - Parameters:
  ///   - paths: of the files; none for the cases that come with the program.
  ///   - program: path of the executable, beside or above which the shipped cases are looked for.
  package static func read(_ paths: [String], program: String) throws(Failure) -> [VerificationCase] {
    var cases: [VerificationCase] = []
    for path in paths.isEmpty ? [try found(program)] : paths {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw Failure(description: "there is no file \(path), or it cannot be read", exitCode: 66)
      }
      do {
        cases += try CaseReading.cases(
          data, folder: URL(fileURLWithPath: path).deletingLastPathComponent().path)
      } catch {
        throw Failure(description: "\(path): \(error)", exitCode: 65)
      }
    }
    return cases
  }

  /// The shipped file: below the working folder, or below a folder that holds the executable.
  private static func found(_ program: String) throws(Failure) -> String {
    var folders = [FileManager.default.currentDirectoryPath]
    var above = URL(fileURLWithPath: program)
    while above.path != "/" {
      above.deleteLastPathComponent()
      folders.append(above.path)
    }
    let paths = folders.map { URL(fileURLWithPath: $0).appendingPathComponent(shipped).path }
    guard let found = paths.first(where: FileManager.default.isReadableFile(atPath:)) else {
      throw Failure(
        description: "there is no \(shipped) here or beside the program; name one with --file", exitCode: 66)
    }
    return found
  }
}
