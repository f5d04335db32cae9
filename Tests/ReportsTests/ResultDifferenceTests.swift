import Dates
import Foundation
import Statistics
import Testing

@testable import Reports
@testable import Results

@Suite struct ResultDifferenceTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// - Parameter folder: before the names of both results; another for each of several comparisons.
  private func compare(
    in folder: String = "", _ change: (inout ResultSet) -> Void
  ) throws -> ResultDifference {
    let first = try ResultReader.read(try scratch.write(folder + "a"))
    let second = try ResultReader.read(try scratch.write(folder + "b", change: change))
    return try ResultDifference(first, second)
  }

  @Test func equalResultsAreIdenticalToTheByte() throws {
    let difference = try compare { $0.manifest.wallSeconds = 99 }
    #expect(difference.isIdentical)
    #expect(difference.rows.isEmpty && difference.parameters.isEmpty && difference.manifest.isEmpty)
    #expect(
      difference.text() == """
        A: \(scratch.path)/a
        B: \(scratch.path)/b
        Identical to the byte: every table of figures is the same.

        """)
  }

  @Test func whatDiffersIsListed() throws {
    let difference = try compare { result in
      result.manifest.seed = 7
      result.manifest.replicationsDone = 3
      result.years[0].estimate = SmallResult.estimate(412.5, spread: 6)
      result.years[1].estimate = SmallResult.estimate(0.165, spread: 0.01)
      result.parameters[1].value = "7"
      result.parameters.append(
        ParameterRow(
          path: "levers.pay", value: "3000", unit: "£", kind: "lever", defaultValue: "0", range: "",
          source: "",
          uncertain: "", meaning: "", from: "b.yaml:1"))
    }
    #expect(!difference.isIdentical)
    #expect(difference.rowsCompared == 2 && difference.rowsUnmatched == 0)
    #expect(difference.rows.map(\.difference) == [26.25, 0.165 - 0.16])
    #expect(difference.rows[0].standardError == 5 && difference.pairing == .independent)
    // Welch's degrees of freedom are 5.5638: reach 2.494175, two-sided tail of t = 5.25 0.0024171 (SciPy 1.11).
    #expect(abs(difference.rows[0].lower - (26.25 - 12.470_874_4)) < 1e-6)
    #expect(abs((difference.rows[0].pValue ?? 1) - 0.002_417_10) < 1e-7)
    #expect(abs((difference.rows[0].falseDiscoveryRate ?? 1) - 2 * 0.002_417_10) < 2e-7)
    #expect(difference.rows.map(\.isMoreThanChance) == [true, false])
    #expect(
      difference.parameters == [
        ResultDifference.Pair(name: "run.seed", first: "20151124", second: "7"),
        ResultDifference.Pair(name: "levers.pay", first: "", second: "3000"),
      ])
    #expect(difference.manifest.map(\.name) == ["seed", "replications"])
    let text = difference.text()
    #expect(
      text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2).joined(separator: "\n")
        == """
        2 of 2 yearly figures in common differ. 1 differs by more than chance: adjusted for the number of
        figures, so that about 1 in 20 of these may still be chance (Benjamini and Hochberg). Without that,
        about 0 of 2 would seem to differ by chance alone. They share no random numbers, and were compared
        as independent. Files that differ: opening.csv, series.csv, years.csv, finance.csv, parameters.csv,
        checks.csv, observed.csv.

        How they were made
        seed: 20151124 -> 7
        replications: 4 -> 3

        Parameters
        run.seed: 20151124 -> 7
        levers.pay: (not stated) -> 3000

        Yearly means                      year          A      B  B - A   95% interval  more than chance?
        Children looked after             2015-16   386.3  412.5  +26.3   13.8 to 38.7  yes
        Vacancy rate (social workers), %  Sep 2015  16.00  16.50  +0.50  -1.23 to 2.23  no

        """)
    let lines = difference.csv.split(separator: "\n")
    #expect(
      lines[0] == """
        measure,breakdown,unit,fy,dfe_year,mean_a,mean_b,difference,mc_se,ci_lo,ci_hi,n_pairs,p_value,\
        false_discovery_rate,more_than_chance,seed_a,scenario_hash_a,\
        model_version_a,data_as_of_a,seed_b,scenario_hash_b,model_version_b,data_as_of_b
        """)
    #expect(lines[1].hasPrefix("children_looked_after,,children,2015-16,,386.25,412.5,26.25,5,13.779"))
    #expect(
      lines[1].hasSuffix(",true,20151124,0123456789ab,0.1.0,2015-03-31,7,0123456789ab,0.1.0,2015-03-31"))
  }

  /// A result whose children looked after at the end of the second month are these, one for each replication.
  private func write(_ name: String, _ last: [Double]) throws -> StoredResult {
    var result = SmallResult.make()
    result.manifest.replicationsDone = last.count
    let tally = Tally(last)
    result.years[0].estimate = SmallResult.estimate(
      tally.mean, spread: tally.standardDeviation, n: last.count)
    let folder = try OutputFolder(scratch.path + "/" + name)
    let raw = try RawFile(
      in: folder, manifest: result.manifest, series: result.series, months: result.months,
      opening: CivilDate(2015, 3, 31))
    for (replication, value) in last.enumerated() {
      for series in result.series.indices {
        for month in result.months.indices {
          try raw.write(
            replication: replication, series: series, month: month,
            value: month == 1 && series == 0 ? value : 7)
        }
      }
    }
    try raw.finish()
    try ResultWriter.write(result, to: folder)
    try folder.commit()
    return try ResultReader.read(scratch.path + "/" + name)
  }

  @Test("The same futures are held against each other one by one")
  func pairs() throws {
    // Far apart among themselves, and each a little more: nothing as independent, certain as pairs.
    let base = [300.0, 350, 400, 450, 500]
    let more = [301.0, 352, 401, 452, 501, 800, 900]
    let difference = try ResultDifference(write("a", base), write("b", more))
    #expect(difference.pairing == .pairs)
    let row = try #require(difference.rows.first)
    #expect(row.pairs == 5 && row.first == 400 && abs(row.difference - 1.4) < 1e-9)
    // Differences 1, 2, 1, 2, 1: standard error 0.244949, Student's reach with 4 degrees of freedom 2.776445.
    #expect(abs(row.lower - (1.4 - 2.776_445 * 0.244_949)) < 1e-5 && row.isMoreThanChance == true)
    #expect(difference.text(width: 1000).contains("5 replications in common, compared pair by pair"))
  }

  @Test("More replications of the same futures are no difference")
  func sameFutures() throws {
    let base = [300.0, 350, 400]
    let difference = try ResultDifference(write("a", base), write("b", base + [450, 500]))
    #expect(difference.rows.count == 1 && difference.rows.first?.isMoreThanChance == false)
    let text = difference.text(width: 1000)
    #expect(text.contains("0 of 2 yearly figures in common differ"))
    #expect(text.contains("1 further figure is the same in every replication in common"))
  }

  @Test("Where no single replication is kept, that is said")
  func withoutReadings() throws {
    let difference = try compare { $0.years[0].estimate = SmallResult.estimate(400, spread: 8) }
    #expect(difference.pairing == .withoutReadings && difference.text(width: 1000).contains("run --raw"))
  }

  @Test("A table that is gone from a folder is said, and nothing is called identical")
  func missing() throws {
    let (a, b) = (try scratch.write("a"), try scratch.write("b"))
    for name in ["series.csv", "finance.csv"] { try FileManager.default.removeItem(atPath: b + "/" + name) }
    let difference = try ResultDifference(ResultReader.read(a), ResultReader.read(b))
    #expect(!difference.isIdentical && !difference.isWhole)
    #expect(difference.missing.first.isEmpty && difference.missing.second == ["series.csv", "finance.csv"])
    #expect(difference.text(width: 1000).contains("B lacks series.csv, finance.csv"))
    #expect(!difference.text(width: 1000).contains("Identical"))
  }

  @Test("An interval that leaves out 0 is never a plain no, nor one that is only too wide")
  func words() throws {
    func word(_ mean: Double, seed: UInt64?) throws -> ChanceWord? {
      let difference = try compare(in: "\(mean)-\(seed ?? 0)-") { result in
        if let seed { result.manifest.seed = seed }
        // Another figure that does not differ at all makes many of few.
        result.years[0].estimate = SmallResult.estimate(mean, spread: 8)
        result.years[1].estimate = SmallResult.estimate(0.1601, spread: 0.01)
      }
      return difference.rows.first?.chance(difference.pairing)
    }
    #expect(try word(386.3, seed: nil) == .unknown)
    #expect(try word(386.3, seed: 7) == .no)
    #expect(try word(500, seed: nil) == .yes)
    var row = try #require(
      try compare { $0.years[0].estimate = SmallResult.estimate(500, spread: 8) }.rows.first)
    row.falseDiscoveryRate = 0.06
    #expect(row.chance(.withoutReadings) == .perhaps && row.chance(.independent) == .perhaps)
  }

  @Test func oneReplicationTellsNoChance() throws {
    let difference = try compare { $0.years[0].estimate = SmallResult.estimate(400, spread: 0, n: 1) }
    #expect(difference.rows.map(\.isMoreThanChance) == [nil])
    #expect(difference.text(width: 1000).contains("cannot tell"))
  }

  @Test func yearsOfOnlyOneAreCounted() throws {
    let difference = try compare { $0.years.removeLast() }
    #expect(difference.rows.isEmpty && difference.rowsUnmatched == 1)
    #expect(difference.text(width: 1000).contains("1 figure in only one of them"))
  }

  @Test func noLineIsTooWide() throws {
    let difference = try compare { result in
      result.years[0].estimate = SmallResult.estimate(412.5, spread: 6)
      result.parameters[0].value = Array(repeating: "word", count: 40).joined(separator: " ")
    }
    for line in difference.text(width: 72).split(separator: "\n").dropFirst(2) { #expect(line.count <= 72) }
  }
}
