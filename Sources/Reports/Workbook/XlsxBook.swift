import CXlsxWriter
import Foundation
import Notation
import Results

/// A workbook that libxlsxwriter writes. Its creation date is the result's data date, so that the same result gives the
/// same bytes.
final class XlsxBook {
  /// How a cell looks and how its number is written.
  enum Style: Int, CaseIterable {
    case plain, title, subtitle, header, wrapped, note, bold, whole, oneDecimal, share, pounds, pence
    case totalPounds, red, amber, green, link, date, alarm, headerRight
  }

  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: [UnsafeMutablePointer<lxw_format>] = []
  private let path: String
  /// The folder in which the library prepares the parts of the workbook.
  private let folder: String
  /// Bytes that the parts may take there together, reckoned generously. The library does not notice that a part was cut
  /// short by a full disk, so there must be room for them.
  private var room = 200_000

  /// Begins a workbook at that path; it is written by `close`.
  init(path: String, finalPath: String, title: String, subject: String, created: time_t) throws(OutputFailure)
  {
    folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let words = strdup(folder)
    defer { free(words) }
    var options = lxw_workbook_options()
    options.tmpdir = words
    guard let book = workbook_new_opt(path, &options) else {
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
    worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6)
    worksheet_set_footer(sheet, "&L&8A model, not a forecast&C&8&A&R&8Page &P of &N")
    return XlsxSheet(name: name, sheet: sheet, book: self)
  }

  func chart(_ kind: lxw_chart_type) -> UnsafeMutablePointer<lxw_chart>? {
    workbook_add_chart(book, UInt8(kind.rawValue))
  }

  /// Reckons with a cell that holds that many bytes of text.
  func reckon(_ bytes: Int = 0) { room += 100 + bytes }

  /// Writes the file. The workbook cannot be used afterwards.
  func close() throws(OutputFailure) {
    if TroubledDisk.fails || !hasRoom {
      lxw_workbook_free(book)
      throw .diskFull(path: path)
    }
    errno = 0
    let (outcome, code) = XlsxBook.quietly { (workbook_close(book), errno) }
    guard outcome != LXW_NO_ERROR else { return }
    if code == ENOSPC || code == EDQUOT { throw .diskFull(path: path) }
    if outcome == LXW_ERROR_CREATING_XLSX_FILE { throw .creating(path, code) }
    throw .inputOutput(path: path, reason: String(cString: lxw_strerror(outcome)))
  }

  /// Whether the disk has room for the parts; true where it does not say.
  private var hasRoom: Bool {
    var disk = statvfs()
    guard statvfs(folder, &disk) == 0, disk.f_blocks > 0 else { return true }
    return Int(clamping: disk.f_bavail) * Int(clamping: disk.f_frsize) >= room
  }

  /// Does something during which the library's own lines on the error output are not shown: they name its parts, and the
  /// failure is told in our words.
  private static func quietly<Value>(_ work: () -> Value) -> Value {
    let errors: Int32 = 2
    let (kept, nowhere) = (dup(errors), open("/dev/null", O_WRONLY | O_CLOEXEC))
    guard kept >= 0, nowhere >= 0 else { return work() }
    _ = dup2(nowhere, errors)
    defer {
      _ = dup2(kept, errors)
      for descriptor in [kept, nowhere] { _ = Foundation.close(descriptor) }
    }
    return work()
  }

  // MARK: - Looks

  private static func dress(_ format: UnsafeMutablePointer<lxw_format>, _ style: Style) {
    format_set_font_name(format, "Arial")
    format_set_font_size(format, 10)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    switch style {
    case .plain: break
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 16)
      format_set_font_color(format, 0x12436D)
    case .subtitle:
      format_set_bold(format)
      format_set_font_size(format, 12)
    case .header, .headerRight:
      format_set_bold(format)
      format_set_text_wrap(format)
      if style == .headerRight { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
      format_set_font_color(format, 0xFFFFFF)
      format_set_bg_color(format, 0x12436D)
    case .wrapped: format_set_text_wrap(format)
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
    case .date:
      format_set_num_format(format, "d mmm yyyy")
      format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .alarm:
      format_set_bold(format)
      format_set_text_wrap(format)
      format_set_bg_color(format, 0xE9C8D9)
    case .link:
      format_set_font_color(format, 0x12436D)
      format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    }
  }

  private static func fill(_ format: UnsafeMutablePointer<lxw_format>, _ colour: UInt32) {
    format_set_bg_color(format, colour)
  }

  private static func describe(
    _ book: UnsafeMutablePointer<lxw_workbook>, title: String, subject: String, created: time_t
  ) {
    var properties = lxw_doc_properties()
    let texts = [title, subject, "caseload"].map { (text: String) in strdup(SafeText.line(text)) }
    defer { for text in texts { free(text) } }
    properties.title = texts[0]
    properties.subject = texts[1]
    properties.author = texts[2]
    properties.created = created
    workbook_set_properties(book, &properties)
  }
}
