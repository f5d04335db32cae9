import Notation
import Results
import Statistics

/// What a backtest writes: every forecast beside what came, the skill by measure and years ahead, and the histograms of
/// ranks.
package struct BacktestFiles {
  private let scores: [HindcastScore]
  package let skill: SkillTable

  package init(_ scores: [HindcastScore]) {
    self.scores = scores
    skill = SkillTable(scores)
  }

  package var files: [WholeFile.Prepared] { [hindcasts, skill.file, ranks] }

  /// A forecast anchored and widened as the other parts' forecasts say.
  private func final(_ score: HindcastScore) -> QuantileForecast {
    let row = skill[score.measure.column.name, score.horizon]
    guard let row, row.widths.indices.contains(score.fold) else {
      return score.forecast.anchored(by: Anchoring.share)
    }
    return score.forecast.anchored(by: row.shares[score.fold])
      .widened(by: row.widths[score.fold], on: score.measure.scale)
  }

  private var hindcasts: WholeFile.Prepared {
    var text = CSVText(
      columns: [
        "code", "origin", "measure", "horizon", "outcome", "as_now", "raw_p10", "raw_p50", "raw_p90", "p10",
        "p50", "p90", "raw_score", "score", "score_as_now", "score_of_drift", "raw_rank", "rank",
      ], ending: [])
    for score in scores {
      let final = final(score)
      text.cells([score.hindcast.code, String(score.hindcast.origin), score.measure.column.name])
      text.cell(score.horizon)
      let numbers =
        [score.outcome, score.now]
        + [score.raw, final].flatMap { forecast in [0.1, 0.5, 0.9].map { forecast.quantile($0) } }
        + [score.raw, final, score.walk, score.drift].map { $0.score(score.outcome) }
        + [score.raw, final].map { $0.rank(of: score.outcome) }
      for number in numbers { text.cell(number, digits: 6) }
      text.endRow()
    }
    return WholeFile.Prepared(name: "hindcasts.csv", bytes: text.bytes)
  }

  /// How many outcomes of a measure and horizon had a rank in each tenth of the forecast, as simulated and in the end: even
  /// where forecasts are as wide as they should be.
  package func tenths(of row: SkillRow) -> (raw: [Int], final: [Int]) {
    var (raw, last) = (ForecastSkill(), ForecastSkill())
    for score in scores where score.measure.column.name == row.measure && score.horizon == row.horizon {
      raw.add(score.raw, outcome: score.outcome)
      last.add(final(score), outcome: score.outcome)
    }
    return (raw.histogram, last.histogram)
  }

  private var ranks: WholeFile.Prepared {
    var text = CSVText(
      columns: ["measure", "horizon", "forecast"] + (1...ForecastSkill.bars).map { "tenth_\($0)" }, ending: []
    )
    for row in skill.rows {
      let tenths = tenths(of: row)
      for (name, counts) in [("raw", tenths.raw), ("final", tenths.final)] {
        text.cells([row.measure, String(row.horizon), name])
        for count in counts { text.cell(count) }
        text.endRow()
      }
    }
    return WholeFile.Prepared(name: "ranks.csv", bytes: text.bytes)
  }
}
