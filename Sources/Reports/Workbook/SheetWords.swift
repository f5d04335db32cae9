import Parameters
import Results

/// A headline as the workbook tells of it: where it started, and the range at the end of the run.
struct SheetHeadline {
  let name: String
  let place: Int
  let subject: Series.Subject
  let unit: Unit
  let start: Double?
  let end: Estimate
  let when: String

  static func all(_ result: ResultSet) -> [SheetHeadline] {
    guard let year = Horizon.financialYears(of: result).last else { return [] }
    return result.series.headlines.compactMap { headline in
      let place = headline.place
      guard let end = Horizon.reading(of: place, in: year, of: result) else { return nil }
      let start = place < result.opening.count ? result.opening[place] : nil
      return SheetHeadline(
        name: headline.name, place: place, subject: headline.subject, unit: result.series[place].unit,
        start: start.flatMap { $0.n > 0 ? $0.p50 : nil }, end: end, when: year)
    }
  }

  /// `Children looked after, 2024-25: 334 to 659 in 8 in 10 simulated futures, 507 in the middle; 357 at the start.`
  var sentence: String {
    let form = unit.form
    let money = form == .pounds ? ", nominal" : ""
    return
      "\(name), \(when)\(money): \(form.text(end.p10)) to \(form.text(end.p90)) in 8 in 10 simulated futures, "
      + "\(form.text(end.p50)) in the middle" + (start.map { "; \(form.text($0)) at the start" } ?? "") + "."
  }
}

/// What the sheets of evidence say in sentences.
enum SheetWords {
  /// The three ends of a range, as every sheet calls them.
  static let low = "Low (1 in 10 below)"
  static let middle = "Middle"
  static let high = "High (1 in 10 above)"

  static func growth(_ evidence: EvidenceTables) -> [String] {
    guard let all = evidence.growth.first(where: { $0.basis == "nominal" && $0.year == BudgetRow.allYears })
    else {
      return []
    }
    func sum(_ drivers: [String]) -> String {
      Phrase.pounds(
        evidence.parts.filter { $0.placement == "all" && drivers.contains($0.driver) }
          .reduce(0) { $0 + $1.part.mean })
    }
    return [
      "What \(GrowthRow.counted) cost beyond a flat number of children, over all years, nominal: "
        + "\(Phrase.pounds(all.growth.mean)) on average, \(Phrase.pounds(all.growth.p10)) to "
        + "\(Phrase.pounds(all.growth.p90)) in 8 in 10 simulated futures.",
      "Of the average, more children entering make \(sum(["volume_entries"])), longer stays "
        + "\(sum(["volume_length_of_stay"])), dearer placements \(sum(["mix"])), and prices that rise faster than general "
        + "inflation \(sum(["price"])).",
      "A flat number is that of the first day (\(Phrase.number(all.start)) children), in the same placements, at the "
        + "first year's prices raised by general inflation.",
    ]
  }

  static func staff(_ result: ResultSet, _ evidence: EvidenceTables) -> [String] {
    let headlines = SheetHeadline.all(result).filter { $0.subject == .staff }.map(\.sentence)
    let staying = evidence.retention.map(\.role).uniqued.compactMap { role -> String? in
      let own = evidence.retention.filter { $0.role == role }
      guard let years = own.halfLife else { return nil }
      return
        "\(RetentionRow.name(role)): half have left the council after \(Phrase.number(years, decimals: 1)) years."
    }
    return headlines + staying
  }

  static func risks(_ result: ResultSet, _ evidence: EvidenceTables) -> [String] {
    let found = RiskFigures(evidence).lines
    return found.isEmpty
      ? RiskLines(result).sentences + [
        "No risk has been rated yet: `caseload risk` rates them; then make the workbook again."
      ]
      : found
  }

  static func missing(_ verb: String) -> String {
    "Not made yet: `caseload \(verb)` makes these tables; then make the workbook again."
  }
}
