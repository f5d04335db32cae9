import Experiments
import Testing

@testable import Sweeps

@Suite("Levels of a varied parameter")
struct LevelTests {
  @Test(
    "Lists and ranges, exact in decimals and both ends included",
    arguments: [
      ("1,2,5", ["1", "2", "5"]), ("4:12:2", ["4", "6", "8", "10", "12"]),
      ("0:0.3:0.1", ["0", "0.1", "0.2", "0.3"]), ("0:0.10/6", ["0", "0.02", "0.04", "0.06", "0.08", "0.1"]),
      ("10:0:-5", ["10", "5", "0"]), ("3:3:1", ["3"]), ("-1:1:0.5", ["-1", "-0.5", "0", "0.5", "1"]),
      ("0:1/4", ["0", "0.3333333333333333", "0.6666666666666666", "1"]),
      ("[1, 2],[3]", ["[1, 2]", "[3]"]), ("true,false", ["true", "false"]), ("2015-04-01", ["2015-04-01"]),
      ("1e-3:3e-3:1e-3", ["0.001", "0.002", "0.003"]),
    ])
  func levels(text: String, levels: [String]) throws {
    #expect(try LevelList.read(text, argument: text) == levels)
  }

  @Test(
    "A range that is none is told with what to write instead",
    arguments: [
      ("0:1:0.3", "range-end", "0.9"), ("0:1:0", "range-step", "not 0"), ("0:1:-0.1", "range-step", "sign"),
      ("0:1", "range-syntax", "start:stop:step"), ("a:b:c", "range-number", "list"),
      ("0:1/1", "range-count", "six levels"), ("1,,2", "no-level", "1,2,5"), ("0:1e9:1", "range-count", ""),
      ("0:1:2:3", "range-syntax", "start:stop"),
    ])
  func faults(text: String, code: String, help: String) {
    let fault = #expect(throws: DesignFault.self) { try LevelList.read(text, argument: "--vary a=\(text)") }
    #expect(fault?.code == code)
    #expect(fault?.argument == "--vary a=\(text)")
    #expect(help.isEmpty || "\(fault?.message ?? "") \(fault?.help ?? "")".contains(help))
  }

  @Test("Linked parameters")
  func zip() throws {
    let axes = try AxisText.zip(["pay:", "a.b=2,3,4", "c=1:0.8:-0.1", "other:", "d=true"])
    #expect(axes.map(\.paths) == [["a.b", "c"], ["d"]])
    #expect(axes[0].rows == [["2", "1"], ["3", "0.9"], ["4", "0.8"]])
    for (words, code) in [
      (["a=1"], "zip-name"), (["pay:"], "zip-empty"), (["pay:", "a=1,2", "b=1"], "zip-length"),
      (["pay:", "service.yaml"], "vary-syntax"),
    ] {
      #expect(throws: DesignFault.self) { try AxisText.zip(words) }
      do { _ = try AxisText.zip(words) } catch { #expect(error.code == code) }
    }
  }

  @Test("Axes are crossed, the last one changing fastest")
  func crossing() throws {
    let design = try SweepDesign([
      DesignAxis(paths: ["a"], rows: [[.whole(1)], [.whole(2)]]),
      DesignAxis(
        paths: ["b", "c"],
        rows: [[.number(0.5), .flag(true)], [.number(1), .flag(false)], [.number(2), .flag(true)]]),
    ])
    #expect(design.count == 6)
    #expect(design.paths == ["a", "b", "c"])
    #expect(
      (1...6).map { design.values($0).map(\.text).joined(separator: " ") } == [
        "1 0.5 true", "1 1 false", "1 2 true", "2 0.5 true", "2 1 false", "2 2 true",
      ])
  }

