import Charts
import Dates
import Notation
import Parameters
import Results

extension Series {
  /// What it is called on every page: a headline that is a share of the staff always with whose it is.
  func whole(_ label: String) -> String {
    breakdown.isEmpty && subject == .staff && unit.form == .share && self.headline != nil
      ? "\(label) (all roles)" : named(label)
  }
}

/// What a series comes to, said by name and about both ends of its range.
extension SeriesStory {
  /// The name with its time: `Children looked after in March 2025`, `Cost in 2024-25, nominal`.
  var dated: String {
    let whole = series.whole(label)
    let ending = " in the year"
    // What is counted over a year says in its own name that it is.
    let bare = whole.hasSuffix(ending) ? String(whole.dropLast(ending.count)) : whole
    return "\(bare) \(time)" + (series.priceBasis.isEmpty ? "" : ", " + series.priceBasis)
  }

  /// `in March 2025`, `in 2024-25`, or `in the year to 30 September 2024`.
  var time: String { Self.time(last.date, isMonthly: isMonthly) }

  /// `between 334 and 659`, or `334` where all but the rarest futures agree.
  var range: String {
    let ends = [last.p10, last.p90].map(format.text)
    return ends[0] == ends[1] ? ends[0] : "between \(ends[0]) and \(ends[1])"
  }

  /// The range, where it lies beside the start, the rare worst and the published figures that lie outside it:
  /// `Children looked after in March 2025: between 469 and 537 in 8 of 10 simulated futures, all above the 357 at the start`.
  var finding: String {
    "\(dated): \(range) in 8 of 10 simulated futures" + besideStart + worst + besidePublished
  }

  /// The value at the start, or in the first year; nil where there is one reading only.
  var first: FanChart.Reading? { readings.count > 1 ? readings[0] : nil }

  /// What it stood at: `357 on 1 April 2015`, or `£36.1m in 2015-16`; empty with one reading only.
  var startWords: String {
    guard let first else { return "" }
    return isMonthly
      ? "\(format.text(first.p50)) on \(first.date.inWords)"
      : "median \(format.text(first.p50)) \(Self.time(first.date, isMonthly: false))"
  }

  private var besideStart: String {
    guard let first, first.p10 == first.p90 else { return "" }
    if last.p10 > first.p50 { return ", all above the \(format.text(first.p50)) at the start" }
    return last.p90 < first.p50 ? ", all below the \(format.text(first.p50)) at the start" : ""
  }

  /// What the rarest futures come to, where that is far beyond the range and the more there is the worse it is.
  private var worst: String {
    guard series.better == .less else { return "" }
    let rare = last.p975.isFinite ? (last.p975, "1 in 40") : (last.p95, "1 in 20")
    let half = max(last.p90 - last.p50, 0)
    guard rare.0 - last.p90 > max(half, abs(last.p90) * 0.25), format.text(rare.0) != format.text(last.p90)
    else {
      return ""
    }
    return "; \(rare.1) above \(format.text(rare.0))"
  }

  /// Published figures that lie on one side of the range, two years or more in a row.
  var besidePublished: String {
    let known = Dictionary(readings.map { ($0.date, $0) }, uniquingKeysWith: { first, _ in first })
    let sides = observed.compactMap { point -> (year: Int, side: Int)? in
      guard let reading = known[point.date] else { return nil }
      return (point.date.civil.year, point.value > reading.p90 ? 1 : point.value < reading.p10 ? -1 : 0)
    }
    var runs: [(first: Int, last: Int, side: Int, count: Int)] = []
    for (year, side) in sides {
      if let run = runs.last, run.side == side {
        runs[runs.count - 1] = (run.first, year, side, run.count + 1)
      } else {
        runs.append((year, year, side, 1))
      }
    }
    guard let longest = runs.filter({ $0.side != 0 && $0.count > 1 }).max(by: { $0.count < $1.count }) else {
      return ""
    }
    return
      "; published figures lay \(longest.side > 0 ? "above" : "below") the range from \(longest.first) to "
      + "\(longest.last)"
  }

  /// How wide the range is beside its middle; for finding the least certain of several.
  var width: Double {
    let size = max(abs(last.p50), first.map { abs($0.p50) } ?? 0, 1e-9)
    return (last.p90 - last.p10) / size
  }

  var description: String {
    let widest = fan().holds95 ? ("95 in 100", last.p025, last.p975) : ("9 in 10", last.p05, last.p95)
    return
      "A fan of \(Words.count(readings.count, "reading")) from \(readings[0].date.inWords) to \(last.date.inWords). "
      + "The thick line is the median over \(Words.futures(result.manifest.replicationsDone)); the bands hold half, "
      + "8 in 10 and \(widest.0) of them. The median ends at \(format.text(last.p50)); 8 in 10 end between "
      + "\(format.text(last.p10)) and \(format.text(last.p90)), and \(widest.0) between \(format.text(widest.1)) and "
      + "\(format.text(widest.2))."
      + (paths.isEmpty ? "" : " Thin lines are the first \(paths.count) futures, one by one.")
      + (observed.isEmpty
        ? "" : " Black points are \(Words.count(observed.count, "published figure"))\(before).")
  }

  /// How many of the published figures are from before the start.
  private var before: String {
    let start = CivilDate(iso: result.manifest.startDate)
    let count = observed.count { point in start.map { point.date < $0 } ?? false }
    return count > 0 ? ", \(count) of them from before the start" : ""
  }

  static func time(_ date: CivilDate, isMonthly: Bool) -> String {
    if isMonthly { return "in " + date.inWords.drop { $0 != " " }.dropFirst() }
    let (year, month, day) = date.civil
    guard (month, day) == (3, 31) else { return "in the year to \(date.inWords)" }
    let ending = year % 100
    return "in \(year - 1)-\(ending < 10 ? "0" : "")\(ending)"
  }
}

extension Words {
  /// `200 simulated futures`.
  static func futures(_ number: Int) -> String { count(number, "simulated future") }

  /// A sentence of the program's own in the words of those who are no statisticians.
  static func plain(_ sentence: String) -> String {
    var sentence = sentence
    for (term, plain) in [
      ("P10 to P90", "8 in 10 simulated futures"), ("Replications", "Simulated futures"),
      ("replications", "simulated futures"), ("Replication", "Simulated future"),
      ("replication", "simulated future"), ("80% range", "range of 8 in 10 futures"),
      ("Quantiles", "Ranges"), ("quantiles", "ranges"), ("quantile", "range"),
    ] { sentence = sentence.replacing(term, with: plain) }
    return sentence
  }
}
