/// The calculations of the catalogue on streams of money.
extension Calculation {
  /// Years whose factors are given where none are named.
  private static let usualYears = [0.0, 1, 2, 3, 4, 5, 10, 20, 30, 31, 50, 75, 76, 100]

  /// Present value by one rate, a table of rates in words, or the Green Book's where no rate is named.
  static func netPresentValue(
    _ inputs: CalculationInputs
  ) throws(CalculationError) -> [String: CalculationValue] {
    var table = DiscountTable.greenBook
    if inputs.has("rates") {
      switch try inputs.value("rates") {
      case .text(let text): table = try .reading(text, input: "rates")
      default:
        let rate = try inputs.number("rates")
        guard rate > -1 else {
          throw .outOfRange(input: "rates", value: rate, allowed: "above -1; 0.035 is 3.5%")
        }
        table = DiscountTable(name: "\(rate)", steps: [(.max, rate)])
      }
    }
    var factors: [String: CalculationValue] = [:]
    for number in try inputs.list("years", default: usualYears) {
      let year = try CalculationInputs.whole("years", number)
      factors["\(year)"] = .number(table.factor(year: year))
    }
    var answers: [String: CalculationValue] = ["df": .record(factors)]
    guard inputs.has("npv_of") else { return answers }
    let stream = try inputs.series("npv_of")
    let value = table.presentValue(stream)
    answers["npv"] = .number(value)
    let annuity = stream.indices.dropFirst().reduce(0.0) { $0 + table.factor(year: $1) }
    if annuity > 0 { answers["equivalent_annual"] = .number(value / annuity) }
    return answers
  }
}
