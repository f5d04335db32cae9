import Results

/// How well a value is founded: red, amber or green. It rates the evidence for the value, not how much the value
/// matters to the results.
enum AssumptionRating: Int, Comparable, CaseIterable {
  case red, amber, green
  /// A choice of how the model works, which no evidence could found.
  case choice

  init(_ row: ParameterRow) {
    let source = row.source.lowercased()
    if row.path.hasPrefix("run.") {
      self = .choice
    } else if source.isEmpty || source == "no source given" {
      self = .red
    } else if source == "model choice" {
      self = .choice
    } else if source.hasPrefix("assumption") {
      // An assumption that gives no reason is no better than no source.
      let reason = source.dropFirst("assumption".count).drop { $0 == ":" || $0 == " " }
      self = reason.isEmpty ? .red : .amber
    } else if source.hasPrefix("fitted") {
      self = .amber
    } else {
      self = .green
    }
  }

  var word: String {
    switch self {
    case .red: "Red"
    case .amber: "Amber"
    case .green: "Green"
    case .choice: "Choice"
    }
  }

  static func < (left: AssumptionRating, right: AssumptionRating) -> Bool { left.rawValue < right.rawValue }

  static let explanation =
    "Red: no source, or an assumption without a reason. Amber: an assumption with its reason, or a value fitted to "
    + "published results. Green: published, or derived from what was published. The colour rates the evidence for a "
    + "value, not how much the value matters."
}

/// The values that a scenario rests on, the least founded first.
struct Assumptions {
  /// Everything that a file or the command line set; defaults are left out.
  let rated: [(rating: AssumptionRating, row: ParameterRow)]
  let defaults: Int

  init(_ parameters: [ParameterRow]) {
    let set = parameters.filter { $0.from != "default" }
    defaults = parameters.count - set.count
    rated = set.enumerated().map { (AssumptionRating($1), $0, $1) }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map { ($0.0, $0.2) }
  }

  func count(_ rating: AssumptionRating) -> Int { rated.count { $0.rating == rating } }

  /// `1 red, 282 amber, 132 green`, and how many are choices of how the model works, which no evidence could found.
  var counts: String {
    let colours = [AssumptionRating.red, .amber, .green].map { "\(count($0)) \($0.word.lowercased())" }
    let choices = count(.choice)
    let rest = choices == 0 ? [] : [Words.count(choices, "model choice") + " (not rated)"]
    return (colours + rest).joined(separator: ", ")
  }
}
