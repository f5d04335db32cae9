/// A team of posts that serves some stages. A stage's `heldBy` says which.
public enum Team: UInt8, ParameterKey {
  case frontDoor
  case assessment
  case protection
  case caredFor
  case leavingCare
}
