import Foundation

/// One Swift file of the project, as the rules of the house look at it.
struct SourceFile {
  /// Path from the project's folder, for example `Sources/Dates/CivilDate.swift`.
  let path: String
  let text: String
  /// The text without comments and without the insides of string literals; lines stay where they were.
  let code: String

  /// The folder of the project, found from where this file stood when it was compiled.
  static let project = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every Swift file below a folder of the project, in order of path.
  static func all(in folder: String) throws -> [SourceFile] {
    let root = project.appendingPathComponent(folder)
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
      let text = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
      return SourceFile(path: "\(folder)/\(name)", text: text, code: Bare.code(text))
    }
  }

  /// The room that the file belongs to: `Dates` for `Sources/Dates/CivilDate.swift`.
  var room: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

  var lines: Int { text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 }

  /// The modules that the file imports.
  var imports: [String] {
    code.matches(of: #/(?m)^[ @\w]*\bimport +(?:struct +|func +)?(\w+)/#).map { String($0.output.1) }
  }

  /// The lines of code that a pattern matches, each as `path:line: text`.
  func lines(matching pattern: Regex<some Any>) -> [String] {
    zip(1..., code.split(separator: "\n", omittingEmptySubsequences: false)).compactMap { number, line in
      line.contains(pattern) ? "\(path):\(number): \(line.trimmingCharacters(in: .whitespaces))" : nil
    }
  }

  /// The types that the file declares at its top level.
  var types: [String] {
    code.matches(of: #/(?m)^(?:\w+ +)*(?:struct|enum|class|protocol|actor|typealias) +(\w+)/#)
      .map { String($0.output.1) }
  }
}

/// Takes comments and the insides of strings out of Swift source, so that only code is searched.
private enum Bare {
  private enum Place { case code, lineComment, blockComment, string, longString }

  static func code(_ text: String) -> String {
    let characters = Array(text)
    var bare = ""
    var place = Place.code
    var index = 0
    func stands(_ word: String) -> Bool { characters[index...].starts(with: word) }
    while index < characters.count {
      var step = 1
      if characters[index] == "\n" {
        if place == .lineComment { place = .code }
        bare.append("\n")
      } else {
        switch place {
        case .code:
          if stands("//") {
            place = .lineComment
          } else if stands("/*") {
            place = .blockComment
          } else {
            bare.append(characters[index])
            if stands("\"\"\"") { (place, step) = (.longString, 3) } else if stands("\"") { place = .string }
          }
        case .lineComment: break
        case .blockComment: if stands("*/") { (place, step) = (.code, 2) }
        case .string, .longString:
          let end = place == .string ? "\"" : "\"\"\""
          if stands("\\"), !stands("\\\n") {
            step = 2
          } else if stands(end) {
            (place, step) = (.code, end.count)
            bare.append("\"")
          }
        }
      }
      index += step
    }
    return bare
  }
}
