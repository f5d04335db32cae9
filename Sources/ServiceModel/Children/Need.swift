/// How much care a looked-after child needs, beyond what its age asks for.
public enum Need: UInt8, ParameterKey, BitwiseCopyable {
  case standard, high, complex

  public var name: String { "\(self)" }

  /// The next level up; the highest stays.
  var raised: Need { self == .standard ? .high : .complex }
}
