import ArgumentParser
import Experiments
import Foundation
import Parameters
import Results
import ScenarioFiles
import ServiceModel
import Sweeps

/// Which points. Shared by the verbs that vary parameters.
struct DesignOptions: ParsableArguments {
  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      "Levels of a parameter: 1,2,5 or start:stop:step or start:stop/count. Several are crossed.",
      valueName: "path=levels"))
  var vary: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp(
      "Parameters that change together, crossed with the rest: pay: pay.a=2,3 pay.b=1.0,0.9",
      valueName: "name: path=levels …"))
  var zip: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Draw N points over the uncertain inputs: lhs:N, sobol:N or random:N.", valueName: "method:N"))
  var sample: String?

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      "An input to sample between two numbers; then only such inputs are sampled.", valueName: "path=low:high"
    ))
  var range: [String] = []

  @Option(
    name: .long, help: "Points from a table whose columns are paths.", completion: .file(extensions: ["csv"]))
  var design: String?

  /// Whether anything is to vary.
  var isAsked: Bool { !vary.isEmpty || !zip.isEmpty || sample != nil || !range.isEmpty || design != nil }

  /// The points, or the end of the program with every mistake in them.
  func read(_ scenario: Scenario<ServiceParameters>) throws -> SweepDesign {
    let reader = ScenarioReader<ServiceParameters>(modelVersion: ModelVersion.current)
    let report = MistakeReport()
    var axes: [DesignAxis] = []
    for text in texts(report) {
      if let axis = values(text, reader, report) { axes.append(axis) }
    }
    report.attempt { () throws(DesignFault) in
      guard let plan = try sample.map({ text throws(DesignFault) in try SamplePlan(text) }) else {
        if !range.isEmpty {
          throw DesignFault(
            "--range \(range[0])", "range-alone", "A range is only for --sample.", help: "add --sample lhs:N")
        }
        return
      }
      let inputs = try inputs(scenario, reader, report)
      if report.isEmpty { axes.append(try plan.axis(inputs, seed: UInt64(scenario.parameters.run.seed))) }
    }
    if axes.isEmpty, report.isEmpty {
      report.add(
        DesignFault(
          "sweep", "nothing-varied", "Nothing varies.", help: "give --vary, --zip, --sample or --design"))
    }
    var made: SweepDesign?
    if report.isEmpty { report.attempt { () throws(DesignFault) in made = try SweepDesign(axes) } }
    for path in made?.paths ?? [] where ["run.seed", "run.replications"].contains(path) {
      report.add(
        DesignFault(
          "--vary \(path)", "not-a-point", "\"\(path)\" is of the whole sweep.", help: "give --seed or --reps"
        ))
    }
    try report.end()
    guard let made else { throw ExitCode(70) }
    return made
  }

  private func texts(_ report: MistakeReport) -> [AxisText] {
    var texts: [AxisText] = []
    for item in vary { report.attempt { () throws(DesignFault) in texts.append(try AxisText.vary(item)) } }
    report.attempt { () throws(DesignFault) in texts += try AxisText.zip(zip) }
    if let design {
      do throws(ReadFailure) {
        let table = try PlainTable(design)
        let ours = ["point", "point_id"] + PlainTable.originColumns
        let places = table.columns.indices.filter { !ours.contains(table.columns[$0]) }
        texts.append(
          AxisText(
            argument: "--design \(design)", paths: places.map { table.columns[$0] },
            rows: table.rows.map { row in places.map { row.cells[$0] } }))
        if table.rows.isEmpty {
          report.add(DesignFault("--design \(design)", "no-points", "The table has no rows."))
        }
      } catch {
        Terminal.complain("error: \(error)")
        report.code = max(report.code, error.exitCode)
      }
    }
    return texts
  }

  private func values(
    _ text: AxisText, _ reader: ScenarioReader<ServiceParameters>, _ report: MistakeReport
  ) -> DesignAxis? {
    var known: [String: Value] = [:]
    var rows: [[Value]] = []
    let option = String(text.argument.prefix { $0 != " " })
    for row in text.rows {
      var values: [Value] = []
      for (path, cell) in Swift.zip(text.paths, row) {
        let key = "\(path)=\(cell)"
        if known[key] == nil {
          report.read { () throws(ScenarioFailure) in
            known[key] = try reader.value(path, cell, option: option)
          }
        }
        if let value = known[key] { values.append(value) }
        if report.count > 20 { return nil }
      }
      rows.append(values)
    }
    return report.isEmpty ? DesignAxis(paths: text.paths, rows: rows) : nil
  }

  private func inputs(
    _ scenario: Scenario<ServiceParameters>, _ reader: ScenarioReader<ServiceParameters>,
    _ report: MistakeReport
  ) throws(DesignFault) -> [SamplePlan.Input] {
    var inputs: [SamplePlan.Input] = []
    for text in range {
      let (path, law) = try SamplePlan.range(text)
      var kind: ParameterKind?
      report.read { () throws(ScenarioFailure) in kind = try reader.kind(of: path, option: "--range") }
      guard case .uniform(let low, let high) = law, let kind else { continue }
      guard kind.complaint(about: kind.value(low)) == nil, kind.complaint(about: kind.value(high)) == nil
      else {
        throw DesignFault(
          "--range \(text)", "out-of-range",
          "The range is not inside what \"\(path)\" allows, \(kind.rangeText).")
      }
      inputs.append(SamplePlan.Input(path: path, law: law, kind: kind))
    }
    guard range.isEmpty else { return inputs }
    return ServiceParameters.table.compactMap { parameter in
      scenario.settings[parameter.path]?.uncertain.map {
        SamplePlan.Input(path: parameter.path, law: $0, kind: parameter.kind)
      }
    }
  }
}

extension ParameterKind {
  /// A number as this kind holds it.
  fileprivate func value(_ number: Double) -> Value {
    if case .whole = self, let whole = Int(exactly: number) { .whole(whole) } else { .number(number) }
  }
}

/// Gathers mistakes of a command line and tells them all at once.
final class MistakeReport {
  private var lines: [String] = []
  /// The exit code of the worst of them.
  var code: Int32 = 0

  var isEmpty: Bool { lines.isEmpty && code == 0 }
  var count: Int { lines.count }

  func add(_ fault: DesignFault) {
    add(
      "\(fault.argument): error[\(fault.code)]: \(fault.message)"
        + (fault.help.map { "\nhelp: \($0)" } ?? ""), 64)
  }

  func attempt(_ work: () throws(DesignFault) -> Void) {
    do { try work() } catch { add(error) }
  }

  func read(_ work: () throws(ScenarioFailure) -> Void) {
    do { try work() } catch { add(error.findings.text, error.kind.exitCode) }
  }

  /// Ends the program where there was a mistake.
  func end() throws {
    for line in lines { Terminal.complain(line) }
    if !isEmpty { throw ExitCode(max(code, 64)) }
  }

  private func add(_ line: String, _ code: Int32) {
    if !lines.contains(line) { lines.append(line) }
    self.code = max(self.code, code)
  }
}

/// A length of time such as `90`, `10m` or `2h`.
struct Seconds: ExpressibleByArgument {
  let value: Double

  init?(argument: String) {
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    let unit = argument.last.flatMap { units[$0] }
    guard let number = Double(unit == nil ? argument[...] : argument.dropLast()), number > 0, number.isFinite
    else {
      return nil
    }
    value = number * (unit ?? 1)
  }
}
