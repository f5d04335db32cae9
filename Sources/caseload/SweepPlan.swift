import ArgumentParser
import Experiments
import Foundation
import Parameters
import Results
import ScenarioFiles
import ServiceModel
import Sweeps

/// A sweep as it was asked for: its scenario, its points and its outputs.
struct SweepPlan: Sendable {
  let scenario: Scenario<ServiceParameters>
  let design: SweepDesign
  let variants: Variants
  let outputNames: [String]
  let path: String
  private(set) var manifest: SweepManifest

  var replications: Int { manifest.replications }

  init(
    _ scenario: Scenario<ServiceParameters>, points: DesignOptions, outputs: OutputOptions,
    twins: TwinOptions, path: String
  ) throws {
    self.scenario = scenario
    self.path = path
    design = try points.read(scenario)
    variants = Variants(scenario, varying: design.paths, isSampled: points.sample != nil)
    let choices = try outputs.choices(
      ModelTables(scenario.parameters), warmUp: scenario.parameters.run.warmUpMonths)
    outputNames = choices.all.map(\.name)
    manifest = SweepManifest()
    let run = scenario.parameters.run
    manifest.scenario = scenario.title
    manifest.scenarioHash =
      ScenarioVariation(scenario, varying: [], leavingOut: ["run.replications"]).variant([]).fingerprint
    manifest.seed = UInt64(run.seed)
    manifest.generator = ModelVersion.generator
    manifest.modelVersion = ModelVersion.current
    manifest.dataAsOf = run.dataAsOf.description
    manifest.designHash = Fingerprint.sha256(design.text)
    manifest.points = design.count
    manifest.varied = design.paths.map {
      SweepManifest.Column(name: $0, unit: scenario.settings[$0]?.unit.symbol ?? "-")
    }
    manifest.outputs = choices.all.map {
      SweepManifest.Column(name: $0.name, unit: $0.unit, better: $0.better.rawValue)
    }
    manifest.replications = run.replications
    manifest.twins = try twins.setting(
      of: run.replications, isUncertain: !variants.inputs(scenario.parameters).isEmpty
    ).description
    for (path, setting) in scenario.settings { manifest.parameters[path] = setting.value?.text ?? "unset" }
    manifest.fingerprint = Fingerprint.sha256(manifest.identity)
    manifest.command = CommandLine.arguments
    manifest.commit = Commit.name
    manifest.toolchain = Toolchain.name
    manifest.host = ProcessInfo.processInfo.hostName
    manifest.scenarioFiles = scenario.files.map {
      SweepManifest.SourceFile(name: $0.name, sha256: $0.sha256, text: $0.text)
    }
  }

  /// The point of that number, its identity and its parameters.
  func point(_ number: Int) -> (id: String, values: [Value], parameters: ServiceParameters) {
    let values = design.values(number)
    let (id, parameters) = variants.point(values)
    return (id, values, parameters)
  }

  /// The point of that number, ready to run.
  func prepare(_ number: Int) -> Result<PreparedPoint, PointFailure> {
    let (id, values, parameters) = point(number)
    let tables = ModelTables(parameters)
    do throws(OutputFault) {
      let outputs = try OutputChoices(outputNames, in: tables, warmUp: parameters.run.warmUpMonths)
      return .success(
        PreparedPoint(
          id: id, values: values,
          design: TrialDesign(tables, outputs: outputs, uncertain: variants.inputs(parameters))))
    } catch {
      return .failure(PointFailure("its run does not have the outputs that were asked for"))
    }
  }

  // MARK: The folder

  /// Makes or joins the folder, or ends the program. A new one is made only when every point is sound.
  mutating func begin(resumes: Bool, replaces: Bool) throws -> SweepFolder {
    let folder = SweepFolder(path)
    if folder.manifest == nil || replaces { try check() }
    do throws(SweepFolder.Failure) {
      let standing = try folder.begin(
        manifest, resumes: resumes, replaces: replaces,
        writeDesign: { path throws(OutputFailure) in try writeDesign(path) })
      manifest.replications = standing.replications
      return folder
    } catch {
      SweepPlan.tell(error, path: path)
      throw ExitCode(error.exitCode)
    }
  }

  static func tell(_ failure: SweepFolder.Failure, path: String) {
    switch failure {
    case .taken(let reason): Terminal.complain("error: \(reason)")
    case .none: Terminal.complain("error: \(path) holds no sweep")
    case .output(let failure): Terminal.complain("error: \(failure)")
    case .other(let lines):
      Terminal.complain("error: the sweep in \(path) is another one (then -> now):")
      for line in lines.prefix(20) { Terminal.complain("  \(line)") }
      if lines.count > 20 { Terminal.complain("  and \(lines.count - 20) more") }
      Terminal.complain("help: undo the change to go on with it, or give another --out")
    }
  }

  /// Ends the program where a point contradicts itself.
  private func check() throws {
    var told = 0
    for number in 1...design.count {
      let (_, values, parameters) = point(number)
      for fault in parameters.contradictions() where fault.severity == .error {
        let levels = Swift.zip(design.paths, values).map { "\($0)=\($1.text)" }.joined(separator: " ")
        Terminal.complain(
          "point \(number) (\(levels)): error[\(fault.code)]: \(fault.message)"
            + (fault.help.map { "\nhelp: \($0)" } ?? ""))
        told += 1
      }
      if told >= 10 { break }
    }
    if told > 0 { throw ExitCode(65) }
  }

  private func writeDesign(_ path: String) throws(OutputFailure) {
    let origin = Origin(
      seed: manifest.seed, scenarioHash: manifest.scenarioHash, modelVersion: manifest.modelVersion,
      dataAsOf: manifest.dataAsOf)
    let file = try TableFile(path, columns: ["point", "point_id"] + design.paths, origin: origin)
    for number in 1...design.count {
      let (id, values, _) = point(number)
      file.cell(number)
      file.cell(id)
      for value in values { file.cell(value.text) }
      try file.endRow()
    }
    try file.commit()
  }

  /// What `--dry-run` says.
  func description(of shard: Shard) -> String {
    let own = shard.size(of: design.count)
    var lines = [
      "\(scenario.title): \(design.count) points x \(replications) replications = \(design.count * replications) runs"
    ]
    for axis in design.axes {
      lines.append("  \(axis.paths.joined(separator: ", ")): \(axis.rows.count) levels")
    }
    if shard.count > 1 { lines.append("part \(shard.number) of \(shard.count): \(own) points") }
    let twins = manifest.twinSetting
    if twins.isOn {
      lines.append("twins: \(twins.count(of: replications)) of each point, to tell inputs from chance")
    }
    lines.append("outputs: \(outputNames.joined(separator: " "))")
    lines.append("folder: \(path)\(SweepFolder(path).manifest == nil ? "" : " (holds a sweep already)")")
    for number in 1...min(design.count, 5) {
      let (id, values, _) = point(number)
      lines.append(
        "  \(id)  " + Swift.zip(design.paths, values).map { "\($0)=\($1.text)" }.joined(separator: "  "))
    }
    if design.count > 5 { lines.append("  … and \(design.count - 5) more") }
    return lines.joined(separator: "\n") + "\n"
  }
}
