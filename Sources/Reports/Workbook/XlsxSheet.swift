import CXlsxWriter
import Dates
import Foundation
import Results

/// One sheet of a workbook. Rows and columns are counted from 0.
struct XlsxSheet {
  let name: String
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  let book: XlsxBook

  /// The longest text that a cell holds.
  private static let longest = 32_000

  /// Text, as no program carries it out.
  func text(_ row: Int, _ column: Int, _ text: String, _ style: XlsxBook.Style = .plain) {
    let text = CSVText.harmless(text)
    let shown = text.utf8.count > XlsxSheet.longest ? String(text.prefix(XlsxSheet.longest / 4)) + " …" : text
    book.reckon(shown.utf8.count)
    worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), shown, book[style])
  }

  func texts(_ row: Int, _ texts: [String], _ style: XlsxBook.Style = .plain, from column: Int = 0) {
    for (index, words) in texts.enumerated() { text(row, column + index, words, style) }
  }

  /// A number; an empty cell where it is not one.
  func number(_ row: Int, _ column: Int, _ value: Double?, _ style: XlsxBook.Style = .plain) {
    guard let value, value.isFinite else { return }
    book.reckon()
    worksheet_write_number(sheet, lxw_row_t(row), lxw_col_t(column), value, book[style])
  }

  /// The cell's text as a number or a date where it is one.
  func cell(_ row: Int, _ column: Int, _ words: String, _ style: XlsxBook.Style = .plain) {
    if words.utf8.count == 10, let day = CivilDate(iso: words) {
      date(row, column, day)
    } else if let value = Double(words), value.isFinite {
      number(row, column, value, style)
    } else {
      text(row, column, words)
    }
  }

  /// A live formula, with the value that programs show which do not calculate.
  func formula(_ row: Int, _ column: Int, _ formula: String, value: Double, _ style: XlsxBook.Style) {
    book.reckon(formula.utf8.count)
    worksheet_write_formula_num(
      sheet, lxw_row_t(row), lxw_col_t(column), formula, book[style], value.isFinite ? value : 0)
  }

  func link(_ row: Int, _ column: Int, to other: String) {
    worksheet_write_url(sheet, lxw_row_t(row), lxw_col_t(column), "internal:'\(other)'!A1", book[.link])
    worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), other, book[.link])
  }

  /// The sheet's name in its first row, which is as high as the name needs.
  func heading(_ words: String) {
    text(0, 0, words, .title)
    worksheet_set_row(sheet, 0, 24, nil)
  }

  /// The sheet's name and a line about it, in the first two rows.
  func title(_ words: String, _ about: String) {
    heading(words)
    text(1, 0, about, .note)
  }

  /// Words over a block of cells, in as many lines as there are rows.
  func block(_ row: Int, _ column: Int, _ words: String, rows: Int, columns: Int) {
    let words = CSVText.harmless(words)
    book.reckon(words.utf8.count)
    worksheet_merge_range(
      sheet, lxw_row_t(row), lxw_col_t(column), lxw_row_t(row + rows - 1), lxw_col_t(column + columns - 1),
      words,
      book[.wrapped])
  }

  /// Widths of columns in characters.
  func widths(_ widths: [Double], from column: Int = 0) {
    for (index, width) in widths.enumerated() {
      let place = lxw_col_t(column + index)
      worksheet_set_column(sheet, place, place, width, nil)
    }
  }

  func width(_ width: Double, columns: ClosedRange<Int>) {
    worksheet_set_column(sheet, lxw_col_t(columns.lowerBound), lxw_col_t(columns.upperBound), width, nil)
  }

  /// The address of a cell as a formula writes it, such as `B7`.
  static func address(_ row: Int, _ column: Int) -> String {
    var letters = ""
    var rest = column
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters + String(row + 1)
  }

  /// Cells of one column as a chart names them.
  func range(column: Int, rows: ClosedRange<Int>) -> String {
    let (first, last) = (
      XlsxSheet.address(rows.lowerBound, column), XlsxSheet.address(rows.upperBound, column)
    )
    return "='\(name)'!\(XlsxSheet.fixed(first)):\(XlsxSheet.fixed(last))"
  }

  /// Cells of one row as a chart names them.
  func range(row: Int, columns: ClosedRange<Int>) -> String {
    let (first, last) = (
      XlsxSheet.address(row, columns.lowerBound), XlsxSheet.address(row, columns.upperBound)
    )
    return "='\(name)'!\(XlsxSheet.fixed(first)):\(XlsxSheet.fixed(last))"
  }

  private static func fixed(_ address: String) -> String {
    "$" + address.prefix { $0.isLetter } + "$" + address.drop { $0.isLetter }
  }
}
