extension Scenario {
  /// Refuses a scenario whose replications cannot be paired with another's: pairs exist only where both run over the same time
  /// from the same seed.
  package func pairs(with base: Scenario, _ overlay: String) throws(ScenarioFailure) {
    let paths = [
      "run.seed", "run.replications", "run.starts", "run.ends", "run.calendar", "run.warmUpMonths",
    ]
    let findings = paths.compactMap { path -> Finding? in
      guard let one = settings[path], let two = base.settings[path], one.value != two.value else {
        return nil
      }
      return Finding(
        .error, code: "not-a-pair", at: one.place ?? Place(file: overlay, line: 1, column: 1),
        "\"\(path)\" is \(one.value?.text ?? "unset") here and \(two.value?.text ?? "unset") in the base, so their "
          + "replications cannot be paired.", help: "set it in the base, or with --set for both")
    }
    if !findings.isEmpty { throw ScenarioFailure(findings: findings, kind: .invalid) }
  }
}
