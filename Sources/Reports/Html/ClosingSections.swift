import Results

/// Whether everything that came in also went out or is still there.
struct CheckSection {
  let result: ResultSet
  init(_ result: ResultSet) { self.result = result }

  var html: String {
    guard !result.checks.isEmpty else { return Html.paragraph("No balances were checked.") }
    let holding = result.checks.count { $0.holds }
    return Html.paragraph(
      "\(holding) of \(result.checks.count) checks hold at every month end of every simulated future: opening + in − out "
        + "= closing, and every reading is one that its measure can have. The totals below are over all futures."
    )
      + Html.table(
        caption: "Balances",
        columns: ["Balance", "Opening", "In", "Out", "Closing", "Largest residual", "Holds"],
        rows: result.checks.map { row in
          let decimals = MeasureFormat(unit: row.unit) == .pounds ? 2 : 0
          func text(_ value: Double) -> String {
            Phrase.number(value, decimals: decimals)
          }
          return [
            row.balance, text(row.opening), text(row.entered), text(row.left), text(row.closing),
            text(row.largestResidual), row.holds ? "yes" : "NO",
          ]
        }, numeric: [1, 2, 3, 4, 5])
  }
}

/// How the figures were made.
struct MethodSection {
  let result: ResultSet
  init(_ result: ResultSet) { self.result = result }

  var html: String {
    let m = result.manifest
    let facts = [
      "Kind of simulation: \(m.kind); it covers \(m.startDate) to \(m.endDate), so there is no warm-up.",
      "Start: \(m.startState.isEmpty ? "not recorded" : Words.plain(m.startState)).",
      "Simulated futures: \(m.replicationsDone) of \(m.replicationsWanted) wanted, seed \(m.seed), generator \(Words.plain(m.generator)).",
      "Means have 95% intervals by Student's t over the futures. The two ends of a range are values that 1 in 10 futures lies "
        + "below and 1 in 10 above; those of totals are taken over the totals themselves, never added up.",
      "Events: \(Phrase.number(m.events)).",
      "Model version \(m.modelVersion), scenario hash \(m.scenarioHash.prefix(12)), data as of \(m.dataAsOf). The machine, "
        + "the time it took and the commit are in \(ResultFile.manifest).",
      Likelihood.explanation,
    ]
    return Html.list(facts)
      + m.scenarioFiles.map { file in
        Html.details(
          "The scenario as read: \(file.name)",
          Html.paragraph("SHA-256 \(file.sha256)", "soft") + Html.code([file.text]))
      }.joined()
  }
}

/// The commands that make the same result and the same report.
struct AgainSection {
  let result: ResultSet
  let folder: String
  let evidence: EvidenceTables

  init(_ result: ResultSet, folder: String, evidence: EvidenceTables) {
    (self.result, self.folder, self.evidence) = (result, folder, evidence)
  }

  var html: String {
    // The program by its name alone, wherever it stood.
    let program = result.manifest.command.first.map { String($0.split(separator: "/").last ?? "") }
    let made = ([program].compactMap { $0 } + result.manifest.command.dropFirst())
      .map(AgainSection.quoted).joined(separator: " ")
    var text = Html.paragraph("The first command made the result, and the second made this page:")
    text += Html.code([made, "caseload report \(AgainSection.quoted(folder))"].filter { !$0.isEmpty })
    text += Html.paragraph(
      "The same seed and scenario give the same figures to the byte. Each chart is also in the folder charts as a "
        + "Vega-Lite file, for those who want to restyle it.")
    let missing = evidence.missing
    if !missing.isEmpty {
      text += Html.paragraph("Not in this folder, and so not in this report:") + Html.list(missing)
    }
    return text
  }

  /// A word as a shell takes it.
  static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || "-_./=:,+@%".utf8.contains(byte)
    }
    return plain && !word.isEmpty
      ? word
      : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
