import Experiments
import Foundation
import ScenarioFiles
import ServiceModel
import Testing
import Verification

/// The way from the cases' scenarios to parameters, and the cases that come with the program.
enum Checked {
  static let reader: Verification.Reader = { scenario in
    let reader = ScenarioReader<ServiceParameters>(modelVersion: ModelVersion.current)
    func plain(_ findings: [Finding]) -> [CaseFinding] {
      findings.map { CaseFinding(code: $0.code, severity: $0.severity.rawValue, message: $0.message) }
    }
    do throws(ScenarioFailure) {
      let read =
        switch scenario.origin {
        case .file(let path): try reader.read(path, sets: scenario.sets)
        case .text(let text): try reader.read(text: text, name: "case", sets: scenario.sets)
        }
      return (read.parameters, plain(read.warnings))
    } catch {
      return (nil, plain(error.findings))
    }
  }

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
    try await Verification(jobs: jobs, reader: reader).rows(try item(members))
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
