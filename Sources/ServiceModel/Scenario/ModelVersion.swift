/// The version of the model: raised whenever the same scenario and seed give other results.
public enum ModelVersion {
  public static let current = "0.7.0"
  /// Name of the generator behind every draw.
  public static let generator = "Philox4x64-10, keyed by seed, replication, purpose, entity and occurrence"
}
