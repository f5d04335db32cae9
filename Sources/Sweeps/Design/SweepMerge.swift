import Foundation
import GRDB
import Parameters
import Results
import Statistics

/// Makes one store and its tables of the parts of a sweep.
package struct SweepMerge {
  /// What became of the points.
  package struct Count: Sendable, Equatable {
    package var done = 0
    package var part = 0
    package var failed = 0
    package var missing = 0
    /// Numbers of the first points that are not done, for saying which.
    package var open: [Int] = []
    package var points: Int { done + part + failed + missing }
    package var isComplete: Bool { part + failed + missing == 0 }
  }

  /// A point and what its replications say of its outputs.
  package struct Standing: Sendable {
    package let id: String
    package let values: [String]
    package let estimates: [Estimate]
    package var means: [Double] { estimates.map(\.mean) }
  }

  /// What came of it.
  package struct Outcome: Sendable {
    package internal(set) var count = Count()
    /// The best few points, the best first.
    package internal(set) var best: [Standing] = []
    /// Where the variance of the objective comes from, where that can be told.
    package internal(set) var shares: SweepVariance.Shares?
    /// 95% interval of the share that comes from uncertain inputs; nil where there is none.
    package internal(set) var inputsInterval: Interval?
    /// Points of which an earlier merge holds more than the parts that are left; what it holds is kept.
    package internal(set) var kept: [Int] = []
  }

  package let manifest: SweepManifest
  package let folders: [SweepFolder]
  package let target: SweepFolder
  package var isLong = false
  /// The output by which points are ranked.
  package var objective: SweepObjective?

  package init(_ folders: [SweepFolder], into target: SweepFolder, manifest: SweepManifest) {
    (self.folders, self.target, self.manifest) = (folders, target, manifest)
  }

  /// Writes results.sqlite, results.csv, summary.csv and, unless twins were turned off, variance.csv; results_long.csv
  /// where asked for.
  package func run() throws -> Outcome {
    let staging = try Staging(beside: target.path + "/results.sqlite")
    defer { staging.discard() }
    let store = try ResultStore(
      staging.place(of: "results.sqlite-parts"), shape: manifest.shape, .alone)
    try gather(into: store)
    let kept = try keepEarlier(in: store)
    var outcome = try write(store)
    outcome.kept = kept
    try store.compact(into: target.path + "/results.sqlite")
    return outcome
  }

  // MARK: Gathering

  private func gather(into store: ResultStore) throws {
    for folder in folders {
      for shard in folder.shards {
        let part = try ResultStore(reading: folder.shardPath(shard), shape: manifest.shape)
        for entry in try part.present() {
          guard let point = try part.point(entry.number) else { continue }
          try enter(point, into: store, from: part.path)
        }
        try part.close()
      }
    }
  }

  /// Takes over what an earlier merge into the target holds and the parts do not: a part that was taken away must not make
  /// the result poorer.
  ///
  /// - Returns: the numbers of the points of which it held more.
  private func keepEarlier(in store: ResultStore) throws -> [Int] {
    let path = target.path + "/results.sqlite"
    guard FileManager.default.fileExists(atPath: path) else {
      try EarlierTable(target, manifest).refusePoorer(than: try store.present())
      return []
    }
    var kept: [Int] = []
    do {
      let earlier = try ResultStore(reading: path, shape: manifest.shape)
      for entry in try earlier.present() {
        guard let point = try earlier.point(entry.number) else { continue }
        let before = try store.point(point.number)
        if let before, before.holdsAsMuch(as: point) { continue }
        if before == nil, point.status == .failed { continue }
        try enter(point, into: store, from: path)
        kept.append(point.number)
      }
      try earlier.close()
    } catch let failure as StoreFailure {
      // What cannot be read is made anew, unless the parts tell less than it may hold.
      guard kept.isEmpty, try isComplete(store) else { throw failure }
    }
    return kept
  }

  private func isComplete(_ store: ResultStore) throws -> Bool {
    try store.present().count { $0.status == .done } == manifest.points
  }

  private func enter(_ point: PointResult, into store: ResultStore, from path: String) throws {
    guard (1...manifest.points).contains(point.number) else {
      throw StoreFailure.foreign(path: path, reason: "the design has no point \(point.number)")
    }
    guard let there = try store.point(point.number) else { return try store.enter(point) }
    guard !differs(there, point), there.id == point.id || there.status == .failed || point.status == .failed
    else {
      throw StoreFailure.conflict(
        "point \(point.number) has different results in \(path) and in another part: the programs that made them differ"
      )
    }
    guard point.status != .failed else { return }
    let isMore = (point.rows.count, point.twins.count) > (there.rows.count, there.twins.count)
    guard there.status == .failed || isMore else { return }
    var point = point
    point.twinned = point.twins.map(\.replication)
    try store.enter(point)
  }

  /// Whether the two disagree where both have results.
  private func differs(_ one: PointResult, _ two: PointResult) -> Bool {
    func differs(_ one: [Double], _ two: [Double]) -> Bool {
      zip(one, two).contains { $0.0.bitPattern != $0.1.bitPattern }
    }
    let twins = Dictionary(one.twins.map { ($0.replication, $0.row) }, uniquingKeysWith: { $1 })
    return zip(one.rows, two.rows).contains { differs($0.0, $0.1) }
      || two.twins.contains { twin in twins[twin.replication].map { differs($0, twin.row) } ?? false }
  }

  // MARK: Tables

  private func write(_ store: ResultStore) throws -> Outcome {
    let paths = manifest.varied.map(\.name)
    var tables = try SweepTables(target.path, manifest, isLong: isLong)
    let folder = folders.first ?? target
    if let own = try folder.manifest() { try folder.checkDesign(own) }
    let design = try PlainTable(folder.designPath)
    guard design.rows.count == manifest.points, design.columns.starts(with: ["point", "point_id"] + paths)
    else {
      throw ReadFailure.foreign(path: target.designPath, reason: "it does not hold the sweep's points")
    }
    var outcome = Outcome()
    for (place, row) in design.rows.enumerated() {
      let number = place + 1
      let values = Array(row.cells[2..<(2 + paths.count)])
      let point = try store.point(number)
      let id = row.cells[1]
      if let point, point.status != .failed, point.id != id {
        throw StoreFailure.conflict("point \(number) is \(point.id) in its store and \(id) in design.csv")
      }
      let status = self.status(point)
      enter(status, number, &outcome.count)
      let estimates = try tables.enter(number, id, status, values, point)
      if status == "done" { rank(Standing(id: id, values: values, estimates: estimates), &outcome.best) }
    }
    if let splits = try tables.commit(), let objective {
      outcome.shares = splits[objective.place].shares
      outcome.inputsInterval = splits[objective.place].interval
    }
    return outcome
  }

  /// Puts a point among the best few, where it belongs there.
  private func rank(_ standing: Standing, _ best: inout [Standing]) {
    guard let objective, standing.means[objective.place].isFinite else { return }
    func isBetter(_ other: Standing) -> Bool {
      objective.prefers(standing.means[objective.place], to: other.means[objective.place])
    }
    let place = best.firstIndex(where: isBetter) ?? best.count
    guard place < 5 else { return }
    best.insert(standing, at: place)
    if best.count > 5 { best.removeLast() }
  }

  private func status(_ point: PointResult?) -> String {
    guard let point else { return "missing" }
    if point.status == .failed { return "failed" }
    let isDone =
      point.rows.count >= manifest.replications
      && point.twins.count >= manifest.twinSetting.count(of: manifest.replications)
    return isDone ? "done" : "part"
  }

  private func enter(_ status: String, _ number: Int, _ count: inout Count) {
    switch status {
    case "done": count.done += 1
    case "part": count.part += 1
    case "failed": count.failed += 1
    default: count.missing += 1
    }
    if status != "done", count.open.count < 20 { count.open.append(number) }
  }
}

extension PointResult {
  /// Whether it has every replication and twin that another result of the point has.
  fileprivate func holdsAsMuch(as other: PointResult) -> Bool {
    if other.status == .failed { return true }
    return status != .failed && rows.count >= other.rows.count && twins.count >= other.twins.count
  }
}
