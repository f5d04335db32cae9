import ArgumentParser

/// Refuses what is given more often than once where a second time changes nothing, or counts one thing double.
enum GivenOnce {
  /// - Parameters:
  ///   - texts: what was given, each as it is told from the others.
  ///   - what: what each of them is, with its article: the beginning of a sentence.
  static func check(_ texts: [String], _ what: String) throws {
    var seen: Set<String> = []
    for text in texts where !seen.insert(text).inserted {
      throw ValidationError("\(what) \(Path.relative(text)) is given twice: leave one of the two out.")
    }
  }
}
