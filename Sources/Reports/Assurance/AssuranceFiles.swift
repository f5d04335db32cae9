import Foundation
import Results

/// Writes the STRESS-DES checklist or the assurance pack of a result as Markdown and HTML.
package enum AssuranceFiles {
  /// Which of the two.
  package enum Kind: String, Sendable {
    case stress
    case qa
  }

  /// Writes `<kind>.md` and `<kind>.html` into a folder (that of the result where none is named) and returns their
  /// paths and one line that says how much is answered. People complete these files by hand, so that one which is there
  /// is replaced only by `force`. Throws a `ReadFailure` or an `OutputFailure`.
  package static func write(
    _ kind: Kind, of folder: String, to place: String? = nil, force: Bool = false, newest: String? = nil
  ) throws -> (paths: [String], counts: String) {
    let result = try ResultReader.whole(folder, newest: newest)
    let checklist = kind == .stress ? StressChecklist(result).checklist : QualityPack(result).checklist
    let place = place ?? folder
    let files = [("\(kind.rawValue).md", checklist.markdown), ("\(kind.rawValue).html", checklist.html)]
    try WholeFile.makeFolder(place)
    for (name, _) in files where !force && FileManager.default.fileExists(atPath: place + "/" + name) {
      throw OutputFailure.cannotCreate(
        path: place + "/" + name,
        reason: "it already exists, perhaps completed by hand; --force replaces it")
    }
    try WholeFile.write(files.map { WholeFile.Prepared(name: $0.0, bytes: $0.1) }, to: place)
    return (files.map { place + "/" + $0.0 }, checklist.counts)
  }
}