  @Test("A path or a level twice, or too many points, is refused")
  func refusals() {
    func code(_ axes: [DesignAxis]) -> String {
      do {
        _ = try SweepDesign(axes)
        return ""
      } catch { return error.code }
    }
    let one = DesignAxis(paths: ["a"], rows: [[.whole(1)], [.whole(2)]])
    #expect(code([one, one]) == "varied-twice")
    #expect(code([DesignAxis(paths: ["a"], rows: [[.number(1)], [.number(1)]])]) == "level-twice")
    let many = (0..<5).map { axis in
      DesignAxis(paths: ["p\(axis)"], rows: (0..<1000).map { [.whole($0)] })
    }
    #expect(code(many) == "too-many-points")
  }
}

@Suite("Parts of a sweep")
struct ShardTests {
  @Test("The parts hold every point once")
  func partition() {
    for count in [1, 2, 3, 7, 16] {
      let shards = (1...count).compactMap { Shard($0, of: count) }
      #expect(shards.count == count)
      for point in 1...50 { #expect(shards.count { $0.holds(point) } == 1) }
      for points in [0, 1, 5, 16, 50] {
        #expect(shards.map { $0.size(of: points) }.reduce(0, +) == points)
        for shard in shards { #expect(shard.size(of: points) == (0..<points).count { shard.holds($0 + 1) }) }
      }
    }
  }

  @Test func texts() {
    #expect(Shard("3/16") == Shard(3, of: 16))
    for wrong in ["0/4", "5/4", "1/0", "a/2", "1/2/3", "", "auto", "-1/4"] { #expect(Shard(wrong) == nil) }
    #expect(Shard(fileName: "3-of-16.sqlite") == Shard(3, of: 16))
    #expect(Shard(fileName: "3-of-16.sqlite-wal") == nil)
  }

  @Test(
    "What the schedulers say",
    arguments: [
      (
        [
          "SLURM_ARRAY_TASK_ID": "3", "SLURM_ARRAY_TASK_MIN": "0", "SLURM_ARRAY_TASK_COUNT": "16",
          "SLURM_CPUS_PER_TASK": "4",
        ], "4/16", 4
      ),
      (
        [
          "SLURM_ARRAY_TASK_ID": "5", "SLURM_ARRAY_TASK_MIN": "1", "SLURM_ARRAY_TASK_STEP": "2",
          "SLURM_ARRAY_TASK_COUNT": "4",
        ], "3/4", 0
      ),
      (
        [
          "SGE_TASK_ID": "2", "SGE_TASK_FIRST": "1", "SGE_TASK_LAST": "8", "SGE_TASK_STEPSIZE": "1",
          "NSLOTS": "2",
        ], "2/8", 2
      ),
      (["PBS_ARRAY_INDEX": "8", "CASELOAD_SHARDS": "8", "NCPUS": "1"], "8/8", 1),
      (["PBS_ARRAYID": "0", "CASELOAD_SHARDS": "8", "CASELOAD_FIRST": "0"], "1/8", 0),
      (["_CONDOR_JOB_AD": "ad"], "6/12", 3),
    ])
  func detection(environment: [String: String], shard: String, cores: Int) throws {
    let found = try ShardDetection.read(environment) { name in
      name == "ad" ? "ProcId = 5\nTotalSubmitProcs = 12\nRequestCpus = 3\nOwner = \"me\"\n" : nil
    }
    #expect(found.shard == Shard(shard))
    #expect(found.cores == (cores == 0 ? nil : cores))
    for name in environment.keys where name.contains("TASK_ID") { #expect(found.account.contains(name)) }
  }

  @Test(
    "Variables that name no part are refused",
    arguments: [
      [:], ["SLURM_ARRAY_TASK_ID": "3"], ["PBS_ARRAY_INDEX": "3"], ["SGE_TASK_ID": "undefined"],
      ["SLURM_ARRAY_TASK_ID": "9", "SLURM_ARRAY_TASK_MIN": "1", "SLURM_ARRAY_TASK_COUNT": "4"],
      ["PBS_ARRAY_INDEX": "9", "CASELOAD_SHARDS": "8"],
    ])
  func nothing(environment: [String: String]) {
    #expect(throws: ShardDetection.Failure.self) { try ShardDetection.read(environment) }
  }
}
