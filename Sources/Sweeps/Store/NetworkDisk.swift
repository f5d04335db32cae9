import Foundation

/// Disks that several machines share.
///
/// A write-ahead log needs memory that its readers share, which only processes of one machine can. On such a disk the
/// store has a rollback journal instead: it can be read all the same, between two transactions.
enum NetworkDisk {
  /// What the system calls them. Behind `fuse` stand most of those that have no name of their own.
  static let kinds: Set = [
    "9p", "afs", "beegfs", "ceph", "cifs", "fuse", "glusterfs", "gpfs", "lustre", "nfs", "nfs4", "orangefs",
    "panfs", "smb3", "smbfs", "virtiofs", "wekafs",
  ]

  /// Whether that file is on one; no where the system does not say.
  static func holds(_ path: String) -> Bool {
    guard let mounts = FileManager.default.contents(atPath: "/proc/self/mountinfo") else { return false }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().resolvingSymlinksInPath().path
    guard let kind = kind(of: folder, in: String(decoding: mounts, as: UTF8.self)) else { return false }
    // Programs in user space add their own name: fuse.sshfs.
    return kinds.contains(String(kind.prefix { $0 != "." }))
  }

  /// The kind of disk that holds a folder, from the system's list of mounts (proc(5)): that of the longest mount point
  /// that the folder is in, the last where there are several.
  static func kind(of folder: String, in mounts: String) -> String? {
    var found: (length: Int, kind: String)?
    for line in mounts.split(separator: "\n") {
      let halves = line.split(separator: " - ", maxSplits: 1)
      let fields = halves[0].split(separator: " ")
      guard halves.count == 2, fields.count > 4, let kind = halves[1].split(separator: " ").first else {
        continue
      }
      let point = plain(fields[4])
      let isInside = point == "/" || folder == point || folder.hasPrefix(point + "/")
      if isInside, point.utf8.count >= found?.length ?? 0 { found = (point.utf8.count, String(kind)) }
    }
    return found?.kind
  }

  /// A mount point without the octal numbers that stand for its blanks.
  private static func plain(_ point: Substring) -> String {
    [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")].reduce(String(point)) {
      $0.replacing($1.0, with: $1.1)
    }
  }
}
