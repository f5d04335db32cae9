import DiscreteEvents
import Experiments
import ScenarioFiles
import ServiceModel

/// Runs verification cases.
package struct Verification: Sendable {
  let jobs: Int

  /// - Parameter jobs: replications that run at one time; what comes out does not depend on it.
  package init(jobs: Int) { self.jobs = max(1, jobs) }

  /// The rows of all cases, and why some could not be run; those in hand where the task is cancelled.
  ///
  /// - Parameter progress: called after each batch with the place of the case, and the replications done and wanted.
  package func rows(
    _ cases: [VerificationCase],
    progress: @escaping @Sendable (_ place: Int, _ done: Int, _ wanted: Int) -> Void
  ) async -> (rows: [VerificationRow], mistakes: [VerificationError]) {
    var rows: [VerificationRow] = []
    var mistakes: [VerificationError] = []
    for (place, item) in cases.enumerated() where !Task.isCancelled {
      do {
        rows += try await self.rows(item) { progress(place, $0, $1) }
      } catch {
        mistakes.append(error)
      }
    }
    return (rows, mistakes)
  }

  /// The rows of one case, in the order of its file.
  ///
  /// - Parameter progress: called after each batch with the replications done and wanted.
  /// - Throws: when the case cannot be run as it is written.
  package func rows(
    _ item: VerificationCase, progress: @escaping @Sendable (_ done: Int, _ wanted: Int) -> Void = { _, _ in }
  ) async throws(VerificationError) -> [VerificationRow] {
    let clock = ContinuousClock()
    let began = clock.now
    var rows: [VerificationRow] = []
    if let calculation = item.calculation {
      rows += try CalculationComparison(item, calculation).rows()
    }
    rows += item.words.map { words(item, $0) }
    if let scenario = item.scenario {
      let read = scenario.read()
      if let finding = item.finding { rows.append(row(item, finding, read.findings)) }
      if !item.traces.isEmpty || !item.readings.isEmpty {
        let parameters = try parameters(of: read, item.id, "scenario")
        let tables = ModelTables(parameters)
        for trace in item.traces { rows += try follow(item, trace, tables) }
        rows += try await readings(item, parameters, tables, progress)
      }
    }
    let spent = (clock.now - began).components
    rows[0].seconds = Double(spent.seconds) + Double(spent.attoseconds) * 1e-18
    return rows
  }

  /// Numbers that a batch of replications may keep: about 100 megabytes.
  private static let largestBatch = 6_000_000

  private func parameters(
    of read: (parameters: ServiceParameters?, findings: [Finding]), _ id: String, _ name: String
  ) throws(VerificationError) -> ServiceParameters {
    if let parameters = read.parameters { return parameters }
    let errors = read.findings.filter { $0.severity == .error }.map(\.message)
    throw VerificationError(id, "the \(name) has mistakes: \(errors.joined(separator: " "))")
  }

  /// The rows of the readings, each of the first scenario, of the second, or of both.
  private func readings(
    _ item: VerificationCase, _ parameters: ServiceParameters, _ tables: ModelTables,
    _ progress: @escaping @Sendable (_ done: Int, _ wanted: Int) -> Void
  ) async throws(VerificationError) -> [VerificationRow] {
    guard !item.readings.isEmpty else { return [] }
    let wanted = item.replications * (item.versus == nil ? 1 : 2)
    let first = try await simulate(item, parameters, tables) { progress($0, wanted) }
    var second: SimulatedValues?
    if let versus = item.versus {
      let parameters = try self.parameters(of: versus.read(), item.id, "scenario of 'versus'")
      second = try await simulate(item, parameters, ModelTables(parameters)) {
        progress(item.replications + $0, wanted)
      }
    }
    return item.readings.indices.map { first.row($0, of: item, versus: second) }
  }

  private func simulate(
    _ item: VerificationCase, _ parameters: ServiceParameters, _ tables: ModelTables,
    _ progress: @escaping @Sendable (_ done: Int) -> Void
  ) async throws(VerificationError) -> SimulatedValues {
    let months = tables.calendar.months
    var simulated = try SimulatedValues(
      item.readings, caseID: item.id, watched: tables.watched, months: months,
      warmUp: parameters.run.warmUpMonths)
    let runner = ReplicationRunner(tables, jobs: jobs)
    let batch = max(jobs, Self.largestBatch / max(1, months * tables.watched.count) / jobs * jobs)
    var next = 0
    while next < item.replications {
      let end = min(next + batch, item.replications)
      let base = next
      let outcomes = await runner.run(next..<end) { progress(base + $0.done) }
      guard outcomes.count == end - next else { throw VerificationError(item.id, "it was interrupted") }
      simulated.take(outcomes)
      next = end
    }
    return simulated
  }

  // MARK: Without chance

  private func words(_ item: VerificationCase, _ expected: ExpectedWords) -> VerificationRow {
    let streams = RandomStreams(seed: expected.seed, replication: expected.replication)
    let stream = streams.stream(expected.purpose, entity: expected.entity, occurrence: expected.occurrence)
    let wrong = expected.words.firstIndex { $0 != stream.word() }
    return VerificationRow(
      item, "\(expected.name): \(expected.words.count) words", holds: wrong == nil,
      otherwise: "word \((wrong ?? 0) + 1) differs")
  }

  private func row(
    _ item: VerificationCase, _ expected: ExpectedFinding, _ findings: [Finding]
  ) -> VerificationRow {
    let holds = findings.contains { finding in
      finding.code == expected.code && finding.severity.rawValue == expected.severity
        && expected.contains.allSatisfy { finding.message.contains($0) }
    }
    let said = findings.map { "\($0.severity.rawValue)[\($0.code)]: \($0.message)" }.joined(separator: " ")
    return VerificationRow(
      item, "\(expected.severity) \(expected.code)", holds: holds,
      otherwise: said.isEmpty ? "nothing was found" : "found: \(said)")
  }

  /// Follows each child in replication 0 to the first sentence that begins as it should.
  private func follow(
    _ item: VerificationCase, _ trace: ExpectedTrace, _ tables: ModelTables
  ) throws(VerificationError) -> [VerificationRow] {
    var rows: [VerificationRow] = []
    for (child, day) in zip(trace.children, trace.days) {
      let story = Replicator.trace(.child(child), replication: 0, tables).story
      guard let entry = story.first(where: { $0.sentence.hasPrefix(trace.sentenceBegins) }) else {
        throw VerificationError(
          item.id, "nothing that begins with \"\(trace.sentenceBegins)\" happens to child \(child)")
      }
      rows.append(
        VerificationRow(
          item, "\(trace.name), child \(child), day", exact: day, found: entry.day, tolerance: trace.tolerance
        ))
    }
    return rows
  }
}
