import National
import Reports

extension SkillRow {
  /// As a line of the summary.
  var shown: SkillSummary.Row {
    SkillSummary.Row(
      label: SkillMeasure.named(measure)?.label ?? measure, horizon: horizon, count: count, error: error,
      errorAsNow: errorAsNow, score: score, scoreAsNow: scoreAsNow, scoreOfDrift: scoreOfDrift,
      rawScore: rawScore, held: held, rawHeld: rawHeld, bias: bias)
  }
}
