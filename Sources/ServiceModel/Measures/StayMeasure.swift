import DiscreteEvents
import Parameters

/// How many children would be looked after had stays in care remained what they were in the first financial year.
///
/// Each child who starts to be looked after counts for the stay drawn at entry, as its age and its own luck make it,
/// without what has changed since the first year. The difference to the number looked after is what longer or shorter
/// stays have brought about.
struct StayMeasure: Measure {
  static let subject = Series.Subject.children
  private let monthEnds: [Double]
  private let firstYearEnds: Double
  private var childDays: [Double]
  private var month = 0
  private var isOpen = false
  /// What load made of the lengths of those who entered in the first year: the sum, and how many they were.
  private var ratios = 0.0
  private var entries = 0.0

  init(_ tables: ModelTables) {
    monthEnds = tables.calendar.monthEnds.map(\.days)
    childDays = Array(repeating: 0, count: monthEnds.count)
    let first = tables.calendar.yearOfMonth.lastIndex(of: 0) ?? 0
    firstYearEnds = monthEnds[first]
  }

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    guard case .stayDrawn(_, let stay) = fact else { return }
    let isFirst = time.days < firstYearEnds
    if isOpen, isFirst {
      ratios += stay.ratio
      entries += 1
    }
    let ratio = isFirst ? stay.ratio : entries > 0 ? ratios / entries : 1
    add(from: time.days, to: time.days + min(max(stay.days * ratio, stay.least), stay.most))
  }

  private mutating func add(from start: Double, to end: Double) {
    var begins = start
    var place = month
    while begins < end, place < monthEnds.count {
      let until = min(end, monthEnds[place])
      childDays[place] += max(0, until - begins)
      begins = max(begins, until)
      place += 1
    }
  }

  mutating func report(_ r: inout Report) {
    r.rate(
      Series.lookedAfterAtFirstStay, .children, childDays[r.month.index], over: r.month.days,
      "Children who would be looked after had stays remained as in the first financial year, averaged over the "
        + "days of the month: those who entered care, each for the length drawn at entry, without what load "
        + "or policies have changed since.")
  }

  mutating func begin(after month: Month) {
    isOpen = true
    self.month = month.isOpening ? 0 : month.index + 1
  }
}

/// How long a child who starts to be looked after will stay, as drawn at entry.
struct DrawnStay: BitwiseCopyable, Equatable {
  /// Length in days before load does anything to it, and what load makes of it.
  var days: Double
  var ratio = 1.0
  /// Days that proceedings take at least, where they outlast the length; days to the eighteenth birthday.
  var least = 0.0
  var most = Double.infinity
}
