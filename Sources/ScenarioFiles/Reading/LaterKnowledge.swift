import Dates
import Parameters

/// Warns of values that rest on figures later than `run.dataAsOf`, and names files that say they know with hindsight.
///
/// Only a scenario that states its date is asked. A value rests on figures up to the day `known`, where that is said,
/// else up to the newest day that its source certainly speaks of.
struct LaterKnowledge {
  let settings: [String: Setting]
  let layers: [Layer]

  private static let path = "run.dataAsOf"

  var findings: [Finding] {
    let asOf = stated
    return layers.flatMap { layer in
      if let hindsight = layer.hindsight { return named(hindsight, layer, asOf) }
      return asOf.map { later(in: layer, than: $0) } ?? []
    }
  }

  /// The date that the scenario states, whatever a file of hindsight makes of it; nil where it states none.
  private var stated: CivilDate? {
    let values = layers.filter { $0.hindsight == nil }.compactMap { $0.entries[Self.path]?.value }
    if case .date(let date)? = values.last { return date }
    return nil
  }

  /// The values that hold from a file, in their order there.
  private func held(by layer: Layer) -> [Setting] {
    settings.values.filter { $0.valuePlace?.file == layer.source.name }
      .sorted {
        ($0.valuePlace ?? layer.source.beginning, $0.path) < (
          $1.valuePlace ?? layer.source.beginning, $1.path
        )
      }
  }

  /// One warning for a file of hindsight of which anything holds.
  private func named(_ hindsight: (words: String, place: Place), _ layer: Layer, _ asOf: CivilDate?)
    -> [Finding]
  {
    let count = held(by: layer).count
    guard count > 0 else { return [] }
    let since = asOf.map { " than \($0)" } ?? ""
    let values = count == 1 ? "1 value" : "\(count) values"
    return [
      layer.source.finding(
        .warning, "hindsight", hindsight.place,
        "Uses figures known only later\(since): \(hindsight.words.withoutControls) (\(values)).")
    ]
  }

  /// One warning for each source that is later, at the first of the values that rest on it.
  private func later(in layer: Layer, than asOf: CivilDate) -> [Finding] {
    var told: [String: (first: Setting, newest: CivilDate, count: Int)] = [:]
    var order: [String] = []
    for setting in held(by: layer) {
      guard let newest = setting.known ?? SourceDates.newest(in: setting.source), newest > asOf else {
        continue
      }
      let key = "\(newest) \(setting.source.text)"
      if let before = told[key] {
        told[key] = (before.first, before.newest, before.count + 1)
      } else {
        told[key] = (setting, newest, 1)
        order.append(key)
      }
    }
    return order.compactMap { told[$0] }.map { setting, newest, count in
      let others = count == 1 ? "" : count == 2 ? " and 1 other" : " and \(count - 1) others"
      let rests = count == 1 ? "rests" : "rest"
      let on =
        setting.known == nil ? "figures of \(newest) or later" : "figures known to \(newest)"
      return layer.source.finding(
        .warning, "later-than-data", setting.valuePlace ?? layer.source.beginning,
        "\(setting.path.quoted)\(others) \(rests) on \(on), but the scenario's figures end on \(asOf).",
        help: setting.known == nil
          ? "put it in an overlay with \"hindsight\", or say \"known\" with the last day of its newest figure"
          : "put it in an overlay with \"hindsight\"")
    }
  }
}
