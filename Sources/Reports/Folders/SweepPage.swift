import Charts
import Notation
import Results

/// What a sweep found, as one page: what varied, the best point and how sure that is, the outputs over what varied, and
/// where the variance comes from.
package struct SweepPage: Sendable {
  let sweep: SweepFindings
  let folder: String
  let names: MeasureNames

  package init(_ sweep: SweepFindings, folder: String, names: MeasureNames) {
    (self.sweep, self.folder, self.names) = (sweep, folder, names)
  }

  package var bytes: [UInt8] {
    let figures = SweepFigures(sweep: sweep, names: names)
    let title = sweep.title.isEmpty ? "Sweep" : sweep.title
    let count = Words.count(sweep.points.count, "point")
    return FolderPage(
      title:
        "\(title): what \(sweep.varied.count == 1 ? "one input" : "\(sweep.varied.count) inputs") can do",
      lead: (sweep.changed.map { $0 + " " } ?? "") + best
        + " From \(count), \(Words.count(sweep.replications, "simulated future")) of each.",
      notices: notices,
      sections: [
        .init(id: "varied", title: "What was varied", pieces: [.html(varied)]),
        .init(
          id: "best", title: "The best point, and how sure that is",
          pieces: sweep.best == nil
            ? [] : [.html(Html.list(doubt))] + [figures.beyond].compactMap { $0.map { .figure($0) } }),
        .init(id: "outputs", title: "What the outputs do", pieces: figures.outputs.map { .figure($0) }),
        .init(
          id: "variance", title: "Where the variance comes from",
          pieces: [figures.split].compactMap { $0.map { .figure($0) } } + [.html(Html.paragraph(variance))]),
        .init(id: "points", title: "The points", pieces: [.html(points)]),
        .init(id: "again", title: "How to make this again", pieces: [.html(again)]),
      ], origin: origin
    ).bytes
  }

  private var origin: String {
    "Made by caseload, model version \(sweep.modelVersion), from scenario \(sweep.scenarioHash.prefix(12)), random numbers "
      + "from \(sweep.seed), data as of \(ChangeWords.dated(sweep.dataAsOf)). A model, not a forecast."
  }

  private var notices: [String] {
    sweep.failed > 0
      ? ["Unfinished: \(Words.count(sweep.failed, "point")) of \(sweep.wanted) failed or were not simulated."]
      : []
  }

  private var objective: SweepFindings.Quantity? { sweep.objective.map { sweep.outputs[$0] } }

  /// The best point in a sentence.
  private var best: String {
    guard let place = sweep.best, let objective, let index = sweep.objective else {
      return "No output has a better way, so that no point is the best."
    }
    let words = ChangeWords(objective.unit)
    let estimate = sweep.points[place].estimates[index]
    return
      "The \(objective.better == "more" ? "most" : "least") \(names.output(objective.name).lowercasedFirst)"
      + "\(objective.unit == "£" ? ", nominal," : "") is \(words.level(estimate.mean)), with \(setting(place))."
  }

  private func setting(_ place: Int) -> String {
    zip(sweep.varied, sweep.points[place].values).map { "\($0.name) at \($1)" }.joined(separator: ", ")
  }

  private var varied: String {
    let rows = sweep.varied.indices.map { place -> [String] in
      let values = sweep.points.map { $0.values[place] }.uniqued
      let numbers = values.compactMap(Double.init).sorted()
      let shown =
        values.count <= 8
        ? values.joined(separator: ", ")
        : numbers.count == values.count
          ? "\(Words.count(values.count, "value")) from \(PlainNumber.text(numbers[0], digits: 6)) to "
            + PlainNumber.text(numbers[numbers.count - 1], digits: 6)
          : Words.count(values.count, "value")
      let input = sweep.varied[place]
      return [names.parameter(input.name), shown, input.unit == "-" ? "" : input.unit, input.name]
    }
    return Html.table(
      caption: "What was varied", columns: ["What it is", "Values", "Unit", "Name in files"], rows: rows)
  }

  private var doubt: [String] {
    guard let place = sweep.best, let index = sweep.objective, let objective else { return [] }
    let words = ChangeWords(objective.unit)
    let interval = sweep.points[place].estimates[index].interval
    let others = sweep.points.indices.filter { $0 != place }
    let open = others.filter { !(sweep.points[$0].beyondBest?.isApart ?? false) }
    let list = open.prefix(3).map { setting($0) }.joined(separator: "; ")
    return [
      "\(best) The 95% interval of its mean is \(words.level(interval.lowerBound)) to \(words.level(interval.upperBound)).",
      open.isEmpty
        ? "Every one of the other \(Words.count(others.count, "point")) is told apart from it in the same futures."
        : "\(open.count) of the other \(Words.count(others.count, "point")) cannot be told apart from it in the same futures: "
          + list + (open.count > 3 ? "; and \(open.count - 3) more." : "."),
      "The best of many points looks better than it is, since chance picks it too; the verb select says how certain the "
        + "choice is. Points that were not simulated may be better.",
    ]
  }

  private var variance: String {
    sweep.shares.isEmpty || sweep.shares.allSatisfy { $0.inputs == nil }
      ? "How much comes from what was varied, from uncertain inputs and from chance cannot be told: more futures with twins "
        + "(--twins) tell."
      : "More futures narrow only the part that comes from chance; better evidence narrows the part from uncertain inputs."
  }

  private var points: String {
    let most = 100
    let order = sweep.points.indices.sorted { one, other in
      guard let index = sweep.objective else { return one < other }
      let sign = sweep.outputs[index].better == "more" ? -1.0 : 1.0
      func key(_ place: Int) -> Double {
        let mean = sweep.points[place].estimates[index].mean
        return mean.isFinite ? mean * sign : .infinity
      }
      return (key(one), one) < (key(other), other)
    }
    let shown = Array(sweep.outputs.enumerated().prefix(6))
    let rows = order.prefix(most).map { place -> [String] in
      let point = sweep.points[place]
      return [point.id] + point.values
        + shown.map { ChangeWords($0.element.unit).level(point.estimates[$0.offset].mean) }
    }
    let rest = sweep.points.count - rows.count
    return Html.table(
      caption: "Means over the futures, the best first; money is nominal",
      columns: ["Point"] + sweep.varied.map(\.name) + shown.map { names.output($0.element.name) }, rows: rows,
      numeric: Set(1..<(1 + sweep.varied.count + shown.count)))
      + Html.paragraph(
        (rest > 0 ? "\(rest) more points, and all" : "All")
          + " outputs with their intervals are in summary.csv.", "soft")
  }

  private var again: String {
    let program = sweep.command.first.map { String($0.split(separator: "/").last ?? "") }
    let made = ([program].compactMap { $0 } + sweep.command.dropFirst()).map(AgainSection.quoted).joined(
      separator: " ")
    return Html.paragraph("The first command made the sweep, and the second made this page:")
      + Html.code([made, "caseload report \(AgainSection.quoted(folder))"].filter { !$0.isEmpty })
  }
}
