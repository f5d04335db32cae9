import Foundation
import TestSupport
import Testing

/// Others read the tables, so their columns are fixed.
@Suite("Columns of the tables", .timeLimit(.minutes(1)))
struct ColumnTests {
  private static let figures = "n_reps,mean,mc_se,ci_lo,ci_hi,p05,p10,p25,p50,p75,p90,p95"
  private static let origin = "seed,scenario_hash,model_version,data_as_of"
  private static let columns = [
    "series.csv": "measure,breakdown,unit,month_end,fy,\(figures),\(origin)",
    "opening.csv":
      "measure,breakdown,unit,gathering,workforce_year,date,\(figures),subject,better,label,headline,fan,"
      + "indicator,twelve_months,definition,\(origin)",
    "years.csv": "measure,breakdown,unit,fy,dfe_year,\(figures),\(origin)",
    "finance.csv":
      "fy,line_code,line,price_basis,unit,mean,mc_se,p10,p50,p80,p90,es95,budget,prob_over_budget,ci_lo,ci_hi,"
      + "activity,activity_unit,unit_cost,\(origin)",
    "fans.csv":
      "measure,breakdown,unit,month_end,fy,p025,p975,path_1,path_2,path_3,path_4,path_5,\(origin)",
    "parameters.csv": "path,value,unit,kind,default,range,source,uncertain,meaning,from,\(origin)",
  ]

  @Test("They are those of the contract, with the origin of each row after them")
  func columns() throws {
    let place = try Workplace()
    try place.write(SmallService.text)
    #expect(try place.run("run", "service.yaml", "-q", "--out", "results").code == 0)
    for (name, expected) in Self.columns {
      let rows = try place.text("results/\(name)").split(separator: "\n")
      #expect(rows.first.map(String.init) == expected)
      #expect(rows.count > 1)
    }
    let checks = try place.text("results/checks.csv").split(separator: "\n")
    #expect(checks.first?.hasPrefix("balance,unit,opening,entered,left,closing,") == true)
  }

  @Test("A month's row stands for each measure, and a year is not the sum of quantiles")
  func rows() throws {
    let place = try Workplace()
    try place.write(SmallService.text)
    #expect(try place.run("run", "service.yaml", "-q", "--out", "results").code == 0)
    let rows = try place.text("results/series.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let months = rows.filter { $0[0] == "referrals" && $0[1].isEmpty }
    #expect(months.count == 12)
    #expect(months.first?[3] == "2015-04-30" && months.last?[3] == "2016-03-31")
    let fans = try place.text("results/fans.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    // The position at the start and twelve months of three replications; no year of children looked after, one of cost.
    let looked = fans.filter { $0[0] == "children_looked_after" }
    #expect(looked.count == 13 && looked[0][3] == "2015-03-31" && looked[0][4] == "2014-15")
    #expect(looked.allSatisfy { !$0[9].isEmpty && $0[10].isEmpty && $0[11].isEmpty })
    #expect(fans.filter { $0[0] == "cost_gbp" }.map { $0[3] } == ["2016-03-31"])
    let series = rows.filter { $0[0] == "children_looked_after" && $0[1].isEmpty }
    for (fan, month) in zip(looked.dropFirst(), series) {
      #expect(fan[3] == month[3])
      let ends = try #require(Double(fan[5]))...#require(Double(fan[6]))
      let (p05, p95) = (try #require(Double(month[10])), try #require(Double(month[16])))
      #expect(ends.contains(p05) && ends.contains(p95), "95% are wider than 90%")
      for path in fan[7..<10] { #expect(Double(path) != nil) }
    }
    let byMonth = months.compactMap { Double($0[6]) }.reduce(0, +)
    let year = try place.text("results/years.csv").split(separator: "\n").first {
      $0.hasPrefix("referrals,,")
    }
    let cells = try #require(year).split(separator: ",", omittingEmptySubsequences: false)
    #expect(cells[3] == "2015-16")
    #expect(abs((Double(cells[6]) ?? 0) - byMonth) < 0.01, "the mean of a sum is the sum of the means")
  }
}
