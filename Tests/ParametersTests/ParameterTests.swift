import Dates
import Parameters
import Testing

private enum Colour: String, CaseIterable, Sendable { case red, blue }

private struct Inner: ParameterGroup {
  var number = 1.5
  var count = 2
  var flag = true
  var colour = Colour.red
  var day = CivilDate(2015, 4, 1)
  var list = [1.0, 2.5]
  var limit: Double?

  static let table: [Parameter<Inner>] = [
    .init("number", \.number, .weeks, 0...2, .modelChoice, "A number."),
    .init("count", \.count, .count, 0...9, .modelChoice, "A count."),
    .init("flag", \.flag, .modelChoice, "A flag."),
    .init("colour", \.colour, .modelChoice, "A colour."),
    .init("day", \.day, .modelChoice, "A day."),
    .init("list", \.list, .ratio, 0...3, .anyLength, .modelChoice, "A list."),
    .init("limit", \.limit, .children, 1...9, .modelChoice, "A limit."),
  ]
}

private struct Outer: ParameterGroup {
  var first = Inner()
  var second = Inner()
  static let table: [Parameter<Outer>] =
    Inner.table.lifted(to: \.first, under: "first")
    + Inner.table.lifted(to: \.second, under: "second", source: .assumption("copy"), about: "The second")
}

@Suite("Parameters")
struct ParameterTests {
  @Test("Each kind is read and written")
  func kinds() {
    let new: [Value] = [
      .number(1), .whole(3), .flag(false), .choice("blue"), .date(CivilDate(2016, 2, 29)), .numbers([0]),
      .number(4),
    ]
    var inner = Inner()
    #expect(
      Inner.table.map { $0.read(inner)?.text ?? "unset" } == [
        "1.5", "2", "true", "red", "2015-04-01", "[1, 2.5]", "unset",
      ])
    for (parameter, value) in zip(Inner.table, new) {
      parameter.write(&inner, value)
      #expect(parameter.read(inner) == value)
      #expect(parameter.kind.complaint(about: value) == nil)
    }
  }

  @Test("A value of another kind is not stored")
  func otherKind() {
    var inner = Inner()
    for parameter in Inner.table {
      let before = parameter.read(inner)
      parameter.write(&inner, parameter.path == "flag" ? .whole(1) : .flag(false))
      #expect(parameter.read(inner) == before)
    }
    Inner.table[3].write(&inner, .choice("green"))
    #expect(inner.colour == .red)
  }

  @Test("A lifted table keeps its groups apart")
  func lifting() {
    var outer = Outer()
    #expect(Outer.table.count == 14)
    #expect(Outer.table[0].path == "first.number")
    #expect(Outer.table[7].path == "second.number")
    #expect(Outer.table[7].source == .assumption("copy"))
    #expect(Outer.table[7].meaning == "The second: A number.")
    Outer.table[7].write(&outer, .number(2))
    #expect(outer.first.number == 1.5 && outer.second.number == 2)
    #expect(ParameterCatalogue.faults(in: Outer.table).isEmpty)
  }

  @Test("Complaints end a sentence that begins with the value")
  func complaints() {
    #expect(ParameterKind.number(0...1).complaint(about: .number(2)) == "is outside 0 to 1")
    #expect(ParameterKind.number(0...0.5).complaint(about: .number(.nan)) == "is outside 0 to 0.5")
    #expect(ParameterKind.whole(1...9).complaint(about: .whole(0)) == "is outside 1 to 9")
    #expect(ParameterKind.whole(1...9).complaint(about: .number(1)) == "is not a whole number")
    #expect(ParameterKind.numbers(0...1).complaint(about: .numbers([1, 2])) == "holds 2, outside 0 to 1")
    #expect(ParameterKind.choice(["a", "b"]).complaint(about: .choice("c")) == "is not one of a, b")
    #expect(ParameterKind.flag.complaint(about: .whole(1)) == "is not true or false")
    #expect(ParameterKind.date.complaint(about: .whole(1)) == "is not a date such as 2015-04-01")
  }

  @Test("Sources survive being written and read")
  func sources() {
    let sources: [Source] = [
      .published("DfE"), .derived("a / b"), .fitted("the census"), .assumption("a guess"), .assumption(""),
      .modelChoice,
    ]
    for source in sources { #expect(Source(text: source.text) == source) }
    #expect(Source(text: "") == .notGiven)
    #expect(Source(text: "Assumption - reasonable") == .assumption("- reasonable"))
    #expect(Source(text: "no source given") == .notGiven)
    #expect(Source(text: "derivedness of things") == .published("derivedness of things"))
  }

  @Test("Numbers are written plainly")
  func numbers() {
    #expect(Value.number(16).text == "16")
    #expect(Value.number(-0.0).text == "0")
    #expect(Value.number(0.1).text == "0.1")
    #expect(Value.number(1e22).text == "1e+22")
  }
}
