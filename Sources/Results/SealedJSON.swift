import Notation

/// JSON that says of itself what it was when it was written: the last member, `seal`, is the SHA-256 of all that stands
/// before it. A file that was cut short, or in which anything was changed, is told by it.
package enum SealedJSON {
  private static let beginning = Array(",\n  \"seal\": \"".utf8)
  private static let ending = Array("\"\n}\n".utf8)
  private static let length = beginning.count + 64 + ending.count

  /// The object with its seal.
  ///
  /// - Parameter text: an object with a member on each line, ended by a line feed.
  package static func sealed(_ text: [UInt8]) -> [UInt8] {
    precondition(
      text.suffix(3) == Array("\n}\n".utf8), "a sealed object has its members on lines of their own")
    let bare = Array(text.dropLast(3))
    return bare + beginning + Array(Digest.sha256(bare).utf8) + ending
  }

  /// Whether the bytes are as they were sealed.
  package static func isWhole(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > length else { return false }
    let bare = Array(bytes.dropLast(length))
    return bare + beginning + Array(Digest.sha256(bare).utf8) + ending == bytes
  }
}
