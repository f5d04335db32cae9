/// A team of posts that serves some stages. A stage's `heldBy` says which.
public enum Team: UInt8, ParameterKey {
  case frontDoor
  case assessment
  case protection
  case caredFor
  case leavingCare
}

/// Who holds the children of a stage: a team, or nobody, in which case no worker is needed.
public enum Holder: String, CaseIterable, Sendable {
  case nobody, frontDoor, assessment, protection, caredFor, leavingCare

  var team: Team? { Team.allCases.first { $0.name == rawValue } }
}
