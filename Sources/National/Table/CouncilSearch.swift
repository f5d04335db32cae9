import Dates
import ScenarioFiles

extension NationalTable {
  /// The council that a scenario says it is of; nil where it says none, or one that is not in the table.
  package func council(of named: Council?) -> ListedCouncil? {
    guard let named else { return nil }
    return named.code.flatMap { council($0) } ?? (try? find(named.name))
  }

  /// The council of that name or code.
  ///
  /// Capital letters, and what a name ends or begins with beside the place ("City of", "County of", "London Borough of",
  /// "Council"), do not matter.
  ///
  /// - Parameter asOf: the day whose councils are meant; nil is today's.
  /// - Throws: `NationalFailure` where there is none, with what was probably meant, and where it has ended, with what
  ///   followed it.
  package func find(_ name: String, asOf: CivilDate? = nil) throws(NationalFailure) -> ListedCouncil {
    let wanted = Self.plain(name)
    let candidates = councils.filter { !$0.isWhole }
    let day = asOf ?? CivilDate(years.upperBound, 12, 31)
    func hasEnded(_ council: ListedCouncil) -> Bool { council.ended.map { day.civil.year > $0 } ?? false }
    let named = candidates.filter { Self.plain($0.name) == wanted }
    // A council that took the place of one of the same name is meant, where it is there.
    let found =
      candidates.first { $0.code.lowercased() == wanted } ?? named.first { !hasEnded($0) } ?? named.first
    guard let found else { throw unknown(name, wanted, candidates) }
    if let ended = found.ended, hasEnded(found) {
      let heirs = found.successors.compactMap { council($0) }
      throw NationalFailure(
        found.name, "council-ended",
        "\(Self.bare(found.name)) ended in \(ended); it was followed by "
          + heirs.map { "\($0.name) (\($0.code))" }.joined(separator: " and ") + ".",
        help: heirs.map { "--council \"\($0.name)\"" }.joined(separator: " or ")
          + ", or an --as-of in \(ended) or before")
    }
    return found
  }

  private func unknown(_ name: String, _ wanted: String, _ candidates: [ListedCouncil]) -> NationalFailure {
    let near =
      Suggestion.nearest(to: wanted, among: candidates.map { Self.plain($0.name) }).flatMap { plain in
        candidates.first { Self.plain($0.name) == plain }
      }.map { [$0] } ?? candidates.filter { !wanted.isEmpty && Self.plain($0.name).contains(wanted) }
    let names = near.prefix(5).map { "\"\(Self.bare($0.name))\"" }.joined(separator: ", ")
    return NationalFailure(
      "--council", "unknown-council", "There is no council '\(name)' with children's services in England.",
      help: names.isEmpty ? "caseload councils lists them all" : "did you mean \(names)?", exitCode: 65)
  }

  /// A name without the years in brackets that the table adds to those of councils that ended.
  package static func bare(_ name: String) -> String {
    name.firstIndex(of: "(").map { name[..<$0].trimmingSuffix { $0 == " " } } ?? name
  }

  private static func plain(_ name: String) -> String {
    var plain = bare(name).lowercased().replacing("&", with: "and").replacing("’", with: "'")
    for words in [
      ", city of", ", county of", "city of ", "county of ", "royal borough of ", "london borough of ",
      " county council", " city council", " borough council", " metropolitan borough council", " council",
    ] {
      plain = plain.replacing(words, with: "")
    }
    return plain.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "," || $0 == "." }).joined(
      separator: " ")
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
    var rest = self
    while let last = rest.last, isTrimmed(last) { rest.removeLast() }
    return String(rest)
  }
}
