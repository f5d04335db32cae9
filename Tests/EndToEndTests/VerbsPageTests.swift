import Foundation
import TestSupport
import Testing

/// The page on verbs is made from what the parser knows of them, as the help is.
@Suite("The page on verbs")
struct VerbsPageTests {
  private struct Dump: Decodable { let command: Command }
  private struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let arguments: [Argument]?
    let subcommands: [Command]?
  }
  private struct Argument: Decodable {
    let kind: String
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let defaultValue: String?
    let shouldDisplay: Bool
    let isRepeating: Bool
  }
  private struct Name: Decodable { let name: String }

  private func verbs() throws -> [Command] {
    let said = try Workplace().run("--experimental-dump-help").out
    let command = try JSONDecoder().decode(Dump.self, from: Data(said.utf8)).command
    return (command.subcommands ?? []).filter { $0.commandName != "help" }
  }

  private func row(_ one: Argument) -> String {
    let value = "<\(one.valueName ?? "")>" + (one.isRepeating ? " …" : "")
    let names = (one.names ?? []).map { ($0.name.count == 1 ? "-" : "--") + $0.name }
    let head =
      switch one.kind {
      case "positional": "`\(value)`"
      case "option": "`\(names.joined(separator: "`, `")) \(value)`"
      default: "`\(names.joined(separator: "`, `"))`"
      }
    var words = one.abstract ?? ""
    if let value = one.defaultValue, !value.isEmpty, !words.contains("Default") {
      words += " Default: \(value)."
    }
    return "| \(head) | \(words.replacing("|", with: "\\|")) |"
  }

  private func section(_ verb: Command) -> String {
    let said = (verb.discussion ?? "").split(
      separator: #/(?m)^EXAMPLES?\n/#, omittingEmptySubsequences: false)
    var parts = ["## caseload \(verb.commandName)", verb.abstract ?? ""]
    if let words = said.first?.trimmingCharacters(in: .whitespacesAndNewlines), !words.isEmpty {
      parts.append(words)
    }
    let rows = (verb.arguments ?? []).filter(\.shouldDisplay).map(row)
    parts.append((["| Argument or option | What it is |", "|---|---|"] + rows).joined(separator: "\n"))
    if said.count > 1 {
      let lines = said[1].split(separator: "\n").map {
        $0.hasPrefix("  ") ? String($0.dropFirst(2)) : String($0)
      }
      parts.append("```text\n" + lines.joined(separator: "\n") + "\n```")
    }
    return parts.joined(separator: "\n\n")
  }

  @Test("It holds every verb with its arguments, options and examples")
  func holds() throws {
    let verbs = try verbs()
    #expect(verbs.count > 20)
    let text = verbs.map(section).joined(separator: "\n\n") + "\n"
    #expect(
      try GeneratedPart(of: "Sources/caseload/Documentation.docc/caseload/Verbs.md", named: "verbs").holds(
        text),
      "Verbs.md is old: make pages")
  }
}
