import Dates
import Notation
import Parameters
import Results

/// When a notice to improve is lifted, in one sentence with its range.
struct NoticeLine {
  private let result: ResultSet
  private let lastYear: String?

  init(_ result: ResultSet) {
    self.result = result
    lastYear = Horizon.financialYears(of: result).last
  }

  func lines(_ width: Int, _ style: TextStyle) -> [String] {
    guard let sentence else { return [] }
    return [style.heading("Notice to improve")] + Prose.wrap(sentence, width: width)
  }

  /// Nil where no replication has a notice.
  var sentence: String? {
    guard let length = last(Series.firstNoticeMonths), let lifted = last(Series.firstNoticeLifted),
      let inForce = last(Series.noticeInForce), length.n > 0
    else { return nil }
    let end = result.manifest.endDate
    var text = isInForceAtStart ? dated(length, lifted) : counted(length, of: inForce.n)
    let open = Int(((1 - lifted.mean) * Double(lifted.n)).rounded())
    text +=
      open == 0
      ? "; lifted by \(end) in every one of them" : "; not lifted by \(end) in \(share(open, lifted.n))"
    let count = Int((inForce.mean * Double(inForce.n)).rounded())
    if count != open {
      text += ". With later ones, a notice is in force on \(end) in \(share(count, inForce.n))"
    }
    return text + "."
  }

  private var isInForceAtStart: Bool {
    guard let place = result.series.place(of: Series.noticeInForce), place < result.opening.count else {
      return false
    }
    return result.opening[place]?.mean == 1
  }

  /// `in force at the start, lifted by March 2017 in half of the replications (80% range …)`.
  private func dated(_ length: Estimate, _ lifted: Estimate) -> String {
    func date(_ months: Double, _ share: Double) -> String {
      guard share <= lifted.mean, let start = CivilDate(iso: result.manifest.startDate) else {
        return "after \(result.manifest.endDate)"
      }
      // Without its day.
      let date = start.adding(days: Int((months * 365.25 / 12).rounded())).inWords
      return String(date.drop { $0 != " " }.dropFirst())
    }
    return "in force at the start; median date of lifting \(date(length.p50, 0.5)) (80% range "
      + "\(date(length.p10, 0.1)) to \(date(length.p90, 0.9)))"
  }

  /// `issued in 12 of 200 replications; the first lasts 24.0 months …`.
  private func counted(_ length: Estimate, of all: Int) -> String {
    "issued in \(Phrase.number(length.n)) of \(Words.count(all, "replication")); the first lasts "
      + "\(Unit.Form.oneDecimal.median(of: length)) months"
  }

  private func share(_ count: Int, _ all: Int) -> String {
    "\(Phrase.number(count)) of \(Words.count(all, "replication"))"
  }

  private func last(_ measure: String) -> Estimate? {
    guard let lastYear, let place = result.series.place(of: measure) else { return nil }
    return Horizon.reading(of: place, in: lastYear, of: result)
  }
}
