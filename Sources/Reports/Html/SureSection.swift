import Charts
import Notation
import Results

/// How sure the answer is: what must be known of it, how far such forecasts have been right, what was published, and
/// where the spread comes from.
struct SureSection {
  let result: ResultSet
  init(_ result: ResultSet) { self.result = result }

  var html: String {
    var text = Html.heading(3, "Warnings", id: "warnings") + warnings
    text += Html.heading(3, "How right such forecasts have been", id: "skill")
    text += skill.map { Html.paragraph($0) }.joined()
    text += Html.heading(3, "Published beside simulated", id: "published") + PublishedSection(result).html
    text += Html.heading(3, "How precise the numbers are", id: "precision")
    text += PrecisionLines(result).lines(10_000, TextStyle(hasColour: false))
      .map { Html.paragraph(Words.plain($0), "soft") }.joined()
    return text
  }

  /// Warnings shown at once; the rest is behind a summary.
  private static let most = 6

  private var warnings: String {
    let warnings = result.allWarnings.map { Words.plain($0.prefix(1).uppercased() + $0.dropFirst()) }
    guard !warnings.isEmpty else { return Html.paragraph("There are no warnings.") }
    let rest = warnings.dropFirst(Self.most)
    return "<div class=\"notice\" role=\"note\">" + Html.list(Array(warnings.prefix(Self.most))) + "</div>\n"
      + (rest.isEmpty
        ? "" : Html.details("\(Words.count(rest.count, "more warning"))", Html.list(Array(rest))))
  }

  private var skill: [String] { SkillWords(result).sentences }
}

/// How far forecasts made like this one have been right.
struct SkillWords {
  let result: ResultSet
  init(_ result: ResultSet) { self.result = result }

  /// The forecast three years ahead, or what lies nearest to it, of which it is known how right it has been.
  private var row: ForecastRow? {
    result.forecast.filter { $0.error.isFinite }.min {
      (abs($0.horizon - 3), $0.measure) < (abs($1.horizon - 3), $1.measure)
    }.flatMap { nearest in result.forecast.first { $0.horizon == nearest.horizon && $0.error.isFinite } }
  }

  /// `Such forecasts for other councils missed children looked after three years on by 11% on average; …`, or that
  /// nothing is known.
  var sentence: String {
    guard let row else {
      return "It is not known how far forecasts made like this one have been right for other councils."
    }
    func percent(_ share: Double) -> String { Phrase.percent(share, decimals: 0) }
    return "Forecasts made like this one for other councils missed \(row.label.lowercasedFirst) "
      + "\(Words.count(row.horizon, "year")) on by \(percent(row.error)) on average"
      + (row.errorAsNow.isFinite
        ? "; to say \"as now\" missed by \(percent(row.errorAsNow))." : ".")
  }

  var sentences: [String] {
    guard let row else { return [sentence] }
    let format = MeasureFormat(unit: row.unit)
    var all = [sentence]
    if row.toldP10.isFinite {
      all.append(
        "Read with what those councils' figures say, \(row.label.lowercasedFirst) on \(row.date.inWords) is between "
          + "\(format.text(row.toldP10)) and \(format.text(row.toldP90)) in 8 of 10 cases; the simulated futures alone "
          + "say \(format.text(row.p10)) to \(format.text(row.p90)).")
    }
    return all
  }
}
