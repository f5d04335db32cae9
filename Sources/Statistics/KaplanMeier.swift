/// Share still present after each length of time, from spells of which some had not ended when they were last seen.
///
/// Product-limit estimate (E. L. Kaplan and P. Meier, Journal of the American Statistical Association 53, 1958) with
/// M. Greenwood's standard error (1926). Spells already under way when observation began may enter late.
public struct KaplanMeier: Sendable {
  /// One spell, its times counted from the spell's own beginning in any one unit.
  public struct Spell: Sendable, Hashable {
    /// How long it had lasted when first observed: zero unless it was already under way.
    public var entry: Double
    /// How long it had lasted when last observed.
    public var exit: Double
    /// True when it ended then; false when it was still going on (censored).
    public var ended: Bool

    /// A spell; the exit must not precede the entry, and neither may be negative.
    public init(entry: Double = 0, exit: Double, ended: Bool) {
      precondition(entry >= 0 && exit >= entry, "A spell cannot be left before it was entered.")
      (self.entry, self.exit, self.ended) = (entry, exit, ended)
    }
  }

  /// The curve just after one of the times at which spells ended.
  public struct Step: Sendable, Hashable {
    /// The time, in the unit of the spells.
    public let time: Double
    /// Spells that had been entered before this time and not left before it.
    public let atRisk: Int
    /// Spells that ended at this time.
    public let ended: Int
    /// Share still present just after this time, from 0 to 1.
    public let survival: Double
    /// Greenwood's standard error of that share; zero where the share has fallen to nothing.
    public let standardError: Double
  }

  /// One step for each time at which a spell ended, in ascending order.
  public let steps: [Step]
  /// Total time observed over all spells.
  public let exposure: Double
  /// Number of spells that ended.
  public let ended: Int

  /// Estimates the curve. A spell censored at the very time another ends counts as at risk then; a spell that entered
  /// late and was left at once was never at risk and is passed over. Time of order n log n.
  public init(_ all: [Spell]) {
    let spells = all.filter { $0.exit > $0.entry || $0.entry == 0 }
    let exits = spells.sorted { $0.exit < $1.exit }
    let entries = spells.map(\.entry).sorted()
    var steps: [Step] = []
    var survival = 1.0
    var greenwood = 0.0
    var entered = 0
    var left = 0
    while left < exits.count {
      let time = exits[left].exit
      while entered < entries.count, entries[entered] < time || entries[entered] == 0 { entered += 1 }
      let atRisk = entered - left
      var endings = 0
      var leaving = 0
      while left + leaving < exits.count, exits[left + leaving].exit == time {
        if exits[left + leaving].ended { endings += 1 }
        leaving += 1
      }
      if endings > 0, atRisk >= endings {
        survival *= 1 - Double(endings) / Double(atRisk)
        if atRisk > endings { greenwood += Double(endings) / (Double(atRisk) * Double(atRisk - endings)) }
        steps.append(
          Step(
            time: time, atRisk: atRisk, ended: endings, survival: survival,
            standardError: survival * greenwood.squareRoot()))
      }
      left += leaving
    }
    self.steps = steps
    exposure = spells.reduce(0) { $0 + ($1.exit - $1.entry) }
    ended = spells.count { $0.ended }
  }

  /// Ends per unit of time observed: the rate of an exponential law fitted to the spells; nil without exposure.
  public var exponentialRate: Double? { exposure > 0 ? Double(ended) / exposure : nil }

  /// Share still present just after that time, from 0 to 1.
  public func survival(at time: Double) -> Double { step(at: time)?.survival ?? 1 }

  /// The earliest time at which no more than half are present; nil where the curve never falls so far.
  public var median: Double? { steps.first { $0.survival <= 0.5 }?.time }

  /// The step in force at that time; nil before the first.
  public func step(at time: Double) -> Step? { steps.last { $0.time <= time } }
}
