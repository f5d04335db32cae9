import Statistics

/// A yearly number of every council of a panel, on the scale on which it varies evenly, and the variance that chance alone
/// would give it.
struct YearlySeries: Sendable {
  /// Nothing of a later year is used; of the population nothing of this year either.
  let last: Int
  let values: PanelSeries
  /// The variance of each value were its counts Poisson.
  let chances: PanelSeries
}

extension YearlySeries {
  /// Spending moves little by chance: as much as a mean over so many children would.
  private static let childrenOfASum = 2500.0
  private static let leastCount = 3.0
  /// Under as many FTE a rate of staff says nothing.
  private static let leastStaff = 2.0

  /// A scored measure: the logarithm of what is counted for each child, the logit of a share.
  init(_ measure: SkillMeasure, _ panel: Panel, upTo last: Int) {
    let figures = panel.series(measure.column.name, upTo: last)
    let inPost = panel.series("inpost_fte", upTo: last)
    let population = panel.series("population_0_17", upTo: last - 1)
    let (scale, isEach) = (measure.scale, measure.isCounted)
    let values = PanelSeries(panel, panel.table.years) { council, year in
      let value = figures[council, year]
      guard value >= measure.least, value > 0 else { return nil }
      let children = isEach ? Self.children(population, council, year) : 1
      let place = scale.place(of: value / children)
      return place.isFinite ? place : nil
    }
    let chances = PanelSeries(panel, panel.table.years) { council, year in
      let value = figures[council, year]
      guard value > 0 else { return nil }
      let staff = max(
        inPost[council, year].isFinite ? inPost[council, year] : Self.leastStaff, Self.leastStaff)
      switch scale {
      case .logit:
        let share = scale.value(at: scale.place(of: value))
        return 1 / (staff * share * (1 - share))
      case .log where !isEach: return 1 / staff
      case .log: return measure.column.unit == "£" ? 1 / Self.childrenOfASum : 1 / max(value, Self.leastCount)
      }
    }
    self.init(last: last, values: values, chances: chances)
  }

  /// Children of a council in the middle of the year before, or of the nearest year known.
  static func children(_ population: PanelSeries, _ council: Int, _ year: Int) -> Double {
    [year - 1, year, year + 1, year - 2, year - 3].map { population[council, $0] }.first(where: \.isFinite)
      ?? .nan
  }
}
