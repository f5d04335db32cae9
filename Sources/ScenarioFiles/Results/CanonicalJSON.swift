import Notation
import Parameters

/// The text that two scenarios share exactly when they mean the same run.
enum CanonicalJSON {
  /// Values, uncertainty and version, keys sorted, no spaces. A parameter that is not set is left out, and so are
  /// correlations where there are none.
  static func text(
    _ settings: [String: Setting], _ jointly: [PairCorrelation], modelVersion: String
  ) -> String {
    let sorted = settings.values.sorted { $0.path < $1.path }
    let values = sorted.compactMap { setting in setting.value.map { (setting.path, $0.json) } }
    let uncertain = sorted.compactMap { setting in
      setting.uncertain.map { (setting.path, json($0)) }
    }
    let together = JSONValue.array(
      jointly.map {
        .object([
          ("correlation", .value($0.correlation)), ("first", .string($0.first)),
          ("second", .string($0.second)),
        ])
      })
    return JSONValue.object(
      (jointly.isEmpty ? [] : [("jointly", together)])
        + [
          ("modelVersion", .string(modelVersion)), ("parameters", .object(values)),
          ("uncertain", .object(uncertain)),
        ] as [(String, JSONValue)]
    ).text(.compact)
  }

  private static func json(_ uncertainty: Uncertainty) -> JSONValue {
    let numbers = uncertainty.numbers.sorted { $0.name < $1.name }.map {
      ($0.name, JSONValue.value($0.value))
    }
    return .object([("family", .string(uncertainty.family))] + numbers)
  }
}
