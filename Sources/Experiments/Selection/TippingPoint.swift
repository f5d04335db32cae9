/// Finds where a condition that holds at one end of a range of values stops holding, by halving.
///
/// On common random numbers the share of replications in which the condition holds changes with the value as smoothly
/// as it can, so that halving finds the turn, provided that there is one turn.
package struct TippingPoint: Sendable {
  /// One value that was tried.
  package struct Trial: Sendable, Equatable {
    package let value: Double
    /// Replications in which the condition held, of how many.
    package let held: Int
    package let count: Int
    /// From the least to the most that each condition's output was, in the order of the conditions; nil where none had a
    /// value.
    package let seen: [ClosedRange<Double>?]
    package var share: Double { Double(held) / Double(max(1, count)) }

    package init(value: Double, held: Int, count: Int, seen: [ClosedRange<Double>?] = []) {
      (self.value, self.held, self.count, self.seen) = (value, held, count, seen)
    }
  }

  package enum Answer: Sendable, Equatable {
    /// It holds at both ends: nothing to look for.
    case always
    /// It holds at neither end.
    case never
    /// It holds from this value up to the upper end: the smallest that does, to the tolerance.
    case smallest(Double)
    /// It holds from the lower end up to this value: the largest that does, to the tolerance.
    case largest(Double)
  }

  package let low, high: Double
  /// How near the turn is to be found; whole numbers are told apart to 1.
  package let tolerance: Double
  package let isWhole: Bool
  /// The share of replications in which the condition must hold.
  package let probability: Double

  package init(low: Double, high: Double, tolerance: Double, isWhole: Bool, probability: Double) {
    precondition(low < high && tolerance > 0, "A range has its lower end first, and a tolerance is above 0.")
    self.low = low
    self.high = high
    self.tolerance = isWhole ? 1 : tolerance
    self.isWhole = isWhole
    self.probability = probability
  }

  /// Tries values until the turn is found; nil when a trial gives nothing.
  package func find(_ attempt: (Double) async -> Trial?) async -> (answer: Answer, trials: [Trial])? {
    guard let first = await attempt(low), let last = await attempt(high) else { return nil }
    var trials = [first, last]
    let (atLow, atHigh) = (first.share >= probability, last.share >= probability)
    guard atLow != atHigh else { return (atLow ? .always : .never, trials) }
    var (holds, fails) = atLow ? (low, high) : (high, low)
    while abs(holds - fails) > tolerance * (1 + 1e-9) {
      let middle = middle(holds, fails)
      guard middle != holds, middle != fails, let trial = await attempt(middle) else {
        if middle == holds || middle == fails { break }
        return nil
      }
      trials.append(trial)
      if trial.share >= probability { holds = middle } else { fails = middle }
    }
    return (atLow ? .largest(holds) : .smallest(holds), trials)
  }

  /// Halfway between two values, on the coarsest decimal step that is at most a tenth of the tolerance: what is printed is
  /// then exactly what was tried, with no more digits than the tolerance asks for.
  private func middle(_ one: Double, _ other: Double) -> Double {
    let half = one / 2 + other / 2
    if isWhole { return half.rounded(.down) }
    var step = 1.0
    while step * 100 <= tolerance { step *= 10 }
    if step > 1 { return (half / step).rounded() * step }
    var steps = 1.0
    while steps * tolerance < 10 { steps *= 10 }
    // Beyond 15 digits a step is finer than the number itself.
    return half.magnitude * steps < 1e15 ? (half * steps).rounded() / steps : half
  }
}
