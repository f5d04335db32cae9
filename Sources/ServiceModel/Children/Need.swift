/// How much care a looked-after child needs, beyond what is usual for its age.
public enum Need: UInt8, ParameterKey {
  case standard, high, complex

  /// The next level up; the highest stays.
  var raised: Need { self == .standard ? .high : .complex }
}
