import DiscreteEvents

/// Children on the pathway by age, in its steady state.
package struct PathwayAges: Sendable {
  /// Children who enter care from it in a year, by band.
  package var entries = AgeBand.allCases.map { _ in 0.0 }
  /// Children who are on it at a day, by band.
  package var open = AgeBand.allCases.map { _ in 0.0 }
}

extension ServiceParameters {
  /// Children on the pathway, and those who enter care from it, by age.
  ///
  /// Children are followed from their referral by quarters of a year of age: each stage makes them older by its mean length
  /// and leads on by the exits of their age, and emergencies take some of them meanwhile. Of those who are closed some are
  /// referred again after the mean interval. Neither load nor levers, drift, waits nor returns to care change anything.
  package func expectedAges() -> PathwayAges {
    let flow = AgedFlow(self)
    var entering = flow.referred
    var sum = 0.0
    for _ in 0..<AgedFlow.rounds {
      let before = sum
      entering = flow.step(entering).entering
      sum = entering.joined().reduce(0, +)
      if abs(sum - before) < 1e-9 * sum { break }
    }
    return PathwayAges(entries: flow.step(entering).care, open: flow.open(entering))
  }
}

/// Children on the pathway by their age.
private struct AgedFlow {
  /// Children who enter in a year, by stage and then by quarter of a year of age.
  typealias Entering = [[Double]]

  static let rounds = 200
  private static let cellsPerYear = 4
  private static let cells = 18 * cellsPerYear
  private static let width = AgeBand.adulthood / Double(cells)
  private static let stages = Stage.open.filter { $0 != .lookedAfter && $0 != .careLeaver }

  let referred: Entering
  private let bands: [AgeBand]
  private let rows: [Row]

  /// What a stage does to the children of one year of age.
  private struct Terms {
    let cells: Double
    let sudden: Double
    let exits: [Double]
  }

  private struct Row {
    let stage: Stage
    let terms: [Terms]
    /// Share of those closed who are referred again.
    let returnShare: Double
  }

  /// Quarters of a year from the closure to the next referral.
  private let returnCells: Double

  init(_ service: ServiceParameters) {
    let bands = (0..<Self.cells).map { AgeBand(days: (Double($0) + 0.5) * Self.width) }
    self.bands = bands
    let demand = service.demand
    let families = demand.referralsPerYear * (1 - demand.repeatShare)
    referred = Stage.allCases.map { stage in
      bands.map { band in
        let width = Double(bands.filter { $0 == band }.count)
        return families * demand.entry[stage] * demand.ages[band] / width
      }
    }
    rows = Self.stages.map { stage in
      let row = service.pathway.stages[stage]
      let mean = row.duration.distribution?.mean ?? 0
      let terms = YearOfAge.allCases.map { age in
        let days = mean * row.ageRatio[age.band]
        let hazard = row.emergencyEntryPerYear * service.pathway.careRatio(at: age) / 365.25
        return Terms(
          cells: days / Self.width, sudden: 1 - exponential(-hazard * days),
          exits: service.pathway.exitShares(stage, at: age))
      }
      let helped = stage == .earlyHelp ? service.pathway.earlyHelpReturnRatio : 1
      return Row(stage: stage, terms: terms, returnShare: row.returnShare * helped)
    }
    returnCells = (service.pathway.returnInterval.distribution?.mean ?? 0) / Self.width
  }

  /// Those who enter each stage after those have left the stages that they entered, and those who enter care, by band.
  func step(_ entering: Entering) -> (entering: Entering, care: [Double]) {
    var next = referred
    var care = AgeBand.allCases.map { _ in 0.0 }
    for row in rows {
      for cell in 0..<Self.cells {
        let count = entering[row.stage.index][cell]
        guard count > 0 else { continue }
        let terms = row.terms[cell / Self.cellsPerYear]
        move(count * terms.sudden, from: cell, by: terms.cells / 2) { care[bands[$0].index] += $1 }
        let others = count * (1 - terms.sudden)
        for exit in Exit.allCases where terms.exits[exit.index] > 0 {
          let leaving = others * terms.exits[exit.index]
          switch exit.next {
          case .closed:
            move(leaving * row.returnShare, from: cell, by: terms.cells + returnCells) {
              next[Stage.frontDoor.index][$0] += $1
            }
          case .lookedAfter: move(leaving, from: cell, by: terms.cells) { care[bands[$0].index] += $1 }
          case let stage: move(leaving, from: cell, by: terms.cells) { next[stage.index][$0] += $1 }
          }
        }
      }
    }
    return (next, care)
  }

  /// Children in all stages at a day, by band: each is in its stage for its mean length, or half of it before an emergency.
  func open(_ entering: Entering) -> [Double] {
    var open = AgeBand.allCases.map { _ in 0.0 }
    for row in rows {
      for cell in 0..<Self.cells {
        let terms = row.terms[cell / Self.cellsPerYear]
        let cells = terms.cells * (1 - terms.sudden / 2)
        let count = entering[row.stage.index][cell] * Self.width / 365.25
        var before = 0.0
        for place in cell..<Self.cells where before < cells {
          let after = Self.spent(cells, within: Double(place - cell + 1))
          open[bands[place].index] += count * (after - before)
          before = after
        }
      }
    }
    return open
  }

  /// How much of a stay of so many cells has passed by the end of the n-th cell, where it begins evenly in the first.
  private static func spent(_ stay: Double, within cells: Double) -> Double {
    /// The mean of what a time lies beyond a moment drawn evenly from 0 to 1.
    func beyond(_ time: Double) -> Double {
      time <= 0 ? 0 : time < 1 ? time * time / 2 : time - 0.5
    }
    return beyond(cells) - beyond(cells - stay)
  }

  /// Shares a count out between the two cells into which a cell has grown older; adults are left out.
  private func move(_ count: Double, from cell: Int, by cells: Double, _ add: (Int, Double) -> Void) {
    guard count > 0, cells < Double(Self.cells) else { return }
    let whole = Int(cells.rounded(.down))
    let part = cells - Double(whole)
    if cell + whole < Self.cells { add(cell + whole, count * (1 - part)) }
    if part > 0, cell + whole + 1 < Self.cells { add(cell + whole + 1, count * part) }
  }
}
