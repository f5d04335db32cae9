import ArgumentParser

extension CompletionKind {
  /// Scenarios, overlays and the other files that people write.
  static var yaml: CompletionKind { .file(extensions: ["yaml", "yml"]) }
}
