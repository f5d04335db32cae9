import National
import Reports

extension SkillRow {
  /// As a line of the summary.
  var shown: SkillSummary.Row {
    SkillSummary.Row(
      label: SkillMeasure.named(measure)?.label ?? measure, horizon: horizon, count: count, error: error,
      errorAsNow: errorAsNow, score: score, scoreAsNow: scoreAsNow, scoreOfDrift: scoreOfDrift,
      rawScore: rawScore,
      held: SkillSummary.Coverage(half: held50, eightTenths: held, nearlyAll: held95),
      rawHeld: SkillSummary.Coverage(half: rawHeld50, eightTenths: rawHeld, nearlyAll: rawHeld95), bias: bias)
  }
}
