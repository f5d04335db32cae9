import CHash

/// SHA-256, as 64 hexadecimal digits.
package enum Digest {
  package static func sha256(_ bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    _ = SHA256(bytes, bytes.count, &digest)
    return text(digest)
  }

  package static func sha256(_ text: String) -> String { sha256(Array(text.utf8)) }

  /// The first digits of a digest, for a table: `count` of them, or as many more as it takes for a letter that no
  /// spreadsheet can take for a part of a number. `089088918e19` would be shown as 8.9E+26.
  package static func short(_ digest: String, _ count: Int = 12) -> String {
    var length = count
    while length < digest.count, isNumber(digest.prefix(length)) { length += 1 }
    return String(digest.prefix(length))
  }

  /// Whether the text is digits, with or without one `e` among them.
  private static func isNumber(_ text: Substring) -> Bool {
    text.allSatisfy { $0.isNumber || $0 == "e" } && text.count { $0 == "e" } < 2
  }

  fileprivate static func text(_ digest: [UInt8]) -> String {
    let digits = Array("0123456789abcdef")
    return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}

/// The SHA-256 of bytes that come a piece at a time.
package final class RunningDigest {
  private let context: OpaquePointer
  /// How many bytes have come.
  package private(set) var count = 0

  package init() {
    guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      preconditionFailure("libcrypto has no SHA-256, or there is no memory for it")
    }
    self.context = context
  }

  deinit { EVP_MD_CTX_free(context) }

  package func add(_ bytes: UnsafeRawBufferPointer) {
    count += bytes.count
    EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
  }

  package func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

  /// The digest of all that came. Nothing may be added afterwards.
  package func finish() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(context, &digest, nil)
    return Digest.text(digest)
  }
}
