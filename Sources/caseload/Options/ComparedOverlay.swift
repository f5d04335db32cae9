import Foundation

/// One of the overlays that are compared with a base: files that are laid over it together, and values of its own.
///
/// Written `a.yaml`, `a.yaml+b.yaml`, and either with `:path=value` behind it, as often as one likes.
struct ComparedOverlay {
  let files: [String]
  /// `path=value` texts, stronger than the files.
  let sets: [String]

  init(_ argument: String) {
    // A file may have any name.
    if FileManager.default.fileExists(atPath: argument) {
      (files, sets) = ([argument], [])
      return
    }
    let starts = argument.ranges(of: /:[a-z][A-Za-z0-9.]*=/).map(\.lowerBound)
    let ends = starts.dropFirst() + [argument.endIndex]
    let named = String(argument[..<(starts.first ?? argument.endIndex)])
    files =
      FileManager.default.fileExists(atPath: named) ? [named] : named.split(separator: "+").map(String.init)
    sets = zip(starts, ends).map { String(argument[argument.index(after: $0)..<$1]) }
  }

  /// The overlays of a command line; refuses one that is there twice, since it would be simulated and told twice.
  static func read(_ arguments: [String]) throws -> [ComparedOverlay] {
    let overlays = arguments.map(ComparedOverlay.init)
    try GivenOnce.check(
      overlays.map { ($0.files.map(Path.plain) + $0.sets).joined(separator: "+") }, "The overlay")
    return overlays
  }

  /// What overlays are called in tables beside a base: with their folders where the names alone do not tell them apart.
  static func names(_ overlays: [ComparedOverlay], beside base: String) -> [String] {
    let short = overlays.map(\.name)
    return overlays.indices.map { place in
      let isTaken = short[place] == base || short.count { $0 == short[place] } > 1
      return isTaken
        ? overlays[place].name { Path.names([$0], besides: [base, Path.stem($0)])[0] } : short[place]
    }
  }

  /// What it is called in tables: the files without folder and ending, and the ends of its own values.
  var name: String { name(Path.stem) }

  /// What people call it, by what its files are called.
  func title(_ files: some Collection<String>) -> String {
    (files.isEmpty ? [] : [files.joined(separator: " + ")] + valueWords.map { $0.joined(separator: "=") })
      .joined(separator: ", ")
  }

  /// The last names of its own values, each with its value.
  private var valueWords: [[String]] {
    sets.map { set in
      let parts = set.split(separator: "=", maxSplits: 1)
      return [String(parts.first?.split(separator: ".").last ?? ""), String(parts.last ?? "")]
    }
  }

  private func name(_ file: (String) -> String) -> String {
    files.map(file).joined(separator: "+") + valueWords.map { ":" + $0.joined(separator: "=") }.joined()
  }
}
