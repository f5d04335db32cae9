import Foundation
import Testing

@testable import ScenarioFiles

@Suite("The schema")
struct SchemaTests {
  private let schema = SchemaWriter<Town>().text(title: "Town")

  @Test("It is JSON, and always the same")
  func isJSON() throws {
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(schema.utf8)) as? [String: Any])
    #expect(root["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema == SchemaWriter<Town>().text(title: "Town"))
    #expect(schema.hasSuffix("}\n"))
  }

  @Test("One parameter's part")
  func part() {
    #expect(
      schema.contains(
        """
                "style": {
                  "description": "How decisions are made. Unit: -. Source: model choice.",
                  "default": "careful",
                  "anyOf": [{
                    "enum": ["careful", "bold"]
                  }, {
                    "type": "object",
                    "properties": {
                      "value": {
                        "enum": ["careful", "bold"]
                      },
                      "unit": {
                        "const": "-"
                      },
        """))
  }

  @Test("It agrees with the reader", .enabled(if: SchemaTests.hasValidator))
  func agrees() throws {
    let right = [
      "{}", "{\"scenario\": \"A\", \"question\": \"B\", \"source\": \"x\"}", "{\"demand\": null}",
      "{\"demand\": {\"source\": \"x\", \"shareHome\": 0.75, \"shareAway\": {\"value\": 0.25, \"unit\": \"share\"}}}",
      "{\"run\": {\"starts\": \"2016-04-01\", \"seed\": {\"value\": 3, \"uncertain\": [1, 4]}}}",
      "{\"levers\": {\"payment\": {\"pounds\": 3}, \"isOpen\": false, \"style\": \"bold\", \"limit\": 4.5}}",
      "{\"demand\": {\"byMonth\": [1, 2], \"referralsPerYear\": {\"uncertain\": {\"low\": 1, \"high\": 9000}}}}",
      "{\"demand\": {\"shareHome\": {\"uncertain\": {\"family\": \"normal\", \"standardDeviation\": 0.1}}}}",
    ]
    let wrong = [
      "[]", "{\"demmand\": {}}", "{\"demand\": 5}", "{\"demand\": {\"shareHome\": 1.5}}",
      "{\"demand\": {\"shareHome\": \"0.5\"}}", "{\"demand\": {\"shareHome\": {}}}",
      "{\"demand\": {\"shareHome\": {\"value\": 0.75, \"unit\": \"weeks\"}}}",
      "{\"demand\": {\"shareHome\": {\"valeu\": 0.75}}}", "{\"run\": {\"seed\": 2.5}}",
      "{\"run\": {\"starts\": \"1 April\"}}", "{\"levers\": {\"style\": \"shy\"}}",
      "{\"levers\": {\"isOpen\": 1}}",
      "{\"demand\": {\"byMonth\": 3}}", "{\"demand\": {\"byMonth\": [13]}}", "{\"scenario\": [1]}",
      "{\"levers\": {\"isOpen\": {\"uncertain\": [0, 1]}}}",
      "{\"demand\": {\"shareHome\": {\"uncertain\": {\"family\": \"normal\"}}}}",
      "{\"demand\": {\"shareHome\": {\"uncertain\": [1, 2, 3]}}}",
    ]
    for text in right { #expect(!findings(text).contains { $0.severity == .error }, "\(text)") }
    for text in wrong { #expect(findings(text).contains { $0.severity == .error }, "\(text)") }
    let folder = try Folder([
      "schema.json": schema, "documents.json": "[\((right + wrong).joined(separator: ","))]",
    ])
    let script = """
      import json, jsonschema
      schema = json.load(open("\(folder.path)/schema.json"))
      jsonschema.Draft202012Validator.check_schema(schema)
      validator = jsonschema.Draft202012Validator(schema)
      print("".join("y" if validator.is_valid(d) else "n" for d in json.load(open("\(folder.path)/documents.json"))))
      """
    let expected = String(repeating: "y", count: right.count) + String(repeating: "n", count: wrong.count)
    #expect(Self.python(script) == expected + "\n")
  }

  static let hasValidator = python("import jsonschema; print(1)") == "1\n"

  private static func python(_ script: String) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
