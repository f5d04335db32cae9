import Dates
import ScenarioFiles
import Testing

@testable import Evidence

@Suite("Expressions over monthly measures")
struct ExpressionTests {
  private static let known: [RiskExpression.Reference] = [
    .init(measure: "vacancy_rate_fte", breakdown: ""),
    .init(measure: "vacancy_rate_fte", breakdown: "role=social_worker"),
    .init(measure: "cost_gbp", breakdown: "line=agency"), .init(measure: "children", breakdown: ""),
  ]

  private func read(_ text: String, isTruth: Bool = true) throws(ExpressionMistake) -> RiskExpression {
    var reader = ExpressionReader(known: Self.known, budgetLines: ["agency"])
    return try reader.read(text, isTruth: isTruth)
  }

  /// A view in which `children` is given month by month and everything else is 1.
  private func view(_ children: [Double]) -> MonthView {
    MonthView(
      months: children.count,
      values: { $0.measure == "children" ? children : Array(repeating: 1, count: children.count) },
      opening: { _ in 10 }, budget: { _ in Array(repeating: 120, count: children.count) })
  }

  private func numbers(_ text: String, _ children: [Double]) throws -> [Double] {
    try read(text, isTruth: false).numbers(view(children))
  }

  private func truths(_ text: String, _ children: [Double]) throws -> [Bool] {
    try read(text).truths(view(children))
  }

  @Test("What binds tighter")
  func precedence() throws {
    #expect(try numbers("2 + 3 * 4 - 6 / 2", [0]) == [11])
    #expect(try numbers("(2 + 3) * -4", [0]) == [-20])
    #expect(try numbers("15% * 2m + 1k", [0]) == [301_000])
    // `and` before `or`, `not` before both.
    #expect(try truths("children > 5 or children > 1 and children > 3", [2, 4, 6]) == [false, true, true])
    #expect(try truths("not children > 3 and children > 1", [0, 2, 4]) == [false, true, false])
    #expect(try truths("children >= 2 and children <= 2", [1, 2, 3]) == [false, true, false])
  }

