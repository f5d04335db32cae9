import Foundation

/// A small disk in memory, mounted on a folder of its own; needs the rights of the system's owner.
public final class MemoryDisk {
  public let path: String

  /// - Parameter options: of the mount, such as `size=64k`.
  public init?(under folder: String, options: String = "size=64k") {
    path = folder + "/disk"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard Self.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", path]) == 0 else { return nil }
  }

  /// Mounts it anew, with other options.
  public func remount(_ options: String) -> Bool {
    Self.run(["mount", "-o", "remount,\(options)", path]) == 0
  }

  deinit { _ = Self.run(["umount", path]) }

  /// Whether one can be mounted here.
  public static let isPossible: Bool = {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "caseload-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    return MemoryDisk(under: folder.path) != nil
  }()

  private static func run(_ words: [String]) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return -1 }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
