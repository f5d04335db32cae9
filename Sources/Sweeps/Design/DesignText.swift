import Parameters
import Results
import ScenarioFiles
import ServiceModel

/// The points of a sweep as they are asked for, before anything is read.
package struct DesignText: Sendable {
  /// Levels of a parameter each: `path=levels`.
  package var vary: [String] = []
  /// Words of groups that change together.
  package var zip: [String] = []
  /// `method:N`, to draw points over what is uncertain.
  package var sample: String?
  /// Inputs to sample between two numbers: `path=low:high`.
  package var range: [String] = []
  /// Path of a table whose columns are parameters.
  package var table: String?

  private let reader = ScenarioReader<ServiceParameters>(modelVersion: ModelVersion.current)

  package init() {}

  /// Whether anything is to vary.
  package var isAsked: Bool {
    !vary.isEmpty || !zip.isEmpty || sample != nil || !range.isEmpty || table != nil
  }

  /// What is allowed but seldom meant; nil where there is nothing of the kind.
  package var caution: String? { sample.flatMap { try? SamplePlan($0) }?.caution }

  /// The points, or every mistake in what was asked for.
  package func read(_ scenario: Scenario<ServiceParameters>) throws -> SweepDesign {
    var mistakes = Mistakes()
    var axes: [DesignAxis] = []
    for text in try texts(&mistakes) {
      guard let axis = try values(text, &mistakes) else { continue }
      axes.append(axis)
    }
    let tabled = try tableAxis(&mistakes)
    if let tabled { axes.append(tabled) }
    if let sample {
      if let plan = try mistakes.attempt({ try SamplePlan(sample) }) {
        let inputs = try inputs(scenario, &mistakes)
        let seed = UInt64(scenario.parameters.run.seed)
        if mistakes.isEmpty, let axis = try mistakes.attempt({ try plan.axis(inputs, seed: seed) }) {
          axes.append(axis)
        }
      }
    } else if let first = range.first {
      mistakes.add(
        DesignFault(
          "--range \(first)", "range-alone", "A range is only for --sample.", help: "add --sample lhs:N"))
    }
    if axes.isEmpty, mistakes.isEmpty {
      mistakes.add(
        DesignFault(
          "sweep", "nothing-varied", "Nothing varies.", help: "give --vary, --zip, --sample or --design"))
    }
    try mistakes.end()
    if let table, let tabled {
      try mistakes.attempt { try DesignIdentity(path: table, scenario: scenario).check(tabled) }
    }
    let design = try mistakes.attempt { try SweepDesign(axes) }
    for path in design?.paths ?? [] where ["run.seed", "run.replications"].contains(path) {
      mistakes.add(
        DesignFault(
          "--vary \(path)", "not-a-point", "\"\(path)\" is of the whole sweep.",
          help: "give --seed or --reps"))
    }
    guard let design, mistakes.isEmpty else { throw mistakes }
    return design
  }

  /// The parameter of `path=low:high` and the ends between which to look, or every mistake in them.
  package static func ends(
    _ text: String, option: String
  ) throws -> (path: String, low: Double, high: Double, isWhole: Bool) {
    var mistakes = Mistakes()
    let reader = DesignText().reader
    guard let range = try mistakes.attempt({ try SamplePlan.range(text, option: option) }) else {
      throw mistakes
    }
    var isWhole = false
    for end in [range.low, range.high] {
      let value = try mistakes.attempt {
        try reader.value(range.path, Value.number(end).text, option: option)
      }
      if case .whole = value { isWhole = true }
    }
    if range.path.hasPrefix("run."), mistakes.isEmpty {
      mistakes.add(
        DesignFault(
          "\(option) \(text)", "not-a-lever", "\"\(range.path)\" belongs to the run, not to the service."))
    }
    try mistakes.end()
    return (range.path, range.low, range.high, isWhole)
  }

  private func texts(_ mistakes: inout Mistakes) throws -> [AxisText] {
    var texts = try vary.compactMap { item in try mistakes.attempt { try AxisText.vary(item) } }
    texts += try mistakes.attempt { try AxisText.zip(zip) } ?? []
    return texts
  }

  /// The points of the table, as one axis on which all its columns change together.
  private func tableAxis(_ mistakes: inout Mistakes) throws -> DesignAxis? {
    guard let table else { return nil }
    let ours = Set(["point", "point_id"] + PlainTable.originColumns)
    let points = try mistakes.attempt { try reader.points(in: try GivenTable(path: table), leavingOut: ours) }
    return points.map { DesignAxis(paths: $0.paths, rows: $0.rows) }
  }

  private func values(_ text: AxisText, _ mistakes: inout Mistakes) throws -> DesignAxis? {
    var known: [String: Value] = [:]
    var rows: [[Value]] = []
    let option = String(text.argument.prefix { $0 != " " })
    for row in text.rows {
      var values: [Value] = []
      for (path, cell) in Swift.zip(text.paths, row) {
        let key = "\(path)=\(cell)"
        if known[key] == nil {
          known[key] = try mistakes.attempt { try reader.value(path, cell, option: option) }
        }
        if let value = known[key] { values.append(value) }
        if mistakes.lines.count > 20 { return nil }
      }
      rows.append(values)
    }
    return mistakes.isEmpty ? DesignAxis(paths: text.paths, rows: rows) : nil
  }

  /// What is sampled: the ranges that were given, or else all that the scenario says is uncertain.
  private func inputs(
    _ scenario: Scenario<ServiceParameters>, _ mistakes: inout Mistakes
  ) throws -> [SamplePlan.Input] {
    guard range.isEmpty else {
      return try range.compactMap { text in try mistakes.attempt { try input(text) } }
    }
    return ServiceParameters.table.compactMap { parameter in
      scenario.settings[parameter.path]?.uncertain.map {
        SamplePlan.Input(path: parameter.path, law: $0, kind: parameter.kind)
      }
    }
  }

  private func input(_ text: String) throws -> SamplePlan.Input {
    let (path, low, high) = try SamplePlan.range(text)
    let kind = try reader.kind(of: path, option: "--range")
    for end in [low, high] where kind.complaint(about: kind.value(end)) != nil {
      throw DesignFault(
        "--range \(text)", "out-of-range",
        "The range is not inside what \"\(path)\" allows, \(kind.rangeText).")
    }
    return SamplePlan.Input(path: path, law: .uniform(low: low, high: high), kind: kind)
  }
}

extension ParameterKind {
  /// A number as this kind holds it.
  fileprivate func value(_ number: Double) -> Value {
    if case .whole = self, let whole = Int(exactly: number) { .whole(whole) } else { .number(number) }
  }
}
