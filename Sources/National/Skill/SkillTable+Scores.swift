import Statistics

extension SkillTable {
  /// What scored forecasts say, by measure and years ahead. Shares and widths are learned, for each part of the councils,
  /// from the others' forecasts; the scores are those of forecasts anchored and widened so.
  package init(_ scores: [HindcastScore]) {
    let rows = SkillMeasure.all.flatMap { measure in
      let all = scores.filter { $0.measure.column == measure.column }
      let learned = LearnedShares(all, measure.scale)
      return SkillMeasure.horizons.compactMap { horizon -> SkillRow? in
        let own = all.filter { $0.horizon == horizon }
        return own.isEmpty ? nil : SkillRow(own, measure, horizon, learned)
      }
    }
    self.init(rows)
  }
}

extension SkillRow {
  fileprivate init(
    _ scores: [HindcastScore], _ measure: SkillMeasure, _ horizon: Int, _ learned: LearnedShares
  ) {
    self.init(measure: measure.column.name, horizon: horizon, count: scores.count)
    (share, shares) = (learned.all, learned.parts)
    let anchored = LearnedWidths(scores, measure.scale) { $0.forecast.anchored(by: learned.parts[$0.fold]) }
    let raw = LearnedWidths(scores, measure.scale, \.raw)
    (width, widths) = (anchored.all, anchored.parts)
    (rawWidth, rawWidths) = (raw.all, raw.parts)
    func skill(_ forecast: (HindcastScore) -> QuantileForecast) -> ForecastSkill {
      var skill = ForecastSkill()
      for score in scores { skill.add(forecast(score), outcome: score.outcome) }
      return skill
    }
    let final = skill {
      $0.forecast.anchored(by: learned.parts[$0.fold])
        .widened(by: anchored.parts[$0.fold], on: measure.scale)
    }
    let plain = skill(\.raw)
    let walk = skill(\.walk)
    (error, rawError, errorAsNow) = (final.absoluteError, plain.absoluteError, walk.absoluteError)
    (score, rawScore, scoreAsNow) = (final.score, plain.score, walk.score)
    scoreOfDrift = skill(\.drift).score
    (held50, held, held95) = (final.coverage[0], final.coverage[1], final.coverage[2])
    (rawHeld50, rawHeld, rawHeld95) = (plain.coverage[0], plain.coverage[1], plain.coverage[2])
    (bias, rawBias) = (final.bias, plain.bias)
  }
}

/// The factors that the councils of each part are widened by.
struct LearnedWidths {
  let all: Double
  let parts: [Double]

  init(
    _ scores: [HindcastScore], _ scale: ForecastScale, _ forecast: (HindcastScore) -> QuantileForecast
  ) {
    let misses = scores.map {
      (fold: $0.fold, miss: WidthFactor.miss(of: forecast($0), $0.outcome, on: scale))
    }
    func learned(_ isLearnedFrom: (Int) -> Bool) -> Double {
      WidthFactor.learned(from: misses.compactMap { isLearnedFrom($0.fold) ? $0.miss : nil }) ?? 1
    }
    all = learned { _ in true }
    parts = (0..<Panel.parts).map { part in learned { $0 != part } }
  }
}
