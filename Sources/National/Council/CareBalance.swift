/// Entries to care in a year, exits from it, and what the number of children looked after grows by: three things that are
/// expected apart and must agree, since the growth is what entries leave over exits.
///
/// The gap between them is shared out in proportion to how uncertain each is: the generalised least squares of forecasts that
/// must add up. A growth that is known well moves both flows; flows that are known well move the growth.
struct CareBalance {
  /// What is expected of one of them, children a year, and its variance.
  struct Part {
    var value: Double
    var variance: Double
  }

  let entries: Part
  let exits: Part
  let growth: Part

  /// What the growth is expected to be beyond what the flows make of it, for each unit of variance.
  private var gap: Double {
    let sum = entries.variance + exits.variance + growth.variance
    return sum > 0 ? (growth.value - entries.value + exits.value) / sum : 0
  }

  /// Entries that agree with the other two.
  var agreedEntries: Double { entries.value + entries.variance * gap }
  var agreedExits: Double { exits.value - exits.variance * gap }
  var agreedGrowth: Double { growth.value - growth.variance * gap }
}
