import GRDB
import Notation
import Parameters

/// A point as it stands in a store, with the digest that was taken of it when it was entered: a bit that changed on the
/// disk since, or a cell that somebody edited, shows.
struct StoredPoint {
  let result: PointResult
  /// The digest that is stored, and that of what is there.
  let kept, found: String

  var isWhole: Bool { kept == found }

  /// Reads a point with all its replications; nil where there is none of that number.
  init?(_ number: Int, _ database: Database, _ shape: StoreShape) throws {
    func numbers(_ row: Row) -> [Double] { shape.outputs.indices.map { (row[$0 + 2] as Double?) ?? .nan } }
    let find = try database.cachedStatement(
      sql: "SELECT point_id, status, replications, message, digest, * FROM points WHERE point = ?")
    guard let head = try Row.fetchOne(find, arguments: [number]) else { return nil }
    let read = try database.cachedStatement(sql: "SELECT * FROM results WHERE point = ? ORDER BY rep")
    let rows = try Row.fetchCursor(read, arguments: [number])
    var all: [[Double]] = []
    while let row = try rows.next() { all.append(numbers(row)) }
    var twins: [PointResult.Twin] = []
    if shape.hasTwins {
      let read = try database.cachedStatement(sql: "SELECT * FROM twins WHERE point = ? ORDER BY rep")
      let rows = try Row.fetchCursor(read, arguments: [number])
      while let row = try rows.next() {
        twins.append(PointResult.Twin(replication: row[1], row: numbers(row)))
      }
    }
    // Five columns that are asked for by name, and the six that stand before the parameters.
    result = PointResult(
      number: number, id: head[0], values: shape.parameters.indices.map { Value(stored: head[$0 + 11]) },
      status: PointResult.Status(rawValue: head[1]) ?? .failed, first: 0, rows: all, twins: twins,
      message: head[3])
    kept = head[4]
    found = Self.digest(of: result, replications: head[2])
  }

  /// The digest of all that is stored of a point.
  private static func digest(of point: PointResult, replications: Int) -> String {
    let words = [
      String(point.number), point.id, point.status.rawValue, String(replications), point.message,
      String(point.rows.count), String(point.twins.count),
    ]
    var bytes = Array((words + point.values.map(\.text)).joined(separator: "\n").utf8)
    func add(_ row: [Double]) {
      for number in row {
        let bits = (number.isNaN ? Double.nan : number).bitPattern
        withUnsafeBytes(of: bits.littleEndian) { bytes.append(contentsOf: $0) }
      }
    }
    for row in point.rows { add(row) }
    for twin in point.twins { add([Double(twin.replication)] + twin.row) }
    return Digest.sha256(bytes)
  }
}
