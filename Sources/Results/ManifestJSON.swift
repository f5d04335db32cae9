/// `manifest.json`: the manifest as JSON in a fixed order, with the resolved parameters, the balances and the files.
package enum ManifestJSON {
  /// Tells our folders from other people's.
  package static let program = "caseload"
  /// Raised when a column or a field changes its meaning.
  package static let format = 1

  package static func value(_ result: ResultSet) -> JSONValue {
    let m = result.manifest
    return .object([
      "program": .string(program),
      "format": .integer(format),
      "scenario": .string(m.scenario),
      "question": .string(m.question),
      "command": .strings(m.command),
      "scenario_hash": .string(m.scenarioHash),
      "overlays": .strings(m.overlays),
      "settings": .strings(m.settings),
      "uncertain_inputs": .strings(m.uncertainInputs),
      "seed": .count(m.seed),
      "generator": .string(m.generator),
      "model_version": .string(m.modelVersion),
      "commit": .string(m.commit),
      "toolchain": .string(m.toolchain),
      "host": .string(m.host),
      "kind": .string(m.kind),
      "start_state": .string(m.startState),
      "start_date": .string(m.startDate),
      "end_date": .string(m.endDate),
      "data_as_of": .string(m.dataAsOf),
      "replications_wanted": .integer(m.replicationsWanted),
      "replications_done": .integer(m.replicationsDone),
      "interrupted": .bool(m.interrupted),
      "jobs": .integer(m.jobs),
      "events": .count(m.events),
      "stale_events": .count(m.staleEvents),
      "wall_seconds": .number(m.wallSeconds),
      "cpu_seconds": .number(m.cpuSeconds),
      "peak_memory_megabytes": .number(m.peakMemoryMegabytes),
      "events_per_second": .number(m.eventsPerSecond),
      "checks_hold": .bool(m.checksHold),
      "warnings": .strings(m.warnings + result.warnings.filter { !m.warnings.contains($0) }),
      "checks": .array(result.checks.map(check)),
      "parameters": .array(result.parameters.map(parameter)),
      "scenario_files": .array(
        m.scenarioFiles.map {
          .object(["name": .string($0.name), "sha256": .string($0.sha256), "text": .string($0.text)])
        }),
    ])
  }

  /// The manifest of that JSON; fields that are missing keep their defaults. Nil when it is not ours.
  package static func manifest(_ json: JSONValue) -> Manifest? {
    guard json["program"] == .string(program) else { return nil }
    var m = Manifest()
    m.scenario = text(json["scenario"])
    m.question = text(json["question"])
    m.command = texts(json["command"])
    m.scenarioHash = text(json["scenario_hash"])
    m.overlays = texts(json["overlays"])
    m.settings = texts(json["settings"])
    m.uncertainInputs = texts(json["uncertain_inputs"])
    m.seed = count(json["seed"])
    m.generator = text(json["generator"])
    m.modelVersion = text(json["model_version"])
    m.commit = text(json["commit"])
    m.toolchain = text(json["toolchain"])
    m.host = text(json["host"])
    m.kind = text(json["kind"])
    m.startState = text(json["start_state"])
    m.startDate = text(json["start_date"])
    m.endDate = text(json["end_date"])
    m.dataAsOf = text(json["data_as_of"])
    m.replicationsWanted = Int(clamping: count(json["replications_wanted"]))
    m.replicationsDone = Int(clamping: count(json["replications_done"]))
    m.interrupted = json["interrupted"] == .bool(true)
    m.jobs = Int(clamping: count(json["jobs"]))
    m.events = count(json["events"])
    m.staleEvents = count(json["stale_events"])
    m.wallSeconds = number(json["wall_seconds"])
    m.cpuSeconds = number(json["cpu_seconds"])
    m.peakMemoryMegabytes = number(json["peak_memory_megabytes"])
    m.eventsPerSecond = number(json["events_per_second"])
    m.checksHold = json["checks_hold"] == .bool(true)
    m.warnings = texts(json["warnings"])
    if case .array(let files)? = json["scenario_files"] {
      m.scenarioFiles = files.map {
        Manifest.SourceFile(name: text($0["name"]), sha256: text($0["sha256"]), text: text($0["text"]))
      }
    }
    return m
  }

  // MARK: - Parts

  private static func parameter(_ row: ParameterRow) -> JSONValue {
    .object([
      "path": .string(row.path), "value": .string(row.value), "unit": .string(row.unit),
      "from": .string(row.from),
    ])
  }

  /// Money is written in whole pence, as everywhere in JSON.
  private static func check(_ row: CheckRow) -> JSONValue {
    let isMoney = MeasureFormat(unit: row.unit) == .pounds
    func amount(_ value: Double) -> JSONValue {
      guard isMoney else { return .number(value) }
      return Int(exactly: (value * 100).rounded()).map { .integer($0) } ?? .null
    }
    return .object([
      "balance": .string(row.balance), "unit": .string(isMoney ? "pence" : row.unit),
      "opening": amount(row.opening), "entered": amount(row.entered), "left": amount(row.left),
      "closing": amount(row.closing), "largest_residual": amount(row.largestResidual),
      "months_checked": .integer(row.monthsChecked), "holds": .bool(row.holds),
    ])
  }

  private static func text(_ value: JSONValue?) -> String {
    if case .string(let text)? = value { text } else { "" }
  }

  private static func texts(_ value: JSONValue?) -> [String] {
    if case .array(let values)? = value { values.map { text($0) } } else { [] }
  }

  private static func count(_ value: JSONValue?) -> UInt64 {
    switch value {
    case .integer(let whole)?: UInt64(clamping: whole)
    case .string(let text)?: UInt64(text) ?? 0
    default: 0
    }
  }

  private static func number(_ value: JSONValue?) -> Double {
    switch value {
    case .integer(let whole)?: Double(whole)
    case .number(let number)?: number
    default: 0
    }
  }
}
