import Parameters

/// Warns of values that are allowed, but so far from all that is usual that they are slips: a salary of 39.5, a
/// population of 75.
///
/// A value is held against what is usual of its parameter, where that is declared, and against the value that it
/// replaces: a change of a price, or of a number of people or things, to ten times or a tenth is no policy. A file that
/// says whose it is is not held against a base that is another's, or nobody's: councils differ so much.
struct Plausibility<Root: ParameterSet> {
  let index: PathIndex<Root>
  let layers: [Layer]

  /// How many times the value before it a value may be, and what part of it.
  private static var most: Double { 10 }
  /// Units of which a tenfold change is no policy. Ratios, shares and times are set to anything, and so are the levers.
  private static var counted: Set<Unit> {
    [.pounds, .poundsPerWeek, .poundsPerYear, .children, .people, .posts, "children per year"]
  }

  /// What a figure may have been multiplied by that lies outside what is usual, the likeliest first: thousands and millions
  /// of an amount, per cent of a share; or its sign was left out.
  private static var slipsOfAmounts: [Double] { [1e3, 1e6, 1e-3, 0.01, 100, 0.1, 10, -1] }
  private static var slipsOfShares: [Double] { [0.1, 0.01, 10, 100, 1e-3, 1e3] }
  private static var relative: Set<Unit> { [.share, .ratio, .perYear, .perChildYear] }

  /// One warning for each value that holds, in the order of the table.
  func findings(_ settings: [String: Setting]) -> [Finding] {
    index.table.compactMap { parameter in
      guard let setting = settings[parameter.path], let place = setting.valuePlace, let value = setting.value
      else {
        return nil
      }
      let source = layers.last { $0.source.name == place.file }?.source
      guard let source, let (message, help) = doubt(value, setting, parameter) else { return nil }
      return source.finding(.warning, "implausible", place, message, help: help)
    }
  }

  private func doubt(
    _ value: Value, _ setting: Setting, _ parameter: Parameter<Root>
  ) -> (message: String, help: String)? {
    let numbers = value.figures.filter { $0 != 0 }
    let unit =
      [.none, .share, .ratio].contains(parameter.unit) ? "" : " \(parameter.unit.symbol)"
    if let usual = parameter.usual, let odd = numbers.first(where: { !usual.contains($0) }) {
      let slips = Self.relative.contains(parameter.unit) ? Self.slipsOfShares : Self.slipsOfAmounts
      let meant = slips.map { odd * $0 }.first { usual.contains($0) }
      return (
        "\(parameter.path.quoted) is \(text(odd))\(unit), far from what is usual, "
          + "\(text(usual.lowerBound)) to \(text(usual.upperBound)).",
        meant.map { "write \(text($0)) if that was meant" }
          ?? (parameter.unit == .ratio
            ? "below 1 a ratio lowers what it multiplies, above 1 it raises it"
            : "check the figure and its unit")
      )
    }
    guard Self.counted.contains(parameter.unit), !isOfLever(parameter.path), let now = value.asNumber,
      now != 0,
      let earlier = setting.overrode.last(where: { $0.value != nil }), let before = earlier.value?.asNumber,
      before != 0, !isOfAnother(earlier.place, than: setting.valuePlace)
    else { return nil }
    let ratio = (now / before).magnitude
    guard ratio >= Self.most || ratio <= 1 / Self.most, max(now.magnitude, before.magnitude) >= 100 else {
      return nil
    }
    return (
      "\(parameter.path.quoted) is \(text(now))\(unit), where it was \(text(before)) before.",
      "check the figure and its unit"
    )
  }

  /// Whether the value was set for a council, and the one before it for another or for none.
  private func isOfAnother(_ earlier: Place, than place: Place?) -> Bool {
    guard let place, let own = council(at: place) else { return false }
    return council(at: earlier).map { !$0.isSame(as: own) } ?? true
  }

  private func council(at place: Place) -> Council? {
    layers.last { $0.source.name == place.file }?.council?.council
  }

  private func isOfLever(_ path: String) -> Bool {
    ["levers.", "shocks.", "responses.", "run.", "watch."].contains { path.hasPrefix($0) }
  }

  private func text(_ number: Double) -> String { Value.number((number * 1e6).rounded() / 1e6).text }
}

extension Value {
  /// The number, or the numbers of a list.
  fileprivate var figures: [Double] {
    if case .numbers(let numbers) = self { numbers } else { asNumber.map { [$0] } ?? [] }
  }
}
