import Dates
import Parameters
import ScenarioFiles
import ServiceModel

/// What is to be said of overlays that are laid over one base, each by itself.
struct OverlayWords {
  /// The base, then each overlay over it.
  private let scenarios: [Scenario<ServiceParameters>]
  private let names: [String]

  /// - Parameters:
  ///   - scenarios: the base, then each overlay over it.
  ///   - names: those of the overlays.
  init(_ scenarios: [Scenario<ServiceParameters>], names: [String]) {
    (self.scenarios, self.names) = (scenarios, names)
  }

  /// What each overlay was warned of, with its name; what is said of the base is not said again of each.
  var warnings: [String] {
    guard let first = scenarios.first else { return [] }
    let known = Set(first.warnings.map(\.message))
    return zip(names, scenarios.dropFirst()).flatMap { name, scenario in
      scenario.warnings.filter { !known.contains($0.message) }.map { "\(name): \($0.message)" }
    }
  }

  /// Why an overlay changes nothing, by its name, where the files tell.
  var reasons: [String: String] {
    guard let first = scenarios.first else { return [:] }
    var reasons: [String: String] = [:]
    for (name, scenario) in zip(names, scenarios.dropFirst()) {
      if scenario.hash == first.hash {
        reasons[name] = "it sets nothing that the base does not have already"
      } else if let start = scenario.startAfterEnd(beside: first) {
        reasons[name] = "it starts on \(start), after the run ends on \(scenario.parameters.run.ends)"
      }
    }
    return reasons
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
