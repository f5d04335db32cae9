/// What a list must be for the model to read it, beside the range of each of its figures. Declared with the parameter.
public struct ListRule: Sendable, Equatable {
  /// Another list, as long as which this one must be.
  struct Partner: Sendable, Equatable {
    /// Its path, from the same group.
    var path: String
    /// How many figures more this list has.
    let more: Int
    /// Whether this list may be longer still.
    let isLeast: Bool
  }

  /// How many figures it may have.
  private(set) var counts = 0...Int.max
  /// Whether it may also be left empty, which says nothing.
  private(set) var mayBeEmpty = false
  private(set) var partner: Partner?
  /// Whether at least one figure must be above 0.
  private(set) var needsWeight = false
  /// Whether its figures must sum to 1.
  private(set) var sumsToOne = false
  /// Whether its figures must not fall, or must rise.
  private(set) var isSorted = false
  private(set) var isRising = false

  /// As many figures as one likes, none among them: the model itself says what holds beyond the last.
  public static let anyLength = ListRule()
  /// No figures, or so many of which not all are 0: weights that are scaled.
  public static func weights(_ count: Int) -> ListRule {
    with {
      ($0.counts, $0.mayBeEmpty, $0.needsWeight) = (count...count, true, true)
    }
  }
  /// So many shares that sum to 1.
  public static func shares(_ counts: ClosedRange<Int>) -> ListRule {
    with { ($0.counts, $0.sumsToOne) = (counts, true) }
  }
  public static func shares(_ count: Int) -> ListRule { shares(count...count) }
  /// At least one figure.
  public static let notEmpty = with { $0.counts = 1...Int.max }

  /// As many figures as another list of the group has, or so many more.
  public func asLong(as path: String, plus more: Int = 0) -> ListRule {
    with { $0.partner = Partner(path: path, more: more, isLeast: false) }
  }
  /// No figures, or at least as many as another list of the group has.
  public func reaching(_ path: String) -> ListRule {
    with { ($0.partner, $0.mayBeEmpty) = (Partner(path: path, more: 0, isLeast: true), true) }
  }
  /// No figure is below the one before it.
  public var sorted: ListRule { with { $0.isSorted = true } }
  /// Every figure is above the one before it.
  public var rising: ListRule { with { $0.isRising = true } }

  /// The same rule seen from a larger structure.
  func lifted(under prefix: String) -> ListRule {
    guard let partner else { return self }
    return with { $0.partner?.path = "\(prefix).\(partner.path)" }
  }

  private static func with(_ change: (inout ListRule) -> Void) -> ListRule { ListRule().with(change) }

  private func with(_ change: (inout ListRule) -> Void) -> ListRule {
    var changed = self
    change(&changed)
    return changed
  }
}

extension ListRule {
  /// How long a list may be, in words: `12 figures, or none`.
  public var text: String {
    let none = mayBeEmpty ? ", or none" : ""
    if let partner {
      let more = partner.more == 0 ? "as many" : "\(partner.more) more"
      return partner.isLeast
        ? "at least as many figures as \(partner.path)\(none)"
        : "\(more) figures \(partner.more == 0 ? "as" : "than") \(partner.path)\(none)"
    }
    if counts == 0...Int.max { return "" }
    if counts.lowerBound == counts.upperBound { return "\(counts.lowerBound) figures\(none)" }
    if counts.upperBound == Int.max {
      return "\(counts.lowerBound) figure\(counts.lowerBound == 1 ? "" : "s") or more\(none)"
    }
    return "\(counts.lowerBound) to \(counts.upperBound) figures\(none)"
  }

  /// What is wrong with a list, each with its code and what to do; `count` says how many figures a list has.
  func faults(
    of figures: [Double], at path: String, count: (String) -> Int
  ) -> [Contradiction] {
    if let fault = lengthFault(of: figures, at: path, count: count) { return [fault] }
    guard !(figures.isEmpty && mayBeEmpty) else { return [] }
    var found: [Contradiction] = []
    let pairs = zip(figures, figures.dropFirst())
    if let (one, two) = pairs.first(where: { isRising && $0 >= $1 || isSorted && $0 > $1 }) {
      let (text, next) = (Value.number(one).text, Value.number(two).text)
      found.append(
        Contradiction(
          .error, [path], code: "not-in-order",
          "\(path) is not in \(isRising ? "rising " : "")order: \(next) stands after \(text)",
          help: "write the figures from the lowest to the highest"))
    }
    if needsWeight, figures.allSatisfy({ $0 <= 0 }) {
      found.append(
        Contradiction(
          .error, [path], code: "all-zero",
          "the figures of \(path) are all 0, so none counts more than another",
          help: mayBeEmpty ? "give at least one above 0, or leave it out" : "give at least one above 0"))
    }
    let sum = figures.reduce(0, +)
    if sumsToOne, abs(sum - 1) > 1e-6 {
      let (shown, gap) = (Self.rounded(sum), Self.rounded(1 - sum))
      found.append(
        Contradiction(
          .error, [path], code: "sum-not-one", "the shares of \(path) sum to \(shown), not to 1",
          help: "change one of them by \(gap)"))
    }
    return found
  }

  private func lengthFault(
    of figures: [Double], at path: String, count: (String) -> Int
  ) -> Contradiction? {
    if figures.isEmpty, mayBeEmpty { return nil }
    let has =
      "\(path) has \(figures.count == 0 ? "no" : "\(figures.count)") figure\(figures.count == 1 ? "" : "s")"
    guard let partner else {
      guard !counts.contains(figures.count) else { return nil }
      return Contradiction(
        .error, [path], code: "list-lengths", "\(has); it needs \(text)", help: "give it \(text)")
    }
    let wanted = count(partner.path) + partner.more
    let fits = partner.isLeast ? figures.count >= wanted : figures.count == wanted
    guard !fits || !counts.contains(figures.count) else { return nil }
    let needs = fits ? "\(counts.lowerBound) or more" : "\(partner.isLeast ? "at least " : "")\(wanted)"
    return Contradiction(
      .error, [path, partner.path], code: "list-lengths",
      "\(has); it needs \(needs): \(text)",
      help: "change both lists together, so that they fit")
  }

  private static func rounded(_ number: Double) -> String {
    Value.number((number * 1e6).rounded() / 1e6).text
  }
}

extension ParameterGroup {
  /// Every list that is not what its declaration asks for.
  public func listContradictions(_ table: [Parameter<Self>]) -> [Contradiction] {
    func list(_ parameter: Parameter<Self>) -> [Double] {
      if case .numbers(let figures)? = parameter.read(self) { figures } else { [] }
    }
    return table.flatMap { parameter -> [Contradiction] in
      guard let rule = parameter.list else { return [] }
      return rule.faults(of: list(parameter), at: parameter.path) { path in
        table.first { $0.path == path }.map { list($0).count } ?? 0
      }
    }
  }
}
