import Statistics

/// One forecast of a hindcast beside what came, and its rivals.
package struct HindcastScore: Sendable {
  package let hindcast: Hindcast
  package let measure: SkillMeasure
  package let horizon: Int
  /// The part that the council belongs to.
  let fold: Int
  /// What was published, and what had been published at the origin.
  package let outcome, now: Double
  let forecast: ScoredForecast
  package var raw: QuantileForecast { forecast.raw }
  package let walk, drift: QuantileForecast
}

extension HindcastScore {
  /// The forecasts of a hindcast whose outcomes have been published.
  ///
  /// - Parameters:
  ///   - rivals: one for each of `SkillMeasure.all`.
  ///   - forecasts: what the run said.
  static func all(
    _ hindcast: Hindcast, fold: Int, _ rivals: [Rivals], _ forecasts: [ScoredForecast]
  ) -> [HindcastScore] {
    forecasts.compactMap { forecast in
      guard let rival = rivals.first(where: { $0.measure.column == forecast.measure.column }),
        hindcast.origin >= forecast.measure.firstOrigin,
        let outcome = rival.figure(hindcast.code, hindcast.origin + forecast.horizon),
        let now = rival.figure(hindcast.code, hindcast.origin),
        let walk = rival.walk(hindcast.code, from: hindcast.origin, forecast.horizon),
        let drift = rival.drift(hindcast.code, from: hindcast.origin, forecast.horizon)
      else { return nil }
      return HindcastScore(
        hindcast: hindcast, measure: forecast.measure, horizon: forecast.horizon, fold: fold,
        outcome: outcome, now: now, forecast: forecast, walk: walk, drift: drift)
    }
  }
}

/// Simulates hindcasts one after another and scores them.
package struct Backtest: Sendable {
  package let maker: HindcastMaker
  package let replications: Int
  private let rivals: [Rivals]
  private let sets: [String]

  /// - Parameter sets: `path=value` texts that every scenario is given.
  package init(_ maker: HindcastMaker, replications: Int, sets: [String] = []) {
    (self.maker, self.replications, self.sets) = (maker, replications, sets)
    rivals = SkillMeasure.all.map { Rivals(maker.panel, $0) }
  }

  /// Whether a council had figures to start from at an origin, and has one to be held against.
  package func isPossible(_ hindcast: Hindcast) -> Bool {
    guard let first = rivals.first, first.figure(hindcast.code, hindcast.origin) != nil else { return false }
    return SkillMeasure.horizons.contains { first.figure(hindcast.code, hindcast.origin + $0) != nil }
  }

  /// The scores of these hindcasts, in their order.
  ///
  /// - Parameter progress: called after each.
  /// - Throws: `HindcastRuns.Interruption` when the task is cancelled.
  package func scores(
    _ hindcasts: [Hindcast], _ runs: HindcastRuns, progress: (Int) -> Void
  ) async throws -> [HindcastScore] {
    var scores: [HindcastScore] = []
    var anchors: [String: (Anchor?, LevelAnchor?)] = [:]
    for (done, hindcast) in hindcasts.enumerated() {
      let scenario = try maker.scenario(hindcast, replications: replications, sets: sets)
      let (readings, rows) = try await runs.numbers(scenario, origin: hindcast.origin)
      let fold = maker.panel.fold(of: hindcast.code) ?? 0
      let key = "\(hindcast.origin) \(fold)"
      let (anchor, usual) =
        anchors[key]
        ?? (Anchor(maker.panel, origin: hindcast.origin, fold: fold), maker.levels(of: hindcast.origin, fold))
      anchors[key] = (anchor, usual)
      let (forecasts, _) = ScoredForecast.all(
        readings, rows,
        published: { measure in
          rivals.first { $0.measure.column == measure.column }?.figure(hindcast.code, hindcast.origin)
        },
        law: { anchor?.law(hindcast.code, $0) }, usual: { usual?.law(hindcast.code, $0, $1) })
      scores += HindcastScore.all(hindcast, fold: fold, rivals, forecasts)
      progress(done + 1)
    }
    return scores
  }
}
