public import Dates

/// One risk: what may happen, when it counts as having happened, what it would cost, and what is done about it.
public struct Risk: Sendable {
  /// How the months of an impact become one number.
  public enum Gathering: String, Sendable, CaseIterable {
    /// The largest reading from the event on.
    case worst
    /// The sum from the event on.
    case total
  }

  public struct Impact: Sendable {
    /// Which dimension of the profile.
    public let dimension: String
    public let value: RiskExpression
    public let gathering: Gathering
  }

  /// Something in force that can be taken away, or something planned that can be put in force.
  public struct Control: Sendable {
    public let id: String
    public let title: String
    /// `path=value` texts.
    public let sets: [String]
  }

  /// A change for the worse, whose size is searched for.
  public struct Stress: Sendable {
    public let title: String
    public let paths: [String]
    /// True where values are multiplied, false where something is added.
    public let isFactor: Bool
    /// The largest change that is tried.
    public let most: Double

    var neutral: Double { isFactor ? 1 : 0 }
  }

  public let id, title, owner, cause, consequence: String
  /// The event in words.
  public let means: String
  public let event: RiskExpression
  /// The event as it was written.
  public let eventText: String
  public let impacts: [Impact]
  public let controls, actions: [Control]
  public let stresses: [Stress]
}

/// A file of risks.
public struct RiskRegister: Sendable {
  public let name: String
  /// The profile's path as the file names it, from the folder of the file; nil where it names none.
  public let profile: String?
  /// First and last day of the time that the register looks at; nil for the whole run.
  public let from, to: CivilDate?
  /// Measures that may give early warning, as written and as read.
  public let indicators: [(text: String, value: RiskExpression)]
  /// Months that a warning must come ahead.
  public let lead: Int
  public let risks: [Risk]
}
