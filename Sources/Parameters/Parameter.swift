public import Dates

/// What one parameter is, declared once beside the property that holds it.
///
/// Documentation, schema, `explain`, validation, sweeps and the list of assumptions are all made from this line.
/// `Root` is the structure that holds the property; `lifted` takes a group's parameters into a larger structure.
public struct Parameter<Root>: Sendable {
  /// Dotted path in a scenario file, for example `demand.referralsPerYear`.
  public let path: String
  public let unit: Unit
  public let kind: ParameterKind
  public let source: Source
  /// One plain sentence.
  public let meaning: String
  /// The property's value, or nil when an optional one is not set.
  public let read: @Sendable (Root) -> Value?
  /// Stores a value of the right kind; a value of another kind is our own mistake.
  public let write: @Sendable (inout Root, Value) -> Void
  /// What a list must be; nil for what is no list.
  public let list: ListRule?
  /// Where a value that is not 0 lies in any English council: one beyond is a slip rather than a council. Nil where
  /// nobody can say.
  public let usual: ClosedRange<Double>?

  init(
    path: String, unit: Unit, kind: ParameterKind, source: Source, meaning: String,
    read: @escaping @Sendable (Root) -> Value?, write: @escaping @Sendable (inout Root, Value) -> Void,
    list: ListRule? = nil, usual: ClosedRange<Double>? = nil
  ) {
    (self.path, self.unit, self.kind, self.source) = (path, unit, kind, source)
    (self.meaning, self.read, self.write, self.list, self.usual) = (meaning, read, write, list, usual)
  }

  /// The same parameter, with where its value lies in any council.
  public func usually(_ range: ClosedRange<Double>) -> Parameter {
    Parameter(
      path: path, unit: unit, kind: kind, source: source, meaning: meaning, read: read, write: write,
      list: list,
      usual: range)
  }
}

/// A structure whose parameters are declared in one table.
public protocol ParameterGroup: Sendable {
  /// All defaults.
  init()
  static var table: [Parameter<Self>] { get }
}

extension Parameter {
  /// A number, in the unit and range given.
  public init(
    _ name: String, _ property: WritableKeyPath<Root, Double> & Sendable, _ unit: Unit,
    _ range: ClosedRange<Double>, _ source: Source, _ meaning: String
  ) {
    self.init(
      path: name, unit: unit, kind: .number(range), source: source, meaning: meaning,
      read: { .number($0[keyPath: property]) },
      write: { if case .number(let new) = $1 { $0[keyPath: property] = new } })
  }

  /// A number that may be left unset, in which case the meaning says what holds.
  public init(
    _ name: String, _ property: WritableKeyPath<Root, Double?> & Sendable, _ unit: Unit,
    _ range: ClosedRange<Double>, _ source: Source, _ meaning: String
  ) {
    self.init(
      path: name, unit: unit, kind: .number(range), source: source, meaning: meaning,
      read: { $0[keyPath: property].map(Value.number) },
      write: { if case .number(let new) = $1 { $0[keyPath: property] = new } })
  }

  /// A whole number.
  public init(
    _ name: String, _ property: WritableKeyPath<Root, Int> & Sendable, _ unit: Unit,
    _ range: ClosedRange<Int>, _ source: Source, _ meaning: String
  ) {
    self.init(
      path: name, unit: unit, kind: .whole(range), source: source, meaning: meaning,
      read: { .whole($0[keyPath: property]) },
      write: { if case .whole(let new) = $1 { $0[keyPath: property] = new } })
  }

  /// A switch.
  public init(
    _ name: String, _ property: WritableKeyPath<Root, Bool> & Sendable, _ source: Source, _ meaning: String
  ) {
    self.init(
      path: name, unit: .none, kind: .flag, source: source, meaning: meaning,
      read: { .flag($0[keyPath: property]) },
      write: { if case .flag(let new) = $1 { $0[keyPath: property] = new } })
  }

