import Notation
import Results
import ScenarioFiles
import ServiceModel

/// What a verb answers with `--json`: which verb of which program, what the answer rests on, its rows, and where its files
/// are. A small object on standard output; everything else that is said goes to standard error.
struct Answer {
  /// Tables with more rows are not in an answer: their files are. Those of money are, as long as a run of ten years makes
  /// them.
  private static let (mostRows, mostRowsOfMoney) = (300, 10_000)
  private var members: [(String, JSONValue)]

  init(_ verb: String) {
    members = [
      ("program", .string(ManifestJSON.program)), ("verb", .string(verb)),
      ("model_version", .string(ModelVersion.current)),
    ]
  }

  /// An answer that rests on a run.
  init(_ verb: String, _ manifest: Manifest) {
    self.init(verb)
    self["scenario"] = .string(manifest.scenario)
    self["changed"] = .strings(manifest.changes)
    self["scenario_hash"] = .string(manifest.scenarioHash)
    self["seed"] = manifest.seed.json
    self["data_as_of"] = .string(manifest.dataAsOf)
    self["replications_done"] = .integer(manifest.replicationsDone)
    self["replications_wanted"] = .integer(manifest.replicationsWanted)
    self["interrupted"] = .bool(manifest.interrupted)
    self["checks_hold"] = .bool(manifest.checksHold)
    self["warnings"] = .strings(manifest.warnings)
  }

  /// A member; setting adds it behind the others.
  subscript(name: String) -> JSONValue? {
    get { members.first { $0.0 == name }?.1 }
    set { if let newValue { members.append((name, newValue)) } }
  }

  /// The rows of a table under its name without its ending.
  mutating func add<Row>(_ table: Table<Row>, _ rows: some Sequence<Row>) {
    self[Path.stem(table.name)] = table.json(rows)
  }

  /// Files that were written, with the rows of those that are tables of no more than a few hundred.
  mutating func add(_ files: [WholeFile.Prepared], in folder: String) {
    self["files"] = .strings(files.map { "\(folder)/\($0.name)" })
    var leftOut: [JSONValue] = []
    for file in files {
      guard let rows = file.rows else { continue }
      let isOfMoney = EvidenceFile.verb(of: file.name) == "finance"
      guard rows <= (isOfMoney ? Self.mostRowsOfMoney : Self.mostRows) else {
        leftOut.append(
          .object([
            "table": .string(Path.stem(file.name)), "rows": .integer(rows),
            "file": .string("\(folder)/\(file.name)"),
          ]))
        continue
      }
      self[Path.stem(file.name)] = file.json()
    }
    self["left_out"] = .array(leftOut)
  }

  var json: JSONValue { .object(members) }
}

extension TalkOptions {
  /// Answers in JSON, where that was asked for.
  func answer(_ make: () throws -> Answer) rethrows {
    if json { Terminal.say(answer: try make().json) }
  }
}

extension Finding {
  /// As a member of an answer.
  var answer: JSONValue {
    .object([
      "code": .string(code), "severity": .string(severity.rawValue), "file": .string(place.file),
      "line": .integer(place.line), "column": .integer(place.column), "message": .string(message),
      "help": help.map { .string($0) } ?? .null,
    ])
  }
}
