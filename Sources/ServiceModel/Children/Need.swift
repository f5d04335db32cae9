/// How much care a looked-after child needs, beyond what its age asks for.
public enum Need: UInt8, ParameterKey {
  case standard, high, complex

  /// The next level up; the highest stays.
  var raised: Need { self == .standard ? .high : .complex }
}
