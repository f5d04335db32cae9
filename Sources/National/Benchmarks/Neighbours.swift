import Foundation

/// The councils most like one: nearest in the number of children, their growth over five years, children in need for each
/// child, which stands in for hardship, and the share of those looked after who are unaccompanied, each in standard
/// deviations over councils.
///
/// The Department's own statistical neighbours rest on the census, which the national table has not.
struct Neighbours {
  /// Codes, the nearest first.
  let codes: [String]

  static let count = 10
  private static let span = 5

  /// - Parameter last: the newest year of which a measure's figures are known.
  init(_ table: NationalTable, _ code: String, upTo last: (NationalMeasure) -> Int) {
    let councils = table.real.filter { $0.successors.isEmpty }
    func figure(_ name: String, _ code: String, back: Int = 0) -> Double? {
      guard let measure = NationalMeasure.named(name) else { return nil }
      let newest = last(measure) - back
      return [newest, newest - 1].lazy.compactMap { table.figure(measure, code, $0).value }.first
    }
    func features(_ code: String) -> [Double]? {
      guard let children = figure("population_0_17", code), children > 0,
        let need = figure("children_in_need", code), need > 0,
        let lookedAfter = figure("children_looked_after", code), lookedAfter > 0
      else { return nil }
      let before = figure("population_0_17", code, back: Self.span) ?? children
      let unaccompanied = (figure("children_looked_after/uasc", code) ?? 0) / lookedAfter
      return [
        log(children), log(children / max(before, 1)), log(need / children), unaccompanied.squareRoot(),
      ]
    }
    let known = councils.compactMap { council in features(council.code).map { (council.code, $0) } }
    guard let own = features(code), known.count > Self.count else {
      codes = []
      return
    }
    let scales = own.indices.map { place -> Double in
      let column = known.map { $0.1[place] }
      let mean = column.reduce(0, +) / Double(column.count)
      let square = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(column.count)
      return max(square.squareRoot(), 1e-9)
    }
    let distances = known.filter { $0.0 != code }.map { other -> (code: String, distance: Double) in
      let square = own.indices.reduce(0.0) { sum, place in
        let step = (other.1[place] - own[place]) / scales[place]
        return sum + step * step
      }
      return (other.0, square)
    }
    codes = distances.sorted { ($0.distance, $0.code) < ($1.distance, $1.code) }.prefix(Self.count).map(
      \.code)
  }
}
