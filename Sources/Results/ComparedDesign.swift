import Notation

/// What was held against a scenario: its name in tables, what people call it, and why it may change nothing.
package struct ComparedDesign: Sendable, Equatable {
  /// The name in the tables.
  package let name: String
  /// What people call it: the overlay's `scenario:` and its own values.
  package let title: String
  /// Why it changes nothing, as the end of a sentence, where the files tell; empty otherwise.
  package let idle: String

  package init(name: String, title: String, idle: String = "") {
    (self.name, self.title, self.idle) = (name, title, idle)
  }
}

extension ComparedDesign: JSONConvertible {
  package var json: JSONValue {
    .object(["name": .string(name), "title": .string(title), "idle": .string(idle)])
  }

  package init?(json: JSONValue) {
    guard let name = json["name"].flatMap(String.init(json:)),
      let title = json["title"].flatMap(String.init(json:))
    else { return nil }
    self.init(name: name, title: title, idle: json["idle"].flatMap(String.init(json:)) ?? "")
  }
}

extension Manifest {
  /// What people call a design by its name in the tables: where the folder does not say, `edge-of-care` as `Edge of care`.
  package func title(of name: String) -> String {
    if let known = compared.first(where: { $0.name == name }) { return known.title }
    let words = name.replacing("-", with: " ").replacing("_", with: " ")
      .replacing("in house", with: "in-house")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Why a design changes nothing, where that is known.
  package func idleness(of name: String) -> String? {
    compared.first { $0.name == name && !$0.idle.isEmpty }?.idle
  }
}
