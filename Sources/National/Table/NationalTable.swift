/// The published figures of every English council: councils, columns, and a figure for each council, year and column.
///
/// It stands in a folder as three files. `councils.csv`: `code,name,region,first_year,last_year,successors`.
/// `columns.csv`: `column,unit,period,sources`. `figures.csv`: `code,year` and one column for each measure; an empty cell
/// is not published, and `c` a count under six that is not told.
package struct NationalTable: Sendable {
  /// In the order of the file: England first.
  package let councils: [ListedCouncil]
  /// The years of which any figure is there.
  package let years: ClosedRange<Int>
  /// Where the figures of each column are from, by its name.
  package let sources: [String: String]
  private let places: [String: Int]
  /// One for each council, year and column, the column last.
  private let figures: [NationalFigure]

  /// A table of these figures, keyed by council, year and column.
  package init(
    councils: [ListedCouncil], years: ClosedRange<Int>, sources: [String: String],
    _ figure: (_ code: String, _ year: Int, _ measure: NationalMeasure) -> NationalFigure
  ) {
    (self.councils, self.years, self.sources) = (councils, years, sources)
    places = Dictionary(councils.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    figures = councils.flatMap { council in
      years.flatMap { year in NationalMeasure.all.map { figure(council.code, year, $0) } }
    }
  }

  /// What is known of a column for a council and a year.
  package func figure(_ measure: NationalMeasure, _ code: String, _ year: Int) -> NationalFigure {
    guard let council = places[code], years.contains(year), let column = Self.columns[measure.name] else {
      return .missing
    }
    return figures[(council * years.count + year - years.lowerBound) * Self.columns.count + column]
  }

  /// The council of that code.
  package func council(_ code: String) -> ListedCouncil? { places[code].map { councils[$0] } }

  /// The councils that can be planned for.
  package var real: [ListedCouncil] { councils.filter { !$0.isWhole } }

  /// The newest year up to `last` of which the figure is there; nil where there is none.
  package func newest(_ measure: NationalMeasure, _ code: String, upTo last: Int? = nil) -> Int? {
    years.reversed().first { year in
      year <= last ?? years.upperBound && figure(measure, code, year) != .missing
    }
  }

  private static let columns = Dictionary(
    uniqueKeysWithValues: NationalMeasure.all.enumerated().map { ($1.name, $0) })

  /// The release that a column's figures of a year are from, without the day on which it was taken.
  func release(_ measure: NationalMeasure, _ year: Int) -> String {
    for part in (sources[measure.name] ?? "").split(separator: ";") {
      let words = part.split(separator: ":", maxSplits: 1)
      guard words.count == 2 else { continue }
      let years = words[0].split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
      if let first = years.first, let last = years.last, first <= year, year <= last {
        return words[1].drop { $0 == " " }.replacing(/, as of .*/, with: "").description
      }
    }
    return "national table"
  }
}
