import Foundation

/// The councils whose figures can be followed through all years: those that a reorganisation changed stand in the whole
/// area that runs through it, and two that are too small for figures that may be told are left out.
package struct Panel: Sendable {
  let table: NationalTable
  /// Codes in ascending order, and last that of a council asked for that is not among them.
  let codes: [String]
  /// The part that each belongs to; what is learned for a council rests on the councils of the other parts.
  let folds: [Int]
  /// The region of each; empty where none is known.
  let regions: [String]
  /// Whether others may learn from it.
  private let isFollowed: [Bool]

  /// Parts into which councils are divided, by turns in the order of their codes.
  package static let parts = 5
  /// The City of London and the Isles of Scilly, whose counts are mostly under six.
  private static let tooSmall: Set = ["201", "420"]

  /// - Parameter code: a council that is to be there though it is no one's model: one that a reorganisation changed.
  package init(_ table: NationalTable, including code: String? = nil) {
    self.table = table
    let ended = table.real.filter { !$0.successors.isEmpty }
    let changed = Set(ended.map(\.code) + ended.flatMap(\.successors))
    let whole = table.councils.filter { $0.isWhole && $0.code != "ENG" }
    let followed =
      (table.real.map(\.code).filter { !changed.contains($0) && !Self.tooSmall.contains($0) }
      + whole.map(\.code)).sorted()
    let places = Dictionary(uniqueKeysWithValues: followed.enumerated().map { ($1, $0) })
    /// The whole area in which a council stands, by the code of one that ended, which its own begins with.
    func area(of code: String) -> String? {
      let joined = ended.filter { $0.code == code || $0.successors.contains(code) }
      let kin =
        joined
        + ended.filter { one in
          joined.contains { !Set($0.successors).isDisjoint(with: one.successors) }
        }
      return whole.first { area in kin.contains { area.code.hasPrefix($0.code) } }?.code
    }
    func region(of code: String) -> String {
      let own = table.council(code)?.region ?? ""
      return own.isEmpty ? table.council(String(code.prefix(3)))?.region ?? "" : own
    }
    let extra = code.flatMap { places[$0] == nil ? $0 : nil }
    codes = followed + (extra.map { [$0] } ?? [])
    folds =
      followed.indices.map { $0 % Self.parts }
      + (extra.map { [(area(of: $0).flatMap { places[$0] } ?? 0) % Self.parts] } ?? [])
    regions = codes.map(region)
    isFollowed = followed.map { _ in true } + (extra == nil ? [] : [false])
  }

  /// The place of a council; nil where it is not there.
  func place(of code: String) -> Int? { codes.firstIndex(of: code) }

  /// The part that a council belongs to; nil where it is not there.
  package func fold(of code: String) -> Int? { place(of: code).map { folds[$0] } }

  /// The places of the councils of the other parts.
  func others(than fold: Int) -> [Int] { codes.indices.filter { isFollowed[$0] && folds[$0] != fold } }

  /// The councils that forecasts are made for and scored, each of its own.
  package var councils: [ListedCouncil] {
    codes.compactMap { table.council($0) }.filter { !$0.isWhole }
  }
}

/// A measure of every council of a panel, by year; not a number where nothing may be told of it.
struct PanelSeries: Sendable {
  let years: ClosedRange<Int>
  /// `values[council][year]`.
  private let values: [[Double]]

  /// - Parameter value: of a council's place and a year; nil where there is none.
  init(_ panel: Panel, _ years: ClosedRange<Int>, _ value: (_ council: Int, _ year: Int) -> Double?) {
    self.years = years
    values = panel.codes.indices.map { council in years.map { value(council, $0) ?? .nan } }
  }

  subscript(council: Int, year: Int) -> Double {
    years.contains(year) ? values[council][year - years.lowerBound] : .nan
  }

  /// The same, of each number something else.
  func map(_ change: (Double) -> Double) -> PanelSeries {
    PanelSeries(years: years, values: values.map { $0.map(change) })
  }

  private init(years: ClosedRange<Int>, values: [[Double]]) { (self.years, self.values) = (years, values) }
}

extension Panel {
  /// A column of the table.
  ///
  /// - Parameters:
  ///   - last: the newest year that is used; nil for all.
  ///   - isReckoned: whether a count that is not told counts as the middle of what it may be.
  func series(_ name: String, upTo last: Int? = nil, isReckoned: Bool = false) -> PanelSeries {
    let measure = NationalMeasure.named(name)
    return PanelSeries(self, table.years) { council, year in
      guard let measure, year <= last ?? table.years.upperBound else { return nil }
      let figure = table.figure(measure, codes[council], year)
      return isReckoned ? figure.reckoned : figure.value
    }
  }
}
