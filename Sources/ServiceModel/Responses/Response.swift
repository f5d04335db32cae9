/// How management responds when children wait or posts stand empty. A case is added at the end, with its file and its
/// line in `ResponseParameters`.
public enum Response: UInt8, ParameterKey {
  case signOff, managersFirst, agencyAbove, askAgain, lending, thresholds, overtime, managersCarry

  /// Whether each team has it for itself, in the trace's words, and what people call it.
  private var row: (isByTeam: Bool, spoken: String) {
    switch self {
    case .signOff: (false, "sign-off by any manager who is free")
    case .managersFirst: (false, "managers' posts searched first")
    case .agencyAbove: (true, "agency staff above establishment")
    case .askAgain: (false, "asking agencies again")
    case .lending: (true, "help from other teams")
    case .thresholds: (false, "higher thresholds at the front door")
    case .overtime: (true, "overtime")
    case .managersCarry: (true, "managers who carry cases")
    }
  }

  /// Whether it comes and goes team by team; the others are the whole service's.
  var isByTeam: Bool { row.isByTeam }

  public var spoken: String { row.spoken }
}

extension Response: Breakdown { static var subject: String { "response" } }
