import Foundation

/// Scenarios, overlays and tables that come with the program, found from any working folder.
///
/// A path that begins with `Scenarios/` and leads to nothing from the working folder is that of the shipped file of the
/// same name. So every command that is shown works as it is written, wherever the program is installed.
package enum ShippedFile {
  private static let start = "Scenarios/"

  /// Where a path leads.
  ///
  /// - Parameters:
  ///   - path: as a person or a file names it.
  ///   - shelf: the folder that holds `Scenarios`; by default that of this program.
  /// - Returns: the path itself where it leads to something or nothing of that name is shipped; else the path of the
  ///   shipped file or folder.
  package static func place(of path: String, on shelf: String? = ShippedFile.shelf) -> String {
    guard path.hasPrefix(start), !exists(path), let shelf else { return path }
    let shipped = "\(shelf)/\(path)"
    return exists(shipped) ? shipped : path
  }

  /// Where a name that a file gives leads: beside the file, or to what is shipped under that name where nothing is there.
  ///
  /// From the working folder nothing is read: a file means the same wherever the program is started.
  package static func place(
    of name: String, beside file: String, on shelf: String? = ShippedFile.shelf
  ) -> String {
    guard !name.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return name }
    let path = String(file[...slash]) + name
    guard name.hasPrefix(start), !exists(path), let shelf else { return path }
    let shipped = "\(shelf)/\(name)"
    guard exists(shipped) else { return path }
    // As it is named, where that leads to the same file.
    return exists(name) && !isSame(name, shipped) ? shipped : name
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    func real(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
    return real(one) == real(other)
  }

  /// Whether a path leads to something from the working folder, or to something shipped.
  package static func isThere(_ path: String) -> Bool { exists(place(of: path)) }

  /// The folder in which `Scenarios` comes with this program; nil where there is none.
  package static let shelf: String? = shelf(
    of: URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path)

  /// The folder in which `Scenarios` comes with a program: `share/caseload` beside the folder of an installed program, or
  /// the folder of a checkout above a built one.
  package static func shelf(of program: String) -> String? {
    var above = URL(fileURLWithPath: program).deletingLastPathComponent()
    var folders = [above.deletingLastPathComponent().appendingPathComponent("share/caseload").path]
    while above.path != "/" {
      folders.append(above.path)
      above.deleteLastPathComponent()
    }
    return folders.first { exists("\($0)/\(start)england.yaml") }
  }

  private static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
