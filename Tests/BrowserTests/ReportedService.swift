import Foundation
import TestSupport
import Testing

/// A small service over three years, with evidence of every kind, and its report: what the tests look at.
enum ReportedService {
  static let scenario =
    SmallService.with("replications: 3", "replications: 20")
    .replacing("ends: 2016-03-31", with: "ends: 2018-03-31")
    .replacing("hold together?", with: "hold together over three years?")

  static let observed = """
    measure,breakdown,date,value,unit,status,release,note
    children_looked_after,,2016-03-31,66,children,ok,"Children looked after, 2016",
    children_looked_after,,2017-03-31,71,children,ok,"Children looked after, 2017",
    vacancy_rate_fte,,2016-09-30,0.15,share,ok,"Workforce, 2016",

    """

  static let evidence = [
    "risk_evidence.csv": """
    risk_id,title,state,n_reps,breaches,p,p_ci_lo,p_ci_hi,likelihood_band,likelihood_label,impact_band,impact_label,rag,confidence,event
    R1,Workers cannot be recruited and kept,gross,200,190,0.95,0.91,0.97,4,very likely,4,severe,R,medium,vacancy_rate_fte > 20% for 3 months
    R1,Workers cannot be recruited and kept,net,200,120,0.6,0.53,0.67,3,likely,3,major,R,medium,vacancy_rate_fte > 20% for 3 months
    R1,Workers cannot be recruited and kept,target,200,10,0.05,0.03,0.09,1,unlikely,2,moderate,G,medium,vacancy_rate_fte > 20% for 3 months
    R2,Partners do not act,gross,200,100,0.5,0.43,0.57,3,likely,3,major,R,low,children_looked_after > 90
    R2,Partners do not act,net,200,60,0.3,0.24,0.37,2,possible,2,moderate,A,low,children_looked_after > 90
    R3,More children than the service can hold,net,200,0,0,0,0.019,1,unlikely,4,severe,A,high,children_looked_after > 90

    """,
    "finance_pvm.csv": """
    fy,driver,placement,gbp
    2015-16,entries,residential,310000
    2015-16,length of stay,residential,120000
    2015-16,mix,all,-45000
    2015-16,price,all,80000
    2015-16,entries,all,310000
    2015-16,length of stay,all,120000
    2015-16,total,all,465000

    """,
    "finance_growth.csv": """
    fy,price_basis,p10,p50,p80,p90
    2015-16,nominal,-20000,150000,220000,260000
    2016-17,nominal,90000,410000,560000,640000
    2015-16,real 2015-16,-20000,150000,220000,260000
    2016-17,real 2015-16,88000,402000,549000,627000

    """,
    "finance_attribution.csv": """
    driver,gbp
    population,150000
    referral rate,240000
    thresholds,-60000

    """,
    "hr_survival.csv": """
    role,years,survival,ci_lo,ci_hi,at_risk
    social worker,0.5,0.9,0.84,0.95,120
    social worker,1,0.78,0.7,0.85,100
    social worker,2,0.55,0.46,0.64,70
    social worker,3,0.42,0.33,0.52,30
    practice manager,1,0.95,0.85,0.99,20
    practice manager,2,0.84,0.7,0.93,17

    """,
  ]

  /// The folder of the result with its pages, made once for all tests.
  static let made = Result { try make() }

  private static func make() throws -> Place {
    let place = try Place()
    try place.write(scenario, as: "service.yaml")
    try place.write(observed, as: "observed.csv")
    func caseload(_ words: String...) throws {
      let outcome = try Tools.run(Tools.command, words, in: place.path)
      try #require(outcome.code == 0, "\(outcome.err)")
    }
    try caseload("run", "service.yaml", "--observed", "observed.csv", "--out", "result", "-q")
    for (name, text) in evidence { try place.write(text, as: "result/" + name) }
    try caseload("report", "result", "--xlsx", "-q")
    try caseload("stress", "result", "-q")
    try caseload("qa", "result", "-q")
    return place
  }
}
