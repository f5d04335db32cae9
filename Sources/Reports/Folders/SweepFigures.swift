import Charts
import Notation
import Results

/// The figures of a sweep.
struct SweepFigures {
  let sweep: SweepFindings
  let names: MeasureNames

  /// Outputs that are drawn: the objective first.
  private var drawn: [Int] {
    let rest = sweep.outputs.indices.filter { $0 != sweep.objective }
    return Array(((sweep.objective.map { [$0] } ?? []) + rest).prefix(6))
  }

  private var source: String {
    "results.sqlite; \(Words.count(sweep.points.count, "point")), \(Words.count(sweep.replications, "simulated future")) of each"
  }

  /// Values of an input in their order: numbers by size.
  private func levels(_ input: Int) -> [String] {
    let values = sweep.points.map { $0.values[input] }.uniqued
    let numbers = values.map { Double($0) }
    guard numbers.allSatisfy({ $0 != nil }) else { return values }
    return zip(values, numbers).sorted { ($0.1 ?? 0) < ($1.1 ?? 0) }.map(\.0)
  }

  private func name(_ output: Int) -> String {
    names.output(sweep.outputs[output].name) + (sweep.outputs[output].unit == "£" ? ", nominal" : "")
  }

  var outputs: [FolderFigure] {
    guard !sweep.points.isEmpty else { return [] }
    switch sweep.varied.count {
    case 1: return drawn.compactMap { line(of: $0, over: 0, groups: groups(0, most: 60)) }
    case 2 where isGrid: return drawn.compactMap(heat)
    default:
      return drawn.prefix(1).flatMap { output in
        sweep.varied.indices.compactMap { line(of: output, over: $0, groups: groups($0, most: 6)) }
      }
    }
  }

  /// Whether two inputs were varied over a grid that is small enough to be drawn.
  private var isGrid: Bool {
    let (columns, rows) = (levels(0).count, levels(1).count)
    return columns > 1 && rows > 1 && columns <= 30 && rows <= 30 && sweep.points.count * 2 >= columns * rows
  }

  // MARK: Lines

  /// The points by their value of an input: each value, or where there are more of them, equal shares of the points.
  private func groups(_ input: Int, most: Int) -> [(label: String, x: Double, points: [Int])] {
    let levels = levels(input)
    let isNumeric = levels.allSatisfy { Double($0) != nil }
    if levels.count <= most || !isNumeric {
      return levels.enumerated().map { place, level in
        (
          level, Double(level) ?? Double(place),
          sweep.points.indices.filter { sweep.points[$0].values[input] == level }
        )
      }
    }
    let order = sweep.points.indices.sorted {
      let (one, two) = (
        Double(sweep.points[$0].values[input]) ?? 0, Double(sweep.points[$1].values[input]) ?? 0
      )
      return (one, $0) < (two, $1)
    }
    let count = 5
    return (0..<count).map { part in
      let own = Array(order[(order.count * part / count)..<(order.count * (part + 1) / count)])
      let mean =
        own.reduce(0) { $0 + (Double(sweep.points[$1].values[input]) ?? 0) } / Double(max(1, own.count))
      return (PlainNumber.text(mean, digits: 3), mean, own)
    }
  }

  private func line(
    of output: Int, over input: Int, groups: [(label: String, x: Double, points: [Int])]
  ) -> FolderFigure? {
    let unit = sweep.outputs[output].unit
    let isSingle = groups.allSatisfy { $0.points.count == 1 }
    let points = groups.compactMap { group -> BandChart.Point? in
      let own = group.points.map { sweep.points[$0].estimates[output] }.filter {
        $0.n > 0 && $0.mean.isFinite
      }
      guard let first = own.first else { return nil }
      if isSingle {
        return .init(x: group.x, low: first.p10, middle: first.mean, high: first.p90)
      }
      let means = own.map(\.mean)
      let mean = means.reduce(0, +) / Double(means.count)
      return .init(x: group.x, low: means.min() ?? mean, middle: mean, high: means.max() ?? mean)
    }
    guard points.count > 1, let first = points.first, let last = points.last else { return nil }
    let words = ChangeWords(unit)
    let path = sweep.varied[input].name
    let (from, to) = (groups[0].label, groups[groups.count - 1].label)
    let format = words.axis(upTo: points.map(\.high.magnitude).max() ?? 0)
    let band = isSingle ? "the band holds 8 in 10 futures" : "the band holds the means of all points"
    let marks = groups.map { BandChart.Mark(x: $0.x, label: $0.label) }
    let unitWords = sweep.varied[input].unit == "-" ? "" : ", \(sweep.varied[input].unit)"
    return FolderFigure(
      id: "line-\(output)-\(input)",
      finding:
        "\(name(output)): \(words.level(first.middle)) with \(path) at \(from), \(words.level(last.middle)) at \(to)",
      description: "A line of the mean over \(path), with a band: \(band). "
        + zip(groups, points).map { "At \($0.label) \(words.level($1.middle))" }.joined(separator: "; ")
        + ".",
      source: source,
      chart: { isNarrow in
        BandChart(
          lines: [.init(name: "Mean; \(band)", points: points)], format: format, quantity: name(output),
          horizontal: path + unitWords, marks: marks, isNarrow: isNarrow)
      })
  }

  // MARK: Heat map

