import Experiments
import Foundation
import Parameters
import Results
import ScenarioFiles
import ServiceModel

/// A fit's file brought together with its published figures and the scenario.
package struct FitPlan: Sendable {
  private let file: FitFile
  let base: ServiceParameters
  package let free: [FreeValue]
  package let targets: [FitTarget]
  private let settings: [String: Setting]

  /// Refuses every mistake that only the figures and the scenario show.
  package init(_ file: FitFile, _ scenario: Scenario<ServiceParameters>) throws {
    self.file = file
    base = scenario.parameters
    settings = scenario.settings
    free = file.free.compactMap { FreeValue($0.path, start: $0.start, low: $0.low, high: $0.high) }
    let tables = ModelTables(scenario.parameters)
    let read = try ObservedFile.read(file.observed, for: tables)
    let observed = read.figures + read.small
    var targets: [FitTarget] = []
    var findings: [Finding] = []
    var replicator = Replicator(tables)
    let outcome = replicator.run(0)
    for target in file.targets {
      for date in target.dates {
        let figures = observed.filter { $0.measure == target.measure && $0.breakdown == target.breakdown }
        let name = target.measure + (target.breakdown.isEmpty ? "" : " \(target.breakdown)")
        guard let figure = figures.first(where: { $0.date == date }) else {
          let near = Suggestion.nearest(to: target.measure, among: observed.map(\.measure))
          let dates = figures.map(\.date.description).joined(separator: ", ")
          findings.append(
            file.error(
              "no-figure", at: target.place, "\(file.observed) has no figure of \(name) for \(date).",
              help: figures.isEmpty ? near.map { "did you mean \($0)?" } : "it has \(dates)"))
          continue
        }
        let series = tables.watched.first {
          $0.measure == figure.measure && $0.breakdown == figure.breakdown
        }
        let usual = figure.isSmall ? SmallCount.deviation / SmallCount.middle : 0.03
        let fitted = FitTarget(
          figure: figure, isFitted: target.isFitted,
          tolerance: figure.isSmall ? usual : target.tolerance ?? usual,
          deviation: figure.isSmall
            ? SmallCount.deviation
            : series.map {
              file.observation.deviation(of: figure.value, $0, tolerance: target.tolerance)
            })
        guard FitReadings.exists(of: figure, in: outcome, tables) else {
          findings.append(
            file.error(
              "no-reading", at: target.place, "The simulation reads no \(name) for \(date).",
              help: "a year must be simulated whole: the run is from \(base.run.starts) to \(base.run.ends)"))
          continue
        }
        targets.append(fitted)
      }
    }
    self.targets = targets
    if !findings.isEmpty { throw ScenarioFailure(findings: findings, kind: .invalid) }
    if free.isEmpty || !targets.contains(where: \.isFitted) {
      throw Mistakes("error: \(file.title): a fit needs a free value and a figure to meet", 65)
    }
  }

  /// The fit by a method, to be run.
  ///
  /// - Parameter size: replications of a trial, or members of an ensemble, instead of those that the file says.
  package func procedure(
    _ method: FitMethod, _ scenario: Scenario<ServiceParameters>, size: Int?, jobs: Int, kept: any KeptWork
  ) throws -> any FitProcedure {
    let identity = ScenarioVariation(scenario, varying: [], leavingOut: ["run.replications"]).variant([])
      .fingerprint
    switch method {
    case .moments:
      return Calibration(
        base: base, free: free, targets: targets, replications: size ?? file.replications,
        iterations: file.iterations, jobs: jobs, kept: kept, identity: identity)
    case .ensemble:
      let (members, fewest) = (size ?? file.members, EnsembleFit.fewest(free.count))
      guard members >= fewest else {
        throw Mistakes(
          "error: \(file.title): an ensemble for \(free.count) values has at least \(fewest) members, not \(members)",
          65)
      }
      return EnsembleFit(
        base: base, free: free, targets: targets, others: scenario.uncertainties, jointly: scenario.jointly,
        members: members, iterations: file.iterations, jobs: jobs, kept: kept, identity: identity)
    }
  }

  // MARK: What was found

  package func remarks(_ outcome: CalibrationOutcome, effort: String) -> [String] {
    let close = outcome.correlations.filter { $0.correlation.magnitude > 0.5 }
      .sorted {
        ($1.correlation.magnitude, $0.first, $0.second) < ($0.correlation.magnitude, $1.first, $1.second)
      }
    let beyond = outcome.fitted.filter { !($0.free.low...$0.free.high).contains($0.value) }
    return [
      "Misfit (sum of squares, prior included): \(short(outcome.startLoss)) at the start, \(short(outcome.loss)) "
        + "fitted, in \(effort). \"Narrowed\" is the share by which the figures narrowed the prior's standard deviation."
    ]
      + beyond.map { item in
        "\(item.free.path) came out at \(short(item.value)), beyond its range of \(short(item.free.low)) to "
          + "\(short(item.free.high)): either the range or the figures need another look."
      }
      + close.map { pair in
        "\(pair.first) and \(pair.second) are determined together (correlation \(short(pair.correlation))): the figures "
          + "are met as well with \(pair.correlation < 0 ? "more of one and less of the other" : "more of both, or less"). "
          + "Runs with fitted.yaml draw them together."
      }
  }

  /// The fitted values with their correlations; nil with fewer than two that are uncertain.
  private func together(_ outcome: CalibrationOutcome) -> OverlayWriter.Together? {
    let paths = outcome.fitted.filter { $0.law != nil }.map(\.free.path)
    guard paths.count > 1 else { return nil }
    let correlations = Dictionary(
      outcome.correlations.map { ([$0.first, $0.second], $0.correlation) },
      uniquingKeysWith: { first, _ in first })
    return OverlayWriter.Together(
      paths: paths,
      correlations: paths.indices.dropFirst().map { row in
        (0..<row).map { correlations[[paths[$0], paths[row]].sorted()] ?? 0 }
      }, source: .fitted("with their values (\(file.title))"))
  }

  /// The source of a share that gave way, whatever fit it gave way in before.
  private func scaled(_ source: Source?) -> String {
    let beginning = "scaled beside a fitted share, from: "
    let text = source?.text ?? Source.notGiven.text
    let bare = text.hasPrefix("derived: " + beginning) ? String(text.dropFirst(9 + beginning.count)) : text
    return beginning + bare
  }

  private func short(_ number: Double) -> String { String(format: "%.4g", number) }

  /// The fitted values as a file to lay over the scenario. Shares beside a fitted one stand in it as well.
  package func overlay(_ outcome: CalibrationOutcome, _ manifest: Manifest) -> String {
    let fitted = outcome.parameters(base)
    let paths = Set(outcome.fitted.map(\.free.path))
    let used = targets.count(where: \.isFitted)
    var entries: [OverlayWriter.Entry] = []
    var written: Set<String> = []
    for item in outcome.fitted where written.insert(item.free.path).inserted {
      entries.append(
        OverlayWriter.Entry(
          path: item.free.path, value: item.free.written(item.value), unit: item.free.unit,
          source: .fitted(
            "with the others of this file to \(used) published figures (\(file.title)); "
              + "prior \(short(item.free.start)) in \(short(item.free.low)) to \(short(item.free.high))"),
          uncertain: item.law))
      for share in ServiceParameters.sharesBeside(item.free.path)
      where !paths.contains(share.path) && written.insert(share.path).inserted {
        // A share that is 0 by itself need not be said.
        guard let value = share.read(fitted)?.asNumber,
          value > 0 || share.read(ServiceParameters()) != .number(0)
        else { continue }
        entries.append(
          OverlayWriter.Entry(
            path: share.path, value: .number((value * 1e7).rounded() / 1e7), unit: share.unit,
            source: .derived(scaled(settings[share.path]?.source)), uncertain: nil))
      }
    }
    return OverlayWriter.text(
      title: "Fitted values: \(file.title)",
      remarks: [
        "Fitted by `caseload calibrate`: review before use. The command writes this file again.",
        "Seed \(manifest.seed), model \(manifest.modelVersion), scenario \(manifest.scenarioHash.prefix(12)).",
      ], entries, jointly: together(outcome))
  }
}
