import Dates
import Experiments
import Results
import ScenarioFiles
import ServiceModel
import Statistics

/// A finished run of a council read as a forecast: anchored, widened, and with how far such forecasts have been right.
package struct CouncilForecast {
  package let rows: [ForecastRow]
  /// What a reader must know of them, a sentence each.
  package let words: [String]

  /// What is done with the replications.
  package struct Steps: Sendable {
    package var usesAnchor = true, usesWidths = true
    package init() {}
  }

  /// Nil where the scenario is no council's of the table, or where no figure that it rests on is in the table.
  package init?(
    _ outcomes: [ReplicationOutcome], _ tables: ModelTables, _ council: Council?, dataAsOf: CivilDate,
    _ table: NationalTable, _ priors: PriorsFile?, _ skill: SkillTable?, _ steps: Steps
  ) {
    guard outcomes.count > 1, let listed = table.council(of: council), !listed.isWhole
    else { return nil }
    let panel = Panel(table, including: listed.code)
    let origin = Self.origin(dataAsOf)
    guard let fold = panel.fold(of: listed.code), let first = SkillMeasure.all.first,
      table.figure(first.column, listed.code, origin).value != nil
    else { return nil }
    let readings = ScoredReadings(tables, origin: origin)
    let anchor = steps.usesAnchor ? Anchor(panel, origin: origin, fold: fold) : nil
    let levels =
      steps.usesAnchor
      ? priors?.newest(upTo: origin, fold: fold).map { LevelAnchor(panel, $0, known: origin) } : nil
    let (forecasts, anchoring) = ScoredForecast.all(
      readings, outcomes.map(readings.numbers),
      published: { steps.usesAnchor ? table.figure($0.column, listed.code, origin).value : nil },
      law: { anchor?.law(listed.code, $0) }, usual: { levels?.law(listed.code, $0, $1) })
    guard !forecasts.isEmpty else { return nil }
    rows = forecasts.map { forecast in
      let learned = skill?[forecast.measure.column.name, forecast.horizon]
      let widths = anchor == nil ? learned?.rawWidths : learned?.widths
      let width = steps.usesWidths ? widths.map { $0[fold] } ?? 1 : 1
      let told = forecast.anchored(by: learned?.shares[fold] ?? Anchoring.share)
        .widened(by: width, on: forecast.measure.scale)
      return ForecastRow {
        ($0.measure, $0.breakdown, $0.unit) = (
          forecast.measure.measure, forecast.measure.breakdown, forecast.measure.column.unit
        )
        ($0.label, $0.date) = (forecast.measure.label, forecast.measure.date(origin, forecast.horizon))
        ($0.horizon, $0.width) = (forecast.horizon, width)
        ($0.p10, $0.p50, $0.p90) = Self.range(forecast.raw)
        ($0.toldP10, $0.toldP50, $0.toldP90) = Self.range(told)
        $0.forecasts = learned?.count ?? 0
        $0.error = (anchor == nil ? learned?.rawError : learned?.error) ?? .nan
        $0.errorAsNow = learned?.errorAsNow ?? .nan
      }
    }
    words = Self.words(rows, anchoring, origin, usesAnchor: anchor != nil)
  }

  /// The newest year whose 31 March is not after the data.
  private static func origin(_ dataAsOf: CivilDate) -> Int {
    let (year, month, day) = dataAsOf.civil
    return month > 3 || (month == 3 && day == 31) ? year : year - 1
  }

  private static func range(_ forecast: QuantileForecast) -> (Double, Double, Double) {
    (forecast.quantile(0.1), forecast.median, forecast.quantile(0.9))
  }

  private static func words(
    _ rows: [ForecastRow], _ anchoring: Anchoring, _ origin: Int, usesAnchor: Bool
  ) -> [String] {
    var words: [String] = []
    if let row = rows.first(where: { $0.horizon == 3 && $0.error.isFinite }) {
      words.append(
        "Three years after its newest figure, forecasts of \(row.label.lowercased()) made like this one for other councils "
          + "have been off by \(Phrase.percent(row.error, decimals: 0)) on average; \"as now\" by "
          + "\(Phrase.percent(row.errorAsNow, decimals: 0)).")
    }
    let relaxed = anchoring.relaxed
    if !relaxed.isEmpty {
      let parts = relaxed.map {
        "\(Phrase.percent($0.reached, decimals: 0)) of the way \($0.horizon) "
          + "\($0.horizon == 1 ? "year" : "years") ahead"
      }
      words.append(
        "What was simulated of children looked after lies far from what other councils' figures lead to expect. Moved all of "
          + "the way to it, too few futures would have counted: it was moved \(parts.joined(separator: ", "))."
      )
    }
    return words
  }
}
