import Foundation
import Notation

/// `evidence_risk.json` and the like: what one command wrote as evidence, and from which result it was drawn, so that
/// nothing of another result is ever shown as this one's.
package enum EvidenceManifest {
  /// Raised when a member changes its meaning.
  package static let format = 1

  package static func name(of verb: String) -> String { "evidence_\(verb).json" }

  package static func isOurs(_ name: String) -> Bool { verbs.contains { self.name(of: $0) == name } }

  private static var verbs: Set<String> { Set(EvidenceFile.all.map(\.verb)) }

  /// A file of evidence as it was written, and the result it was drawn from.
  private struct Entry {
    let sum: FileSum
    /// The digest of the result's tables.
    let result: String
  }

  /// Writes evidence into a folder, with what binds it to its result.
  ///
  /// What the same command wrote there earlier, drawn from the same result, stays bound.
  ///
  /// - Parameter result: the digest of the result's tables.
  package static func write(
    _ files: [WholeFile.Prepared], to folder: String, of result: String
  ) throws(OutputFailure) {
    let sums = files.map { FileSum(name: $0.name, of: $0.bytes) }
    let names = Set(sums.map(\.name))
    var binders: [WholeFile.Prepared] = []
    for verb in Set(sums.compactMap { EvidenceFile.verb(of: $0.name) }).sorted() {
      let earlier = ((try? entries(verb, in: folder)) ?? []).filter { $0.result == result }.map(\.sum)
      let kept = earlier.filter { !names.contains($0.name) && ResultReader.has($0.name, folder) }
      let own = sums.filter { EvidenceFile.verb(of: $0.name) == verb }
      binders.append(prepared(verb, kept + own, of: result))
    }
    try WholeFile.write(files + binders, to: folder)
  }

  private static func prepared(_ verb: String, _ sums: [FileSum], of result: String) -> WholeFile.Prepared {
    let json = JSONValue.object([
      "program": .string(ManifestJSON.program), "kind": "evidence", "format": .integer(format),
      "verb": .string(verb), "result": .string(result),
      "files": sums.sorted { $0.name < $1.name }.json,
    ])
    return WholeFile.Prepared(name: name(of: verb), bytes: SealedJSON.sealed(json.text))
  }

  /// The evidence in a folder, bound.
  ///
  /// - Parameter result: the digest of the tables of the result that it must have been drawn from; nil where any will do.
  package static func folder(_ path: String, of result: String?) throws(ReadFailure) -> BoundFolder {
    var sums: [FileSum] = []
    for verb in verbs.sorted() where ResultReader.has(name(of: verb), path) {
      for entry in try entries(verb, in: path) {
        if let result, entry.result != result, ResultReader.has(entry.sum.name, path) {
          throw .unbound(
            path: path + "/" + entry.sum.name, reason: "was drawn from another result than the one beside it",
            help: "run `caseload \(verb)` on the result, or remove the file")
        }
        sums.append(entry.sum)
      }
    }
    return BoundFolder(
      path, sums: sums, binder: "its evidence_….json", origin: nil,
      help: "run the command that made it again (risk, finance, hr, vacancy-factor), or remove the file")
  }

  private static func entries(_ verb: String, in folder: String) throws(ReadFailure) -> [Entry] {
    let path = folder + "/" + name(of: verb)
    guard ResultReader.has(name(of: verb), folder) else { return [] }
    let bytes = try ResultReader.bytes(of: path)
    let help = "run `caseload \(verb)` on the result again"
    let json = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    if let found = json?["format"].flatMap(Int.init(json:)), found > format {
      throw .unbound(path: path, reason: "has format \(found), of a later version of caseload", help: help)
    }
    guard SealedJSON.isWhole(bytes), let json, json["program"] == .string(ManifestJSON.program),
      let result = json["result"].flatMap(String.init(json:)),
      let files = json["files"].flatMap([FileSum].init(json:))
    else {
      throw .unbound(path: path, reason: "was cut short or changed since it was written", help: help)
    }
    return files.map { Entry(sum: $0, result: result) }
  }
}