  private func heat(_ output: Int) -> FolderFigure? {
    let (columns, rows) = (levels(0), levels(1))
    var values = rows.map { _ in columns.map { _ in Double.nan } }
    var best: (row: Int, column: Int)?
    for (place, point) in sweep.points.enumerated() {
      guard let column = columns.firstIndex(of: point.values[0]),
        let row = rows.firstIndex(of: point.values[1])
      else {
        continue
      }
      values[row][column] = point.estimates[output].mean
      if place == sweep.best, output == sweep.objective { best = (row, column) }
    }
    let known = values.joined().filter(\.isFinite)
    guard let least = known.min(), let most = known.max() else { return nil }
    let words = ChangeWords(sweep.outputs[output].unit)
    let format = words.axis(upTo: most)
    func place(_ value: Double) -> String {
      let row = values.firstIndex { $0.contains(value) } ?? 0
      let column = values[row].firstIndex(of: value) ?? 0
      return "\(sweep.varied[0].name) at \(columns[column]) and \(sweep.varied[1].name) at \(rows[row])"
    }
    let (chosen, shown) = (best, values)
    return FolderFigure(
      id: "heat-\(output)",
      finding: least == most
        ? "\(name(output)) is \(words.level(least)) at every point"
        : "\(name(output)): from \(words.level(least)) with \(place(least)), to \(words.level(most)) with \(place(most))",
      description:
        "A grid of cells, one for each pair of values, the darker the more. The least is \(words.level(least)) and "
        + "the most \(words.level(most)).",
      source: source,
      chart: { isNarrow in
        HeatChart(
          columns: columns, rows: rows, columnTitle: sweep.varied[0].name, rowTitle: sweep.varied[1].name,
          values: shown,
          best: chosen, format: format, quantity: "\(name(output)), mean of the futures", isNarrow: isNarrow)
      })
  }

  // MARK: Doubt and variance

  /// The points nearest to the best, each less the best.
  var beyond: FolderFigure? {
    guard let place = sweep.best, let index = sweep.objective else { return nil }
    let near = sweep.points.indices.filter { $0 != place && sweep.points[$0].beyondBest != nil }
      .sorted {
        let (one, two) = (sweep.points[$0].beyondBest?.mean ?? 0, sweep.points[$1].beyondBest?.mean ?? 0)
        return (one.magnitude, $0) < (two.magnitude, $1)
      }.prefix(8)
    guard !near.isEmpty else { return nil }
    let words = ChangeWords(sweep.outputs[index].unit)
    let rows = near.compactMap { other -> IntervalChart.Row? in
      guard let beyond = sweep.points[other].beyondBest else { return nil }
      return IntervalChart.Row(
        label: zip(sweep.varied, sweep.points[other].values).map { "\(Self.short($0.name)) \($1)" }.joined(
          separator: ", "),
        mean: beyond.mean, lower: beyond.lower, upper: beyond.upper,
        text: words.short(beyond.mean, beyond.lower, beyond.upper), isApart: beyond.isApart)
    }
    let open = rows.count { !$0.isApart }
    let isShare = MeasureFormat(unit: sweep.outputs[index].unit) == .share
    let largest = rows.flatMap { [$0.lower, $0.upper] }.filter(\.isFinite).map(\.magnitude).max() ?? 0
    return FolderFigure(
      id: "beyond-best",
      finding: open == 0
        ? "Even the nearest points are told apart from the best"
        : "\(open) of the \(rows.count) nearest points cannot be told apart from the best",
      description:
        "A row for each of the points nearest to the best, with its mean difference from the best in the same "
        + "futures and its 95% interval. " + rows.map { "\($0.label): \($0.text)" }.joined(separator: "; ")
        + ".",
      source: source
        + ". A ring is also a difference that Holm's adjustment for the number of points leaves untold",
      chart: { isNarrow in
        IntervalChart(
          rows: rows, format: isShare ? .percent : words.axis(upTo: largest),
          quantity: "\(name(index)): each point less the best one, with its 95% interval", isNarrow: isNarrow)
      })
  }

  private static func short(_ path: String) -> String {
    path.split(separator: ".").last.map(String.init) ?? path
  }

  var split: FolderFigure? {
    let rows = zip(sweep.outputs.indices, sweep.shares).compactMap { output, shares -> SplitChart.Row? in
      guard let varied = shares.varied, let inputs = shares.inputs, let chance = shares.chance else {
        return nil
      }
      return SplitChart.Row(
        label: names.output(sweep.outputs[output].name), shares: [varied, inputs, chance])
    }
    guard !rows.isEmpty else { return nil }
    let parts = ["what was varied", "uncertain inputs", "chance"]
    let first = rows[
      sweep.objective.flatMap { place in
        rows.firstIndex { $0.label == names.output(sweep.outputs[place].name) }
      } ?? 0]
    let told = zip(first.shares, parts).map { "\(Phrase.percent($0, decimals: 0)) from \($1)" }
    return FolderFigure(
      id: "variance-split",
      finding: "The variance of \(first.label.lowercasedFirst): \(told.joined(separator: ", "))",
      description: "A bar for each output, cut into three shares of its variance. "
        + rows.map { row in
          row.label + ": " + row.shares.map { Phrase.percent($0, decimals: 0) }.joined(separator: ", ")
        }.joined(separator: "; ") + ".",
      source: "\(source); variance.csv has the 95% intervals of the shares",
      chart: { isNarrow in SplitChart(rows: rows, parts: parts, isNarrow: isNarrow) })
  }
}