  /// One of a set of names.
  public init<Choice: CaseIterable & Equatable & RawRepresentable & Sendable>(
    _ name: String, _ property: WritableKeyPath<Root, Choice> & Sendable, _ source: Source, _ meaning: String
  ) where Choice.RawValue == String {
    self.init(name, property, among: Choice.allCases.map { ($0.rawValue, $0) }, source, meaning)
  }

  /// One of some values that have names.
  package init<Choice: Equatable & Sendable>(
    _ name: String, _ property: WritableKeyPath<Root, Choice> & Sendable,
    among choices: [(name: String, value: Choice)], _ source: Source, _ meaning: String
  ) {
    self.init(
      path: name, unit: .none, kind: .choice(choices.map(\.name)), source: source, meaning: meaning,
      read: { root in
        choices.first { $0.value == root[keyPath: property] }.map { .choice($0.name) }
      },
      write: { root, value in
        guard case .choice(let name) = value else { return }
        if let new = choices.first(where: { $0.name == name }) { root[keyPath: property] = new.value }
      })
  }

  /// A day.
  public init(
    _ name: String, _ property: WritableKeyPath<Root, CivilDate> & Sendable, _ source: Source,
    _ meaning: String
  ) {
    self.init(
      path: name, unit: .date, kind: .date, source: source, meaning: meaning,
      read: { .date($0[keyPath: property]) },
      write: { if case .date(let new) = $1 { $0[keyPath: property] = new } })
  }

  /// A day that may be left unset, in which case the meaning says what holds.
  public init(
    _ name: String, _ property: WritableKeyPath<Root, CivilDate?> & Sendable, _ source: Source,
    _ meaning: String
  ) {
    self.init(
      path: name, unit: .date, kind: .date, source: source, meaning: meaning,
      read: { $0[keyPath: property].map(Value.date) },
      write: { if case .date(let new) = $1 { $0[keyPath: property] = new } })
  }

  /// A list of numbers; the rule says how many, and what they must be together.
  public init(
    _ name: String, _ property: WritableKeyPath<Root, [Double]> & Sendable, _ unit: Unit,
    _ range: ClosedRange<Double>, _ list: ListRule, _ source: Source, _ meaning: String
  ) {
    self.init(
      path: name, unit: unit, kind: .numbers(range), source: source, meaning: meaning,
      read: { .numbers($0[keyPath: property]) },
      write: { if case .numbers(let new) = $1 { $0[keyPath: property] = new } }, list: list)
  }

  /// The same parameter seen from a larger structure, under `prefix`, or as one of its own where that is empty.
  /// `source` and `meaning` may be replaced, for a group that is used in several places.
  public func lifted<Whole>(
    to group: WritableKeyPath<Whole, Root> & Sendable, under prefix: String, source: Source? = nil,
    about subject: String? = nil
  ) -> Parameter<Whole> {
    let read = self.read
    let write = self.write
    return Parameter<Whole>(
      path: prefix.isEmpty ? path : "\(prefix).\(path)", unit: unit, kind: kind,
      source: source ?? self.source,
      meaning: subject.map { "\($0): \(meaning)" } ?? meaning,
      read: { read($0[keyPath: group]) },
      write: { write(&$0[keyPath: group], $1) },
      list: prefix.isEmpty ? list : list?.lifted(under: prefix), usual: usual)
  }
}

extension Array {
  /// Lifts a whole table into a larger structure, under `prefix`.
  public func lifted<Part, Whole>(
    to group: WritableKeyPath<Whole, Part> & Sendable, under prefix: String, source: Source? = nil,
    about subject: String? = nil
  ) -> [Parameter<Whole>] where Element == Parameter<Part> {
    map { $0.lifted(to: group, under: prefix, source: source, about: subject) }
  }
}

extension Array {
  /// The same parameters, each with where its value lies in any council.
  public func usually<Root>(_ range: ClosedRange<Double>) -> [Parameter<Root>]
  where Element == Parameter<Root> {
    map { $0.usually(range) }
  }
}
