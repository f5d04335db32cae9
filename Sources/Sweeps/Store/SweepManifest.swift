import Experiments
import Foundation
import Results

/// What a sweep is: enough to resume it, and to know that two folders hold parts of the same one.
package struct SweepManifest: Codable, Sendable, Equatable {
  package var program = "caseload"
  package var kind = "sweep"
  /// Raised when a member changes its meaning. Since 2 it keeps what the design's file was, and the names of points begin
  /// with a letter.
  package var format = SweepManifest.format
  package static let format = 2
  package var scenario = ""
  /// SHA-256 over the resolved parameters, but for the number of replications, and the model version.
  package var scenarioHash = ""
  package var seed: UInt64 = 0
  package var generator = ""
  package var modelVersion = ""
  package var dataAsOf = ""
  /// Which points, in which order: SHA-256 over the varied paths and their levels.
  package var designHash = ""
  /// What `design.csv` was when it was written: its length, and the SHA-256 of its bytes.
  package var designBytes = 0
  package var designSha256 = ""
  /// SHA-256 over all that makes two sweeps one.
  package var fingerprint = ""
  package var points = 0
  package var varied: [StoreShape.Column] = []
  package var outputs: [StoreShape.Column] = []
  /// Replications of each point.
  package var replications = 0
  /// Which replications have a twin, as ``TwinSetting`` writes it. Nil in the manifests of earlier programs, which had none.
  package var twins: String?
  /// Resolved values by path, for saying what differs.
  package var parameters: [String: String] = [:]
  // What follows may differ from process to process.
  package var command: [String] = []
  /// What was laid over the scenario in every point, in a sentence; nil where nothing was.
  package var changed: String?
  package var commit = ""
  package var toolchain = ""
  package var host = ""
  package var scenarioFiles: [Manifest.SourceFile] = []

  package init() {}

  /// How many twins the points have.
  package var twinSetting: TwinSetting { twins.flatMap { TwinSetting($0) } ?? .off }

  /// What the fingerprint is taken of. Without twins it is what it was before there were any.
  package var identity: String {
    let twins = twinSetting.isOn ? ["twins: \(twinSetting)"] : []
    return ([scenarioHash, String(seed), generator, modelVersion, designHash] + outputs.map(\.name) + twins)
      .joined(separator: "\n")
  }

  /// The tables of its stores.
  package var shape: StoreShape {
    StoreShape(
      fingerprint: fingerprint, seed: seed, modelVersion: modelVersion, parameters: varied, outputs: outputs,
      twins: twinSetting)
  }

  /// Where the rows of its tables come from.
  var origin: Origin {
    Origin(seed: seed, scenarioHash: scenarioHash, modelVersion: modelVersion, dataAsOf: dataAsOf)
  }

  /// What keeps a sweep from being resumed as another; empty when nothing does. Replications may differ.
  package func differences(from other: SweepManifest) -> [String] {
    var lines: [String] = []
    func compare(_ name: String, _ one: String, _ two: String) {
      if one != two { lines.append("\(name): \(two) -> \(one)") }
    }
    compare("model version", modelVersion, other.modelVersion)
    compare("generator", generator, other.generator)
    compare("seed", String(seed), String(other.seed))
    for path in Set(parameters.keys).union(other.parameters.keys).sorted()
    where path != "run.replications" && path != "run.seed" {
      compare(path, parameters[path] ?? "unset", other.parameters[path] ?? "unset")
    }
    func names(_ columns: [StoreShape.Column]) -> String { columns.map(\.name).joined(separator: " ") }
    compare("varied", names(varied), names(other.varied))
    compare("points", String(points), String(other.points))
    compare("outputs", names(outputs), names(other.outputs))
    if lines.isEmpty, scenarioHash != other.scenarioHash {
      lines.append("which values are uncertain has changed")
    }
    if lines.isEmpty, designHash != other.designHash { lines.append("the levels of the design have changed") }
    if twinSetting.isOn || other.twinSetting.isOn {
      compare("twins", twinSetting.description, other.twinSetting.description)
    }
    return lines
  }

  /// As JSON, its keys in order, sealed.
  package var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { preconditionFailure("a manifest is plain data") }
    return SealedJSON.sealed(Array(data) + [10])
  }

  /// What tells a manifest of a sweep from any other file.
  private struct Label: Codable {
    let program, kind: String
    let format: Int
  }

  /// Whether the bytes are, or once were, the manifest of a sweep.
  static func isOurs(_ bytes: [UInt8]) -> Bool {
    if let label = try? JSONDecoder().decode(Label.self, from: Data(bytes)) {
      return label.program == "caseload" && label.kind == "sweep"
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.hasPrefix("{\n  \"command\" : [") && text.contains("caseload")
  }

  /// Reads the manifest at that path.
  ///
  /// - Throws: `unbound` where it is of another format, or not what was written.
  init(_ bytes: [UInt8], path: String) throws(ReadFailure) {
    if let label = try? JSONDecoder().decode(Label.self, from: Data(bytes)), label.format != Self.format {
      let isLater = label.format > Self.format
      throw .unbound(
        path: path,
        reason:
          "has format \(label.format), of \(isLater ? "a later" : "an earlier") version of caseload; this one has "
          + "format \(Self.format)",
        help:
          "go on with the program that began the sweep, or give another --out (--force replaces the sweep)")
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard SealedJSON.isWhole(bytes), let read = try? decoder.decode(SweepManifest.self, from: Data(bytes))
    else {
      throw .unbound(
        path: path, reason: "was cut short or changed since it was written",
        help: "put back the file that was written, or give another --out (--force replaces the sweep)")
    }
    self = read
  }
}
