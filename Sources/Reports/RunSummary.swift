import Notation
import Parameters
import Results

/// What a person sees at the end of a run: the result on one screen, with its uncertainty and its limits.
package struct RunSummary: Sendable {
  let result: ResultSet
  let folder: String?
  let next: [String]

  /// A summary of a result. `folder` is where its files are, if anywhere; `next` are commands worth running now, shown
  /// as they are.
  package init(_ result: ResultSet, folder: String? = nil, next: [String] = []) {
    (self.result, self.folder, self.next) = (result, folder, next)
  }

  /// The summary as lines of at most `width` characters (60 at least), ended by a line feed.
  package func text(width: Int = 100, colour: Bool = false) -> String {
    let width = max(60, width)
    let style = TextStyle(hasColour: colour)
    let sections = [
      opening(width, style),
      HeadlineTable(result).lines(width, style),
      VarianceLines(result).lines(width, style),
      costs(width, style),
      budgets(width, style),
      ForecastLines(result).lines(width, style),
      BenchmarkLines(result).lines(width),
      ObservedSection(result).lines(width, style),
      RiskLines(result).lines(width, style),
      NoticeLine(result).lines(width, style),
      closing(width, style),
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  // MARK: - Sections

  private func opening(_ width: Int, _ style: TextStyle) -> [String] {
    let m = result.manifest
    var lines = [style.heading(m.scenario.isEmpty ? "Result" : m.scenario)]
    if !m.question.isEmpty { lines += Prose.wrap(m.question, width: width, indent: 0) }
    if let changed = m.changed { lines += Prose.wrap(changed, width: width).map(style.warning) }
    lines += Prose.wrap(
      "\(m.startDate) to \(m.endDate), \(Words.count(m.replicationsDone, "replication")), seed \(m.seed). Medians, with "
        + "the range that holds 80% of the replications (P10 to P90) in brackets or below.",
      width: width, indent: 0)
    if m.interrupted || m.replicationsDone < m.replicationsWanted {
      let line =
        "UNFINISHED: \(m.replicationsDone) of \(m.replicationsWanted) replications were finished before the run was stopped."
      lines += Prose.wrap(line, width: width).map(style.bad)
    }
    return lines
  }

  private func costs(_ width: Int, _ style: TextStyle) -> [String] {
    guard let place = result.series.place(of: Series.cost) else { return [] }
    var table = TextTable([.left, .right, .right])
    table.add(["Cost by financial year, £m nominal", "median", "80% range"], style: style.heading)
    for row in result.years where row.series == place && row.workforceYear == nil && row.estimate.n > 0 {
      let e = row.estimate
      let format = MeasureFormat.pounds
      table.add([row.financialYear, format.bare(e.p50), "\(format.bare(e.p10))–\(format.bare(e.p90))"])
    }
    return table.rows.count > 1 ? table.lines(width: width) : []
  }

  /// Nothing where no budget is set.
  private func budgets(_ width: Int, _ style: TextStyle) -> [String] {
    let sentences = BudgetRow.sentences(result.budgets)
    guard !sentences.isEmpty else { return [] }
    return [style.heading("Budgets")] + sentences.flatMap { Prose.wrap($0, width: width) }
  }

  private func closing(_ width: Int, _ style: TextStyle) -> [String] {
    var lines = PrecisionLines(result).lines(width, style)
    lines += balances(width, style)
    if !result.manifest.uncertainInputs.isEmpty {
      lines += Prose.wrap(
        "Inputs: \(Words.count(result.manifest.uncertainInputs.count, "uncertain value")) drawn afresh in each "
          + "replication except the first (\(Tables.draws.name)); --fixed-parameters holds them fixed.",
        width: width)
    }
    lines += VarianceLines(result).gap(width)
    for warning in result.allWarnings {
      lines += Prose.wrap("Warning: " + warning, width: width).map(style.warning)
    }
    let m = result.manifest
    lines += Prose.wrap(
      "Time: \(Phrase.number(m.wallSeconds, decimals: 1)) s for "
        + "\(Phrase.number(m.events)) events "
        + "(\(Phrase.number(m.eventsPerSecond)) a second, \(m.jobs) at a time).",
      width: width)
    if let folder { lines.append("Files: \(folder)") }
    if !next.isEmpty { lines.append(style.heading("Next:")) }
    lines += next.map { "  " + $0 }
    return lines
  }

  private func balances(_ width: Int, _ style: TextStyle) -> [String] {
    guard !result.checks.isEmpty else { return ["Checks: none was made."] }
    let broken = result.checks.filter { !$0.holds }
    guard broken.isEmpty else {
      return broken.flatMap { check in
        Prose.wrap(
          "CHECK FAILED: \(check.balance): out by up to \(PlainNumber.text(check.largestResidual, digits: 6)) "
            + "\(check.unit) at a month end. Do not use these figures.", width: width
        ).map(style.bad)
      }
    }
    let months = result.checks.map(\.monthsChecked).max() ?? 0
    return Prose.wrap(
      "Checks: \(result.checks.count) of \(result.checks.count) hold at \(Phrase.number(months)) month ends "
        + "(opening + in - out = closing; every reading is one that its measure can have).", width: width)
  }
}

/// Small matters of grammar.
enum Words {
  static func count(_ number: Int, _ noun: String) -> String {
    Phrase.number(number) + " " + noun + (number == 1 ? "" : "s")
  }
}
