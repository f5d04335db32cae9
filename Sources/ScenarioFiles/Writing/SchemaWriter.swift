import Notation
import Parameters

/// Writes the JSON Schema (draft 2020-12) of scenario files, for editors that check while one types.
///
/// The schema knows kinds, ranges, units and names. What needs more than one value, such as shares that sum
/// to one, only the reader checks.
package struct SchemaWriter<Root: ParameterSet>: Sendable {
  let index = PathIndex<Root>()

  package init() {}

  /// The schema as indented JSON with a final line feed; the same table always gives the same text.
  package func text(title: String = "Scenario") -> String {
    let headings: [(String, JSONValue)] = [
      ("scenario", Self.words("The scenario's title.")),
      ("question", Self.words("The question that the scenario is to answer.")),
      ("council", Self.council),
      ("basedOn", Self.words("The scenario file that this one changes, relative to this file.")),
      ("hindsight", Self.words("What the file knows that was not known at run.dataAsOf.")),
      ("jointly", Self.jointly),
    ]
    let root = JSONValue.object([
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string(title)),
      ("type", .string("object")),
      ("properties", .object(headings + members(of: ""))),
      ("additionalProperties", .bool(false)),
      ("$defs", .object(definitions)),
    ])
    return root.text(.members) + "\n"
  }

  private static func words(_ description: String) -> JSONValue {
    .object([("type", .string("string")), ("description", .string(description))])
  }

  private static var council: JSONValue {
    .object([
      ("description", .string("The council that the scenario is about: its name, or its name and code.")),
      (
        "anyOf",
        .array([
          .object([("type", .string("string"))]),
          .object([
            ("type", .string("object")),
            (
              "properties",
              .object([("name", words("Its name.")), ("code", words("Its code, such as E06000049."))])
            ),
            ("required", .array([.string("name")])), ("additionalProperties", .bool(false)),
          ]),
        ])
      ),
    ])
  }

  private static var jointly: JSONValue {
    let correlation = JSONValue.object([
      ("type", .string("number")), ("exclusiveMinimum", .integer(-1)), ("exclusiveMaximum", .integer(1)),
    ])
    func list(_ items: JSONValue, _ least: Int) -> JSONValue {
      .object([("type", .string("array")), ("items", items), ("minItems", .integer(least))])
    }
    let group = JSONValue.object([
      ("type", .string("object")),
      (
        "properties",
        .object([
          ("paths", list(.object([("type", .string("string"))]), 2)), ("correlation", correlation),
          ("correlations", list(list(correlation, 1), 1)), ("source", reference("source")),
          ("note", reference("note")),
        ])
      ),
      ("required", .array([.string("paths")])), ("additionalProperties", .bool(false)),
    ])
    return .object([
      (
        "description",
        .string("Uncertain values that are drawn together, with the correlations of their normal scores.")
      ),
      ("type", .string("array")), ("items", group),
    ])
  }

  private static func reference(_ name: String) -> JSONValue {
    .object([("$ref", .string("#/$defs/\(name)"))])
  }

  /// The properties of a group, what it says about itself last.
  private func members(of group: String) -> [(String, JSONValue)] {
    let names = index.groups[group] ?? []
    let own = names.map { name -> (String, JSONValue) in
      let path = PathIndex<Root>.join(group, name)
      return (name, index.parameters[path].map(single) ?? self.group(path))
    }
    let about = ["source", "note", "known"].filter { !names.contains($0) }.map { ($0, Self.reference($0)) }
    return own + about
  }

  private func group(_ path: String) -> JSONValue {
    .object([
      ("type", .array([.string("object"), .string("null")])), ("properties", .object(members(of: path))),
      ("additionalProperties", .bool(false)),
    ])
  }

  private func single(_ parameter: Parameter<Root>) -> JSONValue {
    let bare = JSONValue.object(
      Self.allowed(parameter.kind, takesRunDays: !parameter.path.hasPrefix("run.")))
    var properties = [
      ("value", bare), ("unit", JSONValue.object([("const", .string(parameter.unit.symbol))])),
    ]
    properties += [("source", "source"), ("note", "note"), ("known", "known")].map {
      ($0, Self.reference($1))
    }
    switch parameter.kind {
    case .number, .whole: properties.append(("uncertain", Self.reference("uncertain")))
    case .flag, .choice, .date, .numbers: break
    }
    let full = JSONValue.object([
      ("type", .string("object")), ("properties", .object(properties)), ("minProperties", .integer(1)),
      ("additionalProperties", .bool(false)),
    ])
    var pairs = [("description", JSONValue.string(Self.description(parameter)))]
    if let value = parameter.read(Root()) { pairs.append(("default", value.json)) }
    return .object(pairs + [("anyOf", .array([bare, full]))])
  }

  private static func description(_ parameter: Parameter<Root>) -> String {
    "\(parameter.meaning) Unit: \(parameter.unit.symbol). Source: \(parameter.source.text)."
  }

  /// - Parameter takesRunDays: whether a date may be counted from the start of the run.
  private static func allowed(_ kind: ParameterKind, takesRunDays: Bool) -> [(String, JSONValue)] {
    func numbers(_ range: ClosedRange<Double>) -> [(String, JSONValue)] {
      let ends = [("minimum", range.lowerBound), ("maximum", range.upperBound)].filter { $0.1.isFinite }
      return [("type", .string("number"))] + ends.map { ($0.0, .value($0.1)) }
    }
    switch kind {
    case .number(let range): return numbers(range)
    case .whole(let range):
      return [
        ("type", .string("integer")), ("minimum", .integer(range.lowerBound)),
        ("maximum", .integer(range.upperBound)),
      ]
    case .flag: return [("type", .string("boolean"))]
    case .choice(let names): return [("enum", .array(names.map(JSONValue.string)))]
    case .date:
      let date = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
      let runDay = "start(\\s*[+-]\\s*[0-9]{1,5}\\s*(day|week|month|year)s?)*"
      let pattern = takesRunDays ? "^(\(date)|\(runDay))$" : "^\(date)$"
      return [("type", .string("string")), ("pattern", .string(pattern))]
    case .numbers(let range): return [("type", .string("array")), ("items", .object(numbers(range)))]
    }
  }

  private var definitions: [(String, JSONValue)] {
    let number = JSONValue.object([("type", .string("number"))])
    let range = JSONValue.object([
      ("type", .string("array")), ("items", number), ("minItems", .integer(2)),
      ("maxItems", .integer(2)),
    ])
    return [
      ("source", Self.words("Where the value comes from; \"assumption\" where it has no source.")),
      ("note", Self.words("A remark that is printed beside the value.")),
      (
        "known",
        .object([
          ("type", .string("string")), ("pattern", .string("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")),
          ("description", .string("Last day of the newest figure behind the value.")),
        ])
      ),
      (
        "uncertain",
        .object([
          ("description", .string("How the value may differ: [low, high], or a family with its numbers.")),
          (
            "anyOf",
            .array([
              range, family(["pert", "uniform", "triangular"], ["low", "high"], isFirst: true),
              family(["normal", "lognormal"], ["standardDeviation"], isFirst: false),
            ])
          ),
        ])
      ),
    ]
  }

  /// A family's object; the first family is the one meant when none is named.
  private func family(_ names: [String], _ numbers: [String], isFirst: Bool) -> JSONValue {
    let number = JSONValue.object([("type", .string("number"))])
    let named = ("family", JSONValue.object([("enum", .array(names.map(JSONValue.string)))]))
    return .object([
      ("type", .string("object")), ("properties", .object([named] + numbers.map { ($0, number) })),
      ("required", .array((isFirst ? numbers : ["family"] + numbers).map(JSONValue.string))),
      ("additionalProperties", .bool(false)),
    ])
  }
}
