import Parameters
import Results

extension Worth {
  /// When the money is back, as far as the replications can tell.
  enum Payback: Equatable {
    /// It saves from the first month on in which it changes anything.
    case atOnce
    /// The place of the month end from which, on average, no more has been spent than without it, to the end of the run.
    case by(Int)
    case never
    /// The cumulative change at the end of the run cannot be told from zero.
    case notTold
    /// Nothing is spent or saved.
    case nothing
  }

  /// The change in cost from the start to that month end, by replication.
  func cumulative(_ month: Int) -> [Double] { changes(Series.cost, [""], 0..<(month + 1)) }

  var payback: Payback {
    let spreads = all.map { Spread(cumulative($0)) }
    guard let last = spreads.last, spreads.contains(where: { $0.mean != 0 }) else { return .nothing }
    guard last.isApart else { return .notTold }
    if last.mean > 0 { return .never }
    guard let dearest = spreads.lastIndex(where: { $0.mean > 0 }) else { return .atOnce }
    return .by(dearest + 1)
  }

  /// Of each replication, the place of the month end from which no more has been spent than without it, to the end of the
  /// run: the first month where it never costs more; nil where more has been spent at the end, or nothing differs.
  var paybacks: [Int?] {
    let soFar = all.map(cumulative)
    return (0..<count).map { replication in
      let own = soFar.map { $0[replication] }
      guard let last = own.last, last <= 0, own.contains(where: { $0 != 0 }) else { return nil }
      return own.lastIndex { $0 > 0 }.map { $0 + 1 } ?? 0
    }
  }

  /// The mean's payback, and in what share of the futures the money is back by the end of each year and of the run.
  var paybackRows: [WorthRow] {
    let mean = payback
    var made = WorthRow.blank
    (made.overlay, made.item, made.title, made.unit) = (overlay, .payback, "Payback", "")
    (made.year, made.replications) = (BudgetRow.allYears, count)
    switch mean {
    case .nothing: made.note = "nothing is spent or saved"
    case .atOnce: made.note = "it saves from the start"
    case .never: made.note = "it does not pay back within the run"
    case .notTold:
      made.note = "whether it pays back within the run cannot be told from these replications"
    case .by(let month):
      made.date = base.months[month].description
      made.note = "from then on no more has been spent, on average, than without it"
    }
    return mean == .nothing ? [made] : [made] + shares
  }

  private var shares: [WorthRow] {
    let back = paybacks.compactMap { $0 }.sorted()
    func row(_ year: String, before end: Int) -> WorthRow {
      let likelihood = Likelihood(back.count { $0 < end }, of: count)
      var row = WorthRow.blank
      (row.overlay, row.item, row.title, row.year) = (overlay, .paidBack, "Paid back", year)
      (row.unit, row.basis, row.replications) = ("share", "nominal", count)
      row.change.mean = likelihood.share
      (row.change.lower, row.change.upper) = (likelihood.interval.lower, likelihood.interval.upper)
      return row
    }
    var whole = row(BudgetRow.allYears, before: all.upperBound)
    let half = (count + 1) / 2
    if back.count >= half {
      whole.date = base.months[back[half - 1]].description
      whole.note = "in half of the futures by then"
    } else {
      whole.note = "in fewer than half of the futures within the run"
    }
    return years.map { row($0.label, before: $0.months.upperBound) } + [whole]
  }
}
