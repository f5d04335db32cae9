import Notation

/// `manifest.json`: the manifest as JSON in a fixed order, with the resolved parameters, the balances and the files.
package enum ManifestJSON {
  /// Tells our folders from other people's.
  package static let program = "caseload"
  /// Raised when a column or a field changes its meaning. Since 2 the manifest keeps the digests of the tables.
  package static let format = 2

  /// A fact of the manifest: its name in the file, how it is written and how it is read.
  private struct Field: Sendable {
    let name: String
    let write: @Sendable (Manifest) -> JSONValue
    let read: @Sendable (JSONValue, inout Manifest) -> Void

    init<Value: JSONConvertible>(_ name: String, _ property: WritableKeyPath<Manifest, Value> & Sendable) {
      self.name = name
      write = { $0[keyPath: property].json }
      read = { json, manifest in
        if let value = Value(json: json) { manifest[keyPath: property] = value }
      }
    }
  }

  private static let fields = [
    Field("scenario", \.scenario), Field("question", \.question), Field("council_name", \.councilName),
    Field("council_code", \.councilCode), Field("command", \.command),
    Field("scenario_hash", \.scenarioHash), Field("overlays", \.overlays),
    Field("overlay_titles", \.overlayTitles), Field("settings", \.settings),
    Field("fixed_parameters", \.isFixed),
    Field("uncertain_inputs", \.uncertainInputs), Field("seed", \.seed), Field("generator", \.generator),
    Field("model_version", \.modelVersion), Field("commit", \.commit), Field("toolchain", \.toolchain),
    Field("host", \.host), Field("kind", \.kind), Field("start_state", \.startState),
    Field("start_date", \.startDate), Field("end_date", \.endDate), Field("data_as_of", \.dataAsOf),
    Field("replications_wanted", \.replicationsWanted), Field("replications_done", \.replicationsDone),
    Field("interrupted", \.interrupted), Field("jobs", \.jobs), Field("events", \.events),
    Field("stale_events", \.staleEvents), Field("wall_seconds", \.wallSeconds),
    Field("cpu_seconds", \.cpuSeconds), Field("peak_memory_megabytes", \.peakMemoryMegabytes),
    Field("events_per_second", \.eventsPerSecond), Field("checks_hold", \.checksHold),
    Field("warnings", \.warnings),
  ]
  /// Written where there is any.
  private static let compared = Field("compared", \.compared)
  private static let sources = Field("scenario_files", \.scenarioFiles)

  /// The bytes of the file, sealed.
  ///
  /// - Parameter files: the tables beside it, which it binds.
  package static func text(_ result: ResultSet, files: [FileSum]) -> [UInt8] {
    SealedJSON.sealed(value(result, files: files).text)
  }

  package static func value(_ result: ResultSet, files: [FileSum] = []) -> JSONValue {
    var manifest = result.manifest
    manifest.warnings = result.allWarnings
    return .object(
      [.init("program", .string(program)), .init("format", .integer(format))]
        + (fields + (manifest.compared.isEmpty ? [] : [compared])).map { .init($0.name, $0.write(manifest)) }
        + [
          .init("checks", .array(result.checks.map(check))),
          .init("parameters", .array(result.parameters.map(parameter))),
          .init(sources.name, sources.write(manifest)), .init("files", files.json),
        ])
  }

  /// The manifest of that JSON; fields that are missing keep their defaults. Nil when it is not ours.
  package static func manifest(_ json: JSONValue) -> Manifest? {
    guard json["program"] == .string(program) else { return nil }
    var manifest = Manifest()
    for field in fields + [compared, sources] {
      if let value = json[field.name] { field.read(value, &manifest) }
    }
    // Results written before overlays had titles in the manifest.
    if json["overlay_titles"] == nil { manifest.overlayTitles = manifest.overlays }
    return manifest
  }

  // MARK: - Parts

  private static func parameter(_ row: ParameterRow) -> JSONValue {
    .object([
      "path": .string(row.path), "value": .string(row.value), "unit": .string(row.unit),
      "from": .string(row.from),
    ])
  }

  private static func check(_ row: CheckRow) -> JSONValue {
    .object([
      "balance": .string(row.balance), "unit": .string(row.unit), "opening": .number(row.opening),
      "entered": .number(row.entered), "left": .number(row.left), "closing": .number(row.closing),
      "largest_residual": .number(row.largestResidual), "months_checked": .integer(row.monthsChecked),
      "holds": .bool(row.holds),
    ])
  }
}

extension Manifest.SourceFile: JSONConvertible {
  package var json: JSONValue {
    .object(["name": .string(name), "sha256": .string(sha256), "text": .string(text)])
  }

  package init?(json: JSONValue) {
    guard let name = json["name"].flatMap(String.init(json:)),
      let sha256 = json["sha256"].flatMap(String.init(json:)),
      let text = json["text"].flatMap(String.init(json:))
    else { return nil }
    self.init(name: name, sha256: sha256, text: text)
  }
}
