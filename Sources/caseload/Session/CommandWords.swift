import ArgumentParser
import Foundation
import ScenarioFiles

/// The words of the command line, looked at before they are parsed: what would be misread or dropped in silence.
struct CommandWords {
  /// The words as the parser is to get them.
  let parsed: [String]

  /// - Parameter words: without the program's own name.
  /// - Throws: an `Ending` for words that name no verb, are empty, or say a thing twice.
  init(_ words: [String]) throws {
    // What shells ask for when they complete a line.
    guard words.first?.hasPrefix("---") != true else {
      parsed = words
      return
    }
    try Self.refuseEmpty(words)
    try Self.checkVerb(words)
    try Self.refuseTwice(words)
    parsed = Self.joined(words.map(Self.athome))
  }

  // MARK: Verbs

  private static var verbs: [String] {
    Caseload.configuration.subcommands.map { $0._commandName }.sorted()
  }

  private static func checkVerb(_ words: [String]) throws {
    guard let first = words.first, !first.hasPrefix("-") else { return }
    guard first == "help" else {
      if !verbs.contains(first) { throw unknown(first) }
      return
    }
    let asked = words.dropFirst().filter { !$0.hasPrefix("-") }
    if let verb = asked.first, !verbs.contains(verb), verb != "help" { throw unknown(verb) }
    if asked.count > 1 {
      let list = asked.map(Shell.word).joined(separator: " ")
      throw Ending("error: help is for one verb at a time, not for \(list)", 64)
    }
  }

  private static func unknown(_ word: String) -> Ending {
    let isFile = word.hasSuffix(".yaml") || word.hasSuffix(".yml")
    let near =
      isFile
      ? "to simulate it, `caseload run \(Shell.word(word))`; "
      : Suggestion.nearest(to: word, among: verbs).map { "did you mean `\($0)`? " } ?? ""
    return Ending(
      "error[unknown-verb]: there is no verb \(Shell.word(word))\n"
        + "help: \(near)`caseload --help` lists the verbs", 64)
  }

  // MARK: Values

  /// Refuses words with nothing in them: most often a variable of a shell that is not set.
  private static func refuseEmpty(_ words: [String]) throws {
    for (place, word) in words.enumerated() {
      let option = word.isEmpty ? (place > 0 ? words[place - 1] : "") : String(word.dropLast())
      guard word.isEmpty || word.hasSuffix("=") && isLong(option) else { continue }
      let what = isLong(option) ? "\(option) was given an empty value" : "one of the words is empty"
      throw Ending(
        "error[empty]: \(what)\n"
          + "help: leave it out, or say what it is; perhaps a variable of the shell is not set", 64)
    }
  }

  /// Whether a word is a long option without a value in the same word.
  private static func isLong(_ word: String) -> Bool { word.wholeMatch(of: #/--[a-zA-Z][\w-]*/#) != nil }

  /// A path after an option and `=`, of which shells do not say where a home is.
  ///
  /// A word that begins with `~` was meant to be the name, or the shell would have said; but libraries take it for a home.
  private static func athome(_ word: String) -> String {
    if word.hasPrefix("~") { return "./" + word }
    guard let match = word.wholeMatch(of: #/(--[a-zA-Z][\w-]*=)~(\/.*)?/#) else { return word }
    return match.1 + NSHomeDirectory() + (match.2 ?? "")
  }

  /// Gives a negative number to the option before it, which would otherwise be taken for one that has no value.
  private static func joined(_ words: [String]) -> [String] {
    var joined: [String] = []
    var isOpen = true
    for word in words {
      if word == "--" { isOpen = false }
      if isOpen, word.firstMatch(of: #/^-\.?\d/#) != nil, let before = joined.last, isLong(before) {
        joined[joined.count - 1] = before + "=" + word
      } else {
        joined.append(word)
      }
    }
    return joined
  }

  // MARK: Options that are given twice

  /// Refuses an option that is given twice and may be given once: the first would count for nothing.
  private static func refuseTwice(_ words: [String]) throws {
    var named: [String] = []
    for (place, word) in words.prefix(while: { $0 != "--" }).enumerated() where word.hasPrefix("--") {
      // What is said to an engine is not said to us.
      if place > 0, words[place - 1] == "--engine-option" { continue }
      named.append(String(word.prefix { $0 != "=" }))
    }
    let twice = Dictionary(grouping: named) { $0 }.filter { $0.value.count > 1 }.keys
    guard !twice.isEmpty, let verb = words.first else { return }
    let repeatable = try OptionNames.repeatable(of: verb)
    if let first = twice.sorted().first(where: { !repeatable.contains($0) }) {
      throw Ending(
        "error[twice]: \(first) was given more than once\n"
          + "help: give it once; the last would win in silence", 64)
    }
  }
}

/// What the parser says of a verb's options.
private enum OptionNames {
  private struct Dump: Decodable { let command: Command }
  private struct Command: Decodable {
    let commandName: String
    let subcommands: [Command]?
    let arguments: [Argument]?
  }
  private struct Argument: Decodable {
    let kind: String
    let isRepeating: Bool
    let names: [Name]?
  }
  private struct Name: Decodable { let name: String }

  /// The options of a verb that may be given more than once, and its flags, which say the same each time.
  static func repeatable(of verb: String) throws -> Set<String> {
    let dump = try JSONDecoder().decode(Dump.self, from: Data(Caseload._dumpHelp().utf8))
    let found = dump.command.subcommands?.first { $0.commandName == verb }?.arguments ?? []
    let repeatable = found.filter { $0.isRepeating || $0.kind == "flag" }
    return Set(repeatable.flatMap { $0.names ?? [] }.map { "--" + $0.name })
  }
}
