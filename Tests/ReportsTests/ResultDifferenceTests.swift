import Testing

@testable import Reports
@testable import Results

@Suite struct ResultDifferenceTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func compare(_ change: (inout ResultSet) -> Void) throws -> ResultDifference {
    let first = try ResultReader.read(try scratch.write("a"))
    let second = try ResultReader.read(try scratch.write("b", change: change))
    return ResultDifference(first, second)
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
    #expect(difference.rows[0].standardError == 5)
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
        2 of 2 yearly figures in common differ, 1 of them by more than chance (over twice the standard
        error). Files that differ: opening.csv, series.csv, years.csv, finance.csv, parameters.csv,
        checks.csv, observed.csv.

        How they were made
        seed: 20151124 -> 7
        replications: 4 -> 3

        Parameters
        run.seed: 20151124 -> 7
        levers.pay: (not stated) -> 3000

        Yearly means           year          A      B  B - A  s.e.  more than chance?
        Children looked after  2015-16   386.3  412.5  +26.3   5.0  yes
        Vacancy rate, %        Sep 2015  16.00  16.50  +0.50  0.71  no

        """)
    let lines = difference.csv.split(separator: "\n")
    #expect(
      lines[0] == """
        measure,breakdown,unit,fy,dfe_year,mean_a,mean_b,difference,mc_se,z,more_than_chance,seed_a,scenario_hash_a,\
        model_version_a,data_as_of_a,seed_b,scenario_hash_b,model_version_b,data_as_of_b
        """)
    #expect(
      lines[1] == """
        children_looked_after,,children,2015-16,,386.25,412.5,26.25,5,5.25,true,20151124,0123456789ab,0.1.0,2015-03-31,\
        7,0123456789ab,0.1.0,2015-03-31
        """)
  }

  @Test func oneReplicationTellsNoChance() throws {
    let difference = try compare { $0.years[0].estimate = SmallResult.estimate(400, spread: 0, n: 1) }
    #expect(difference.rows.map(\.isMoreThanChance) == [nil])
    #expect(difference.text().contains("cannot tell"))
  }

  @Test func yearsOfOnlyOneAreCounted() throws {
    let difference = try compare { $0.years.removeLast() }
    #expect(difference.rows.isEmpty && difference.rowsUnmatched == 1)
    #expect(difference.text().contains("1 figure in only one of them"))
  }

  @Test func noLineIsTooWide() throws {
    let difference = try compare { result in
      result.years[0].estimate = SmallResult.estimate(412.5, spread: 6)
      result.parameters[0].value = Array(repeating: "word", count: 40).joined(separator: " ")
    }
    for line in difference.text(width: 72).split(separator: "\n").dropFirst(2) { #expect(line.count <= 72) }
  }
}
