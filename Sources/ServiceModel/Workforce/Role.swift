/// What a post is for.
public enum Role: UInt8, ParameterKey {
  case socialWorker
  case seniorPractitioner
  /// Front-line manager who leads a pod of a team.
  case practiceManager
  /// A registered social worker in a post without cases: middle and senior managers, reviewing officers and others.
  case withoutCases
  /// True where the post holds children's cases.
  public var holdsCases: Bool { self == .socialWorker || self == .seniorPractitioner }
}
