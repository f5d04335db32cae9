/// How a result came about: enough to make it again, and to know what it rests on.
package struct Manifest: Sendable, Equatable {
  package var command: [String] = []
  package var scenario = ""
  package var question = ""
  /// Whose scenario it is, and that council's code; empty where no file says so.
  package var councilName = "", councilCode = ""
  /// The scenario file as read, then each file it is based on and each overlay.
  package var scenarioFiles: [SourceFile] = []
  /// SHA-256 over the resolved parameters and the model version, as 64 hexadecimal digits.
  package var scenarioHash = ""
  package var overlays: [String] = []
  /// What each overlay is called: its `scenario:`, or its file's name without the ending.
  package var overlayTitles: [String] = []
  /// What was held against the scenario one by one, by `compare` and `worth`.
  package var compared: [ComparedDesign] = []
  package var settings: [String] = []
  /// Whether uncertain values were held at their point values (`--fixed-parameters`).
  package var isFixed = false
  /// Paths of the inputs that each replication but the first drew anew.
  package var uncertainInputs: [String] = []
  package var seed: UInt64 = 0
  package var generator = ""
  package var modelVersion = ""
  package var commit = ""
  package var toolchain = ""
  package var host = ""
  /// `terminating`: the run answers for a stated period from a stated start.
  package var kind = "terminating"
  package var startState = ""
  package var startDate = ""
  package var endDate = ""
  package var dataAsOf = ""
  package var replicationsWanted = 0
  package var replicationsDone = 0
  package var interrupted = false
  package var jobs = 0
  package var events: UInt64 = 0
  package var staleEvents: UInt64 = 0
  package var wallSeconds = 0.0
  package var cpuSeconds = 0.0
  package var peakMemoryMegabytes = 0.0
  package var eventsPerSecond = 0.0
  package var checksHold = false
  package var warnings: [String] = []

  package init() {}

  /// One file that the scenario was read from.
  package struct SourceFile: Sendable, Codable, Equatable {
    package var name: String
    package var sha256: String
    package var text: String

    package init(name: String, sha256: String, text: String) {
      (self.name, self.sha256, self.text) = (name, sha256, text)
    }
  }
}
