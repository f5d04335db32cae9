import Experiments
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
  package let rows: [RetentionRow]

  /// Years of service at which the curves are written: quarters up to 5, halves up to 10, then whole years to 30.
  private static let years: [Double] =
    (0...20).map { Double($0) / 4 } + (11...20).map { Double($0) / 2 } + (11...30).map { Double($0) }

  package init(_ spells: [StoredSpell], replications: Int) {
    rows = ([""] + Role.allCases.map(\.label)).flatMap { role in
      let own = spells.filter { role.isEmpty || $0.role == role }
      return own.isEmpty ? [] : Self.rows(role, own, replications)
    }
  }

  private static func rows(_ role: String, _ stored: [StoredSpell], _ count: Int) -> [RetentionRow] {
    let spells = stored.map(Self.spell)
    let whole = KaplanMeier(spells)
    let byReplication = Dictionary(grouping: stored, by: \.replication)
    let single = byReplication.keys.sorted().map { KaplanMeier((byReplication[$0] ?? []).map(Self.spell)) }
    var endings = whole.steps[...]
    return years.map { year in
      var row = RetentionRow.blank
      (row.role, row.years, row.replications, row.spells) = (role, year, count, spells.count)
      // At risk: came under observation before that length of service, and was last observed at it or later.
      row.atRisk = spells.count { ($0.entry < year || $0.entry == 0) && $0.exit >= year }
      while let step = endings.first, step.time <= year {
        row.ended += step.ended
        endings.removeFirst()
      }
      let step = whole.step(at: year)
      (row.survival, row.error) = (step?.survival ?? 1, step?.standardError ?? 0)
      row.isBegun = step != nil
      let half = CriticalValue.normal(confidence: 0.95) * row.error
      (row.lower, row.upper) = (max(0, row.survival - half), min(1, row.survival + half))
      row.single = Spread(single.map { $0.survival(at: year) })
      return row
    }
  }

  private static func spell(_ stored: StoredSpell) -> KaplanMeier.Spell {
    KaplanMeier.Spell(entry: stored.entryYears, exit: stored.exitYears, ended: !stored.reason.isEmpty)
  }
}
