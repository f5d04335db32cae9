import Experiments
import Results
import ServiceModel
import Statistics

extension PriorsFile {
  /// The first year of which estimates are made: before it too few figures are known.
  private static let firstYear = 2015

  /// Estimates made from a table: for each year, one of all councils and one for the councils of each part from the others.
  ///
  /// - Parameter asOf: the year whose figures are the newest used; nil for each from 2015 on.
  package static func made(from table: NationalTable, asOf: Int?, jobs: Int) async -> PriorsFile {
    let panel = Panel(table)
    let years = asOf.map { [$0] } ?? Array(firstYear...max(firstYear, table.years.upperBound))
    let wanted = years.flatMap { year in
      ([nil] + (0..<Panel.parts).map(Optional.some)).map { (year, $0) }
    }
    let made = await Crew(pieces: wanted.indices.map { [$0] }, jobs: jobs).run(from: [Int: PriorEstimate]()) {
      { place in PriorEstimate(panel, year: wanted[place].0, fold: wanted[place].1) }
    } enter: { (made: inout [Int: PriorEstimate], place: Int, estimate: PriorEstimate) in
      made[place] = estimate
    }
    return PriorsFile(wanted.indices.compactMap { made[$0] })
  }

  private static let nameWidth = 33

  /// The newest estimate of all councils, as lines of at most 80 columns.
  package var text: String {
    guard let newest = estimates.filter({ $0.fold == nil }).max(by: { $0.year < $1.year }) else { return "" }
    func number(_ value: Double) -> String { Phrase.number(value, decimals: 3) }
    func line(_ cells: [String]) -> String {
      zip(cells, [Self.nameWidth, 7, 7, 7, 6, 6, 7, 7]).map { cell, width in
        let padding = String(repeating: " ", count: max(width - cell.count, 1))
        return width == Self.nameWidth ? cell + padding : padding + cell
      }.joined()
    }
    var lines = [
      line(["up to \(newest.year)", "levels", "region", "yearly", "kept", "noise", "nation", "growth"])
    ]
    for (name, prior) in newest.laws {
      lines.append(
        line(
          [SkillMeasure.all.first { name == PriorEstimate.measurePrefix + $0.column.name }?.label ?? name]
            + [
              prior.law.between, prior.regional, prior.law.innovation, prior.law.persistence, prior.law.noise,
              prior.nationalSd, prior.growth,
            ].map(number)))
    }
    for pair in DriftPrior.Pair.allCases {
      guard let correlation = newest.correlations[pair] else { continue }
      lines.append("\(pair.name): correlation \(number(correlation))")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
