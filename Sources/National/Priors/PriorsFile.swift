import Notation
import Results
import ServiceModel
import Statistics

/// Estimates of how things drift, by the year up to which they were made, as a file of the national table's folder.
///
/// One row for each year, part of the councils and driver, pair of drivers or measure (`measure=` and its column): `as_of,fold,name,councils,first_year,
/// last_year,between,regional,innovation,persistence,noise,national_sd,growth,correlation`. A pair has a correlation only.
package struct PriorsFile: Sendable {
  package static let name = "priors.csv"
  private static let columns = [
    "as_of", "fold", "name", "councils", "first_year", "last_year", "between", "regional", "innovation",
    "persistence", "noise", "national_sd", "growth", "correlation",
  ]
  private static let everyone = "all"

  package let estimates: [PriorEstimate]

  package init(_ estimates: [PriorEstimate]) { self.estimates = estimates }

  /// The file of a folder; nil where there is none.
  ///
  /// - Throws: `NationalFailure` where it is not such a file.
  package static func read(_ folder: String) throws -> PriorsFile? {
    let path = folder + "/" + name
    guard ResultReader.has(name, folder) else { return nil }
    let table = CSVRows(try ResultReader.bytes(of: path))
    let help = "make it again: caseload councils --priors --national \(folder)"
    guard table.columns == columns else {
      throw NationalFailure(
        "\(path):1", "priors-columns", "The columns are not \(columns.joined(separator: ",")).", help: help)
    }
    var found: [String: Found] = [:]
    var order: [String] = []
    func isThere(_ key: String, _ driver: DriftDriver?, _ measure: SkillMeasure?) -> Bool {
      driver.map { found[key]?.drivers[$0] != nil } ?? false
        || measure.map { found[key]?.measures[$0.column.name] != nil } ?? false
    }
    for row in table.rows {
      let cells = row.cells
      func bad() -> NationalFailure {
        NationalFailure(
          "\(path):\(row.line)", "priors-row", "The row is not that of an estimate.", help: help)
      }
      guard cells.count == columns.count, let year = Int(cells[0]), (1990...2100).contains(year),
        let fold = cells[1] == everyone ? -1 : Int(cells[1]), (-1..<Panel.parts).contains(fold)
      else { throw bad() }
      let key = "\(year) \(fold)"
      if found[key] == nil {
        found[key] = Found(year: year, fold: fold < 0 ? nil : fold)
        order.append(key)
      }
      let driver = DriftDriver.allCases.first { $0.name == cells[2] }
      let measure = SkillMeasure.all.first { PriorEstimate.measurePrefix + $0.column.name == cells[2] }
      if driver != nil || measure != nil {
        let numbers = cells[3...12].compactMap { Double($0) }
        guard numbers.count == 10, numbers.allSatisfy(\.isFinite), numbers[1] <= numbers[2],
          (1990...2100).contains(numbers[1]), (1990...2100).contains(numbers[2]),
          (0...10_000).contains(numbers[0]), (0..<1).contains(numbers[6]),
          [3, 4, 5, 8].allSatisfy({ (0...5).contains(numbers[$0]) }), (0...1000).contains(numbers[7]),
          (-2...2).contains(numbers[9]), !isThere(key, driver, measure)
        else { throw bad() }
        let prior = DriftPrior(
          law: PanelLaw(
            between: numbers[3], innovation: numbers[5], persistence: numbers[6], noise: numbers[7]),
          regional: numbers[4], nationalSd: numbers[8], growth: numbers[9], councils: Int(numbers[0]),
          years: Int(numbers[1])...Int(numbers[2]))
        if let driver { found[key]?.drivers[driver] = prior }
        if let measure { found[key]?.measures[measure.column.name] = prior }
      } else if let pair = DriftPair.allCases.first(where: { $0.name == cells[2] }),
        let correlation = Double(cells[13]),
        (-1...1).contains(correlation)
      {
        found[key]?.correlations[pair] = correlation
      } else {
        throw bad()
      }
    }
    guard !order.isEmpty else {
      throw NationalFailure("\(path):1", "priors-empty", "There is no estimate.", help: help)
    }
    return PriorsFile(
      order.compactMap { found[$0] }.map {
        PriorEstimate(
          year: $0.year, fold: $0.fold, drivers: $0.drivers, correlations: $0.correlations,
          measures: $0.measures)
      })
  }

  /// An estimate whose rows are being read.
  private struct Found {
    let year: Int
    let fold: Int?
    var drivers: [DriftPrior.Driver: DriftPrior] = [:]
    var correlations: [DriftPrior.Pair: Double] = [:]
    var measures: [String: DriftPrior] = [:]
  }

  /// The newest estimate that could have been made with what was known of `year`.
  ///
  /// - Parameter fold: the part of the councils that it is for; nil for one that rests on all.
  package func newest(upTo year: Int, fold: Int?) -> PriorEstimate? {
    estimates.filter { $0.fold == fold && $0.year <= year }.max { $0.year < $1.year }
  }

  package var file: WholeFile.Prepared {
    var text = CSVText(columns: Self.columns, ending: [])
    for estimate in estimates {
      let head = [String(estimate.year), estimate.fold.map { String($0) } ?? Self.everyone]
      for (name, prior) in estimate.laws {
        let (law, years) = (prior.law, prior.years)
        let numbers = [
          law.between, prior.regional, law.innovation, law.persistence, law.noise, prior.nationalSd,
          prior.growth,
        ]
        text.cells(
          head + [
            name, String(prior.councils), String(years.lowerBound), String(years.upperBound),
          ]
            + numbers.map(Self.text) + [""])
        text.endRow()
      }
      for pair in DriftPrior.Pair.allCases {
        guard let correlation = estimate.correlations[pair] else { continue }
        let blank = Array(repeating: "", count: 10)
        text.cells(head + [pair.name] + blank + [Self.text(correlation)])
        text.endRow()
      }
    }
    return WholeFile.Prepared(name: Self.name, bytes: text.bytes)
  }

  /// Four decimal places: no more is known.
  private static func text(_ number: Double) -> String {
    var bytes: [UInt8] = []
    PlainNumber.append((number * 10_000).rounded() / 10_000, digits: 8, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
