import Dates
import Parameters

/// Warns of prices that are years older than the run that begins with them.
///
/// Prices hold at the start of a run and rise from there. Whoever moves the start has to move the prices with it. A price
/// is as old as `known` says, or else as the newest day of which its source speaks.
struct EarlierPrices {
  let settings: [String: Setting]
  let layers: [Layer]

  /// Years by which a price may be older than the run.
  private static let most = 3.0
  private static let units: Set<Unit> = [.pounds, .poundsPerWeek, .poundsPerYear]

  /// One warning for each file whose prices are too old, at the first of them.
  var findings: [Finding] {
    guard case .date(let starts)? = settings["run.starts"]?.value else { return [] }
    let old = settings.values.filter { setting in
      guard Self.units.contains(setting.unit),
        setting.path.hasPrefix("money.") || setting.path.hasPrefix("agency."),
        let newest = setting.known ?? SourceDates.newest(in: setting.source),
        (setting.value?.asNumber ?? 0) != 0
      else { return false }
      return Double(starts.dayNumber - newest.dayNumber) > Self.most * 365.25
    }
    return layers.compactMap { layer in
      let here = old.compactMap { setting in
        setting.valuePlace.flatMap { $0.file == layer.source.name ? (path: setting.path, place: $0) : nil }
      }
      guard let first = here.min(by: { ($0.place, $0.path) < ($1.place, $1.path) }) else { return nil }
      let others = here.count == 1 ? " is" : " and \(here.count - 1) more prices are"
      return layer.source.finding(
        .warning, "old-prices", first.place,
        "\(first.path.quoted)\(others) more than \(Int(Self.most)) years older than the run, which starts on \(starts).",
        help: "bring the prices to the first year of the run, with their source")
    }
  }
}
