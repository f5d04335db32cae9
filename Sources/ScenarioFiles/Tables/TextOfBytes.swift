/// The text that the bytes of a table are, whatever program has saved it: UTF-8, or UTF-16 with its mark.
enum TextOfBytes {
  /// What the bytes are instead, in words, and what to do about it.
  struct Refusal: Error {
    let code: String
    /// The end of a sentence that begins with `The file`.
    let message: String
    let help: String
  }

  private static let save = "save it as \"CSV UTF-8 (comma delimited)\""
  /// How files of other kinds begin.
  private static let beginnings: [(bytes: [UInt8], words: String)] = [
    ([0x50, 0x4B, 0x03, 0x04], "is an Excel workbook or another archive, not a table in text"),
    ([0xD0, 0xCF, 0x11, 0xE0], "is an old Excel workbook, not a table in text"),
    ([0x1F, 0x8B], "is compressed"), (Array("%PDF".utf8), "is a PDF"),
    (Array("SQLite format 3".utf8), "is a database"),
  ]

  static func text(_ bytes: [UInt8]) throws(Refusal) -> String {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try utf8(Array(bytes.dropFirst(3))) }
    // The marks of UTF-32 begin or end as those of UTF-16 do.
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw Refusal(code: "not-utf8", message: "is written in UTF-32.", help: save)
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes) { UInt16($0) | UInt16($1) << 8 } }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes) { UInt16($1) | UInt16($0) << 8 } }
    if let kind = beginnings.first(where: { bytes.starts(with: $0.bytes) }) {
      throw Refusal(code: "not-text", message: "\(kind.words).", help: save)
    }
    // Every second byte of plain words in UTF-16 is 0, and of four in UTF-32 three.
    let beginning = bytes.prefix(400)
    let zeros = beginning.count { $0 == 0 }
    if zeros * 3 > beginning.count {
      let name = zeros * 3 > beginning.count * 2 ? "UTF-32" : "UTF-16"
      throw Refusal(
        code: "not-utf8", message: "is written in \(name) without the mark that says so.", help: save)
    }
    return try utf8(bytes)
  }

  private static func utf8(_ bytes: [UInt8]) throws(Refusal) -> String {
    guard !bytes.contains(where: { ($0 < 32 && !(9...13).contains($0)) || $0 == 127 }) else {
      throw Refusal(code: "not-text", message: "holds bytes that no text has.", help: save)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Refusal(
        code: "not-utf8", message: "is not written in UTF-8: it was saved with older letters.", help: save)
    }
    return text
  }

  private static func utf16(
    _ bytes: [UInt8], _ unit: (UInt8, UInt8) -> UInt16
  ) throws(Refusal) -> String {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { unit(bytes[$0], bytes[$0 + 1]) }
    guard bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) else {
      throw Refusal(code: "not-text", message: "begins as UTF-16 does, but is not.", help: save)
    }
    return try utf8(Array(text.utf8))
  }
}
