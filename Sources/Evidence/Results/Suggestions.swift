import ScenarioFiles

/// What a misspelt name was probably meant to be.
enum Suggestions {
  static func path(_ path: String, among paths: [String]) -> String? {
    Suggestion.nearest(to: path, among: paths)
  }
}
