import Experiments
import Foundation
import ScenarioFiles
import ServiceModel
import Testing
import Verification

/// The cases that come with the program.
enum Checked {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Scenarios/verification")
    .path

  static func shipped() throws -> [VerificationCase] {
    let data = try #require(FileManager.default.contents(atPath: "\(folder)/cases.json"))
    return try CaseReading.cases(data, folder: folder)
  }

  /// One case from its members as JSON, beside an id, a group, a title and a source.
  static func item(_ members: String) throws -> VerificationCase {
    let text = #"[{"id": "T1", "group": "test", "title": "a test", "source": "none", \#(members)}]"#
    return try #require(try CaseReading.cases(Data(text.utf8), folder: folder).first)
  }

  static func rows(_ members: String, jobs: Int = 2) async throws -> [VerificationRow] {
    try await Verification(jobs: jobs).rows(try item(members))
  }

  /// Whether the tests were built to be fast; simulations of the cases take minutes otherwise.
  static var isRelease: Bool {
    #if DEBUG
      return false
    #else
      return true
    #endif
  }
}
