import Sweeps

/// Words as a person can paste them into a shell.
enum Shell {
  /// Characters to which no shell gives a meaning.
  private static let plain = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:=,+%@")

  /// A path from the working folder, which no command takes for an option.
  static func path(_ path: String) -> String {
    let path = Path.relative(path)
    return word(path.hasPrefix("-") ? "./" + path : path)
  }

  /// The word, in quotation marks where a shell would read anything else into it.
  static func word(_ word: String) -> String {
    !word.isEmpty && word.allSatisfy(plain.contains) ? word : JobScript.quoted([word])
  }
}
