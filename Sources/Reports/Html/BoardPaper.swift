import Charts
import Parameters
import Results

/// One side of A4 for a committee: the answer, three numbers, a picture, the levers, the risks, how far to trust it, and
/// what is asked. In short sentences of plain words.
struct BoardPaper {
  let result: ResultSet
  let evidence: EvidenceTables

  init(_ result: ResultSet, evidence: EvidenceTables) {
    self.result = result
    self.evidence = evidence
  }

  var html: String {
    let m = result.manifest
    let answer = AnswerWords(result, most: 3)
    var text = Html.heading(1, m.title)
    if !m.question.isEmpty { text += Html.paragraph(m.question, "lead") }
    if !changed.isEmpty { text += Html.paragraph(changed) }
    if !m.checksHold || result.checks.contains(where: { !$0.holds }) || m.interrupted {
      text +=
        "<div class=\"notice\" role=\"note\">"
        + Html.paragraph("The run is unfinished or does not balance: do not base decisions on these figures.")
        + "</div>\n"
    }
    let numbers = Html.cards(answer.cards) + Html.paragraph(budget)
    text += section(
      "answer", "The answer", answer.sentence.isEmpty ? "" : Html.paragraph(answer.sentence) + numbers)
    text += figure(answer)
    text += section("levers", "What could be done", levers)
    text += section("risks", "Three risks", risks)
    text += section("trust", "How far to trust this", Html.list(trust))
    text += section("asked", "What the committee is asked to do", Html.list(asked))
    return text
  }

  private func section(_ id: String, _ title: String, _ body: String) -> String {
    body.isEmpty ? "" : Html.section(id, title, body)
  }

  /// What was changed in the scenario, without the scenario's own names for it.
  private var changed: String {
    let m = result.manifest
    var parts = m.overlayTitles
    let sets = m.changes.count - m.overlayTitles.count
    if sets > 0 { parts.append(Words.count(sets, "value") + " set by hand") }
    return parts.isEmpty ? "" : "Changed: \(parts.joined(separator: "; "))."
  }

  private func figure(_ answer: AnswerWords) -> String {
    guard let story = answer.stories.first else { return "" }
    let id = "board-\(story.series.measure)"
    return "<figure id=\"\(id)\" aria-labelledby=\"\(id)-finding\">\n"
      + "<h3 id=\"\(id)-finding\">\(Html.escape(story.finding))</h3>\n"
      + story.fan().drawings(id: id, title: story.finding, description: story.description)
      + "<figcaption>\(Html.escape(story.quantity)). \(story.fan().holds95 ? "" : "The widest band holds 9 in 10. ")The report has the figures as a table.</figcaption></figure>\n"
  }

  // MARK: - Money

  /// How likely the budget is to be passed, or that none was given.
  private var budget: String {
    let rows = evidence.budgets.isEmpty ? result.budgets : evidence.budgets
    let set = rows.filter { $0.budget != nil && $0.over.trials > 0 && $0.year != BudgetRow.allYears }
    let totals = set.filter(\.isTotal)
    let row =
      totals.first
      ?? set.filter { $0.year == set.first?.year }.max { ($0.over.share, $1.code) < ($1.over.share, $0.code) }
    guard let row, let budget = row.budget else {
      return "No budget was given, so the chance of passing it is not known."
    }
    return
      "\(row.title), \(row.year): budget \(Phrase.pounds(budget)), nominal. It is passed in \(row.over.short) of "
      + "simulated futures. \(Phrase.pounds(row.cost.p80)) would be enough in 8 of 10."
  }

  /// What would have to be set aside in the first year beyond the middle to be enough in 8 of 10 futures.
  private var contingency: String? {
    let total = result.finance.first { $0.lineCode == FinanceRow.total && $0.priceBasis == "nominal" }
    guard let total, total.p80 > total.estimate.p50 else { return nil }
    return
      "say how much to set aside: in \(total.financialYear), \(Phrase.pounds(total.p80 - total.estimate.p50)) "
      + "(nominal) beyond the middle is enough in 8 of 10 simulated futures"
  }

  // MARK: - Levers and risks

  private var levers: String {
    guard let levers = evidence.levers, !levers.rows.isEmpty else {
      return Html.paragraph(
        "No levers were compared for this paper. To show three: run `caseload compare` or `caseload worth`, then "
          + "`caseload report` with `--levers` and the folder it wrote.")
    }
    return Html.table(
      caption: levers.note, columns: ["Lever", "What it changes", "Cost, nominal", "How sure"],
      rows: levers.rows.prefix(3).map { [$0.title, $0.change, $0.cost, $0.certainty] })
  }

  /// The three risks that are likeliest as things stand.
  private var net: [RiskRow] {
    Array(
      evidence.risks.filter { $0.state == .net && $0.likelihood.trials > 0 }.sorted {
        ($1.likelihood.share, $0.id) < ($0.likelihood.share, $1.id)
      }.prefix(3))
  }

  private var risks: String {
    guard !net.isEmpty else {
      return Html.paragraph(
        "No risk has been rated yet: run `caseload risk`, and this page will show the result.")
        + Html.list(
          [NoticeLine(result).sentence].compactMap { $0 }.map { "Notice to improve: \(Words.plain($0))" })
    }
    return Html.list(
      net.map { risk in
        let money =
          risk.cost.mean.isFinite
          ? " It costs \(Phrase.pounds(risk.cost.mean)) (nominal) on average." : " No cost is put on it."
        let way = risk.direction.isEmpty ? "no earlier result" : risk.direction
        return
          "\(risk.id) \(risk.title): comes in \(risk.likelihood.short) of simulated futures by \(risk.end)."
          + money + " Rated \(risk.ratingWords). Direction: \(way)."
      })
  }

  // MARK: - Trust

  private var trust: [String] {
    let pairs = ObservedSection(result).pairs
    let inside = pairs.count { $0.isInside == true }
    let coverage =
      pairs.isEmpty
      ? "No published figures could be held against it."
      : "\(inside) of \(Words.count(pairs.count, "published figure")) since the start lie inside its ranges; 8 of 10 should."
    let warnings = result.allWarnings.count
    return [
      SkillWords(result).sentence, coverage,
      "Not in the ranges: new laws, shocks that nobody put in, and all else that the model leaves out."
        + (warnings == 0 ? "" : " The report gives \(Words.count(warnings, "warning")): read them first."),
    ]
  }

  private var asked: [String] {
    var asks = ["note both ends of each range, and plan for both"]
    if let contingency { asks.append(contingency) }
    asks.append(
      evidence.levers == nil
        ? "say which levers officers should compare" : "choose which of these levers to take further")
    if let first = net.first {
      asks.append("agree who watches \(first.id)" + (first.owner.isEmpty ? "" : " (now: \(first.owner))"))
    }
    return asks.enumerated().map { place, ask in
      ask.prefix(1).uppercased() + ask.dropFirst() + (place == asks.count - 1 ? "." : ";")
    }
  }
}
