import CXlsxWriter
import Dates
import Foundation
import Results

extension XlsxSheet {
  /// A day as spreadsheets count days, shown as a date.
  func date(_ row: Int, _ column: Int, _ day: CivilDate, _ style: XlsxBook.Style = .date) {
    number(row, column, Double(day.dayNumber + XlsxSheet.epoch), style)
  }

  /// Days from the spreadsheets' day 0 to 1 January 1970.
  private static let epoch = 25_569

  /// A sentence over several columns, in as many lines as it needs. Returns the next row.
  ///
  /// - Parameter letters: how many letters of the columns' width a line has.
  @discardableResult
  func sentence(
    _ row: Int, _ words: String, columns: Int, letters: Int, _ style: XlsxBook.Style = .wrapped
  ) -> Int {
    let words = CSVText.harmless(words)
    guard !words.isEmpty else { return row }
    book.reckon(words.utf8.count)
    worksheet_merge_range(
      sheet, lxw_row_t(row), 0, lxw_row_t(row), lxw_col_t(max(1, columns - 1)), words, book[style])
    let lines = (words.count + letters - 1) / max(1, letters)
    worksheet_set_row(sheet, lxw_row_t(row), 14 * Double(max(1, lines)), nil)
    return row + 1
  }

  /// Sentences, each in a row of its own. Returns the next row.
  func sentences(_ row: Int, _ all: [String], columns: Int, letters: Int) -> Int {
    all.reduce(row) { sentence($0, $1, columns: columns, letters: letters) }
  }

  /// Makes a table with a name of cells that stand below a row of titles; the titles are written too.
  ///
  /// - Parameters:
  ///   - columns: the titles, no two the same.
  ///   - count: how many rows of cells there are; without any only the titles are written.
  ///   - numbers: the first column of numbers, whose titles stand to the right as the numbers do.
  ///   - lines: how many lines the longest title needs.
  ///   - isRepeated: whether the titles stay in sight and are printed on every page.
  func table(
    _ name: String, header row: Int, _ columns: [String], rows count: Int, from column: Int = 0,
    isRepeated: Bool = false, freezing: Int = 1, numbersFrom numbers: Int? = nil, lines: Int = 1
  ) {
    func style(_ place: Int) -> XlsxBook.Style { place >= numbers ?? .max ? .headerRight : .header }
    for (place, words) in columns.enumerated() { text(row, column + place, words, style(place)) }
    if lines > 1 { worksheet_set_row(sheet, lxw_row_t(row), 14 * Double(lines), nil) }
    if isRepeated {
      worksheet_freeze_panes(sheet, lxw_row_t(row + 1), lxw_col_t(freezing))
      worksheet_repeat_rows(sheet, lxw_row_t(row), lxw_row_t(row))
    }
    guard count > 0 else { return }
    book.reckon(columns.reduce(600) { $0 + $1.utf8.count + 120 })
    let words = columns.map { strdup(CSVText.harmless($0)) }
    let title = strdup(name)
    let parts = UnsafeMutablePointer<lxw_table_column>.allocate(capacity: columns.count)
    let list = UnsafeMutablePointer<UnsafeMutablePointer<lxw_table_column>?>.allocate(
      capacity: columns.count + 1)
    defer {
      for word in words + [title] { free(word) }
      parts.deallocate()
      list.deallocate()
    }
    for (place, word) in words.enumerated() {
      var part = lxw_table_column()
      part.header = word
      part.header_format = book[style(place)]
      (parts + place).initialize(to: part)
      (list + place).initialize(to: parts + place)
    }
    (list + columns.count).initialize(to: nil)
    var options = lxw_table_options()
    options.name = title
    options.columns = list
    options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
    options.style_type_number = 1
    worksheet_add_table(
      sheet, lxw_row_t(row), lxw_col_t(column), lxw_row_t(row + count),
      lxw_col_t(column + columns.count - 1), &options)
  }

  /// Makes a row as high as its longest text needs, where that is more than one line: not every program does so by itself.
  ///
  /// - Parameter texts: each with the width of its column in characters.
  func heighten(_ row: Int, _ texts: [(words: String, width: Int)]) {
    let lines = texts.map { ($0.words.count * 10 / 11 + $0.width - 1) / max(1, $0.width) }.max() ?? 1
    if lines > 1 { worksheet_set_row(sheet, lxw_row_t(row), 13 * Double(min(30, lines)), nil) }
  }

  /// Says which cells are printed: from the first to that row and column.
  func printed(last row: Int, columns: Int, onOnePage: Bool = false) {
    worksheet_print_area(sheet, 0, 0, lxw_row_t(max(0, row)), lxw_col_t(max(0, columns - 1)))
    if onOnePage { worksheet_fit_to_pages(sheet, 1, 1) }
  }
}
