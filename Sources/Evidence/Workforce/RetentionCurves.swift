import Reports
import Results
import ServiceModel
import Statistics

/// The share of workers still with the council after each length of service, by role.
///
/// The product-limit curve is taken over the spells of all replications, with Greenwood's standard error; beside it
/// stands how the curve differs from one replication, one possible future, to the next. Those in post at the start enter
/// at the service that they already had; a promotion ends the time in one role and begins one in another, at the service
/// then reached, and is no leaving.
package struct RetentionCurves: Sendable {
  /// One role, or all of them.
  package struct Curve: Sendable {
    /// The role's label; empty for all roles together.
    package let role: String
    let whole: KaplanMeier
    let spells: [KaplanMeier.Spell]
    let single: [KaplanMeier]
  }

  package let curves: [Curve]
  let count: Int

  /// Years of service at which the curves are written: quarters up to 5, halves up to 10, then whole years to 30.
  static let years: [Double] =
    (0...20).map { Double($0) / 4 } + (11...20).map { Double($0) / 2 } + (11...30).map { Double($0) }

  package init(_ spells: [StoredSpell], replications: Int) {
    count = replications
    curves = ([""] + Role.allCases.map(\.label)).compactMap { role in
      let own = spells.filter { role.isEmpty || $0.role == role }
      guard !own.isEmpty else { return nil }
      let byReplication = Dictionary(grouping: own, by: \.replication)
      let all = own.map(Self.spell)
      return Curve(
        role: role, whole: KaplanMeier(all), spells: all,
        single: byReplication.keys.sorted().map { KaplanMeier((byReplication[$0] ?? []).map(Self.spell)) })
    }
  }

  private static func spell(_ stored: StoredSpell) -> KaplanMeier.Spell {
    KaplanMeier.Spell(entry: stored.entryYears, exit: stored.exitYears, ended: !stored.reason.isEmpty)
  }

  /// `hr_survival.csv`.
  package var table: EvidenceTable {
    var table = EvidenceTable(
      ResultFile.Evidence.survival,
      columns: [
        "role", "years", "n_reps", "spells", "at_risk", "ended", "survival", "se", "ci_lo", "ci_hi",
        "rep_p10",
        "rep_p50", "rep_p90",
      ])
    for curve in curves {
      var endings = curve.whole.steps[...]
      for year in Self.years {
        var ended = 0
        while let step = endings.first, step.time <= year {
          ended += step.ended
          endings.removeFirst()
        }
        let step = curve.whole.step(at: year)
        let survival = step?.survival ?? 1
        let error = step?.standardError ?? 0
        let single = Spread(curve.single.map { $0.survival(at: year) })
        // At risk: came under observation before that length of service, and was last observed at it or later.
        let atRisk = curve.spells.count { ($0.entry < year || $0.entry == 0) && $0.exit >= year }
        table.add([
          .text(curve.role), .number(year), .whole(count), .whole(curve.spells.count), .whole(atRisk),
          .whole(ended), .number(survival), .number(error),
          .number(max(0, survival - CriticalValue.normal(confidence: 0.95) * error)),
          .number(min(1, survival + CriticalValue.normal(confidence: 0.95) * error)), .number(single.p10),
          .number(single.p50), .number(single.p90),
        ])
      }
    }
    return table
  }

  /// What a person reads at a terminal.
  package func text(width: Int, colour: Bool) -> String {
    var cells = [
      ["Still with the council after", "1 year", "2 years", "5 years", "10 years", "median, years"]
    ]
    for curve in curves {
      cells.append(
        [curve.role.isEmpty ? "All" : curve.role.replacing("_", with: " ")]
          + [1.0, 2, 5, 10].map { year in
            guard let error = curve.whole.step(at: year)?.standardError else { return "–" }
            return "\(Phrase.percent(curve.whole.survival(at: year))) ± \(Phrase.percent(1.96 * error))"
          } + [curve.whole.median.map { Phrase.number($0, decimals: 1) } ?? "over 30"])
    }
    return Phrase.table(cells, width: width, colour: colour).joined(separator: "\n") + "\n"
  }
}
