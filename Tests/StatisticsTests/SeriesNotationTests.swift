import Testing

@testable import Statistics

@Suite("Series notation")
struct SeriesNotationTests {
  @Test(
    "A series in words becomes numbers",
    arguments: [
      ("1+2*i, i=1..3", [3.0, 5, 7]),
      ("x_i=2(i-1)^2, i=1..3", [0, 2, 8]),
      ("-i/2 + 2^-1, i=0..2", [0.5, 0, -0.5]),
      ("2i(i), i=-1..1", [2, 0, 2]),
      ("(-1)^i, i=1..4", [-1, 1, -1, 1]),
      ("-2^2, i=1..1", [-4]),
      ("0 for i<=2 then 1 if i odd else 3, i=1..5", [0, 0, 1, 3, 1]),
      ("i if i odd else -i, i=1..3", [1, -2, 3]),
      ("7", [7]),
      ("5.5 then (1,2)x2 then 9", [5.5, 1, 2, 1, 2, 9]),
      ("(4)x0", []),
      ("(1+1)*3", [6]),
      ("exp(0)+2cos(0), i=1..2", [3, 3]),
      ("sin(pi i/2)^2, i=0..2", [0, 1, sine(.pi) * sine(.pi)]),
      ("20+10sin(2 pi i/12), i=3..3", [30]),
      ("sqrt(16) log(exp(2))", [8]),
      ("-exp(-i)exp(i), i=2..2", [-(exponential(-2) * exponential(2))]),
    ])
  func reads(text: String, numbers: [Double]) throws {
    #expect(try SeriesNotation(input: "x", text: text).numbers() == numbers)
  }

  @Test(
    "Nonsense is refused with the text itself",
    arguments: [
      "", "i", "1 +, i=1..2", "2^, i=1..2", "-, i=1..2", "(1, i=1..2", "1), i=1..2", "1 for i<=1, i=1..2",
      "1 for i<=one then 2, i=1..2", "1, i=2..1", "1, i=1", "1, i=1..2, i=1..2", "(1,2)xmany", "(1,2)x-1",
      "(1)x2000000", "(1,2)x900000", "1, i=1..5000000", "1/0", "banana", "1 if i odd else, i=1..2",
      "2*, i=1..2",
      "1.2.3", "exp, i=1..2", "exp 2", "sin()", "expo(2)", "sinh(1)", "tan(1)", "log(0)", "sqrt(-1)", "pi2i",
      "(), i=1..2", "1, i=-9223372036854775807..9223372036854775807",
    ])
  func refuses(text: String) { expectRefusal(of: text) }

  @Test(
    "What is nested deeper than anybody writes is refused too",
    arguments: ["(", "-", "exp(", "1^"])
  func depth(part: String) { expectRefusal(of: String(repeating: part, count: 300_000) + "1, i=1..2") }

  private func expectRefusal(of text: String) {
    let error = #expect(throws: CalculationError.self) {
      try SeriesNotation(input: "series", text: text).numbers()
    }
    #expect(error?.description.hasPrefix("The input 'series' cannot be read as a series: ") == true)
  }
}
