import Notation
import Results
import ServiceModel
import Statistics

/// Estimates of how things drift, by the year up to which they were made, as a file of the national table's folder.
///
/// One row for each year, part of the councils and driver or pair of drivers: `as_of,fold,name,councils,first_year,
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
    var found: [String: (Int, Int?, [DriftPrior.Driver: DriftPrior], [DriftPrior.Pair: Double])] = [:]
    var order: [String] = []
    for row in table.rows {
      let cells = row.cells
      func bad() -> NationalFailure {
        NationalFailure(
          "\(path):\(row.line)", "priors-row", "The row is not that of an estimate.", help: help)
      }
      guard cells.count == columns.count, let year = Int(cells[0]),
        let fold = cells[1] == everyone ? -1 : Int(cells[1])
      else { throw bad() }
      let key = "\(year) \(fold)"
      if found[key] == nil {
        found[key] = (year, fold < 0 ? nil : fold, [:], [:])
        order.append(key)
      }
      if let driver = DriftDriver.allCases.first(where: { $0.name == cells[2] }) {
        let numbers = cells[3...12].compactMap { Double($0) }
        guard numbers.count == 10, numbers.allSatisfy(\.isFinite), numbers[1] <= numbers[2],
          (0..<1).contains(numbers[6])
        else { throw bad() }
        found[key]?.2[driver] = DriftPrior(
          law: PanelLaw(
            between: numbers[3], innovation: numbers[5], persistence: numbers[6], noise: numbers[7]),
          regional: numbers[4], nationalSd: numbers[8], growth: numbers[9], councils: Int(numbers[0]),
          years: Int(numbers[1])...Int(numbers[2]))
      } else if let pair = DriftPair.allCases.first(where: { $0.name == cells[2] }),
        let correlation = Double(cells[13]),
        (-1...1).contains(correlation)
      {
        found[key]?.3[pair] = correlation
      } else {
        throw bad()
      }
    }
    return PriorsFile(
      order.compactMap { found[$0] }.map {
        PriorEstimate(year: $0.0, fold: $0.1, drivers: $0.2, correlations: $0.3)
      })
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
      for driver in DriftPrior.Driver.allCases {
        guard let prior = estimate.drivers[driver] else { continue }
        let (law, years) = (prior.law, prior.years)
        let numbers = [
          law.between, prior.regional, law.innovation, law.persistence, law.noise, prior.nationalSd,
          prior.growth,
        ]
        text.cells(
          head + [
            driver.name, String(prior.councils), String(years.lowerBound), String(years.upperBound),
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
