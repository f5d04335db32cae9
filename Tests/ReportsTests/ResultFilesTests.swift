import Dates
import Testing

@testable import Reports
@testable import Results

@Suite struct ResultFilesTests {
  private let origin = "20151124,0123456789ab,0.1.0,2015-03-31"
  private let originColumns = "seed,scenario_hash,model_version,data_as_of"
  private let result = SmallResult.make()

  private func text<Row>(_ table: Table<Row>, _ rows: some Sequence<Row>) -> String {
    String(decoding: table.bytes(rows, Origin(result.manifest)), as: UTF8.self)
  }

  @Test func opening() {
    #expect(
      text(Tables.opening, result.openingRows) == """
        measure,breakdown,unit,gathering,workforce_year,date,n_reps,mean,mc_se,ci_lo,ci_hi,p05,p10,p25,p50,p75,p90,p95,subject,better,label,headline,fan,indicator,twelve_months,definition,\(originColumns)
        children_looked_after,,children,stock,false,2015-04-01,4,357,0,357,357,357,357,357,357,357,357,357,children,less,Children looked after,1,true,,false,Children looked after.,\(origin)
        vacancy_rate_fte,role=social_worker,share,stockRate,true,2015-04-01,4,0.172,0,0.172,0.172,0.172,0.172,0.172,0.172,0.172,0.172,0.172,staff,less,Vacancy rate,7,true,5,false,Vacancies over posts.,\(origin)

        """)
  }

  @Test func series() {
    #expect(
      text(Tables.series, result.monthRows) == """
        measure,breakdown,unit,month_end,fy,n_reps,mean,mc_se,ci_lo,ci_hi,p05,p10,p25,p50,p75,p90,p95,\(originColumns)
        children_looked_after,,children,2015-04-30,2015-16,4,358,1,356,360,354,355,356,358,360,361,362,\(origin)
        children_looked_after,,children,2015-05-31,2015-16,4,360.5,2,356.5,364.5,352.5,354.5,356.5,360.5,364.5,366.5,368.5,\(origin)
        vacancy_rate_fte,role=social_worker,share,2015-04-30,2015-16,4,0.17,0.005,0.16,0.18,0.15,0.155,0.16,0.17,0.18,0.185,0.19,\(origin)
        vacancy_rate_fte,role=social_worker,share,2015-05-31,2015-16,0,,,,,,,,,,,,\(origin)

        """)
  }

  @Test func years() {
    #expect(
      text(Tables.years, result.yearRows) == """
        measure,breakdown,unit,fy,dfe_year,n_reps,mean,mc_se,ci_lo,ci_hi,p05,p10,p25,p50,p75,p90,p95,\(originColumns)
        children_looked_after,,children,2015-16,,4,386.25,4,378.25,394.25,370.25,374.25,378.25,386.25,394.25,398.25,402.25,\(origin)
        vacancy_rate_fte,role=social_worker,share,,2015,4,0.16,0.005,0.15,0.17,0.14,0.145,0.15,0.16,0.17,0.175,0.18,\(origin)

        """)
  }

  @Test func fans() {
    var result = result
    result.fans = [
      FanRow(
        series: 0, date: CivilDate(2015, 3, 31), financialYear: "2014-15", p025: 357, p975: 357,
        paths: [357, 357]),
      FanRow(
        series: 1, date: CivilDate(2015, 4, 30), financialYear: "2015-16", p025: 0.1, p975: 0.25,
        paths: [0.2, .nan, 0.15, 0.125, 0.1]),
    ]
    #expect(
      text(Tables.fans, result.fanRows) == """
        measure,breakdown,unit,month_end,fy,p025,p975,path_1,path_2,path_3,path_4,path_5,\(originColumns)
        children_looked_after,,children,2015-03-31,2014-15,357,357,357,357,,,,\(origin)
        vacancy_rate_fte,role=social_worker,share,2015-04-30,2015-16,0.1,0.25,0.2,,0.15,0.125,0.1,\(origin)

        """)
  }

  @Test func finance() {
    #expect(
      text(Tables.finance, result.finance) == """
        fy,line_code,line,price_basis,unit,mean,mc_se,p10,p50,p80,p90,es95,budget,prob_over_budget,ci_lo,ci_hi,activity,activity_unit,unit_cost,\(originColumns)
        2015-16,children_looked_after,"Placements, all",nominal,GBP,23773871,50000.25,23623870.25,23773871,23900000.12,23923871.75,24000000,23000000,1,23673870.5,23873871.5,20000,child-weeks,1188.69355,\(origin)

        """)
  }

  @Test func parameters() {
    #expect(
      text(Tables.parameters, result.parameters) == """
        path,value,unit,kind,default,range,source,uncertain,meaning,from,\(originColumns)
        demand.referralsPerYear,3096,per year,fact,3000,0...100000,"DfE, ""children in need""\",2900...3300,"Referrals in a year, at the start",tiny.yaml:3,\(origin)
        run.seed,20151124,-,fact,1,,,,Seed,'--set,\(origin)

        """)
  }

  @Test func checks() {
    #expect(
      text(Tables.checks, result.checks) == """
        balance,unit,opening,entered,left,closing,largest_residual,tolerance,months_checked,holds,\(originColumns)
        children,children,1428,400,300,1528,0,0,48,true,\(origin)
        money,GBP,0,95095484.25,95095484.25,0,1e-9,0.005,48,true,\(origin)

        """)
  }

  @Test func observed() {
    #expect(
      text(Tables.observed, ObservedComparison.pairs(in: result)) == """
        measure,breakdown,unit,date,observed,release,n_reps,sim_mean,sim_p10,sim_p50,sim_p90,inside_80,note,\(originColumns)
        children_looked_after,,children,2015-03-31,357,"Children looked after, 2015 (DfE)",4,357,357,357,357,true,Revised to 358,\(origin)
        children_looked_after,,children,2016-03-31,400,"Children looked after, 2016 (DfE)",4,386.25,374.25,386.25,398.25,false,,\(origin)
        referrals,,referrals,2016-03-31,3749,"Children in need, 2016 (DfE)",,,,,,,,\(origin)

        """)
  }

  @Test func writesTheFilesThatApply() throws {
    let scratch = try Scratch()
    _ = try scratch.write("all")
    #expect(
      scratch.names("all") == [
        "checks.csv", "finance.csv", "manifest.json", "observed.csv", "opening.csv",
        "parameters.csv",
        "series.csv", "years.csv",
      ])
    _ = try scratch.write("few") {
      $0.finance = []
      $0.observed = []
    }
    #expect(
      scratch.names("few") == [
        "checks.csv", "manifest.json", "opening.csv", "parameters.csv", "series.csv",
        "years.csv",
      ])
    for name in scratch.names("all") where name != "manifest.json" {
      #expect(try scratch.text("all/" + name) == (try scratch.text("all/" + name)))
    }
  }
}
