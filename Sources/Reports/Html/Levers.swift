import Notation
import Parameters
import Results

/// What levers change, for a board paper: read from the folder that `compare` or `worth` wrote.
package struct Levers: Sendable {
  /// One lever: what it changes, what that costs or saves, and how sure it is.
  struct Row: Sendable, Equatable {
    let title, change, cost, certainty: String
  }

  let rows: [Row]
  /// Against what, in how many futures.
  let note: String

  /// What is in that folder.
  ///
  /// - Parameter series: what the result watches, for the names of measures.
  /// - Throws: `foreign` where it holds neither a comparison nor what levers are worth.
  init(folder: String, _ series: [Series]) throws(ReadFailure) {
    let (manifest, bound) = try ResultReader.bound(folder)
    if try bound.isThere(Tables.comparison.name) {
      rows = Self.rows(of: try Tables.comparison.read(bound), series, manifest.title)
    } else if try bound.isThere(WorthRow.table.name) {
      rows = Self.rows(of: try WorthRow.table.read(bound), manifest.title)
    } else {
      throw .foreign(
        path: folder, reason: "it holds no levers: `caseload compare` and `caseload worth` write such folders"
      )
    }
    note =
      "With each lever less without it, in the same \(Words.futures(manifest.replicationsDone)), from "
      + "\(manifest.startDate) to \(manifest.endDate)"
  }

  // MARK: - A comparison

  static func rows(
    of all: [ComparisonRow], _ series: [Series], _ title: (String) -> String = Manifest().title
  ) -> [Row] {
    all.map(\.scenario).uniqued.map { scenario in
      let own = all.filter { $0.scenario == scenario }
      let cost = own.first { $0.output.hasPrefix(Series.cost) }
      let others = own.filter { MeasureFormat(unit: $0.unit) != .pounds }
      // What is better or worse says more than what is only higher or lower.
      let main =
        others.first { [.better, .worse].contains($0.verdict) } ?? others.first { isTold($0) } ?? others.first
      return Row(
        title: title(scenario), change: main.map { change($0, series) } ?? "–",
        cost: cost.map { money($0.difference, $0.lower, $0.upper, isSame: $0.verdict == .same) }
          ?? "not compared",
        certainty: cost.map(certainty) ?? main.map(certainty) ?? "–")
    }
  }

  private static func isTold(_ row: ComparisonRow) -> Bool {
    [.better, .worse, .higher, .lower].contains(row.verdict)
  }

  private static func change(_ row: ComparisonRow, _ series: [Series]) -> String {
    let name = String(row.output.prefix { $0 != "@" })
    let watched = series.first { $0.name == name }
    let headline = series.headlines.first { $0.measure == watched?.measure }
    let label = watched.map {
      $0.whole($0.label.isEmpty ? headline?.label ?? Phrase.words($0.measure) : $0.label)
    }
    let words = (label ?? Phrase.words(name)) + ", " + row.period
    guard row.verdict != .same, let difference = row.difference, let lower = row.lower, let upper = row.upper
    else { return "\(words): no change" }
    let form = MeasureFormat(unit: row.unit)
    let format = (form == .whole ? MeasureFormat.oneDecimal : form).format.telling([difference])
    return
      "\(words): \(format.signed(difference)) (95% interval \(format.text(lower)) to \(format.text(upper)))"
  }

  private static func certainty(_ row: ComparisonRow) -> String {
    if row.verdict == .same { return "no difference in any of \(Words.futures(row.n))" }
    guard let better = row.pairsBetter else {
      return isTold(row) ? "told apart from no change" : "cannot be told from no change"
    }
    return
      "\(row.output.hasPrefix(Series.cost) ? "cheaper" : "better") in \(better) of \(Words.futures(row.n))"
  }

  // MARK: - What a lever is worth

  static func rows(
    of all: [WorthRow], _ title: (String) -> String = Manifest().title
  ) -> [Row] {
    all.map(\.overlay).uniqued.map { overlay in
      let own = all.filter { $0.overlay == overlay }
      let (net, leavers) = (own.only(.net), own.only(.leavers))
      return Row(
        title: title(overlay),
        change: leavers.map {
          $0.isNothing
            ? "Leavers: no change"
            : "Leavers, FTE: \(ValueFormat(decimals: 1).signed($0.change.mean)) (95% interval \($0.interval))"
        } ?? "–",
        cost: net.map { row in
          let mean = money(row.change.mean, row.change.lower, row.change.upper, isSame: row.isNothing)
          return row.isNothing || row.range == "–" ? mean : "\(mean); in 8 in 10 futures \(row.range)"
        } ?? "–",
        certainty: net.map { certainty($0, own.only(.paidBack)) } ?? "–")
    }
  }

  private static func certainty(_ net: WorthRow, _ paidBack: WorthRow?) -> String {
    if net.isNothing { return "no difference in any of \(Words.futures(net.replications))" }
    let told = net.change.isApart ? "told apart from no change" : "cannot be told from no change"
    guard let paidBack else { return told }
    return "\(told); paid back in \(paidBack.paidBack.breaches) of \(Words.futures(net.replications))"
  }

  /// `saves £15.0m (95% interval £10.9m to £19.0m)`, or that it cannot be told.
  private static func money(_ mean: Double?, _ lower: Double?, _ upper: Double?, isSame: Bool) -> String {
    guard !isSame else { return "nothing" }
    guard let mean, let lower, let upper, mean.isFinite else { return "–" }
    if lower > 0 {
      return
        "costs \(Phrase.pounds(mean)) more (95% interval \(Phrase.pounds(lower)) to \(Phrase.pounds(upper)))"
    }
    if upper < 0 {
      return
        "saves \(Phrase.pounds(-mean)) (95% interval \(Phrase.pounds(-upper)) to \(Phrase.pounds(-lower)))"
    }
    return "not told from nothing (95% interval \(Phrase.pounds(lower)) to \(Phrase.pounds(upper)))"
  }
}