  @Test("What has to last: at that many month ends in a row")
  func lasting() throws {
    let children: [Double] = [5, 5, 1, 5, 5, 5, 5]
    #expect(
      try truths("children > 3 for 3 months", children) == [false, false, false, false, false, true, true])
    #expect(try truths("children > 3 for 1 month", children) == children.map { $0 > 3 })
    #expect(
      try truths("(children > 3 or children < 2) for 7 months", children) == [
        false, false, false, false, false, false, true,
      ])
  }

  @Test("Looking back")
  func functions() throws {
    let year = (1...14).map(Double.init)
    let sums = try numbers("sum_12_months(children)", year)
    #expect(sums[..<11].allSatisfy(\.isNaN) && sums[11...].elementsEqual([78, 90, 102]))
    #expect(try numbers("mean_12_months(children)", year)[13] == 8.5)
    #expect(try numbers("first_year(children)", year).allSatisfy { $0 == 78 })
    #expect(try numbers("children / at_start(children)", [10, 15]) == [1, 1.5])
    #expect(try numbers("budget(agency) - children", [20, 0]) == [100, 120])
    #expect(try numbers("1 / children", [0]).allSatisfy(\.isNaN))
  }

  @Test("Only plain comparisons are levels for a chart")
  func thresholds() throws {
    let event =
      "(vacancy_rate_fte{role=social_worker} > 20% for 3 months or children >= 12) and not children > 99"
    let found = try read(event).thresholds
    #expect(found.map(\.reference.measure) == ["vacancy_rate_fte", "children"])
    #expect(found.map(\.reference.breakdown) == ["role=social_worker", ""])
    #expect(found.map(\.above) == [0.2, 12])
    for other in [
      "mean_12_months(children) < 50%", "sum_12_months(children) > 3", "children > vacancy_rate_fte",
      "children > 1.1 * at_start(children)", "children - vacancy_rate_fte > 3", "children < 3",
    ] {
      #expect(try read(other).thresholds.isEmpty, "\(other)")
    }
  }

  @Test("A month without a reading is no event, and breaks a run")
  func missing() throws {
    #expect(try truths("children > 3 for 2 months", [5, .nan, 5, 5]) == [false, false, false, true])
    let gaps = Array(repeating: 2.0, count: 11) + [.nan]
    #expect(try numbers("mean_12_months(children)", gaps)[11] == 2)
  }

  @Test(
    "Mistakes have a code, a place and a suggestion",
    arguments: [
      ("vacancy_rate_fe > 1", "unknown-measure", 0, "did you mean 'vacancy_rate_fte'?"),
      (
        "children > 1 or vacancy_rate_fte{role=social_wroker} > 1", "unknown-breakdown", 16,
        "did you mean 'vacancy_rate_fte{role=social_worker}'?"
      ),
      ("cost_gbp > 1", "unknown-breakdown", 0, "there are: line=agency"),
      ("budget(agincy) < 1", "unknown-line", 7, "did you mean 'agency'?"),
      ("sum_12_month(children) > 1", "unknown-function", 0, "did you mean 'sum_12_months'?"),
      ("1 / 0 > 1", "divides-by-zero", 0, "divide by a number other than 0, or by a measure"),
      ("children / (2 - 2) > 1", "divides-by-zero", 0, nil),
      ("children = 3", "unexpected", 9, "compare with >, >=, < or <="),
      ("children", "wrong-kind", 0, "compare it, for example: … > 0.15 for 3 months"),
      ("children > 1 for", "missing-months", 16, nil),
      ("children > 1 for 3 weeks", "missing-months", 19, nil),
      ("(children > 1", "unclosed", 0, nil), ("children{role", "unclosed", 8, nil), ("", "empty", 0, nil),
      ("children >", "unfinished", 10, nil), ("children > 1 children", "unexpected", 13, nil),
      ("children > 1.2.3", "not-a-number", 11, nil), ("children and 3", "wrong-kind", 13, nil),
      ("(children > 1) + 3 > 2", "wrong-kind", 17, nil), ("at_start(3) > 1", "wrong-kind", 0, nil),
    ] as [(String, String, Int, String?)])
  func mistakes(text: String, code: String, offset: Int, help: String?) {
    let mistake = #expect(throws: ExpressionMistake.self) { () throws(ExpressionMistake) in try read(text) }
    #expect(mistake?.code == code)
    #expect(mistake?.offset == offset)
    if let help { #expect(mistake?.help == help) }
  }

  private static let measured: [RiskExpression.Reference] = [
    .init(measure: "rate", breakdown: "", quantity: Quantity(.share, 0...1)),
    .init(measure: "turnover", breakdown: "", quantity: Quantity(.share, 0 ... .infinity)),
    .init(measure: "children", breakdown: "", quantity: Quantity(.children, 0 ... .infinity)),
    .init(measure: "cost", breakdown: "", quantity: Quantity(.pounds, -.infinity ... .infinity)),
  ]

  /// The code of what is wrong, with its help; nil where nothing is.
  private func fault(_ text: String) -> String? {
    var reader = ExpressionReader(known: Self.measured, budgetLines: ["agency"])
    do throws(ExpressionMistake) {
      _ = try reader.read(text, isTruth: true)
      return nil
    } catch {
      return "\(error.code): \(error.help ?? "")"
    }
  }

  @Test("A level that a measure cannot reach, and units that do not go together")
  func bounds() {
    #expect(fault("rate > 20 for 3 months") == "never-true: did you mean 20%?")
    #expect(fault("children > 3 or rate >= 15") == "never-true: did you mean 15%?")
    #expect(fault("rate < 20") == "always-true: did you mean 20%?")
    #expect(fault("mean_12_months(rate) > 20") == "never-true: did you mean 20%?")
    #expect(fault("1 - rate > 30") == "never-true: did you mean 30%?")
    #expect(fault("children < 0") == "never-true: choose a level within that")
    #expect(fault("children >= 0") == "always-true: choose a level within that")
    #expect(fault("children > 20%") == "wrong-unit: write both in the same unit")
    #expect(fault("rate > £3") == "wrong-unit: write both in the same unit")
    #expect(fault("children > cost") == "wrong-unit: write both in the same unit")
    #expect(fault("children + rate > 3")?.hasPrefix("wrong-unit") == true)
    #expect(fault("cost - children > 3")?.hasPrefix("wrong-unit") == true)
    #expect(fault("budget(agency) - children > 3")?.hasPrefix("wrong-unit") == true)
  }

  @Test("What goes together, and can be")
  func sound() {
    for text in [
      "rate > 20%", "rate >= 1", "rate <= 0", "turnover > 120%", "turnover > 1.2", "children > 3",
      "cost > £250k",
      "cost < -1m", "cost - first_year(cost) > 1m", "children * (1 - rate) > 5",
      "children / at_start(children) > 1.1",
      "sum_12_months(cost) > budget(agency)", "children > 1.1 * at_start(children)",
      "rate - at_start(rate) > 5%",
      "1 / rate > 30", "not rate > 20%", "rate * rate > 4%", "children / children - 1 > 10%",
      "sum_12_months(rate) > 3",
    ] {
      #expect(fault(text) == nil, "\(text)")
    }
  }

  @Test("No text makes the reader stumble")
  func fuzz() {
    let words = [
      "children", "vacancy_rate_fte", "{role=social_worker}", "(", ")", ">", "<=", "and", "or", "not", "for",
      "3",
      "months", "+", "-", "*", "/", "15%", "sum_12_months", "at_start", "budget", "agency", "£", "{", "é",
    ]
    var numbers = Numbers(seed: 3)
    var sound = 0
    for _ in 0..<20_000 {
      let text = (0..<(1 + numbers.whole(9))).map { _ in words[numbers.whole(words.count)] }.joined(
        separator: " ")
      guard let expression = try? read(text) else { continue }
      sound += 1
      #expect(expression.truths(view([1, 2, 3])).count == 3)
    }
    #expect(sound > 0)
  }
}

