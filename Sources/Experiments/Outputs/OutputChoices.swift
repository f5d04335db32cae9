import Parameters
import Results
import ServiceModel

/// The outputs of one design, in the order in which they were asked for.
package struct OutputChoices: Sendable {
  package let all: [OutputChoice]
  private let watched: [Series]
  private let months: Range<Int>
  private let warmUp: Int

  /// Finds the outputs by their names; the headline measures where none is named.
  ///
  /// - Parameters:
  ///   - warmUp: months at the start that no average counts.
  ///   - averages: whether the state of the staff, where none is named, is averaged over the run, not read at its end:
  ///     what a policy does while it is on is not seen in the month in which the run ends.
  package init(
    _ names: [String], in tables: ModelTables, warmUp: Int = 0, averagingStaff averages: Bool = false
  ) throws(OutputFault) {
    watched = tables.watched
    months = 0..<tables.calendar.months
    self.warmUp = warmUp
    var found: [OutputChoice] = []
    for name in names.isEmpty ? OutputChoices.headlines(watched, averages) : names {
      guard !found.contains(where: { $0.name == name }) else { throw .twice(name) }
      found.append(try OutputChoice(name, in: tables, warmUp: warmUp))
    }
    all = found
  }

  private init(_ all: [OutputChoice], as other: OutputChoices) {
    self.all = all
    (watched, months, warmUp) = (other.watched, other.months, other.warmUp)
  }

  /// These, and more behind them.
  package func with(_ more: [OutputChoice]) -> OutputChoices { OutputChoices(all + more, as: self) }

  /// One number for each output; not a number where there is none.
  package func values(_ outcome: ReplicationOutcome) -> [Double] {
    let gathered = Gathered([outcome], watched: watched)
    return all.map { $0.value(of: gathered, months: months, warmUp: warmUp) }
  }

  /// The name of all that their numbers depend on, for keeping them.
  ///
  /// - Parameter identity: that of the scenario.
  package func work(_ identity: String) -> String {
    ([identity, "warm-up \(warmUp)"] + all.map(\.name)).joined(separator: "\n")
  }

  /// The place of an output by its name.
  package func place(of name: String) -> Int? { all.firstIndex { $0.name == name } }

  private static func headlines(_ watched: [Series], _ averagesStaff: Bool) -> [String] {
    watched.headlines.map { headline in
      watched[headline.place].name + (averagesStaff && headline.subject == .staff ? "@average" : "")
    }
  }
}
