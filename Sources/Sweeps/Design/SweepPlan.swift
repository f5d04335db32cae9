import Experiments
import Parameters
import Results
import ScenarioFiles
import ServiceModel

/// A sweep as it was asked for: its scenario, its points and its outputs.
package struct SweepPlan: Sendable {
  private let scenario: Scenario<ServiceParameters>
  package let design: SweepDesign
  private let variants: Variants
  package let path: String
  package private(set) var manifest: SweepManifest

  package var replications: Int { manifest.replications }

  /// - Parameters:
  ///   - path: the folder of the sweep.
  ///   - record: how the scenario came about, and what runs it.
  package init(
    _ scenario: Scenario<ServiceParameters>, _ design: SweepDesign, _ variants: Variants,
    outputs: [OutputChoice], twins: TwinSetting, path: String, record: Manifest
  ) {
    (self.scenario, self.design, self.variants, self.path) = (scenario, design, variants, path)
    var manifest = SweepManifest()
    manifest.scenario = scenario.title
    manifest.scenarioHash =
      ScenarioVariation(scenario, varying: [], leavingOut: ["run.replications"]).variant([]).fingerprint
    manifest.seed = record.seed
    manifest.generator = record.generator
    manifest.modelVersion = record.modelVersion
    manifest.dataAsOf = record.dataAsOf
    manifest.designHash = Fingerprint.sha256(design.text)
    manifest.points = design.count
    manifest.varied = design.paths.map {
      StoreShape.Column(name: $0, unit: scenario.settings[$0]?.unit.symbol ?? "-")
    }
    manifest.outputs = outputs.map {
      StoreShape.Column(name: $0.name, unit: $0.unit, better: $0.better.rawValue)
    }
    manifest.replications = scenario.parameters.run.replications
    manifest.twins = twins.description
    manifest.parameters = scenario.settings.mapValues { $0.value?.text ?? "unset" }
    manifest.fingerprint = Fingerprint.sha256(manifest.identity)
    manifest.command = record.command
    manifest.changed = record.changed
    manifest.commit = record.commit
    manifest.toolchain = record.toolchain
    manifest.host = record.host
    manifest.scenarioFiles = record.scenarioFiles
    self.manifest = manifest
  }

  /// The point of that number, its identity and its parameters.
  private func point(_ number: Int) -> (id: String, values: [Value], parameters: ServiceParameters) {
    let values = design.values(number)
    let (id, parameters) = variants.point(values)
    return (id, values, parameters)
  }

  /// The point of that number, ready to run.
  func prepare(_ number: Int) throws(PointFailure) -> PreparedPoint {
    let (id, values, parameters) = point(number)
    let tables = ModelTables(parameters)
    do {
      let outputs = try OutputChoices(
        manifest.outputs.map(\.name), in: tables, warmUp: parameters.run.warmUpMonths)
      return PreparedPoint(
        id: id, values: values,
        design: TrialDesign(tables, outputs: outputs, uncertain: variants.inputs(parameters)))
    } catch {
      throw PointFailure("its run does not have the outputs requested")
    }
  }

  // MARK: The folder

  /// Makes or joins the folder. A new one is made only when every point is sound.
  package mutating func begin(resumes: Bool, replaces: Bool) throws -> SweepFolder {
    let folder = SweepFolder(path)
    if !folder.holdsSweep || replaces { try check() }
    let standing = try folder.begin(
      manifest, resumes: resumes, replaces: replaces,
      writeDesign: { path throws(OutputFailure) in try writeDesign(path) })
    manifest.replications = standing.replications
    return folder
  }

  /// Refuses points that contradict themselves.
  ///
  /// - Parameter most: points that are looked at, evenly spread over the design where it has more.
  /// - Returns: how many were looked at.
  @discardableResult
  package func check(atMost most: Int = .max) throws(Mistakes) -> Int {
    var mistakes = Mistakes()
    let count = min(design.count, most)
    for place in 0..<count where mistakes.lines.count < 10 {
      let number = 1 + (count == design.count ? place : place * design.count / count)
      let (_, values, parameters) = point(number)
      for fault in parameters.contradictions() where fault.severity == .error {
        mistakes.add(
          "point \(number) (\(design.levels(values))): error[\(fault.code)]: \(fault.message)"
            + (fault.help.map { "\nhelp: \($0)" } ?? ""), 65)
      }
    }
    try mistakes.end()
    return count
  }

  private func writeDesign(_ path: String) throws(OutputFailure) -> FileSum? {
    let file = try TableFile(path, columns: ["point", "point_id"] + design.paths, origin: manifest.origin)
    for number in 1...design.count {
      let (id, values, _) = point(number)
      file.cell(number)
      file.cell(id)
      for value in values { file.cell(value.text) }
      try file.endRow()
    }
    return try TableFile.commit([file]).first
  }

  /// What would be done, for whoever asks before it is.
  package func description(of shard: Shard) -> String {
    func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
    let runs = design.count * replications
    var lines = [
      "\(scenario.title): \(count(design.count, "point")) x \(count(replications, "replication")) = \(count(runs, "run"))"
    ]
    lines += design.axes.map { "  \($0.paths.joined(separator: ", ")): \(count($0.rows.count, "level"))" }
    if shard.count > 1 {
      lines.append("part \(shard.number) of \(shard.count): \(count(shard.size(of: design.count), "point"))")
    }
    let twins = manifest.twinSetting
    if twins.isOn {
      lines.append("twins: \(twins.count(of: replications)) of each point, to tell inputs from chance")
    }
    lines.append("outputs: \(manifest.outputs.map(\.name).joined(separator: " "))")
    lines.append("folder: \(path)\(SweepFolder(path).holdsSweep ? " (already holds a sweep)" : "")")
    for number in 1...min(design.count, 5) {
      let (id, values, _) = point(number)
      lines.append("  \(id)  " + design.levels(values, separator: "  "))
    }
    if design.count > 5 { lines.append("  … and \(design.count - 5) more") }
    return lines.joined(separator: "\n") + "\n"
  }
}
