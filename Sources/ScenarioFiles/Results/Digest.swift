import CHash

/// SHA-256.
enum Digest {
  /// The digest as 64 hexadecimal digits.
  static func sha256(_ bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    _ = SHA256(bytes, bytes.count, &digest)
    let digits = Array("0123456789abcdef")
    return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  static func sha256(_ text: String) -> String { sha256(Array(text.utf8)) }
}
