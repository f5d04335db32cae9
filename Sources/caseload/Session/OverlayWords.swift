import Dates
import Parameters
import Results
import ScenarioFiles
import ServiceModel

/// What is to be said of overlays that are laid over one base, each by itself.
struct OverlayWords {
  /// The base, then each overlay over it.
  private let scenarios: [Scenario<ServiceParameters>]
  private let overlays: [ComparedOverlay]
  /// What each overlay is called in tables.
  let names: [String]

  /// - Parameters:
  ///   - scenarios: the base, then each overlay over it.
  ///   - base: what the base is called in tables.
  init(_ scenarios: [Scenario<ServiceParameters>], _ overlays: [ComparedOverlay], beside base: String) {
    (self.scenarios, self.overlays) = (scenarios, overlays)
    names = ComparedOverlay.names(overlays, beside: base)
  }

  /// The overlays with what each is warned of; what is said of the base is not said again of each.
  private var own: [(name: String, scenario: Scenario<ServiceParameters>, warnings: [Finding])] {
    guard let first = scenarios.first else { return [] }
    let known = Set(first.warnings.map(\.message))
    return zip(names, scenarios.dropFirst()).map { name, scenario in
      (name, scenario, scenario.warnings.filter { !known.contains($0.message) })
    }
  }

  /// What each overlay was warned of, with its name.
  var warnings: [String] {
    own.flatMap { name, _, warnings in warnings.map { "\(name): \($0.message)" } }
  }

  /// What of the overlays can have no effect in this run, to be told before anything is simulated.
  var vain: [Finding] { own.flatMap(\.warnings).filter(Self.isVain) }

  /// The warnings that are left to be told at the end, those of `manifest` that are not among the vain.
  func later(than manifest: Manifest) -> [String] {
    let told = Set(
      own.flatMap { name, _, warnings in warnings.filter(Self.isVain).map { "\(name): \($0.message)" } })
    return manifest.warnings.filter { !told.contains($0) }
  }

  private static func isVain(_ finding: Finding) -> Bool {
    ["outside-run", "set-in-vain", "nothing-to-move"].contains(finding.code)
  }

  /// The overlays by their names in tables and in words, with why each may change nothing.
  var compared: [ComparedDesign] {
    let titles = zip(overlays, own).map { overlay, own in
      overlay.title(own.scenario.overlayTitles.suffix(overlay.files.count))
    }
    return zip(own, titles).map { own, title in
      let isTaken = titles.count { $0 == title } > 1 || title == scenarios.first?.title
      return ComparedDesign(
        name: own.name, title: isTaken ? "\(title) (\(own.name))" : title,
        idle: idleness(own.scenario, own.warnings) ?? "")
    }
  }

  /// Why an overlay changes nothing, where the files tell.
  private func idleness(_ scenario: Scenario<ServiceParameters>, _ warnings: [Finding]) -> String? {
    guard let first = scenarios.first else { return nil }
    if scenario.hash == first.hash { return "it sets nothing that the base does not have already" }
    if let start = scenario.startAfterEnd(beside: first) {
      return "it starts on \(start), after the run ends on \(scenario.parameters.run.ends)"
    }
    let vain = warnings.filter(Self.isVain).map {
      String($0.message.reversed().drop { $0 == "." }.reversed())
    }
    return vain.isEmpty ? nil : vain.joined(separator: "; ")
  }
}

extension Scenario<ServiceParameters> {
  /// The first day on which anything begins that the base does not have, where that is after the run ends.
  fileprivate func startAfterEnd(beside base: Scenario) -> String? {
    let starts = settings.values.compactMap { setting -> Value? in
      guard setting.path.hasSuffix(".from"), setting.value != base.settings[setting.path]?.value else {
        return nil
      }
      return setting.value
    }
    let days = starts.compactMap { value -> CivilDate? in
      if case .date(let day) = value { return day }
      return nil
    }
    guard let first = days.min(), first > parameters.run.ends else { return nil }
    return first.description
  }
}
