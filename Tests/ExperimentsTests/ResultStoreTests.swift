import Foundation
import Parameters
import Testing

@testable import Experiments
@testable import Sweeps

@Suite("A store while it is written")
struct ResultStoreTests {
  private let folder: String
  private let shape = StoreShape(
    fingerprint: "f", seed: 1, modelVersion: "m", parameters: [StoreShape.Column(name: "a", unit: "-")],
    outputs: [StoreShape.Column(name: "x", unit: "children")], twins: .count(2))
  private var path: String { folder + "/1-of-1.sqlite" }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] }

  private func point(_ number: Int, first: Int = 0, count: Int = 3, twins: [Int] = [1, 2]) -> PointResult {
    PointResult(
      number: number, id: "p\(number)", values: [.number(0.5)], status: .done, first: first,
      rows: (first..<(first + count)).map { [Double($0)] },
      twins: twins.map { PointResult.Twin(replication: $0, row: [Double(-$0)]) })
  }

  @Test("Anyone may read it meanwhile, on a disk of its own and on a shared one", arguments: [false, true])
  func reading(isOnNetwork: Bool) throws {
    let writer = try ResultStore(path, shape: shape, .shared, isOnNetwork: isOnNetwork)
    for number in 1...3 {
      try writer.enter(point(number))
      let reader = try ResultStore(reading: path, shape: shape)
      #expect(try reader.present().map(\.number) == Array(1...number))
      #expect(try reader.point(number)?.rows == [[0], [1], [2]])
      try writer.enter(point(number, first: 3, count: 1))
      #expect(try reader.point(number)?.rows.count == 4)
      try reader.close()
    }
    #expect(names.contains("1-of-1.sqlite-wal") == !isOnNetwork)
    try writer.close()
    #expect(names == ["1-of-1.sqlite"], "\(names)")
    let reader = try ResultStore(reading: path, shape: shape)
    #expect(try reader.present().map(\.twins) == [2, 2, 2])
    try reader.close()
    #expect(names == ["1-of-1.sqlite"], "\(names)")
  }

  @Test("A second writer is refused, and the lock goes when the first is done")
  func writers() throws {
    let first = try ResultStore(path, shape: shape)
    #expect(throws: StoreFailure.busy(path: path)) { try ResultStore(path, shape: shape) }
    try first.close()
    let second = try ResultStore(path, shape: shape)
    try second.close()
    // What a killed process leaves behind holds nobody up.
    _ = FileManager.default.createFile(atPath: path + ".lock", contents: nil)
    let third = try ResultStore(path, shape: shape)
    try third.close()
    #expect(names == ["1-of-1.sqlite"], "\(names)")
  }

  @Test("A store without tables yet has no points")
  func beginning() throws {
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    let reader = try ResultStore(reading: path, shape: shape)
    #expect(try reader.present().isEmpty && reader.point(1) == nil && reader.twinned(1) == [])
  }

  @Test("Twins are kept beside the replications; those that no longer belong are removed")
  func twins() throws {
    let store = try ResultStore(path, shape: shape)
    try store.enter(point(1, twins: [1, 2]))
    #expect(try store.twinned(1) == [1, 2])
    var longer = point(1, first: 3, count: 5, twins: [5])
    longer.twinned = [2, 5]
    try store.enter(longer)
    #expect(
      try store.point(1)?.twins == [2, 5].map { PointResult.Twin(replication: $0, row: [Double(-$0)]) })
    #expect(try store.point(1)?.rows.count == 8)
    var failed = point(1)
    failed.status = .failed
    failed.rows = []
    failed.twins = []
    try store.enter(failed)
    #expect(try store.twinned(1) == [] && store.point(1)?.rows.isEmpty == true)
    try store.close()
  }

  @Test("Another setting of twins is another store")
  func foreign() throws {
    try ResultStore(path, shape: shape).close()
    let other = StoreShape(
      fingerprint: "f", seed: 1, modelVersion: "m", parameters: shape.parameters, outputs: shape.outputs,
      twins: .tenth)
    #expect(
      throws: StoreFailure.foreign(path: path, reason: "its twins is 2, but a tenth was expected")
    ) { try ResultStore(reading: path, shape: other) }
  }

  @Test("The kind of a disk is that of the longest mount point")
  func disks() {
    let mounts = """
      22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
      30 22 0:45 / /home rw shared:9 master:1 - nfs4 server:/home rw,vers=4.2
      31 30 0:46 / /home/ann/my\\040disk rw - tmpfs tmpfs rw
      32 22 0:47 / /scratch rw - fuse.sshfs there:/scratch rw
      """
    for (folder, kind) in [
      ("/", "ext4"), ("/homes/x", "ext4"), ("/home", "nfs4"), ("/home/ann/a", "nfs4"),
      ("/home/ann/my disk/a", "tmpfs"), ("/scratch/a", "fuse.sshfs"),
    ] { #expect(NetworkDisk.kind(of: folder, in: mounts) == kind, "\(folder)") }
    #expect(NetworkDisk.kind(of: "/a", in: "") == nil)
    #expect(!NetworkDisk.holds("/dev/shm/a.sqlite"))
  }
}
