import Parameters
import Results

/// What measures and outputs are called on a page, from what a run watches.
package struct MeasureNames: Sendable {
  /// By measure, and by measure with a part.
  private let labels: [String: String]
  /// The meaning of a parameter by its path.
  private let meanings: [String: String]

  package init(_ watched: [Series], meanings: [String: String] = [:]) {
    var labels: [String: String] = [:]
    for series in watched where !series.label.isEmpty {
      for name in [series.name, series.measure] where labels[name] == nil { labels[name] = series.label }
    }
    (self.labels, self.meanings) = (labels, meanings)
  }

  /// `Vacancy rate (social workers)`.
  func series(_ measure: String, _ breakdown: String) -> String {
    let own = breakdown.isEmpty ? measure : "\(measure){\(breakdown)}"
    let label = labels[own] ?? labels[measure] ?? MeasureNames.plain(measure)
    return breakdown.isEmpty ? label : "\(label) (\(Phrase.words(breakdown)))"
  }

  /// Of an output such as `vacancy_rate_fte{role=social_worker}@average`.
  func output(_ name: String) -> String {
    let halves = name.split(separator: "@", maxSplits: 1).map(String.init)
    let parts = (halves.first ?? name).split(separator: "{", maxSplits: 1).map(String.init)
    let breakdown = parts.count > 1 ? String(parts[1].dropLast()) : ""
    let label = series(parts.first ?? name, breakdown)
    guard halves.count > 1 else { return label.replacing(" in the year", with: " in all") }
    let span = halves[1] == "average" ? "averaged over the run" : halves[1]
    return "\(label.replacing(" in the year", with: "")), \(span)"
  }

  /// What a parameter is: its meaning without the full stop, and its name in files where there is none.
  func parameter(_ path: String) -> String {
    guard let meaning = meanings[path], !meaning.isEmpty else { return path }
    let first = meaning.split(separator: ".").first.map(String.init) ?? meaning
    return first.count <= 80 ? first : path
  }

  private static func plain(_ measure: String) -> String {
    let words = measure.replacing("_gbp", with: "").replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
