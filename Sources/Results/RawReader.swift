import Dates
import Foundation

/// Reads `replications.csv.gz` back: the series asked for, of every replication.
package enum RawReader {
  /// Whether the folder has every reading of every replication (`run --raw`). The file is large, and may be removed.
  package static func isThere(_ folder: BoundFolder) throws(ReadFailure) -> Bool {
    try folder.isThere(Tables.raw.name, mayBeGone: true)
  }

  /// The readings of the series that `isWanted` (measure, breakdown). The run began on `start`: a row of an earlier day
  /// is the opening position. Time is that of unpacking the file once, after it was found to be the one that was written.
  package static func read(
    _ folder: BoundFolder, start: CivilDate, isWanted: @escaping (String, String) -> Bool
  ) throws(ReadFailure) -> MonthlyReadings {
    let path = folder.path + "/" + Tables.raw.name
    try folder.check(Tables.raw.name)
    var rows = RawRows(path: path, start: start, isWanted: isWanted)
    let file = try Gunzip(path)
    try file.pieces { (piece) throws(ReadFailure) in try rows.take(piece) }
    return try rows.finish()
  }
}

/// Takes the rows of the raw file one after another; a line may be spread over two pieces.
private struct RawRows {
  let path: String
  let start: CivilDate
  let isWanted: (String, String) -> Bool
  private var isHeaderRead = false
  private var carried: [UInt8] = []
  private var line = 0
  private var replications: [Int] = []
  private var series: [MonthlyReadings.Series] = []
  private var places: [String: Int?] = [:]
  /// The cells `rep,measure,breakdown,` of the line before, and what they came to.
  private var head: [UInt8] = []
  private var place: Int?
  private var months: [CivilDate] = []
  private var monthTexts: [[UInt8]] = []
  /// How many months of the series at hand have been read.
  private var month = 0

  init(path: String, start: CivilDate, isWanted: @escaping (String, String) -> Bool) {
    (self.path, self.start, self.isWanted) = (path, start, isWanted)
  }

  mutating func take(_ piece: UnsafeBufferPointer<UInt8>) throws(ReadFailure) {
    var rest = piece[...]
    if !carried.isEmpty {
      guard let end = rest.firstIndex(of: 10) else { return carried.append(contentsOf: rest) }
      carried.append(contentsOf: rest[rest.startIndex..<end])
      rest = rest[(end + 1)...]
      let whole = carried
      carried.removeAll(keepingCapacity: true)
      try read(whole.span)
    }
    guard var cursor = rest.base.baseAddress.map({ $0 + rest.startIndex }) else { return }
    var left = rest.count
    while left > 0, let end = memchr(cursor, 10, left) {
      let length = end.assumingMemoryBound(to: UInt8.self) - UnsafeMutablePointer(mutating: cursor)
      try read(UnsafeBufferPointer(start: cursor, count: length).span)
      cursor += length + 1
      left -= length + 1
    }
    if left > 0 { carried.append(contentsOf: UnsafeBufferPointer(start: cursor, count: left)) }
  }

  private mutating func read(_ row: Span<UInt8>) throws(ReadFailure) {
    line += 1
    guard isHeaderRead else {
      isHeaderRead = true
      let columns = Array(Tables.raw.names.joined(separator: ",").utf8)
      guard row.count >= columns.count, (0..<columns.count).allSatisfy({ row[$0] == columns[$0] }) else {
        throw wrong("its columns are not those of raw readings")
      }
      return
    }
    let isSame =
      row.count > head.count && head.count > 0 && (0..<head.count).allSatisfy { row[$0] == head[$0] }
    if !isSame { try begin(row) }
    guard let place else { return }
    try readValue(row, of: place)
  }

  /// A row of another series, or of another replication.
  private mutating func begin(_ row: Span<UInt8>) throws(ReadFailure) {
    try checkComplete()
    var commas: [Int] = []
    for position in 0..<row.count where row[position] == UInt8(ascii: ",") {
      commas.append(position)
      if commas.count == 3 { break }
    }
    guard commas.count == 3, let number = Int(text(row, 0, commas[0])) else {
      throw wrong("a row is too short")
    }
    head = (0...commas[2]).map { row[$0] }
    if replications.last != number { replications.append(number) }
    let measure = text(row, commas[0] + 1, commas[1])
    let breakdown = text(row, commas[1] + 1, commas[2])
    let key = MonthlyReadings.key(measure, breakdown)
    if let known = places[key] {
      place = known
    } else if isWanted(measure, breakdown) {
      place = series.count
      series.append(MonthlyReadings.Series(measure: measure, breakdown: breakdown))
      places[key] = .some(place)
    } else {
      place = nil
      places[key] = .some(nil)
    }
    if let place { series[place].opening.append(.nan) }
    month = 0
  }

  private mutating func readValue(_ row: Span<UInt8>, of place: Int) throws(ReadFailure) {
    let date = head.count
    guard row.count > date + 11 else { throw wrong("a row is too short") }
    var end = date + 11
    while end < row.count, row[end] != UInt8(ascii: ",") { end += 1 }
    let value = end == date + 11 ? Double.nan : number(row, date + 11, end)
    guard let value else { throw wrong("a value is not a number") }
    if month < monthTexts.count, (0..<10).allSatisfy({ row[date + $0] == monthTexts[month][$0] }) {
      series[place].values.append(value)
      month += 1
      return
    }
    guard let day = CivilDate(iso: text(row, date, date + 10)) else {
      throw wrong("a month end is not a date")
    }
    if day < start {
      series[place].opening[series[place].opening.count - 1] = value
    } else if series.count == 1, replications.count == 1 {
      months.append(day)
      monthTexts.append(Array(day.description.utf8))
      series[place].values.append(value)
      month += 1
    } else {
      throw wrong("the months are not those of the first series")
    }
  }

  private func number(_ row: Span<UInt8>, _ start: Int, _ end: Int) -> Double? {
    // Whole numbers and plain decimals of few digits are exact this way; all others go the long way.
    var digits: Int64 = 0
    var decimals = -1
    var position = start
    let isNegative = row[start] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    while position < end, position - start < 15 {
      let byte = row[position]
      if byte == UInt8(ascii: "."), decimals < 0 {
        decimals = 0
      } else if byte >= 48, byte <= 57 {
        digits = digits * 10 + Int64(byte - 48)
        if decimals >= 0 { decimals += 1 }
      } else {
        break
      }
      position += 1
    }
    guard position == end else { return Double(text(row, start, end)) }
    let size = Double(digits) / Self.powers[max(0, decimals)]
    return isNegative ? -size : size
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  private func text(_ row: Span<UInt8>, _ start: Int, _ end: Int) -> String {
    var bytes: [UInt8] = []
    for position in start..<end { bytes.append(row[position]) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func checkComplete() throws(ReadFailure) {
    if place != nil, month != months.count { throw wrong("a series does not have every month") }
  }

  private func wrong(_ reason: String) -> ReadFailure {
    .foreign(path: path, reason: "line \(line): \(reason)")
  }

  func finish() throws(ReadFailure) -> MonthlyReadings {
    guard carried.isEmpty else { throw wrong("the last line is not whole") }
    try checkComplete()
    for one in series where one.values.count != months.count * replications.count {
      throw .foreign(path: path, reason: "`\(one.measure)` does not have every replication")
    }
    return MonthlyReadings(months: months, replications: replications, series: series)
  }
}
