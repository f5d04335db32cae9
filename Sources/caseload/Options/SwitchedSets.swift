import ScenarioFiles
import ServiceModel

/// The `--set` of levers, shocks and responses that are for some overlays only: for those that switch them on.
struct SwitchedSets {
  /// Each with the overlays that it is for, by name.
  private let overlaysOf: [(set: String, names: [String])]

  init(_ input: ScenarioOptions, _ overlays: [ComparedOverlay], _ talk: TalkOptions) throws {
    let switching = input.sets.filter { SwitchedSets.group(of: $0) != nil }
    guard !switching.isEmpty else {
      overlaysOf = []
      return
    }
    // What a file sets by itself; a mistake in it is told when all of it is read.
    func groups(_ files: [String]) -> Set<String> {
      let read = try? input.read(talk, over: files, without: switching)
      let set = (read?.settings.values.filter { $0.place != nil } ?? []).map(\.path)
      return Set(set.compactMap(SwitchedSets.group))
    }
    let base = groups([])
    let byOverlay = overlays.map { overlay in
      (
        overlay.name,
        groups(overlay.files).union(overlay.sets.compactMap(SwitchedSets.group)).subtracting(base)
      )
    }
    var found: [(set: String, names: [String])] = []
    for set in switching {
      let names = byOverlay.filter { overlay in SwitchedSets.group(of: set).map(overlay.1.contains) ?? false }
        .map(\.0)
      guard !names.isEmpty else { continue }
      found.append((set, names))
      talk.say("--set \(set) is for \(names.joined(separator: ", ")) alone: nothing else has that lever")
    }
    overlaysOf = found
  }

  /// The sets that are not for an overlay; nil stands for the base.
  func notFor(_ overlay: ComparedOverlay?) -> [String] {
    overlaysOf.filter { set in overlay.map { !set.names.contains($0.name) } ?? true }.map(\.set)
  }

  /// `levers.paySupplement` of `levers.paySupplement.share=0.1`; nil for what is no lever, shock or response.
  private static func group(of path: String) -> String? {
    let parts = path.split(separator: "=")[0].split(separator: ".")
    guard parts.count > 2, ["levers", "shocks", "responses"].contains(parts[0]) else { return nil }
    return "\(parts[0]).\(parts[1])"
  }
}
