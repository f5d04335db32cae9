import Dates
import Notation
import Parameters

/// Reads what a file says about one parameter: a bare value, or `{ value, unit, source, known, uncertain, note }`.
struct EntryReading<Root> {
  let source: SourceText
  let parameter: Parameter<Root>
  /// Whether a date may be counted from the first day of the run: it is known once all files are laid over each other.
  private let allowsRunDays: Bool
  private(set) var findings: [Finding] = []

  init(source: SourceText, parameter: Parameter<Root>, allowsRunDays: Bool) {
    self.source = source
    self.parameter = parameter
    self.allowsRunDays = allowsRunDays
  }

  /// The entry as far as it can be read.
  mutating func read(_ tree: Tree, keyPlace: Place) -> Entry {
    var entry = Entry(path: parameter.path, place: keyPlace, valuePlace: tree.place)
    guard case .map(let pairs) = tree.content else {
      entry.value = value(tree)
      return entry
    }
    if pairs.isEmpty {
      complain("no-value", tree.place, "\(path) has no value.", help: "write a value, or remove the line")
    }
    for (place, pair) in pairs.enumerated() {
      if let finding = ThousandsComma.finding(in: pairs, at: place, source) {
        findings.append(finding)
      } else {
        read(pair, into: &entry)
      }
    }
    return entry
  }

  private var path: String { parameter.path.quoted }

  private mutating func read(_ pair: Tree.Pair, into entry: inout Entry) {
    switch pair.key {
    case "value":
      entry.valuePlace = pair.value.place
      entry.value = value(pair.value)
    case "unit": checkUnit(pair.value)
    case "source": entry.source = text(pair).map(Source.init(text:))
    case "note": entry.note = text(pair)
    case "known": entry.known = date(pair)
    case "uncertain":
      var reading = SpreadReading(source: source, path: parameter.path, kind: parameter.kind)
      entry.uncertain = reading.read(pair.value)
      findings += reading.findings
    default:
      let known = ["value", "unit", "source", "known", "uncertain", "note"]
      let near = Suggestion.nearest(to: pair.key, among: known)
      complain(
        "unknown-key", pair.keyPlace,
        "\(path) is a single parameter, and has no \(pair.key.quoted).",
        help: near.map { "did you mean \($0.quoted)?" } ?? "it takes \(known.joined(separator: ", "))")
    }
  }

  private mutating func value(_ tree: Tree) -> Value? {
    if parameter.kind == .date, let text = tree.scalar?.text, let day = RunDay(text) {
      if allowsRunDays, !parameter.path.hasPrefix("run.") { return day.value }
      complain(
        "not-a-run-day", tree.place,
        "\(path): \(text.quoted) is counted from the start of the run, and no date.",
        help: "write year, month and day as 2015-04-01")
      return nil
    }
    let outcome = ValueReading.read(tree, as: parameter.kind)
    for (complaint, place, written) in outcome.complaints {
      let help = help(for: complaint, written)
      let message =
        written.isEmpty ? "\(path) \(complaint.what)." : "\(path): \(shown(written)) \(complaint.what)."
      complain(complaint.code, place, message, help: help)
    }
    return outcome.value
  }

  /// What to do about a value of this parameter.
  private func help(for complaint: Complaint, _ written: String) -> String? {
    if let meant = complaint.meant, parameter.kind.bounds?.contains(meant) == false,
      parameter.unit == .share || complaint.code != "percent"
    {
      return helpBeyondRange(written)
    }
    switch complaint.code {
    case "percent" where parameter.unit == .share: return complaint.help.map { $0 + ", a share of 1" }
    case "percent" where parameter.unit.range.lowerBound < 0 || parameter.unit.isCounted:
      return "give the value in \(parameter.unit.symbol)"
    case "thousands" where parameter.unit == .months && written.lowercased().hasSuffix("m"):
      return "write the number alone: it is in months"
    case "number-with-unit":
      return complaint.help?.replacing("unit: …", with: "unit: \(JSONValue.quoted(parameter.unit.symbol))")
    case "out-of-range" where complaint.help == nil: return helpBeyondRange(written)
    default: return complaint.help
    }
  }

  /// A share above 1 was meant as a percentage; for the rest, what is allowed.
  private func helpBeyondRange(_ written: String) -> String {
    if parameter.unit == .share, let number = Double(written), number > 1, number <= 100 {
      return "write \(Parameters.Value.number((number * 1e6).rounded() / 1e8).text) for \(written)%"
    }
    let isBare = parameter.unit == .none || parameter.unit == .share
    return "allowed is \(parameter.kind.rangeText)\(isBare ? "" : ", in \(parameter.unit.symbol)")"
  }

  /// A number stands as it is, anything else in quotes.
  private func shown(_ written: String) -> String { Double(written) == nil ? written.quoted : written }

  private mutating func checkUnit(_ tree: Tree) {
    let wanted = parameter.unit.symbol
    guard let given = tree.scalar?.text, Unit(given) == parameter.unit else {
      let said = tree.scalar.map { ", not \($0.text.quoted)" } ?? ""
      complain(
        "wrong-unit", tree.place, "The unit of \(path) is \(wanted.quoted)\(said).",
        help: "give the value in that unit")
      return
    }
  }

  private mutating func text(_ pair: Tree.Pair) -> String? {
    guard let text = pair.value.scalar?.text, !pair.value.isNull else {
      complain(
        "wrong-type", pair.value.place, "\(pair.key.quoted) takes text, not \(pair.value.kindName).",
        help: "leave it out, or write a sentence")
      return nil
    }
    return text
  }

  private mutating func date(_ pair: Tree.Pair) -> CivilDate? {
    let (date, finding) = KnownReading.read(pair, source)
    findings += [finding].compactMap { $0 }
    return date
  }

  private mutating func complain(_ code: String, _ place: Place, _ message: String, help: String? = nil) {
    findings.append(source.error(code, place, message, help: help))
  }
}
