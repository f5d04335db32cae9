/// How a result came about: enough to make it again, and to know what it rests on.
public struct Manifest: Sendable, Codable, Equatable {
  public var command: [String] = []
  public var scenario = ""
  public var question = ""
  /// The scenario file as read, then each file it is based on and each overlay.
  public var scenarioFiles: [SourceFile] = []
  /// SHA-256 over the resolved parameters and the model version, as 64 hexadecimal digits.
  public var scenarioHash = ""
  public var overlays: [String] = []
  public var settings: [String] = []
  /// Paths of the inputs that each replication but the first drew anew.
  public var uncertainInputs: [String] = []
  public var seed: UInt64 = 0
  public var generator = ""
  public var modelVersion = ""
  public var commit = ""
  public var toolchain = ""
  public var host = ""
  /// `terminating`: the run answers for a stated period from a stated start.
  public var kind = "terminating"
  public var startState = ""
  public var startDate = ""
  public var endDate = ""
  public var dataAsOf = ""
  public var replicationsWanted = 0
  public var replicationsDone = 0
  public var interrupted = false
  public var jobs = 0
  public var events: UInt64 = 0
  public var staleEvents: UInt64 = 0
  public var wallSeconds = 0.0
  public var cpuSeconds = 0.0
  public var peakMemoryMegabytes = 0.0
  public var eventsPerSecond = 0.0
  public var checksHold = false
  public var warnings: [String] = []

  public init() {}

  /// One file that the scenario was read from.
  public struct SourceFile: Sendable, Codable, Equatable {
    public var name: String
    public var sha256: String
    public var text: String

    public init(name: String, sha256: String, text: String) {
      self.name = name
      self.sha256 = sha256
      self.text = text
    }
  }
}
