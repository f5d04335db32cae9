import Dates
import ScenarioFiles

/// One risk: what may happen, when it counts as having happened, what it would cost, and what is done about it.
package struct Risk: Sendable {
  /// How the months of an impact become one number.
  package enum Gathering: String, Sendable, CaseIterable {
    /// The largest reading from the event on.
    case worst
    /// The sum from the event on.
    case total
  }

  package struct Impact: Sendable {
    /// Which dimension of the profile.
    package let dimension: String
    package let value: RiskExpression
    package let gathering: Gathering
  }

  /// Something in force that can be taken away, or something planned that can be put in force.
  package struct Control: Sendable {
    package let id: String
    package let title: String
    /// What takes it away, or puts it in force.
    package let changes: [RiskChange]
  }

  /// A change for the worse, whose size is searched for.
  package struct Stress: Sendable {
    package let title: String
    package let paths: [String]
    /// True where values are multiplied, false where something is added.
    package let isFactor: Bool
    /// The largest change that is tried.
    package let most: Double

    var neutral: Double { isFactor ? 1 : 0 }
    /// Where the register has it.
    let place: Place

    /// What a change of that size does.
    func changes(_ size: Double) -> [RiskChange] {
      paths.map { RiskChange(path: $0, kind: isFactor ? .times(size) : .plus(size), place: place) }
    }
  }

  package let id, title, owner, cause, consequence: String
  /// The event in words.
  package let means: String
  package let event: RiskExpression
  /// The event as it was written.
  package let eventText: String
  package let impacts: [Impact]
  package let controls, actions: [Control]
  package let stresses: [Stress]
}

/// A file of risks.
package struct RiskRegister: Sendable {
  package let name: String
  /// The profile's path as the file names it, from the folder of the file; nil where it names none.
  package let profile: String?
  /// First and last day of the time that the register looks at; nil for the whole run.
  package let from, to: CivilDate?
  /// Years from the start that it looks at, instead of a time.
  package let years: Int?
  /// Measures that may give early warning, as written and as read.
  package let indicators: [(text: String, value: RiskExpression)]
  /// Months that a warning must come ahead.
  package let lead: Int
  package let risks: [Risk]
  /// The file that it was read from.
  let document: Document
}
