import Foundation
import Notation

/// Paths as people type and read them.
enum Path {
  /// The path of this program.
  static var program: String { URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path }

  /// The path without slashes at its end; `/` stays.
  static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  /// The path as seen from the working folder.
  static func relative(_ path: String) -> String {
    let here = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }

  /// The path as seen from the folder of a file; from anywhere where it was written so.
  static func relative(_ path: String, toFolderOf file: String) -> String {
    guard !path.hasPrefix("/") else { return path }
    func parts(_ path: String) -> [String] {
      URL(fileURLWithPath: path).standardizedFileURL.pathComponents
    }
    let (target, folder) = (parts(path), Array(parts(file).dropLast()))
    let shared = zip(target, folder).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: folder.count - shared) + target[shared...]).joined(separator: "/")
  }

  /// The file on which a scenario is to be based, as the scenario names it: as seen from its folder, or by the name under
  /// which it comes with the program.
  static func base(_ path: String, seenFrom file: String) -> String {
    ShippedFile.place(of: path) == path ? relative(path, toFolderOf: file) : path
  }

  /// The path as seen from anywhere.
  static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }

  /// The same for every way to write a path: absolute, without `.` and `..`.
  static func plain(_ path: String) -> String {
    URL(fileURLWithPath: absolute(path)).standardizedFileURL.path
  }

  /// What files are called beside each other: each its name without folder and ending, and with as much of its folders as
  /// tells it from the others and from those names that are taken.
  static func names(_ paths: [String], besides taken: [String]) -> [String] {
    func name(_ path: String, folders: Int) -> String {
      let parts = path.split(separator: "/").dropLast().suffix(folders).map(String.init)
      return (parts + [stem(path)]).joined(separator: "/")
    }
    return paths.enumerated().map { place, path in
      let others = paths.enumerated().filter { $0.offset != place && $0.element != path }.map(\.element)
      let most = path.split(separator: "/").count
      let folders = (0..<most).first { count in
        let own = name(path, folders: count)
        return !taken.contains(own) && !others.contains { name($0, folders: count) == own }
      }
      return folders.map { name(path, folders: $0) } ?? path
    }
  }

  /// A file's name without its folder and ending.
  static func stem(_ path: String) -> String {
    URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
  }
}
