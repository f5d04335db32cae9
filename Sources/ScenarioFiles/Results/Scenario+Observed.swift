import Foundation

extension Scenario {
  /// Where the council's published figures are: `observed/<council>.csv` beside the scenario, or beside a file it is based
  /// on, where the council is the beginning of the scenario file's name, up to the first word that is a number. Nil where
  /// there is no such file.
  package func observedFile(beside path: String) -> String? {
    ([path] + files.map(\.name).reversed()).lazy.map { file in
      let url = URL(fileURLWithPath: file)
      let words = url.deletingPathExtension().lastPathComponent.split(separator: "-")
      let name = words.prefix { Int($0) == nil }.joined(separator: "-")
      return url.deletingLastPathComponent().appendingPathComponent("observed/\(name).csv").path
    }.first { FileManager.default.fileExists(atPath: $0) }
  }
}
