import Parameters
import Statistics
import Testing

@testable import ServiceModel

/// One parameter turned up, and the way a measure must go with it.
struct Effect: Sendable, CustomTestStringConvertible {
  enum Direction: Double, Sendable {
    case raises = 1
    case lowers = -1
  }

  let path: String
  let low: Setting
  let high: Setting
  let direction: Direction
  /// A measure, and after a space its breakdown.
  let measure: String
  /// What else is set, in both runs.
  let settings: KeyValuePairs<String, Setting>

  init(
    _ path: String, _ low: Setting, _ high: Setting, _ direction: Direction, _ measure: String,
    with settings: KeyValuePairs<String, Setting> = [:]
  ) {
    self.path = path
    self.low = low
    self.high = high
    self.direction = direction
    self.measure = measure
    self.settings = settings
  }

  var testDescription: String {
    "\(path) from \(low.value.text) to \(high.value.text) \(direction) \(measure)"
  }

  /// The base with the parameter at one of its two values.
  func service(_ base: ServiceParameters, at setting: Setting) -> ServiceParameters {
    var service = base
    for (path, setting) in settings { service.set(path, to: setting.value) }
    service.set(path, to: setting.value)
    return service
  }

  /// The sum of the measure's readings over the months of each replication; months without a reading are left out.
  private func totals(_ service: ServiceParameters, _ replications: Range<Int>) -> [Double] {
    let tables = ModelTables(service)
    let words = measure.split(separator: " ", maxSplits: 1).map(String.init)
    return SmallService.outcomes(service, replications).map { outcome in
      for balance in outcome.balances { #expect(balance.largestResidual <= balance.tolerance) }
      return SmallService.readings(outcome, tables, words[0], words.count > 1 ? words[1] : "")
        .filter { !$0.isNaN }.reduce(0, +)
    }
  }

  /// The measure goes the stated way, by more than three standard errors of the paired differences.
  func check(_ base: ServiceParameters, replications: Range<Int> = 0..<8) {
    let before = service(base, at: low)
    var after = service(base, at: high)
    // As an overlay is laid over a scenario.
    for (path, value) in after.kept(of: before) { after.set(path, to: value) }
    for service in [before, after] {
      let errors = service.contradictions().filter { $0.severity == .error }
      #expect(errors.isEmpty, "\(errors.map(\.message))")
    }
    var differences = Tally()
    for (one, other) in zip(totals(before, replications), totals(after, replications)) {
      differences.add((other - one) * direction.rawValue)
    }
    let (mean, error) = (differences.mean, differences.standardError)
    #expect(mean > 3 * error && mean > 0, "\(mean * direction.rawValue), standard error \(error)")
  }
}

extension ServiceParameters {
  /// Sets a parameter by its path. A whole number will do for any number.
  mutating func set(_ path: String, to value: Value) {
    guard let parameter = Self.table.first(where: { $0.path == path }) else {
      preconditionFailure("There is no parameter \(path).")
    }
    var written = value
    if case (.whole(let number), .number) = (value, parameter.kind) { written = .number(Double(number)) }
    #expect(parameter.kind.complaint(about: written) == nil, "\(path)")
    parameter.write(&self, written)
  }
}

/// A value as a row of a table writes it.
struct Setting: Sendable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByStringLiteral, ExpressibleByArrayLiteral
{
  let value: Value

  init(_ value: Value) { self.value = value }
  init(floatLiteral value: Double) { self.init(.number(value)) }
  init(integerLiteral value: Int) { self.init(.whole(value)) }
  init(booleanLiteral value: Bool) { self.init(.flag(value)) }
  init(stringLiteral value: String) { self.init(.choice(value)) }
  init(arrayLiteral elements: Double...) { self.init(.numbers(elements)) }
}

@Suite("Each effect goes the way that its meaning says")
struct SignTests {
  @Test("Demand and pathway", arguments: Effect.ofDemand)
  func demand(_ effect: Effect) { effect.check(SignService.children) }

  @Test("Care and placements", arguments: Effect.ofCare)
  func care(_ effect: Effect) { effect.check(SignService.children) }

  @Test("Partners, plan, inspection and notice", arguments: Effect.ofPartners)
  func partners(_ effect: Effect) { effect.check(SignService.children) }

  @Test("Leaving, recruitment and agency", arguments: Effect.ofStaff)
  func staff(_ effect: Effect) { effect.check(SignService.staff) }

  @Test("Work in an overloaded team", arguments: Effect.ofTeam + Effect.ofOverload)
  func team(_ effect: Effect) { effect.check(SignService.team) }

  @Test(
    "What an overload raises, a light load lowers", arguments: Effect.ofOverload.filter(\.answersToLightLoad))
  func lightLoad(_ effect: Effect) { effect.turned.check(SignService.lightTeam) }

  @Test("More load than at the opening never helps, wherever the norm lies", arguments: Effect.ofOverload)
  func moreThanOpening(_ effect: Effect) {
    for service in SignService.teamsByOpening { effect.check(service) }
  }

  @Test(
    "Less load than at the opening never harms, wherever the norm lies",
    arguments: Effect.ofOverload.filter(\.answersToLightLoad))
  func lessThanOpening(_ effect: Effect) {
    for base in SignService.teamsByOpening {
      var service = base
      service.demand.referralsPerYear = 100
      effect.turned.check(service)
    }
  }

  @Test(
    "More staff or fewer at the opening, laid over a scenario, relieve and burden",
    arguments: Effect.ofOpening)
  func opening(_ effect: Effect) {
    for service in SignService.teamsByOpening { effect.check(service, replications: 0..<16) }
  }

  @Test("Money", arguments: Effect.ofMoney)
  func money(_ effect: Effect) { effect.check(SignService.whole) }

  @Test("Levers and shocks", arguments: Effect.ofLevers)
  func levers(_ effect: Effect) { effect.check(SignService.whole) }
}

extension Effect {
  /// Work is never faster than with room to spare.
  var answersToLightLoad: Bool { path != "overload.paceElasticity" }

  /// The same effect with the other sign.
  var turned: Effect {
    Effect(path, low, high, direction == .raises ? .lowers : .raises, measure, with: settings)
  }
}
