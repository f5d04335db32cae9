import CXlsxWriter
import Foundation
import Results

/// A workbook that libxlsxwriter writes. Its creation date is the result's data date, so that the same result gives the
/// same bytes.
final class XlsxBook {
  /// How a cell looks and how its number is written.
  enum Style: Int, CaseIterable {
    case plain, title, subtitle, header, wrapped, note, bold, whole, oneDecimal, share, pounds, pence
    case totalPounds, red, amber, green, link
  }

  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: [UnsafeMutablePointer<lxw_format>] = []
  private let path: String

  /// Begins a workbook at that path; it is written by `close`.
  init(path: String, finalPath: String, title: String, subject: String, created: time_t) throws(OutputFailure)
  {
    guard let book = workbook_new(path) else {
      throw .cannotCreate(path: finalPath, reason: "there is not enough memory for a workbook")
    }
    self.book = book
    self.path = finalPath
    for style in Style.allCases {
      guard let format = workbook_add_format(book) else {
        throw .cannotCreate(path: finalPath, reason: "there is not enough memory for a workbook")
      }
      XlsxBook.dress(format, style)
      formats.append(format)
    }
    XlsxBook.describe(book, title: title, subject: subject, created: created)
  }

  subscript(style: Style) -> UnsafeMutablePointer<lxw_format> { formats[style.rawValue] }

  func addSheet(_ name: String) -> XlsxSheet {
    guard let sheet = workbook_add_worksheet(book, name) else {
      preconditionFailure("the names of the sheets are short, plain and each its own")
    }
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
    return XlsxSheet(name: name, sheet: sheet, book: self)
  }

  func chart(_ kind: lxw_chart_type) -> UnsafeMutablePointer<lxw_chart>? {
    workbook_add_chart(book, UInt8(kind.rawValue))
  }

  /// Writes the file. The workbook cannot be used afterwards.
  func close() throws(OutputFailure) {
    errno = 0
    let outcome = workbook_close(book)
    let code = errno
    guard outcome != LXW_NO_ERROR else { return }
    if code == ENOSPC || code == EDQUOT { throw .diskFull(path: path) }
    if outcome == LXW_ERROR_CREATING_XLSX_FILE { throw .creating(path, code) }
    throw .inputOutput(path: path, reason: String(cString: lxw_strerror(outcome)))
  }

  // MARK: - Looks

  private static func dress(_ format: UnsafeMutablePointer<lxw_format>, _ style: Style) {
    format_set_font_name(format, "Arial")
    format_set_font_size(format, 10)
    switch style {
    case .plain: break
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 16)
      format_set_font_color(format, 0x12436D)
    case .subtitle:
      format_set_bold(format)
      format_set_font_size(format, 12)
    case .header:
      format_set_bold(format)
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      format_set_font_color(format, 0xFFFFFF)
      format_set_bg_color(format, 0x12436D)
    case .wrapped:
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    case .note:
      format_set_italic(format)
      format_set_font_color(format, 0x484F54)
    case .bold: format_set_bold(format)
    case .whole: format_set_num_format(format, "#,##0")
    case .oneDecimal: format_set_num_format(format, "#,##0.0")
    case .share: format_set_num_format(format, "0.0%")
    case .pounds: format_set_num_format(format, "£#,##0;[Red]-£#,##0")
    case .pence: format_set_num_format(format, "£#,##0.00;[Red]-£#,##0.00")
    case .totalPounds:
      format_set_num_format(format, "£#,##0;[Red]-£#,##0")
      format_set_bold(format)
      format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
    case .red: fill(format, 0xE9C8D9)
    case .amber: fill(format, 0xFDE0CF)
    case .green: fill(format, 0xCFEBE8)
    case .link:
      format_set_font_color(format, 0x12436D)
      format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    }
  }

  private static func fill(_ format: UnsafeMutablePointer<lxw_format>, _ colour: UInt32) {
    format_set_bg_color(format, colour)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
  }

  private static func describe(
    _ book: UnsafeMutablePointer<lxw_workbook>, title: String, subject: String, created: time_t
  ) {
    var properties = lxw_doc_properties()
    let texts = [title, subject, "caseload"].map { (text: String) in strdup(text) }
    defer { for text in texts { free(text) } }
    properties.title = texts[0]
    properties.subject = texts[1]
    properties.author = texts[2]
    properties.created = created
    workbook_set_properties(book, &properties)
  }
}
