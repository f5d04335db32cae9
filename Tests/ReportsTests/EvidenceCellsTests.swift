import Testing

@testable import Reports
@testable import Results

@Suite("Tables of evidence on a page")
struct EvidenceCellsTests {
  @Test("Headings are words, empty columns are left out, and a column has numbers of one form")
  func cells() {
    let table = EvidenceCells(
      names: ["fy", "unit", "p_ci_lo", "note", "gbp", "n_reps", "share_of_total"],
      rows: [
        ["2015-16", "£", "0.118", "", "30100286.00", "20", "1"],
        ["2016-17", "£", "", "", "31161979.40", "1200", "0.25"],
      ])
    #expect(
      table.columns == [
        "Financial year", "Likelihood, 95% from", "Mean, £", "Simulated futures", "Share of total",
      ])
    #expect(
      table.rows == [
        ["2015-16", "0.118", "30,100,286", "20", "1.000"],
        ["2016-17", "", "31,161,979", "1,200", "0.250"],
      ])
    #expect(table.numeric == [1, 2, 3, 4])
    // A share with two decimals is no money.
    let factor = EvidenceCells(
      names: ["role", "budgeted_factor"], rows: [["", "0.05"], ["social_worker", "0.05"]])
    #expect(
      factor.columns == ["Role", "Budgeted factor"].suffix(factor.columns.count)
        && factor.rows[1].last == "0.050")
  }

  @Test("No heading of a table that a report shows is a raw name")
  func headings() {
    for file in EvidenceFile.all {
      for heading in file.names.map(EvidenceCells.heading) {
        let words = heading.split { " ,".contains($0) }
        #expect(heading.first?.isLowercase == false && !heading.contains("_"), "\(heading)")
        #expect(
          Set(words.map(String.init)).isDisjoint(with: ["ci", "lo", "hi", "mc", "gbp", "p", "fy"]),
          "\(heading)")
      }
    }
  }
}
