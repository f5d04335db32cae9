import Foundation
import Parameters
import Testing

@testable import ScenarioFiles

/// Reads a text as `town.yaml`.
func read(_ text: String, sets: [String] = []) throws -> Scenario<Town> {
  try ScenarioReader<Town>(modelVersion: "1").read(text: text, name: "town.yaml", sets: sets)
}

/// What is wrong with a text; empty when nothing is.
func findings(_ text: String, sets: [String] = []) -> [Finding] {
  do throws(ScenarioFailure) {
    return try ScenarioReader<Town>(modelVersion: "1").read(text: text, name: "town.yaml", sets: sets)
      .warnings
  } catch {
    return error.findings
  }
}

/// `code@line:column` of each finding.
func brief(_ text: String, sets: [String] = []) -> [String] {
  findings(text, sets: sets).map { "\($0.code)@\($0.place.line):\($0.place.column)" }
}

/// A folder of files that is gone after the test.
final class Folder {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("town-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, Data(text.utf8)) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ data: Data) throws {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  func read(_ name: String, overlays: [String] = [], sets: [String] = []) throws -> Scenario<Town> {
    try ScenarioReader<Town>(modelVersion: "1").read(
      "\(path)/\(name)", overlays: overlays.map { "\(path)/\($0)" }, sets: sets)
  }

  /// What is wrong, with the folder's name taken out.
  func failure(_ name: String, overlays: [String] = []) -> (text: String, kind: ScenarioFailure.Kind)? {
    do {
      _ = try read(name, overlays: overlays)
      return nil
    } catch let failure as ScenarioFailure {
      return (failure.description.replacing("\(path)/", with: ""), failure.kind)
    } catch {
      return nil
    }
  }
}