@Suite("Registers")
struct RegisterTests {
  private static let known = [RiskExpression.Reference(measure: "children", breakdown: "")]
  private static let good = """
    register: Mine
    risks:
      - id: R1
        title: Too many
        owner: Me
        cause: Demand
        means: Too many children
        event: children > 3 for 2 months
        consequence: Cost
        impacts: [{ dimension: money, value: children * 1k, gather: worst }]
        stress: [{ title: More, multiply: [demand.referralsPerYear], most: 2 }]
    """

  private func complaint(_ old: String, _ new: String) throws -> String {
    #expect(Self.good.contains(old))
    let document = try Document(text: Self.good.replacing(old, with: new), name: "mine.yaml")
    let failure = #expect(throws: ScenarioFailure.self) { try RiskRegister(document, known: Self.known) }
    #expect(failure?.kind.exitCode == 65)
    return failure?.description ?? ""
  }

  @Test("A register is read")
  func read() throws {
    let register = try RiskRegister(Document(text: Self.good, name: "mine.yaml"), known: Self.known)
    #expect(register.risks.count == 1 && register.lead == 3)
    #expect(register.isWanted("children", "") && !register.isWanted("children", "x=1"))
  }

  @Test("An unknown measure is found in its place, inside the expression")
  func unknownMeasure() throws {
    let text = try complaint("children > 3 for", "2 > childen for")
    #expect(text.contains("mine.yaml:8:16: error[unknown-measure]: The result has no measure 'childen'."))
    #expect(text.contains("help: did you mean 'children'?"))
  }

  @Test("Other mistakes")
  func mistakes() throws {
    #expect(try complaint("owner: Me", "owns: Me").contains("error[missing-key]"))
    #expect(try complaint("gather: worst", "gather: wurst").contains("it is one of: worst, total"))
    #expect(try complaint("id: R1", "id: ../R1").contains("error[bad-id]"))
    #expect(try complaint("most: 2", "most: 1").contains("this is none"))
    #expect(try complaint("multiply:", "divide:").contains("error[unknown-key]"))
    #expect(
      try complaint("register: Mine", "register: Mine\nhorizon: { from: 2016-01-01, to: 2015-01-01 }")
        .contains("error[horizon-order]"))
    #expect(
      try complaint("register: Mine", "register: Mine\nhorizon: { years: 3, to: 2015-01-01 }")
        .contains("error[unknown-key]"))
    // Signs inside one another without end.
    let deep = String(repeating: "not ", count: 3_000) + "children > 3 for 2 months"
    #expect(try complaint("children > 3 for 2 months", deep).contains("error[too-deep]"))
    let brackets = String(repeating: "(", count: 3_000) + "children"
    #expect(try complaint("children * 1k", brackets).contains("error[too-deep]"))
  }

  @Test("A horizon of so many years is that of any run")
  func years() throws {
    let text = Self.good.replacing("register: Mine", with: "register: Mine\nhorizon: { years: 2 }")
    let register = try RiskRegister(Document(text: text, name: "mine.yaml"), known: Self.known)
    let months = (0..<60).map { CivilDate(2025 + ($0 + 3) / 12, ($0 + 3) % 12 + 1, 28) }
    #expect(try register.horizon(in: months) == 0..<24)
    #expect(try register.horizon(in: Array(months.prefix(10))) == 0..<10)
  }
}
