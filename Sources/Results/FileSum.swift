import Notation

/// A file as it was written: what its manifest keeps of it.
package struct FileSum: Sendable, Equatable {
  package let name: String
  /// Its length.
  package let bytes: Int
  /// Of its bytes as they stand on the disk, 64 hexadecimal digits.
  package let sha256: String

  package init(name: String, bytes: Int, sha256: String) {
    (self.name, self.bytes, self.sha256) = (name, bytes, sha256)
  }

  /// Of a file with these bytes.
  package init(name: String, of contents: [UInt8]) {
    self.init(name: name, bytes: contents.count, sha256: Digest.sha256(contents))
  }

  /// One digest of several files: what tells one set from another.
  package static func digest(of sums: [FileSum]) -> String {
    Digest.sha256(sums.sorted { $0.name < $1.name }.map { "\($0.name) \($0.sha256)\n" }.joined())
  }
}

extension FileSum: JSONConvertible {
  package var json: JSONValue {
    .object(["name": .string(name), "bytes": .integer(bytes), "sha256": .string(sha256)])
  }

  package init?(json: JSONValue) {
    guard let name = json["name"].flatMap(String.init(json:)),
      let bytes = json["bytes"].flatMap(Int.init(json:)),
      let sha256 = json["sha256"].flatMap(String.init(json:))
    else { return nil }
    self.init(name: name, bytes: bytes, sha256: sha256)
  }
}
