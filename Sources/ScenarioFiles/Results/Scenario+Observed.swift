import Foundation
import Notation

extension Scenario {
  /// Where the council's published figures are: `observed/<council>.csv` beside the scenario, or beside a file it is based
  /// on, where the council is the beginning of the scenario file's name, up to the first word that is a number. Nil where
  /// there is no such file.
  ///
  /// - Returns: its path, and whether it was found beside a file that the scenario is based on.
  package func observedFile(beside path: String) -> (path: String, isOfAncestor: Bool)? {
    let found = ([path] + files.map(\.name).reversed()).lazy.map { file in
      let url = URL(fileURLWithPath: file)
      let words = url.deletingPathExtension().lastPathComponent.split(separator: "-")
      let name = words.prefix { Int($0) == nil }.joined(separator: "-")
      let folder = file.lastIndex(of: "/").map { file[...$0] } ?? ""
      let place = ShippedFile.place(of: "\(folder)observed/\(name).csv")
      return (URL(fileURLWithPath: place).path, file != path)
    }
    return found.first { FileManager.default.fileExists(atPath: $0.0) }
  }
}
